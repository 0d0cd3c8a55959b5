"""A shard's documents and targets as files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mokpyo.data.document import Document
from mokpyo.data.table import documents_to_table
from mokpyo.inference.corpus.atomic_files import whole_file
from mokpyo.inference.corpus.settings import OutputFormat

if TYPE_CHECKING:
    import pyarrow

DOCUMENT_COLUMNS = (
    ("id", "string", False, "Document.id"),
    ("title", "string", True, "Document.title"),
    ("published", "date32", True, "the day that relative dates were counted from"),
    ("entities", "int32", False, "how many the document has"),
    ("centers", "int32", False, "how many the document has"),
    ("targets", "int32", False, "how many the document has"),
    ("document", "string", False, "the document's JSON, for Document.from_json"),
)
"""Columns of a shard of documents: name, Arrow type, whether it may be null, meaning."""


def shard_files(index: int, form: OutputFormat) -> list[str]:
    """Names of the files of shard ``index``."""
    return [f"{kind}-{index:05d}.{form}" for kind in ("documents", "targets")]


def write_shard(folder: Path, index: int, documents: Sequence[Document], form: OutputFormat) -> None:
    """Write both files of a shard; equal documents give equal bytes. Raises OSError."""
    documents_file, targets_file = (folder / name for name in shard_files(index, form))
    targets = documents_to_table(documents)
    if form is OutputFormat.PARQUET:
        _write_parquet(_documents_table(documents), documents_file)
        _write_parquet(targets, targets_file)
    else:
        _write_lines([document.to_json().encode() for document in documents], documents_file)
        _write_lines([msgspec.json.encode(row) for row in targets.to_pylist()], targets_file)


def _documents_table(documents: Sequence[Document]) -> "pyarrow.Table":
    import pyarrow

    schema = pyarrow.schema(
        pyarrow.field(name, getattr(pyarrow, kind)(), nullable=nullable, metadata={"description": meaning})
        for name, kind, nullable, meaning in DOCUMENT_COLUMNS
    )
    return pyarrow.Table.from_pylist([_row(document) for document in documents], schema=schema)


def _row(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "entities": len(document.entities),
        "centers": len(document.centers),
        "targets": len(document.targets),
        "document": document.to_json(),
    }


def _write_parquet(table: "pyarrow.Table", path: Path) -> None:
    from pyarrow import parquet

    with whole_file(path) as draft:
        parquet.write_table(table, draft, compression="zstd", row_group_size=max(1, table.num_rows))


def _write_lines(lines: Sequence[bytes], path: Path) -> None:
    with whole_file(path) as draft:
        draft.write_bytes(b"".join(line + b"\n" for line in lines))
