"""Documents as rows of ``datasets``, one split for each annotator."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mokpyo.data.document import Document, Label

if TYPE_CHECKING:
    import datasets


def to_datasets(documents: Mapping[str, Sequence[Document]]) -> "datasets.DatasetDict":
    """A split for each key.

    Columns: ``id``, ``title``, ``published``, ``text``, ``entities`` (a list of ``start``, ``end``, ``label``,
    ``text``, offsets in code points) and ``document``, the whole document's JSON.
    """
    import datasets

    features = datasets.Features(
        {
            "id": datasets.Value("string"),
            "title": datasets.Value("string"),
            "published": datasets.Value("date32"),
            "text": datasets.Value("string"),
            "entities": datasets.List(
                {
                    "start": datasets.Value("int32"),
                    "end": datasets.Value("int32"),
                    "label": datasets.ClassLabel(names=[label.value for label in Label]),
                    "text": datasets.Value("string"),
                }
            ),
            "document": datasets.Value("string"),
        }
    )
    return datasets.DatasetDict({split: _dataset(found, features) for split, found in documents.items()})


def save_datasets(documents: Mapping[str, Sequence[Document]], folder: Path) -> None:
    """Write what ``datasets.load_from_disk`` reads, without the library's progress bars."""
    import datasets

    shown = not datasets.are_progress_bars_disabled()
    datasets.disable_progress_bars()
    try:
        # One file each, by name: of a split without rows the library would write none, and could not load the folder.
        to_datasets(documents).save_to_disk(folder, num_shards=dict.fromkeys(documents, 1))
    finally:
        if shown:
            datasets.enable_progress_bars()


def _dataset(documents: Sequence[Document], features: "datasets.Features") -> "datasets.Dataset":
    import datasets

    rows = [_row(document) for document in documents]
    # By columns, not by rows: of no rows the library would make a table without columns.
    return datasets.Dataset.from_dict({name: [row[name] for row in rows] for name in features}, features=features)


def _row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "text": document.text,
        "entities": [
            {"start": one.start, "end": one.end, "label": one.label.value, "text": one.text}
            for one in document.entities
        ],
        "document": document.to_json(),
    }
