"""Documents as an Arrow table: one row for each target, ready for Parquet, pandas or SQL."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mokpyo.data.document import Center, Document, Target
from mokpyo.data.errors import DocumentError

if TYPE_CHECKING:
    import pyarrow

# Names of pyarrow's type constructors, so that importing this module does not load pyarrow.
TARGET_COLUMNS = (
    ("document_id", "string", False, "Document.id"),
    ("published", "date32", True, "the day that relative dates were counted from"),
    ("title", "string", True, "Document.title"),
    ("target_id", "string", False, "unique within its document only"),
    ("center_id", "string", True, "null where no owner was found"),
    ("center_name", "string", True, "the centre's fullest form in the article"),
    ("center_region", "string", True, "the centre's own region"),
    ("quantity_text", "string", False, "text[quantity_start:quantity_end]"),
    ("quantity_start", "int64", False, "code point offset into the document's text"),
    ("quantity_end", "int64", False, "code point offset, exclusive"),
    ("value", "float64", False, "in base units; the low end of a range; exact up to 2 ** 53"),
    ("high", "float64", True, "the other end of a range"),
    ("unit", "string", False, "the counter as written, without the number"),
    ("bound", "string", False, "exact, about, at_least or at_most"),
    ("object", "string", True, "what is counted or measured"),
    ("deadline_text", "string", True, "the date as written"),
    ("deadline_from", "date32", True, "its first day; null when unresolved"),
    ("deadline_by", "date32", True, "its last day; null when unresolved"),
    ("region", "string", True, "where it is to happen"),
    ("status", "string", False, "planned, in_progress or achieved"),
    ("repeat_of", "string", True, "target_id of the first mention"),
    ("link", "string", False, "the rule that chose the centre"),
    ("score", "float64", False, "confidence from 0 to 1"),
    ("evidence_text", "string", True, "text[evidence_start:evidence_end]"),
    ("evidence_start", "int64", True, "code point offset into the document's text"),
    ("evidence_end", "int64", True, "code point offset, exclusive"),
)
"""Columns of the table: name, Arrow type, whether it may be null, meaning."""


def target_schema() -> "pyarrow.Schema":
    """The schema of :func:`documents_to_table`; each field's metadata holds its ``description``."""
    import pyarrow

    return pyarrow.schema(
        pyarrow.field(name, getattr(pyarrow, kind)(), nullable=nullable, metadata={"description": meaning})
        for name, kind, nullable, meaning in TARGET_COLUMNS
    )


def documents_to_table(documents: Iterable[Document]) -> "pyarrow.Table":
    """All targets of all documents in order; documents without targets have no row, and none gives an empty table.

    Raises :class:`~mokpyo.data.errors.DocumentError` for a value beyond the range of a 64-bit float.
    """
    import pyarrow

    rows = [row for document in documents for row in _rows(document)]
    return pyarrow.Table.from_pylist(rows, schema=target_schema())


def _rows(document: Document) -> Iterable[dict[str, Any]]:
    centers = {center.id: center for center in document.centers}
    for target in document.targets:
        yield {
            "document_id": document.id,
            "published": document.published,
            "title": document.title,
            **_center_fields(None if target.center is None else centers[target.center]),
            **_quantity_fields(document, target),
            **_deadline_fields(target),
            **_evidence_fields(document, target),
            "target_id": target.id,
            "object": target.object,
            "region": target.region,
            "status": target.status.value,
            "repeat_of": target.repeat_of,
            "link": target.link,
            "score": target.score,
        }


def _center_fields(center: Center | None) -> dict[str, Any]:
    if center is None:
        return {}
    return {"center_id": center.id, "center_name": center.name, "center_region": center.region}


def _quantity_fields(document: Document, target: Target) -> dict[str, Any]:
    quantity = target.quantity
    return {
        "quantity_text": quantity.text,
        "quantity_start": quantity.start,
        "quantity_end": quantity.end,
        "value": _float(document, target, quantity.value),
        "high": None if quantity.high is None else _float(document, target, quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound.value,
    }


def _float(document: Document, target: Target, value: float) -> float:
    try:
        return float(value)
    except OverflowError as error:
        raise DocumentError(
            f"the quantity of target {target.id!r} in document {document.id!r} has a value beyond "
            "1.8e308, which no 64-bit float holds; correct it or leave the document out of the table"
        ) from error


def _deadline_fields(target: Target) -> dict[str, Any]:
    deadline = target.deadline
    if deadline is None:
        return {}
    return {"deadline_text": deadline.text, "deadline_from": deadline.from_, "deadline_by": deadline.by}


def _evidence_fields(document: Document, target: Target) -> dict[str, Any]:
    if target.evidence is None:
        return {}
    start, end = target.evidence
    return {"evidence_text": document.text[start:end], "evidence_start": start, "evidence_end": end}
