"""Annotations apart from their texts, as the lines of a standoff file have them."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mokpyo.data.document import Bound, Label, Status
from mokpyo.data.errors import CorpusError
from mokpyo.data.offsets import Span


class StandoffEntity(msgspec.Struct, frozen=True, array_like=True):
    """``[start, end, label]``."""

    start: int
    end: int
    label: Label


class StandoffCenter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A :class:`~mokpyo.data.document.Center`; its names are the article's."""

    id: str
    name: str
    aliases: list[str]
    region: str | None
    mentions: list[Span] = []


class StandoffQuantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A :class:`~mokpyo.data.document.Quantity` without its surface."""

    start: int
    end: int
    value: int | float
    high: int | float | None
    unit: str
    bound: Bound


class StandoffDeadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A :class:`~mokpyo.data.document.Deadline` without its surface."""

    start: int
    end: int
    from_: datetime.date | None = msgspec.field(name="from")
    by: datetime.date | None


class StandoffTarget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A :class:`~mokpyo.data.document.Target` as annotated: without ``link``, ``score`` and ``evidence``."""

    id: str
    center: str | None
    quantity: StandoffQuantity
    object: str | None
    deadline: StandoffDeadline | None
    region: str | None
    status: Status
    repeat_of: str | None = None


class StandoffArticle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One article's annotation. ``source`` names the collection of texts, ``sha256`` is of the text in UTF-8."""

    id: str
    source: str
    sha256: str
    annotator: str
    published: datetime.date | None
    entities: list[StandoffEntity] = []
    centers: list[StandoffCenter]
    targets: list[StandoffTarget]


@dataclass(frozen=True)
class Refusal:
    """A line that could not be joined, and why; ``id`` is empty where the line itself cannot be read."""

    line: int
    id: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}{' ' if self.id else ''}{self.id}: {self.reason}"


def text_sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_records(path: Path) -> list[StandoffArticle]:
    """The annotations without their texts. Raises :class:`CorpusError` that lists every line that is none."""
    records, refusals = [], []
    for _, read in decode_lines(path):
        if isinstance(read, Refusal):
            refusals.append(read)
        else:
            records.append(read)
    raise_refused(path, refusals, len(records) + len(refusals))
    return records


def decode_lines(path: Path) -> Iterator[tuple[int, StandoffArticle | Refusal]]:
    """The number of each line that is not blank, and what it holds.

    Raises :class:`CorpusError` for a file that cannot be read.
    """
    decoder = msgspec.json.Decoder(StandoffArticle)
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"the annotations {path} cannot be read: {error.strerror}; check the path") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield number, Refusal(number, "", f"not an annotation in standoff form: {error}")


def raise_refused(path: Path, refusals: list[Refusal], count: int) -> None:
    """Raise :class:`CorpusError` that lists the refusals, if there is any among ``count`` lines."""
    if refusals:
        listed = "; ".join(map(str, refusals))
        raise CorpusError(f"{len(refusals)} of {count} annotations of {path} are refused: {listed}")
