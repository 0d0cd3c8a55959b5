"""Reading a span that a tagger or an annotator has marked, even where the tables do not know its counter."""

import functools
import re
from dataclasses import replace
from decimal import Decimal

from mokpyo.inference.quantities.composed import read_composed, signed_at
from mokpyo.inference.quantities.counters import read_counter
from mokpyo.inference.quantities.grammar import Phrase, read_phrase
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.numeral_table import NATIVE_ALONE
from mokpyo.inference.quantities.numerals import Numeral, read_native, read_numeral
from mokpyo.inference.quantities.units import UNITS, WON

_RESULT = re.compile(r"([0-9]{1,3})(?: ?[-–:] ?| ?대 ?)([0-9]{1,3})$")
_SLASHED = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_PREFIX = re.compile(r"[^0-9]*")
_KNOWN_SURFACES = 4096
"""Spans of which the reading is remembered: several blocks ask for the same one."""


def read_marked(text: str, start: int, end: int) -> Phrase | None:
    """The phrase that fills ``[start, end)``; ``None`` where no number stands in it."""
    phrase = read_alone(text[start:end])
    if phrase is None:
        return None
    phrase = replace(phrase, start=start, end=end)
    return signed_at(text, _in_context(text, phrase))


@functools.lru_cache(_KNOWN_SURFACES)
def read_alone(surface: str) -> Phrase | None:
    """What a marked span says without the text around it; ``None`` where no number stands in it."""
    return _ratio(surface) or _result(surface) or _whole(surface) or _any_number(surface)


def _in_context(text: str, phrase: Phrase) -> Phrase:
    """With the kind, and a range's other end, that the text after the span gives."""
    around = read_phrase(text, phrase.start)
    if around is None or around.end < phrase.end:
        return phrase
    if around.end == phrase.end or around.kind is QuantityKind.ROUTE:
        if (phrase.kind, phrase.certain) == (around.kind, around.certain):
            return phrase
        return replace(phrase, kind=around.kind, certain=around.certain)
    if phrase.high is None and around.high is not None and around.unit == (phrase.unit or around.unit):
        return replace(phrase, value=around.value, high=around.high, unit=around.unit, kind=around.kind)
    return phrase


def _result(surface: str) -> Phrase | None:
    """A result or ratio: ``4-1``, ``53대 46``, ``1:3``."""
    match = _RESULT.match(surface)
    if match is None:
        return None
    number = read_numeral(surface, match.start(1))
    other = read_numeral(surface, match.start(2))
    if number is None or other is None:
        return None
    return replace(_plain(surface, number, "", QuantityKind.SCORE), high=other.value)


def _ratio(surface: str) -> Phrase | None:
    """A fraction with a slash: ``5/12``."""
    match = _SLASHED.fullmatch(surface)
    number = read_numeral(surface, 0) if match else None
    if match is None or number is None or int(match.group(2)) == 0:
        return None
    return replace(
        _plain(surface, number, "", QuantityKind.SHARE),
        value=number.value / int(match.group(2)),
        dimension=Dimension.RATIO,
    )


def _whole(surface: str) -> Phrase | None:
    phrase = read_composed(surface, 0)
    return phrase if phrase is not None and phrase.end == len(surface) else None


def _any_number(surface: str) -> Phrase | None:
    """The first number of a span, and what follows it as the unit, as far as the tables know it."""
    number, prefix = _first_number(surface)
    if number is None:
        return None
    rest = surface[number.end :].strip()
    counter = read_counter(surface, number.end)
    if counter is not None and surface[counter.end : counter.end + 1] == " ":
        kind = QuantityKind.NAME if counter.unit.spelling == "기" else counter.unit.kind
        return _plain(surface, number, counter.unit.spelling, kind)
    if not rest and number.grouped and number.value >= 10**8:
        return _plain(surface, number, WON.spelling, QuantityKind.MONEY)
    kind = UNITS[rest].kind if rest in UNITS else QuantityKind.COUNT
    if not rest and prefix:
        kind = QuantityKind.NAME
    return _plain(surface, number, rest, kind)


def _first_number(surface: str) -> tuple[Numeral | None, str]:
    if surface in NATIVE_ALONE:
        return Numeral(0, len(surface), Decimal(NATIVE_ALONE[surface]), native=True), ""
    if number := read_native(surface, 0) or read_numeral(surface, 0):
        return number, ""
    prefix = _PREFIX.match(surface)
    at = prefix.end() if prefix else 0
    return (read_numeral(surface, at) if at < len(surface) else None), surface[:at].strip()


def _plain(surface: str, number: Numeral, unit: str, kind: QuantityKind) -> Phrase:
    dimension = UNITS[unit].dimension if unit in UNITS else None
    return Phrase(0, len(surface), number.value, number.high, unit, kind, dimension, number.about, certain=False)
