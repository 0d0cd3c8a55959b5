"""The files of a corpus: which there are, in which order, and what each holds."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import NamedTuple

from mokpyo.data.errors import CorpusError
from mokpyo.inference.corpus.tables import RowTable


class SourceKind(StrEnum):
    """What a file holds, by its suffix."""

    JSON_LINES = "jsonl"
    PARQUET = "parquet"
    COMMAS = "csv"
    TABS = "tsv"
    PAGE = "page"
    """One article: plain text, HTML or a JSON object."""
    ROWS = "rows"
    """No file: see :class:`~mokpyo.inference.corpus.tables.RowTable`."""
    UNKNOWN = "unknown"


KINDS = {
    ".jsonl": SourceKind.JSON_LINES,
    ".ndjson": SourceKind.JSON_LINES,
    ".parquet": SourceKind.PARQUET,
    ".csv": SourceKind.COMMAS,
    ".tsv": SourceKind.TABS,
    ".txt": SourceKind.PAGE,
    ".html": SourceKind.PAGE,
    ".htm": SourceKind.PAGE,
    ".xhtml": SourceKind.PAGE,
    ".json": SourceKind.PAGE,
}
PACKED = (".gz", ".zst")
_PACKABLE = frozenset({SourceKind.JSON_LINES, SourceKind.COMMAS, SourceKind.TABS})


class Source(NamedTuple):
    """One file of the corpus, or one table."""

    path: Path
    name: str
    """What errors and the manifest call it: as given, or below the folder that was given."""
    page_id: str
    """Id of its article if it is a page: the path below the given folder, or the file's name."""
    kind: SourceKind
    table: RowTable | None = None
    """What is read if the kind is ``ROWS``."""


def kind_of(path: PurePath) -> SourceKind:
    """The kind by suffix; tables and lines may be packed (``.jsonl.gz``, ``.csv.zst``)."""
    suffix = path.suffix.lower()
    if suffix in PACKED:
        kind = KINDS.get(PurePath(path.stem).suffix.lower(), SourceKind.UNKNOWN)
        return kind if kind in _PACKABLE else SourceKind.UNKNOWN
    return KINDS.get(suffix, SourceKind.UNKNOWN)


def find_sources(inputs: Sequence[Path | RowTable]) -> list[list[Source]]:
    """The files of each input in order, or its table.

    A folder gives every file below it, sorted by path, hidden ones left out.
    Raises :class:`CorpusError` for an input that is not there, or a file whose suffix is not known; in a folder such a
    file is a source of kind ``UNKNOWN``, so that it is listed.
    """
    return [_sources(path) for path in inputs]


def _sources(path: Path | RowTable) -> list[Source]:
    if not isinstance(path, Path):
        return [Source(Path(path.name), path.name, "", SourceKind.ROWS, path)]
    if path.is_dir():
        found = [Source(file, printable(file), printable(below), kind_of(file)) for below, file in sorted(_files(path))]
        if not found:
            raise CorpusError(f"the folder {path} holds no file; give files of articles, or a folder of them")
        return found
    if not path.exists():
        raise CorpusError(f"there is no file or folder {path}; check the path")
    kind = kind_of(path)
    if kind is SourceKind.UNKNOWN:
        raise CorpusError(
            f"{path} has no suffix that tells what it holds; known are {', '.join(KINDS)}, "
            "and .jsonl, .csv and .tsv packed as .gz or .zst"
        )
    return [Source(path, printable(path), printable(path.name), kind)]


def printable(path: Path | str) -> str:
    """The path as Unicode text: bytes of it that are not UTF-8 are written as escapes."""
    return str(path).encode(errors="surrogateescape").decode(errors="backslashreplace")


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in folder.rglob("*"):
        below = file.relative_to(folder)
        if file.is_file() and not any(part.startswith(".") for part in below.parts):
            yield below.as_posix(), file
