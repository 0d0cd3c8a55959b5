"""Composes units into expressions: ``지난해 | 12월 | 5일`` is one date, ``1년 | 6개월 | 동안`` one length of time."""

import re
from collections.abc import Sequence

from mokpyo.inference.dates.expression import DateExpression, Shift
from mokpyo.inference.dates.figure_dates import century_year
from mokpyo.inference.dates.interval import Duration
from mokpyo.inference.dates.scanner import scan_units
from mokpyo.inference.dates.tails_table import LENGTH_SUFFIXES, SHIFT_SUFFIXES
from mokpyo.inference.dates.units import Basis, DateUnit, Modifier, Unit
from mokpyo.inference.dates.words_table import FIRST_AND_LAST_DAY

_LENGTH_END = re.compile(LENGTH_SUFFIXES)
_SHIFT_END = re.compile(SHIFT_SUFFIXES)
_HALF_MORE = re.compile(r" ?반(?![가-힣])(?!\S)|(?<=[년달]) ?반(?= ?동안|간)")
_RANGE_MARK = re.compile(r"\.? ?[~∼～〜–-] ?")
_AND = frozenset({" 그리고 ", " 하고 ", "하고 "})
"""Between the parts of a length: ``한 달 그리고 이틀``."""
_COMING = frozenset({Modifier.AHEAD, Modifier.RECENT})
_WHOLE_UNITS = {Unit.YEAR: Duration(months=12), Unit.MONTH: Duration(months=1)}
_FOLLOWERS: dict[Unit, frozenset[Unit]] = {
    Unit.FULL: frozenset({Unit.WEEKDAY}),
    Unit.CENTURY: frozenset({Unit.PART}),
    Unit.DECADE: frozenset({Unit.PART}),
    Unit.YEAR: frozenset({Unit.HALF, Unit.SEASON, Unit.QUARTER, Unit.HOLIDAY, Unit.MONTH, Unit.WEEK, Unit.PART}),
    Unit.HALF: frozenset({Unit.PART}),
    Unit.SEASON: frozenset({Unit.PART}),
    Unit.QUARTER: frozenset({Unit.PART}),
    Unit.HOLIDAY: frozenset(),
    Unit.MONTH: frozenset({Unit.WEEK, Unit.DAY, Unit.PART}),
    Unit.WEEK: frozenset({Unit.WEEKDAY, Unit.PART}),
    Unit.DAY: frozenset({Unit.WEEKDAY}),
    Unit.WEEKDAY: frozenset(),
    Unit.PART: frozenset(),
}
"""What may stand directly after each unit inside one date."""


def read_expressions(text: str) -> list[DateExpression]:
    """All dates and lengths of time in ``text``, in order, not overlapping; ranges joined."""
    units = scan_units(text)
    found: list[DateExpression] = []
    at = 0
    while at < len(units):
        expression, at = _read_one(text, units, at)
        if expression is None:
            continue
        joined = _join_range(text, found[-1], expression) if found else None
        if joined is None:
            found.append(expression)
        else:
            found[-1] = joined
    return found


def _read_one(text: str, units: Sequence[DateUnit], at: int) -> tuple[DateExpression | None, int]:
    start, modifier = units[at].start, None
    while at < len(units) and units[at].kind is Unit.MODIFIER:
        start, modifier = (units[at].start if modifier is None else start), units[at].modifier
        if at + 1 == len(units) or not _adjoins(text, units[at].end, units[at + 1].start):
            return None, at + 1
        at += 1
    first = _fitted(text, units, at, modifier)
    if first.kind is Unit.DURATION:
        return _read_length(text, units, at, start, modifier)
    if first.kind is Unit.PART and first.basis is Basis.ABSOLUTE:
        return None, at + 1
    return _read_date(text, units, at, start, modifier, first)


def _adjoins(text: str, end: int, start: int) -> bool:
    return text[end:start] in ("", " ", "  ", "\u00a0")


def _connects(text: str, last: DateUnit, unit: DateUnit) -> bool:
    """Whether two units may be of one date; 의 joins an ordinal part (``7월의 마지막 주``), a comma a weekday."""
    if _adjoins(text, last.end, unit.start):
        return True
    gap = text[last.end : unit.start]
    if gap == "의 ":
        return unit.kind is Unit.WEEK or (unit.kind is Unit.PART and unit.value in FIRST_AND_LAST_DAY)
    return gap == ", " and unit.kind is Unit.WEEKDAY and last.kind in (Unit.DAY, Unit.FULL)


