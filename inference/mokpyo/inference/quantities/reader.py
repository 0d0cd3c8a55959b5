"""Quantities of a text: found by themselves, or read from a span that someone else has marked."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mokpyo.data.document import Quantity
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import check_span
from mokpyo.inference.quantities.bounds import read_bound
from mokpyo.inference.quantities.composed import read_composed
from mokpyo.inference.quantities.grammar import Phrase, named_number
from mokpyo.inference.quantities.kinds import QuantityKind, QuantityReading
from mokpyo.inference.quantities.marked import read_alone, read_marked
from mokpyo.inference.quantities.scanner import after_failure, next_candidate, plain

_NUMBER_TAGS = ("MM", "NR", "SN", "XPN", "NNG")
"""Parts of speech that a number word may have in Kiwi's analysis."""


def read_quantities(text: str) -> list[Quantity]:
    """What the grammar reads with certainty, in text order, without overlap.

    Dates, durations, clock times, line and road numbers are not quantities.
    """
    return [reading.quantity for reading in find_quantities(text) if reading.certain and reading.kind.is_entity]


def find_quantities(text: str, morphemes: Sequence[Morpheme] | None = None) -> list[QuantityReading]:
    """Every number with a unit of the tables, in text order, without overlap, of any kind and certainty.

    With ``morphemes`` (offsets into ``text``), a number in words is certain only where the analyser sees one too.
    """
    numbers = None if morphemes is None else {m.start for m in morphemes if m.tag.startswith(_NUMBER_TAGS)}
    return [
        _reading(text, phrase, certain=phrase.certain and (numbers is None or _seen(text, phrase, numbers)))
        for phrase in _phrases(plain(text))
    ]


def read_quantity_at(text: str, start: int, end: int) -> QuantityReading | None:
    """The quantity that the span ``[start, end)`` holds, normalised; the span stays exactly as given.

    ``None`` where the span holds no number. The text around it tells the bound and the other end of a range.
    Raises :class:`~mokpyo.data.errors.OffsetError` for a span outside the text.
    """
    check_span(text, start, end, "the quantity")
    phrase = read_marked(plain(text), start, end)
    return None if phrase is None else _reading(text, phrase, certain=phrase.certain)


def holds_number(text: str, start: int, end: int) -> bool:
    """Whether :func:`read_quantity_at` reads anything in the span ``[start, end)``."""
    return read_alone(plain(text)[start:end]) is not None


def _phrases(text: str) -> Iterator[Phrase]:
    at = 0
    while (candidate := next_candidate(text, at)) is not None:
        phrase = _read(text, candidate)
        if phrase is not None:
            yield phrase
            at = phrase.end
        elif candidate.lastgroup in {"skip", "signed"}:
            at = candidate.end()
        else:
            at = after_failure(text, candidate.end() if candidate.lastgroup == "ordinal" else candidate.start())


def _read(text: str, candidate: re.Match[str]) -> Phrase | None:
    match candidate.lastgroup:
        case "skip":
            return None
        case "age" | "relative" as group:
            return named_number(*candidate.span(group), candidate.group(group), QuantityKind.AGE)
        case "season":
            return named_number(*candidate.span(), candidate.group().removeprefix("시즌"), QuantityKind.NAME)
        case _:
            return read_composed(text, candidate.start())


def _seen(text: str, phrase: Phrase, numbers: set[int]) -> bool:
    return phrase.start in numbers or not text[phrase.start].isalpha()


def _reading(text: str, phrase: Phrase, *, certain: bool) -> QuantityReading:
    quantity = Quantity(
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        value=_number(phrase.value),
        high=None if phrase.high is None else _number(phrase.high),
        unit=phrase.unit,
        bound=read_bound(text, phrase.start, phrase.end, about=phrase.about),
    )
    return QuantityReading(quantity, phrase.kind, certain, phrase.dimension)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
