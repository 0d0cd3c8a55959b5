"""The documents that a report is made of: one JSON document, JSON lines, or the folder that ``mokpyo batch`` wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, DocumentError, OffsetError

SHARDS = ("documents-*.jsonl", "documents-*.parquet")
"""Files of documents in a batch's folder; a shard is in one of the two forms."""
LINES, TABLE, SINGLE = (".jsonl", ".ndjson"), (".parquet",), (".json",)
DOCUMENT_COLUMN = "document"
"""Column of a Parquet shard that holds each document's JSON."""


class Unread(NamedTuple):
    """A record that is no document."""

    source: str
    record: int
    """1-based: the line of a file of lines, the row of a table."""
    reason: str


def is_single(source: Path) -> bool:
    """Whether the source is one document, by its suffix."""
    return source.suffix.lower() in SINGLE and not source.is_dir()


def read_document(source: Path) -> Document:
    """The one document of a JSON file. Raises :class:`DocumentError` naming the file, or ``OSError``."""
    try:
        return Document.from_json(source.read_bytes())
    except (DocumentError, OffsetError) as error:
        raise DocumentError(f"{source} is not one document: {error}; a file of several must end in .jsonl") from error


def read_documents(source: Path) -> Iterator[Document | Unread]:
    """Documents in the order of the files and their records; what is none of them comes as :class:`Unread`.

    Raises :class:`CorpusError` where the source is missing or is nothing that documents are read from.
    """
    for file in _files(source):
        records = _rows(file) if file.suffix.lower() in TABLE else _lines(file)
        for number, data in records:
            try:
                yield Document.from_json(data)
            except (DocumentError, OffsetError) as error:
                yield Unread(str(file), number, str(error))


def _files(source: Path) -> list[Path]:
    if source.is_dir():
        found = sorted(file for pattern in SHARDS for file in source.glob(pattern))
        if not found:
            raise CorpusError(f"the folder {source} holds no {' or '.join(SHARDS)}; give the folder of mokpyo batch")
        return found
    if not source.exists():
        raise CorpusError(f"there is no file or folder {source}; check the path")
    if source.suffix.lower() not in LINES + TABLE:
        known = ", ".join(SINGLE + LINES + TABLE)
        raise CorpusError(f"{source} has no suffix that tells what it holds; known are {known}, and folders of a batch")
    return [source]


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, line


def _rows(file: Path) -> Iterator[tuple[int, bytes]]:
    from pyarrow import ArrowInvalid, parquet

    try:
        with parquet.ParquetFile(file) as table:
            if DOCUMENT_COLUMN not in table.schema_arrow.names:
                raise CorpusError(
                    f"{file} has no column {DOCUMENT_COLUMN!r}; give a shard of documents, not one of targets"
                )
            batches = table.iter_batches(batch_size=256, columns=[DOCUMENT_COLUMN], use_threads=False)
            rows = (value for batch in batches for value in batch.column(0))
            for number, value in enumerate(rows, start=1):
                yield number, str(value.as_py()).encode()
    except ArrowInvalid as error:
        raise CorpusError(f"{file} is not a Parquet file: {error}; make it again") from error
