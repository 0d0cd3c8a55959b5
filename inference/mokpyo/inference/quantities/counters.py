"""The unit or counter that stands after a number."""

import re
from dataclasses import dataclass

from mokpyo.inference.quantities.context_table import TAIL
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.unit_table import (
    ANAPHORIC,
    EXCEEDING,
    FIRST_COUNTERS,
    GLUED_NATIVE_COUNTERS,
    NATIVE_COUNTERS,
    OTHER_WORDS,
    UNCERTAIN_AFTER_ONE,
)
from mokpyo.inference.quantities.units import LONGEST, UNITS, Unit

_TAIL = re.compile(TAIL)
_LATIN = re.compile(r"[A-Za-z0-9_@]")
_FREE = frozenset({"개", "명", "원", "곳", "년", "월", "일", "시"})
"""One-syllable units after which a noun may be glued on: ``5개팀``, ``3년차``."""
_NATIVE = frozenset(spelling.replace("_", " ") for spelling in NATIVE_COUNTERS.split())
# 분 counts minutes after digits, and people, politely, after a native word.
_PEOPLE = Unit("분", "분", QuantityKind.COUNT, Dimension.PEOPLE, None)
_GLUED_NATIVE = frozenset(GLUED_NATIVE_COUNTERS.split())


@dataclass(frozen=True, slots=True)
class Counter:
    """A unit in its place, ``[start, end)``; ``certain`` where it cannot be the beginning of another word."""

    start: int
    end: int
    unit: Unit
    certain: bool = True


def is_hangul(character: str) -> bool:
    """Whether ``character`` is a composed Hangul syllable; ``""`` is not."""
    return "가" <= character <= "힣"


def read_counter(text: str, at: int) -> Counter | None:
    """The longest unit at ``at``, or behind one blank, that the text after it lets stand as a word."""
    start = at + (text[at : at + 1] == " ")
    if text.startswith(EXCEEDING, start) or (start > at and text.startswith(OTHER_WORDS, start)):
        return None
    for length in range(min(LONGEST, len(text) - start), 0, -1):
        unit = UNITS.get(text[start : start + length])
        if unit is not None and _ends_word(text, start, start + length, spaced=start > at):
            return Counter(start, start + length, unit)
        if unit is not None and length > 1 and unit.kind is QuantityKind.DURATION:
            return Counter(start, start + length, unit)  # 6개월동안, 2주년기념
    return None


def _ends_word(text: str, start: int, end: int, *, spaced: bool) -> bool:
    following, last = text[end : end + 1], text[end - 1]
    if not following:
        return True
    if last.isascii() and last.isalpha():
        return _LATIN.match(following) is None
    if not is_hangul(following) or not is_hangul(last):
        return True
    if end - start == 1 and text[start] in _FREE and not spaced:
        return True
    return _TAIL.match(text, end) is not None


def read_native_counter(text: str, at: int, number: str) -> Counter | None:
    """The counter after a native number word, which few counters may follow without a blank."""
    spaced = text[at : at + 1] == " "
    counters = _NATIVE if spaced else _GLUED_NATIVE
    start = at + spaced
    for length in range(min(LONGEST, len(text) - start), 0, -1):
        spelling = text[start : start + length]
        if number == "첫" and spelling not in FIRST_COUNTERS:
            continue
        if spelling in counters and _ends_word(text, start, start + length, spaced=True):
            certain = spelling not in ANAPHORIC and not (number == "한" and spelling in UNCERTAIN_AFTER_ONE)
            return Counter(start, start + length, _PEOPLE if spelling == "분" else UNITS[spelling], certain)
    return None


def particle_follows(text: str, at: int) -> bool:
    """Whether a josa, the copula or a suffix begins at ``at``."""
    return _TAIL.match(text, at) is not None
