"""The document model: what every other room takes and gives."""

from typing import TYPE_CHECKING

from mokpyo.data.document import (
    Article,
    Bound,
    Center,
    Deadline,
    Document,
    Entity,
    Label,
    Quantity,
    Status,
    Target,
)
from mokpyo.data.errors import MokpyoError

if TYPE_CHECKING:
    from mokpyo.data.table import documents_to_table

__all__ = [
    "Article",
    "Bound",
    "Center",
    "Deadline",
    "Document",
    "Entity",
    "Label",
    "MokpyoError",
    "Quantity",
    "Status",
    "Target",
    "documents_to_table",
]


def __getattr__(name: str) -> object:
    """``documents_to_table`` on first use: pyarrow is slow to load and extraction does without it."""
    if name == "documents_to_table":
        from mokpyo.data.table import documents_to_table

        return documents_to_table
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
