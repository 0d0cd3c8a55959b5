"""A date as its units say it, before it is tied to the calendar."""

from dataclasses import dataclass
from enum import StrEnum

from mokpyo.inference.dates.mention import Granularity
from mokpyo.inference.dates.units import DateUnit, Modifier, Unit

_GRANULARITIES = {
    Unit.FULL: Granularity.DAY,
    Unit.CENTURY: Granularity.CENTURY,
    Unit.DECADE: Granularity.DECADE,
    Unit.YEAR: Granularity.YEAR,
    Unit.HALF: Granularity.HALF,
    Unit.SEASON: Granularity.SEASON,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.HOLIDAY: Granularity.DAY,
    Unit.MONTH: Granularity.MONTH,
    Unit.WEEK: Granularity.WEEK,
    Unit.DAY: Granularity.DAY,
    Unit.WEEKDAY: Granularity.DAY,
    Unit.PART: Granularity.PART,
    Unit.DURATION: Granularity.DURATION,
}


class Shift(StrEnum):
    """A word after a length that makes it a point in time."""

    BEFORE = "전"
    AFTER = "뒤"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Units in a row that name one date or period, ``[start, end)``; ``until`` is the other end of a range."""

    start: int
    end: int
    units: tuple[DateUnit, ...]
    """Without modifiers, coarse to fine; of a length of time, its parts."""
    modifier: Modifier | None = None
    shift: Shift | None = None
    until: "DateExpression | None" = None

    def unit(self, *kinds: Unit) -> DateUnit | None:
        """The first unit of one of the kinds."""
        return next((unit for unit in self.units if unit.kind in kinds), None)

    @property
    def is_length(self) -> bool:
        """Whether it is a length of time (``3년간``), not a place in the calendar."""
        return self.units[0].kind is Unit.DURATION

    @property
    def finest(self) -> Unit:
        """The kind of the last unit."""
        return self.units[-1].kind

    @property
    def granularity(self) -> Granularity:
        """The finest unit as callers see it."""
        last = self.units[-1]
        if last.kind is Unit.WEEKDAY and last.value > 6:
            return Granularity.WEEK
        if last.date is not None and not last.date[2]:
            return Granularity.MONTH
        return _GRANULARITIES[last.kind]
