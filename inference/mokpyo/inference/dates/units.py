"""The units that a date is composed of, as the scanner finds them in a text."""

from enum import IntEnum, StrEnum
from typing import NamedTuple

from mokpyo.inference.dates.interval import Duration


class Unit(IntEnum):
    """Kinds of unit, coarse to fine: inside one date each unit is finer than the one before it."""

    MODIFIER = 0
    FULL = 1
    """A whole date in figures: ``2025. 12. 16.``."""
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    HALF = 5
    SEASON = 6
    QUARTER = 7
    HOLIDAY = 8
    MONTH = 9
    WEEK = 10
    DAY = 11
    WEEKDAY = 12
    PART = 13
    DURATION = 14


class Basis(StrEnum):
    """What a unit's value is counted from."""

    ABSOLUTE = "absolute"
    """The calendar: ``2017년``; and ``8월``, ``26일``, of a year or month that stands elsewhere."""
    PUBLISHED = "published"
    """The day of publication: ``내년`` is year +1."""
    MENTIONED = "mentioned"
    """The date mentioned last: ``이듬해`` is year +1 of it."""
    NEAREST = "nearest"
    """The date mentioned last, or the day of publication where there is none: ``다음 날``, ``다음 해``."""
    TURN = "turn"
    """The turn of the year that is nearest: ``새해`` is the year that has begun or is about to."""


class Modifier(StrEnum):
    """What stands before a date and fixes its direction."""

    LAST = "last"
    NEXT = "next"
    THIS = "this"
    AHEAD = "ahead"
    """향후, 앞으로: a length of time from now on."""
    RECENT = "recent"
    EVERY = "every"


class DateUnit(NamedTuple):
    """One unit in a text, ``[start, end)``."""

    start: int
    end: int
    kind: Unit
    value: int = 0
    high: int | None = None
    """The other end of a range in figures: ``7~8월``."""
    basis: Basis = Basis.ABSOLUTE
    length: Duration | None = None
    """Of a duration."""
    date: tuple[int, int, int] | None = None
    """Year (0 where it is not given), month, day (0 where it is not given) of a whole date in figures."""
    modifier: Modifier | None = None
    certain: bool = True
