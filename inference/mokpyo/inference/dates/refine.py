"""Narrows an interval by one finer unit: a year by its month, a month by its day or its end."""

import datetime

from mokpyo.inference.dates import interval as calendar
from mokpyo.inference.dates.holidays_table import holiday_in
from mokpyo.inference.dates.interval import DAY, Duration, Interval
from mokpyo.inference.dates.units import DateUnit, Unit
from mokpyo.inference.dates.words_table import LAST_ORDINAL

YEAR_PARTS = {1: (1, 3), 2: (5, 4), 3: (11, 2)}
"""First month and number of months of a year's 초, 중반 and 말."""
MONTH_PARTS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
"""First and last day of a month's 초순, 중순 and 하순."""


def refine(whole: Interval, unit: DateUnit) -> Interval:
    """The part of ``whole`` that ``unit`` names. Raises ``ValueError`` where there is none."""
    low = _part(whole, unit.kind, unit.value)
    if unit.high is None:
        return low
    return calendar.days(low.first, _part(whole, unit.kind, unit.high, not_before=low.first).last)


def _part(whole: Interval, kind: Unit, value: int, not_before: datetime.date | None = None) -> Interval:
    part = _one(whole, kind, value)
    if not_before is None or part.first >= not_before:
        return part
    # 11~2월 and 28~3일 run into the next year or month.
    step = Duration(months=1) if kind is Unit.DAY else Duration(months=12)
    return _one(Interval(calendar.add(whole.first, step), calendar.add(whole.last, step)), kind, value)


def _one(whole: Interval, kind: Unit, value: int) -> Interval:
    year, month = whole.first.year, whole.first.month
    match kind:
        case Unit.HALF:
            return calendar.half(year, value) if value else whole
        case Unit.SEASON:
            return calendar.season(year, value)
        case Unit.QUARTER:
            return calendar.quarter(year, value)
        case Unit.HOLIDAY:
            return calendar.day(year, *holiday_in(value, year))
        case Unit.MONTH:
            return calendar.months(year, value)
        case Unit.WEEK:
            return calendar.nth_week(whole, -1 if value == LAST_ORDINAL else value)
        case Unit.DAY:
            return calendar.day(year, month, value)
        case Unit.WEEKDAY:
            return _weekday(whole, value)
        case Unit.PART:
            return part_of(whole, value)
        case _:
            raise ValueError(f"{kind.name} is no part of another unit")


def nth_weekday(whole: Interval, number: int, weekday: int) -> Interval:
    """The first, second … or last such day of ``whole``: 첫째 주 금요일 is the first Friday, whatever its week."""
    if number == LAST_ORDINAL:
        return _weekday(Interval(whole.last - 6 * DAY, whole.last), weekday)
    first = whole.first + 7 * (number - 1) * DAY
    return _weekday(calendar.days(first, min(first + 6 * DAY, whole.last)), weekday)


def _weekday(week: Interval, number: int) -> Interval:
    if number > 6:
        saturday = _weekday(week, 5).first
        return Interval(saturday, saturday + DAY)
    if week.first == week.last:
        return week
    only = week.first + ((number - week.first.weekday()) % 7) * DAY
    return Interval(only, calendar.days(only, week.last).first)


def part_of(whole: Interval, number: int) -> Interval:
    """초 (1), 중순 (2), 말 (3), 첫날 (4), 마지막 날 (5), 초반 (6) or 후반 (7) of an interval."""
    if number in (4, 5):
        only = whole.first if number == 4 else whole.last
        return Interval(only, only)
    if number > 5:
        return calendar.third(whole, 1 if number == 6 else 3)
    if whole == calendar.years(whole.first.year):
        return calendar.months(whole.first.year, *YEAR_PARTS[number])
    if whole == calendar.months(whole.first.year, whole.first.month):
        first, last = MONTH_PARTS[number]
        return Interval(whole.first.replace(day=first), whole.first.replace(day=min(last, whole.last.day)))
    return calendar.third(whole, number)
