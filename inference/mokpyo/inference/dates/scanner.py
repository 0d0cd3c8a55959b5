"""Finds the units of dates in a text: figures with a unit, whole dates in figures, and the words of the tables."""

import re
from collections.abc import Callable, Iterator

from mokpyo.inference.dates.figure_dates import FIGURE_BUILDERS, FIGURE_PATTERNS, century_year
from mokpyo.inference.dates.holidays_table import HOLIDAY_NAMES
from mokpyo.inference.dates.interval import Duration
from mokpyo.inference.dates.numbers_table import (
    COUNTERS_AFTER_YEAR,
    LENGTH_UNITS,
    NATIVE_NUMBERS,
    NOT_A_DATE_AFTER,
    SINO_DIGITS,
    SPELLED_CENTURIES,
    TIMES,
    WEAK_UNITS,
    WEEKS_BEFORE,
    YEARS_LONG_BEFORE,
)
from mokpyo.inference.dates.tails_table import DAY_LENGTH_SUFFIXES, LENGTH_SUFFIXES, SHIFT_SUFFIXES, TAILS
from mokpyo.inference.dates.units import Basis, DateUnit, Unit
from mokpyo.inference.dates.words_table import DATE_WORDS, ORDINALS, YEAR_SPANS

_RANGE = r"(?: ?[~∼～〜\-–·ㆍ] ?(?P<high>\d{1,4}))?"


