"""Reading one Korean number: digits, number words, and the mixtures of both that newspapers write.

A number is groups of four digits, each before its big multiplier (조, 억, 만); a group is digits, or coefficients
before small multipliers (천, 백, 십). ``3조2천억`` is the group 3 before 조 and the group 2천 before 억.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from mokpyo.inference.quantities.numeral_table import (
    BIG_UNITS,
    COPULA,
    COPULA_ENDINGS,
    ODD,
    SEVERAL,
    SINO_DIGITS,
    SMALL_UNITS,
    native_numbers,
)

_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,18}(?![0-9]))(?:\.[0-9]{1,12}(?![0-9]))?")
_AFTER_BLANK = re.compile(r" ([0-9]{1,3})(?![0-9,.])(?! ?(?:년|월|일|시|분)(?!간))([천백십만억조]|)")
_FULL_GROUP = 3
"""Digits that 천 leaves open: shorter ones behind a blank begin another number."""
_PARTED_MULTIPLIER = re.compile(r" (?=[만억조] ?(?:원|달러|유로|엔|위안|명|배럴|톤|t|㎡|가구|대|개|여))")
_NEXT_GROUP = re.compile(
    r" (?=[0-9]|[천백](?:[0-9여만]| [0-9]| ?(?:명|원|달러|유로|톤|가구|세대|개|건|대|곳|마리|㎡|km)(?![가-힣]{3})))"
)
"""A blank inside a number, after its big multiplier: ``2만 3천``, ``3억 천만``, ``2만 천 명``."""
_DATE_TAIL = re.compile(r" ?(?:년|월|일|시|분)(?!간)")
_ODD_STOPS = frozenset("성학자러주수유기전파")
"""Syllables that make 여 the beginning of a noun (여성, 여학생, 여주)."""

_LIMIT = 10**18
"""Numbers from here on are not read: no amount in the news reaches it, and JSON readers keep 64 bits."""
_THOUSAND = 1_000
_HUNDRED_MILLION = BIG_UNITS["억"]
_NATIVE = native_numbers()
_LONGEST_NATIVE = max(map(len, _NATIVE))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``[start, end)``; ``high`` is set by words that name a range (``두세``)."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    multiplier: int = 1
    """The last multiplier, which a range's first number may share: 10,000 in ``200만``."""
    about: bool = False
    """Whether 여, 몇 or 수 is part of it."""
    grouped: bool = False
    """Whether a big multiplier (만, 억, 조) occurs."""
    native: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    end: int
    value: Decimal
    multiplier: int
    about: bool


def read_native(text: str, start: int) -> Numeral | None:
    """The longest native number word at ``start``."""
    for length in range(min(_LONGEST_NATIVE, len(text) - start), 0, -1):
        if found := _NATIVE.get(text[start : start + length]):
            low, high = found
            upper = None if high is None else Decimal(high)
            return Numeral(start, start + length, Decimal(low), upper, about=high is not None, native=True)
    return None


def read_numeral(text: str, start: int) -> Numeral | None:
    """The number in digits, Sino-Korean words or both that begins at ``start``; ``None`` if none does."""
    total, at, end, ceiling = Decimal(0), start, start, _LIMIT
    multiplier, about = 1, False
    digits = text[start : start + 1].isdigit()
    while (group := _read_group(text, at, in_words=not digits, first=_begins(text, at, start))) is not None:
        big, after = _big_multiplier(text, group.end, ceiling)
        if group.value * big >= ceiling or not _continues(text, start, at, group, big, ceiling):
            break
        if big == 1 and group.multiplier == _THOUSAND and _HUNDRED_MILLION <= ceiling < _LIMIT:
            big = ceiling // 10**4  # 3억5천 is said for 3억5천만
        total, about, end = total + group.value * big, about or group.about, after
        multiplier = group.multiplier if after == group.end else big
        if after == group.end:
            break
        ceiling = big
        at = after + (_NEXT_GROUP.match(text, after) is not None)
    if end == start:
        return None
    if _odd_at(text, end):
        about, end = True, end + 1
    return Numeral(start, end, total, None, multiplier, about, grouped=ceiling < _LIMIT)


