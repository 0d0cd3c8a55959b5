"""What passes through a corpus run: rows of a source, records that can be read, and failures with their reason."""

from typing import NamedTuple

import msgspec

from mokpyo.data.document import Article


class Row(NamedTuple):
    """One record as a source holds it, before its fields are looked at."""

    line: int | None
    """1-based: the physical line that the record ends on, or the row of a table; ``None`` for a file of one article."""
    values: dict[str, object] | None
    """``None`` where the record could not be read; ``problem`` then says why."""
    problem: str | None
    consumed: int
    """Bytes of the file that were read so far; of a compressed file, compressed ones."""


class Record(msgspec.Struct, frozen=True):
    """An article and where it came from."""

    article: Article
    source: str
    line: int | None


class Failure(msgspec.Struct, frozen=True):
    """A line of ``errors.jsonl``: a record that has no document, and why."""

    source: str
    line: int | None
    id: str | None
    """``None`` where the record's id is not known."""
    reason: str

    def __post_init__(self) -> None:
        # A reason may quote what came, be it a file name or a text, and JSON carries Unicode only.
        msgspec.structs.force_setattr(self, "reason", self.reason.encode(errors="backslashreplace").decode())
