"""Exports as Label Studio writes them, made without a server."""

from collections.abc import Iterable
from typing import Any

from mokpyo.data.document import Document
from mokpyo.data.label_studio import encode_document, task_data


def annotation(document: Document, annotator: int, number: int, **others: Any) -> dict[str, Any]:
    """One person's annotation, as if it were the document."""
    return {
        "id": 1000 * annotator + number,
        "completed_by": annotator,
        "result": encode_document(document),
        "updated_at": f"2026-03-0{annotator}T00:00:00Z",
    } | others


def export_of(
    predicted: Iterable[Document], *annotators: dict[int, Document], version: str = "모형 1"
) -> list[dict[str, Any]]:
    """A task for each predicted document; annotator 1, 2 and so on gives documents by the number of their task."""
    return [
        {
            "id": 100 + number,
            "inner_id": number + 1,
            "data": task_data(document),
            "predictions": [{"id": 500 + number, "model_version": version, "result": encode_document(document)}],
            "annotations": [
                annotation(theirs[number], who, number, parent_prediction=500 + number)
                for who, theirs in enumerate(annotators, 1)
                if number in theirs
            ],
        }
        for number, document in enumerate(predicted)
    ]