def _begins(text: str, at: int, start: int) -> bool:
    """Whether a group may begin with a multiplier alone: at the beginning, and behind a blank (``3억 천만``)."""
    return at == start or text[at - 1] == " "


def _continues(text: str, start: int, at: int, group: "_Group", big: int, ceiling: int) -> bool:
    """Whether a group after a blank belongs to the number: ``3억 5천만``, but not ``3억 5개소`` or ``3만 2025년``."""
    if at == start or text[at - 1] != " " or big > 1:
        return True
    if _DATE_TAIL.match(text, group.end):
        return False
    if ceiling == BIG_UNITS["만"]:
        return group.value >= 100
    return group.multiplier == _THOUSAND


def _odd_at(text: str, at: int) -> bool:
    return text[at : at + 1] in ODD and text[at + 1 : at + 2] not in _ODD_STOPS


def _big_multiplier(text: str, start: int, ceiling: int) -> tuple[int, int]:
    at = start
    if text[at : at + 1] == " " and _PARTED_MULTIPLIER.match(text, at):
        at += 1
    big = BIG_UNITS.get(text[at : at + 1], 1)
    if big == 1 or big >= ceiling or (big == BIG_UNITS["경"] and text[at + 1 : at + 2] not in {"원", " "}):
        return 1, start
    return big, at + 1


def _read_group(text: str, start: int, *, in_words: bool, first: bool) -> _Group | None:
    """A number below 10,000, or one in digits alone; takes in 여 only where a big multiplier comes next."""
    value, at, ceiling, seen = Decimal(0), start, _LIMIT, False
    multiplier, about = 1, False
    if first and text[at : at + 1] in SEVERAL and _is_multiplier(text, at + 1):
        about, at = True, at + 1
    while True:
        number, after = _coefficient(text, at, ceiling, in_words=in_words)
        small = SMALL_UNITS.get(text[after : after + 1], ceiling)
        if small >= ceiling:
            if number is not None:
                value, at, seen, multiplier = value + number, after, True, 1
            break
        if number is None and not (first or seen):
            break
        value += (Decimal(1) if number is None else number) * small
        at, ceiling, multiplier, seen = after + 1, small, small, True
        at += _blank_inside(text, at, ceiling)
    if not seen and not (first and text[at : at + 1] in BIG_UNITS):
        return None
    if _odd_at(text, at) and (text[at + 1 : at + 2] in BIG_UNITS or _PARTED_MULTIPLIER.match(text, at + 1)):
        about, at = True, at + 1
    return _Group(at, value if seen else Decimal(1), multiplier, about)


def _coefficient(text: str, at: int, ceiling: int, *, in_words: bool) -> tuple[Decimal | None, int]:
    if digits := _DIGITS.match(text, at):
        number = Decimal(digits.group().replace(",", ""))
        return (number, digits.end()) if number < ceiling else (None, at)
    word = SINO_DIGITS.get(text[at : at + 1])
    # 이 is a particle too: after digits (3천이 넘는) a word counts only before a multiplier (3천이백).
    if word is None or _is_copula(text, at) or not (in_words or _is_multiplier(text, at + 1)):
        return None, at
    return Decimal(word), at + 1


def _is_copula(text: str, at: int) -> bool:
    return text[at] == COPULA and text[at + 1 : at + 2] in COPULA_ENDINGS


def _is_multiplier(text: str, at: int) -> bool:
    character = text[at : at + 1]
    return character in SMALL_UNITS or character in BIG_UNITS


def _blank_inside(text: str, at: int, ceiling: int) -> int:
    """1 where a blank parts a group: ``7천 5백만``, ``5천 476만``, ``3천 500명``, but not ``3천 5명``."""
    rest = _AFTER_BLANK.match(text, at)
    if rest is None:
        return 0
    digits, unit = rest.groups()
    if unit in SMALL_UNITS:
        return int(SMALL_UNITS[unit] < ceiling)
    return int(Decimal(digits) < ceiling and (unit != "" or len(digits) == _FULL_GROUP))