def _any_of(words: Iterator[str] | list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", " ?") for word in longest_first)


_SHIFT = SHIFT_SUFFIXES.replace("?P<shift>", "?:")
_ORDINAL_NUMBERS = {word: number for number, row in ORDINALS.items() for word in row.split("|")}
_SPACELESS_ORDINALS = {word.replace(" ", ""): number for word, number in _ORDINAL_NUMBERS.items()}
_FIRST = "".join(
    sorted({word[0] for word in (*NATIVE_NUMBERS, *HOLIDAY_NAMES, *YEAR_SPANS, *DATE_WORDS, *_ORDINAL_NUMBERS)})
)
_BEGINNING = re.compile(rf"[\d'‘’몇수이천십{SINO_DIGITS}{_FIRST}](?:(?<![^\W_].)|(?<=\d)(?<!\d\d))")
"""Where a unit may begin but right behind another, found faster than by trying a unit at every character."""
_UNITS = re.compile(
    rf"{FIGURE_PATTERNS}"
    r"|(?P<short_year>['‘’](?P<yy>\d{2})(?:년도|년))"
    r"|(?P<quarter>(?P<q>[1-4])(?:/4 ?|사)분기)"
    rf"|(?P<number>(?P<low>\d{{1,5}})여?{_RANGE}(?P<unit> ?(?:년도|년대|년|개월|주일|분기)|개년|세기|달|월|주|일))"
    r"|(?P<nights>\d{1,2}박 ?(?P<nd>\d{1,2})일)"
    rf"|(?P<sino>(?P<tens>[{SINO_DIGITS}]?)십(?P<ones>[{SINO_DIGITS}]?)(?P<su> ?년| ?개월|월|일))"
    rf"|(?P<spelled_year>(?P<millennium>{_any_of(list(SPELLED_CENTURIES))})"
    rf"(?:(?P<year_tens>[{SINO_DIGITS}]?)십)?(?P<year_ones>[{SINO_DIGITS}]?)년)"
    rf"|(?P<spelled_length>(?P<count>[{SINO_DIGITS}])(?P<lu> ?년| ?개월| ?주일?|일)(?={LENGTH_SUFFIXES}|{_SHIFT}))"
    rf"|(?P<nth>(?P<ordinal>{_any_of(list(_ORDINAL_NUMBERS))})(?= ?[월화수목금토일]요일))"
    rf"|(?P<native>(?P<n>{_any_of(list(NATIVE_NUMBERS))}|몇|수) ?(?P<nu>달|해|주|개월|년))"
    rf"|(?P<holiday>{_any_of(list(HOLIDAY_NAMES))})"
    rf"|(?P<year_span>{_any_of(list(YEAR_SPANS))})"
    rf"|(?P<word>{_any_of(list(DATE_WORDS))})"
    r"|(?P<bare_year>20[1-3]\d(?= [가-힣A-Z]))"
)
_SPACELESS_WORDS = {word.replace(" ", ""): meaning for word, meaning in DATE_WORDS.items()}
_SPACELESS_HOLIDAYS = {name.replace(" ", ""): index for index, name in enumerate(HOLIDAY_NAMES)}
_INNER_WORDS = [word for word, meaning in DATE_WORDS.items() if Unit.HALF <= meaning.kind <= Unit.PART]
_TAIL = re.compile(rf"(?:{_any_of(TAILS.split('|'))}){{0,4}}(?![가-힣])|{_any_of(_INNER_WORDS)}")
_LENGTH_FOLLOWS = re.compile(rf"{LENGTH_SUFFIXES}|{SHIFT_SUFFIXES}")
_DAYS_FOLLOW = re.compile(DAY_LENGTH_SUFFIXES)
_COUNTER = re.compile(rf"\s(?:{_any_of(COUNTERS_AFTER_YEAR.split())})")
_YEARS_LONG = re.compile(rf" ?(?:{_any_of(YEARS_LONG_BEFORE.split())})")
_RATE = re.compile(rf" \d+ ?(?:{_any_of(TIMES.split())})")
_WEEKS_FOLLOW = re.compile(
    rf" ?(?:이내|안에|내에|내로)|{LENGTH_SUFFIXES}|{SHIFT_SUFFIXES}| (?:{_any_of(WEEKS_BEFORE.split())})"
)


def scan_units(text: str) -> list[DateUnit]:
    """All units of ``text`` in order; they do not overlap."""
    found: list[DateUnit] = []
    at = 0
    while match := _next_match(text, at, adjoining=bool(found) and found[-1].end == at):
        unit = None
        if _starts_freely(text, match, found):
            unit = _BUILDERS[str(match.lastgroup)](match)
        if unit is None:
            at = match.start() + 1
        else:
            found.append(unit)
            at = unit.end
    return found


def _next_match(text: str, at: int, *, adjoining: bool) -> re.Match[str] | None:
    """The first unit from ``at`` on; ``adjoining`` says that another one ends there."""
    if adjoining and (match := _UNITS.match(text, at)):
        return match
    while beginning := _BEGINNING.search(text, at):
        if match := _UNITS.match(text, beginning.start()):
            return match
        at = beginning.end()
    return None


def tail_is_plain(text: str, end: int) -> bool:
    """Whether the word that holds ``end`` goes on with josa, a date word, or not at all."""
    return _TAIL.match(text, end) is not None


def _starts_freely(text: str, match: re.Match[str], found: list[DateUnit]) -> bool:
    start = match.start()
    if start == 0 or (found and found[-1].end == start):
        return True
    before = text[start - 1]
    if not match.group()[0].isdigit():
        return not before.isalnum()
    if before in ".,/:·-" and start > 1:
        return not text[start - 2].isdecimal()
    return not (before.isdecimal() or (before.isascii() and before.isalpha()) or before == "제")


def _short_year(match: re.Match[str]) -> DateUnit | None:
    if _LENGTH_FOLLOWS.match(match.string, match.end()) or _YEARS_LONG.match(match.string, match.end()):
        return None
    return DateUnit(match.start(), match.end(), Unit.YEAR, century_year(int(match["yy"])))


def _quarter(match: re.Match[str]) -> DateUnit:
    return DateUnit(match.start(), match.end(), Unit.QUARTER, int(match["q"]))


def _number(match: re.Match[str]) -> DateUnit | None:
    low, unit = int(match["low"]), match["unit"].strip()
    high = int(match["high"]) if match["high"] else None
    start, end = match.start(), match.end()
    if any(match.string.startswith(letters, end) for letters in NOT_A_DATE_AFTER.get(unit, "").split()):
        return None
    if unit == "일" and low == 1 and _RATE.match(match.string, end):
        return None
    if unit == "년대":
        return DateUnit(start, end, Unit.DECADE, low if low > 99 else 1900 + low)
    if unit == "세기":
        return DateUnit(start, end, Unit.CENTURY, low) if 1 <= low <= 30 else None
    kind = _calendar_kind(match.string, end, low, unit)
    if kind is None:
        return _length(match, low, high, unit)
    if kind is Unit.YEAR:
        low = low if low > 99 else century_year(low)
        high = high + low // 100 * 100 if high is not None and high < 100 else high
    return DateUnit(start, end, kind, low, high)


def _calendar_kind(text: str, end: int, number: int, unit: str) -> Unit | None:
    if unit == "년도" and (number > 99 or (number > 9 and not _YEARS_LONG.match(text, end))):
        return Unit.YEAR
    if unit == "년" and 1000 <= number <= 2999:
        return Unit.YEAR
    if unit == "월" and 1 <= number <= 12:
        return Unit.MONTH
    if unit == "분기" and 1 <= number <= 4:
        return Unit.QUARTER
    if unit == "일" and 1 <= number <= 31 and not _DAYS_FOLLOW.match(text, end):
        return Unit.DAY
    return None


def _length(match: re.Match[str], low: int, high: int | None, unit: str) -> DateUnit | None:
    end = match.end()
    if unit == "년도":
        unit, end = "년", end - 1
    if unit not in LENGTH_UNITS or unit == "달":
        return None
    certain = unit not in WEAK_UNITS or _WEEKS_FOLLOW.match(match.string, end) is not None
    many = high if high is not None else low
    one = LENGTH_UNITS[unit]
    length = Duration(one.months * many, one.days * many)
    return DateUnit(match.start(), end, Unit.DURATION, low, high, length=length, certain=certain)


def _nights(match: re.Match[str]) -> DateUnit:
    return DateUnit(match.start(), match.end(), Unit.DURATION, length=Duration(days=int(match["nd"])))


def _sino(match: re.Match[str]) -> DateUnit | None:
    """``이십오일``: only from ten on, since 이일 and 사월 are mostly something else."""
    if not (tail_is_plain(match.string, match.end()) or match.string[match.end() :][:1].isdecimal()):
        return None
    number = _digits(match["tens"], match["ones"], ten_said=True)
    unit = match["su"].strip()
    kind = _calendar_kind(match.string, match.end(), number, unit)
    if kind is not None:
        return DateUnit(match.start(), match.end(), kind, number)
    if unit == "월":
        return None
    one = LENGTH_UNITS[unit]
    length = Duration(one.months * number, one.days * number)
    return DateUnit(match.start(), match.end(), Unit.DURATION, number, length=length)


def _digits(tens: str | None, ones: str, *, ten_said: bool) -> int:
    """The number below a hundred that spelled tens and ones make."""
    ten = (SINO_DIGITS.index(tens) + 1 if tens else 1) if ten_said else 0
    return 10 * ten + (SINO_DIGITS.index(ones) + 1 if ones else 0)


def _spelled_year(match: re.Match[str]) -> DateUnit:
    rest = _digits(match["year_tens"], match["year_ones"], ten_said=match["year_tens"] is not None)
    return DateUnit(match.start(), match.end(), Unit.YEAR, SPELLED_CENTURIES[match["millennium"]] + rest)


def _spelled_length(match: re.Match[str]) -> DateUnit | None:
    """``삼 년간``, ``오일 뒤``: below ten only where what follows makes it a length; 이일 and 일일 are mostly words."""
    number, one = SINO_DIGITS.index(match["count"]) + 1, LENGTH_UNITS[match["lu"].strip()]
    if one == LENGTH_UNITS["일"] and number < 3:
        return None
    length = Duration(one.months * number, one.days * number)
    return DateUnit(match.start(), match.end(), Unit.DURATION, number, length=length)


def _nth(match: re.Match[str]) -> DateUnit:
    return DateUnit(match.start(), match.end(), Unit.WEEK, _SPACELESS_ORDINALS[match.group().replace(" ", "")])


def _native(match: re.Match[str]) -> DateUnit | None:
    unit, end = match["nu"], match.end()
    follows = (_WEEKS_FOLLOW if unit == "주" else _LENGTH_FOLLOWS).match(match.string, end) is not None
    # 수해 is a flood.
    if match.group() == "수해" or not (follows or tail_is_plain(match.string, end)):
        return None
    count, one = NATIVE_NUMBERS.get(match["n"]), LENGTH_UNITS[unit]
    length = None if count is None else Duration(one.months * count, one.days * count)
    certain = follows or unit != "주"
    return DateUnit(match.start(), end, Unit.DURATION, count or 0, length=length, certain=certain)


def _holiday(match: re.Match[str]) -> DateUnit | None:
    if not tail_is_plain(match.string, match.end()):
        return None
    return DateUnit(match.start(), match.end(), Unit.HOLIDAY, _SPACELESS_HOLIDAYS[match.group().replace(" ", "")])


def _year_span(match: re.Match[str]) -> DateUnit | None:
    if not tail_is_plain(match.string, match.end()):
        return None
    part = YEAR_SPANS[match.group()]
    kind = Unit.PART if part else Unit.YEAR
    return DateUnit(match.start(), match.end(), kind, part, basis=Basis.PUBLISHED)


def _word(match: re.Match[str]) -> DateUnit | None:
    end = match.end()
    if not (tail_is_plain(match.string, end) or match.string[end : end + 1].isdecimal()):
        return None
    word = _SPACELESS_WORDS[match.group().replace(" ", "")]
    return DateUnit(
        match.start(),
        end,
        word.kind,
        word.value,
        basis=word.basis,
        length=word.length,
        modifier=word.modifier,
        certain=word.certain,
    )


def _bare_year(match: re.Match[str]) -> DateUnit | None:
    if _COUNTER.match(match.string, match.end()):
        return None
    return DateUnit(match.start(), match.end(), Unit.YEAR, int(match.group()))


_BUILDERS: dict[str, Callable[[re.Match[str]], DateUnit | None]] = {
    **FIGURE_BUILDERS,
    "short_year": _short_year,
    "quarter": _quarter,
    "number": _number,
    "nights": _nights,
    "sino": _sino,
    "spelled_year": _spelled_year,
    "spelled_length": _spelled_length,
    "nth": _nth,
    "native": _native,
    "holiday": _holiday,
    "year_span": _year_span,
    "word": _word,
    "bare_year": _bare_year,
}
