"""What the date reader gives: mentions for everybody, readings for the linking stage."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Granularity(StrEnum):
    """The finest calendar unit that a mention names."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART = "part"
    """A part of a larger unit: 초, 중순, 말."""
    DURATION = "duration"


class Direction(StrEnum):
    """The tense of the clause around a mention, where the caller knows it."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class DateRole(StrEnum):
    """How the words after a mention use its interval; this decides which ends are stated."""

    WITHIN = "within"
    """No mark: both ends are the interval's."""
    UNTIL = "until"
    """까지, 이전: the last day is stated, the first only where 부터 names it."""
    INSIDE = "inside"
    """안에, 내에, 중에: both ends are the interval's, and it is not over yet unless the tense says so."""
    SINCE = "since"
    """부터, 이후: the first day is stated, the last is not."""
    BEFORE = "before"
    """전(에/까지): ends on the day before the interval."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in a text.

    ``start`` and ``end`` are code points into the text, half-open, josa left out. ``from_`` and ``by`` are the first
    and last day that the text states, ``None`` where it states none or where nothing ties it to the calendar:
    ``2029년까지`` has no ``from_``, ``9월부터`` no ``by``, a bare ``3년간`` neither.
    """

    start: int
    end: int
    text: str
    from_: datetime.date | None
    by: datetime.date | None
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class DateReading:
    """A mention with what the grammar knows of it."""

    mention: DateMention
    certain: bool
    """Whether the words can hardly be anything but a date (``3월 2일``, not a bare ``봄`` or ``5주``)."""
    kind: Granularity
    role: DateRole
