"""Closed intervals of days, and the calendar units as such intervals.

Every function raises ``ValueError`` or ``OverflowError`` for what the calendar does not have (30 February, year 0).
"""

import calendar
import datetime
from typing import NamedTuple

DAY = datetime.timedelta(days=1)


class Interval(NamedTuple):
    """All days from ``first`` to ``last``, both included."""

    first: datetime.date
    last: datetime.date


class Duration(NamedTuple):
    """A length of calendar time; a year is 12 months, a week 7 days."""

    months: int = 0
    days: int = 0

    def plus(self, other: "Duration") -> "Duration":
        """Both lengths together."""
        return Duration(self.months + other.months, self.days + other.days)


def add(day: datetime.date, length: Duration, sign: int = 1) -> datetime.date:
    """``day`` moved by ``length``; a day of the month that is too large becomes the last one (31 Jan + 1 month)."""
    index = day.year * 12 + day.month - 1 + sign * length.months
    year, month = divmod(index, 12)
    last = calendar.monthrange(_checked(year), month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last)) + datetime.timedelta(days=sign * length.days)


def _checked(year: int) -> int:
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ValueError(f"year {year} is outside the calendar")
    return year


def days(first: datetime.date, last: datetime.date) -> Interval:
    """The interval between two days."""
    if last < first:
        raise ValueError(f"{last} lies before {first}")
    return Interval(first, last)


def months(year: int, month: int, count: int = 1) -> Interval:
    """``count`` whole months from ``month`` (1 to 12) of ``year`` on."""
    first = datetime.date(year, month, 1)
    return Interval(first, add(first, Duration(months=count)) - DAY)


def years(year: int, count: int = 1) -> Interval:
    """``count`` whole years from ``year`` on."""
    return Interval(datetime.date(year, 1, 1), datetime.date(year + count - 1, 12, 31))


def half(year: int, number: int) -> Interval:
    """상반기 (1) or 하반기 (2) of a year."""
    return months(year, 6 * number - 5, 6)


def quarter(year: int, number: int) -> Interval:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3)


def season(year: int, number: int) -> Interval:
    """봄 (1), 여름 (2), 가을 (3) or 겨울 (4), three months each from March on; winter ends in the next year."""
    return months(year, 3 * number, 3)


def week(day: datetime.date) -> Interval:
    """Monday to Sunday around ``day``."""
    monday = day - datetime.timedelta(days=day.weekday())
    return Interval(monday, monday + 6 * DAY)


def nth_week(whole: Interval, number: int) -> Interval:
    """The week of a month or year, counted as ISO 8601 and KS X do: the first one is that with its first Thursday.

    A ``number`` that is negative counts from the end. Raises ``ValueError`` where there are fewer weeks.
    """
    thursday = whole.first + ((3 - whole.first.weekday()) % 7) * DAY
    count = (whole.last - thursday).days // 7 + 1
    if not -count <= number <= count or not number:
        raise ValueError(f"no week {number} between {whole.first} and {whole.last}")
    return week(thursday + 7 * (number - 1 if number > 0 else count + number) * DAY)


def day(year: int, month: int, number: int) -> Interval:
    """One day."""
    only = datetime.date(year, month, number)
    return Interval(only, only)


def third(whole: Interval, number: int) -> Interval:
    """The first, second or last third (1, 2, 3) of an interval, by days."""
    length = (whole.last - whole.first).days + 1
    cuts = [whole.first + datetime.timedelta(days=round(length * part / 3)) for part in (number - 1, number)]
    return days(cuts[0], cuts[1] - DAY)