def _fitted(text: str, units: Sequence[DateUnit], at: int, modifier: Modifier | None) -> DateUnit:
    """The unit as its neighbours make it: ``87년 6월`` is a year, ``최근 5일`` a number of days."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    short_year = unit.kind is Unit.DURATION and text[unit.start : unit.end].endswith("년") and 50 <= unit.value <= 99
    if (
        short_year
        and following
        and following.kind in (Unit.MONTH, Unit.PART)
        and _adjoins(text, unit.end, following.start)
    ):
        return unit._replace(kind=Unit.YEAR, value=century_year(unit.value), length=None)
    if unit.kind is Unit.DAY and modifier in _COMING and unit.basis is Basis.ABSOLUTE:
        return unit._replace(kind=Unit.DURATION, length=Duration(days=unit.high or unit.value))
    if unit.kind is Unit.QUARTER and modifier in _COMING and text[unit.start : unit.end][0].isdigit():
        return unit._replace(kind=Unit.DURATION, length=Duration(months=3 * (unit.high or unit.value)))
    return unit


def _read_length(
    text: str, units: Sequence[DateUnit], at: int, start: int, modifier: Modifier | None
) -> tuple[DateExpression, int]:
    parts = [_fitted(text, units, at, modifier)]
    at += 1
    while at < len(units) and _continues_length(text, parts[-1], units[at]):
        parts.append(_as_length(units[at]))
        at += 1
    parts[-1], end = _with_half(text, parts[-1])
    shift = None
    if suffix := _LENGTH_END.match(text, end):
        end = suffix.end()
        parts[-1] = parts[-1]._replace(certain=True)
    elif suffix := _SHIFT_END.match(text, end):
        end, shift = suffix.end(), Shift.BEFORE if suffix["shift"] == "전" else Shift.AFTER
    return DateExpression(start, end, tuple(parts), modifier, shift), at


def _continues_length(text: str, last: DateUnit, unit: DateUnit) -> bool:
    joined = _adjoins(text, last.end, unit.start) or text[last.end : unit.start] in _AND
    if not joined or last.length is None:
        return False
    length = _as_length(unit).length
    return length is not None and length < last.length


def _as_length(unit: DateUnit) -> DateUnit:
    if unit.kind is Unit.DAY and unit.basis is Basis.ABSOLUTE:
        return unit._replace(kind=Unit.DURATION, length=Duration(days=unit.value))
    if unit.kind is Unit.MONTH and unit.basis is Basis.ABSOLUTE and unit.value < 12:
        # The law counts months so: 징역 2년 6월.
        return unit._replace(kind=Unit.DURATION, length=Duration(months=unit.value))
    return unit if unit.kind is Unit.DURATION else unit._replace(length=None)


def _with_half(text: str, unit: DateUnit) -> tuple[DateUnit, int]:
    """``3년 반``: half of one year more."""
    more = _HALF_MORE.match(text, unit.end)
    if more is None or unit.length is None or not unit.length.months:
        return unit, unit.end
    yearly = unit.length.months % 12 == 0
    longer = unit.length.plus(Duration(months=6) if yearly else Duration(days=15))
    return unit._replace(length=longer, end=more.end()), more.end()


def _read_date(
    text: str, units: Sequence[DateUnit], at: int, start: int, modifier: Modifier | None, first: DateUnit
) -> tuple[DateExpression, int]:
    parts, end = [first], first.end
    at += 1
    while at < len(units) and _connects(text, parts[-1], units[at]):
        unit = units[at]
        if unit.kind is Unit.DURATION and unit.length == _WHOLE_UNITS.get(parts[-1].kind):
            suffix = _LENGTH_END.match(text, unit.end)
            return DateExpression(start, suffix.end() if suffix else unit.end, tuple(parts), modifier), at + 1
        if not _may_follow(parts[-1], unit):
            break
        parts.append(_weekend(text, unit) if parts[-1].kind is Unit.WEEK else unit)
        end, at = unit.end, at + 1
    return DateExpression(start, end, tuple(parts), modifier), at


def _weekend(text: str, unit: DateUnit) -> DateUnit:
    """``이번 주 | 말`` is no end of the week but its Saturday and Sunday."""
    return unit._replace(kind=Unit.WEEKDAY, value=7) if text[unit.start : unit.end] == "말" else unit


def _may_follow(last: DateUnit, unit: DateUnit) -> bool:
    if unit.kind not in _FOLLOWERS[last.kind]:
        return False
    if unit.kind is Unit.PART:
        return True
    return unit.basis is Basis.ABSOLUTE and last.high is None


def _join_range(text: str, low: DateExpression, high: DateExpression) -> DateExpression | None:
    """``3월 5일~4월 2일`` as one expression."""
    if low.is_length or high.is_length or low.until or high.until or high.modifier:
        return None
    mark = _RANGE_MARK.match(text, low.end)
    if mark is None or mark.end() != high.start:
        return None
    return DateExpression(low.start, high.end, low.units, low.modifier, until=high)
