"""Ties a date to the calendar: by its own year, by a date before it in the sentence, or by the publication date."""

import datetime
from collections.abc import Callable, Sequence

from mokpyo.inference.dates import interval as calendar
from mokpyo.inference.dates.choose import choose
from mokpyo.inference.dates.context import DateContext, ResolvedDate
from mokpyo.inference.dates.expression import DateExpression
from mokpyo.inference.dates.interval import DAY, Duration, Interval
from mokpyo.inference.dates.mention import DateRole, Direction
from mokpyo.inference.dates.refine import nth_weekday, refine
from mokpyo.inference.dates.units import Basis, DateUnit, Modifier, Unit

LIST_GAP = 8
"""A day without a month takes it from a date at most this many characters before: ``3월 4일과 5일``."""
WEEKEND = 7
"""The number of 주말 among the weekdays."""
TURN_DAYS = 122
"""From September on 새해 is the coming year."""
_IN_A_YEAR = frozenset({Unit.HALF, Unit.SEASON, Unit.QUARTER, Unit.HOLIDAY, Unit.MONTH, Unit.PART})


def resolve_calendar(expression: DateExpression, role: DateRole, context: DateContext) -> tuple[Interval | None, bool]:
    """The interval, or ``None`` where nothing ties it down, and whether its year is known rather than inferred."""
    if expression.modifier is Modifier.EVERY:
        return None, False
    try:
        low, known = _resolve(expression, role, context)
        if low is None or expression.until is None:
            return low, known
        start = ResolvedDate(expression, low, DateRole.SINCE, year_known=True)
        inherited = _inherited(expression.until, start, "", context)
        high = inherited if inherited is not None else _resolve(expression.until, role, context)[0]
        return (None if high is None else calendar.days(low.first, high.last)), known
    except (ValueError, OverflowError):
        return None, False


def _resolve(expression: DateExpression, role: DateRole, context: DateContext) -> tuple[Interval | None, bool]:
    head, rest = expression.units[0], expression.units[1:]
    own = _own_base(head, context)
    if own is not None:
        return _narrow(own, rest), True
    if head.basis is not Basis.ABSOLUTE and head.kind is not Unit.PART:
        return None, False
    if expression.modifier is None and context.sentence:
        previous = context.sentence[-1]
        gap = context.text[previous.expression.end : expression.start]
        inherited = _inherited(expression, previous, gap, context)
        if inherited is not None:
            return inherited, previous.year_known
    return _inferred(expression, role, context), False


def _narrow(whole: Interval, units: Sequence[DateUnit]) -> Interval:
    for at, unit in enumerate(units):
        if _names_nth_weekday(units[at : at + 2]):
            return nth_weekday(whole, unit.value, units[at + 1].value)
        if unit.kind is not Unit.WEEKDAY or whole.first != whole.last:
            whole = refine(whole, unit)
    return whole


def _names_nth_weekday(units: Sequence[DateUnit]) -> bool:
    kinds = [unit.kind for unit in units]
    return kinds == [Unit.WEEK, Unit.WEEKDAY] and units[0].basis is Basis.ABSOLUTE and units[1].value < WEEKEND


def _own_base(head: DateUnit, context: DateContext) -> Interval | None:
    """The interval of a first unit that needs no other date, or that says from which one it counts."""
    if head.kind is Unit.FULL and head.date is not None and head.date[0]:
        year, month, day = head.date
        return calendar.day(year, month, day) if day else calendar.months(year, month)
    if head.kind is Unit.CENTURY:
        return calendar.years(100 * head.value - 99, 100)
    if head.kind is Unit.DECADE:
        return calendar.years(head.value, 10)
    if head.basis is Basis.ABSOLUTE:
        if head.kind is not Unit.YEAR:
            return None
        return calendar.days(*_ends(head.value, head.high))
    return _counted(head, context)


def _ends(low: int, high: int | None) -> tuple[datetime.date, datetime.date]:
    return datetime.date(low, 1, 1), datetime.date(low if high is None else high, 12, 31)


def _counted(head: DateUnit, context: DateContext) -> Interval | None:
    """A unit that is counted from the publication date or from the date mentioned last."""
    day = _counted_from(head, context)
    if day is None:
        return None
    match head.kind:
        case Unit.YEAR:
            return calendar.years(day.year + head.value)
        case Unit.MONTH:
            month = calendar.add(day.replace(day=1), Duration(months=head.value))
            return calendar.months(month.year, month.month)
        case Unit.QUARTER:
            inside = calendar.add(day.replace(day=1), Duration(months=3 * head.value))
            return calendar.quarter(inside.year, (inside.month + 2) // 3)
        case Unit.WEEK:
            return calendar.week(day + 7 * head.value * DAY)
        case Unit.DAY:
            return Interval(day + head.value * DAY, day + head.value * DAY)
        case _:
            return None


def _counted_from(head: DateUnit, context: DateContext) -> datetime.date | None:
    mentioned = context.last.first if context.last else None
    match head.basis:
        case Basis.MENTIONED:
            return mentioned
        case Basis.NEAREST:
            return (context.last_day if head.kind is Unit.DAY else mentioned) or context.published
        case Basis.TURN if context.published:
            return context.published + TURN_DAYS * DAY
        case _:
            return context.published


def _inherited(expression: DateExpression, previous: ResolvedDate, gap: str, context: DateContext) -> Interval | None:
    """The date completed from the one before it: year for a month or half, year and month for a day."""
    units = _with_own_month(expression.units)
    base, head = previous.interval, units[0]
    if base is None or previous.expression.is_length:
        return None
    adjacent = previous.role is DateRole.SINCE and len(gap) <= LIST_GAP
    completed = _completed(head, previous, adjacent=adjacent or len(gap) <= LIST_GAP)
    if completed is None:
        return None
    whole, step = completed
    found = _narrow(whole, units)
    if adjacent and found.last < base.first:
        found = _narrow(Interval(calendar.add(whole.first, step), _end_after(whole, step)), units)
    against_tense = context.published and context.direction is Direction.FUTURE and found.last < context.published
    return None if against_tense and not adjacent and not previous.year_known else found


def _with_own_month(units: Sequence[DateUnit]) -> Sequence[DateUnit]:
    """Figures without a year as the month and day that they are."""
    head = units[0]
    if head.date is None or head.date[0]:
        return units
    _, month, day = head.date
    return (head._replace(kind=Unit.MONTH, value=month), head._replace(kind=Unit.DAY, value=day), *units[1:])


def _end_after(whole: Interval, step: Duration) -> datetime.date:
    return calendar.add(whole.last + DAY, step) - DAY


def _completed(head: DateUnit, previous: ResolvedDate, *, adjacent: bool) -> tuple[Interval, Duration] | None:
    """The larger unit that the new date lies in, and how far the next such unit is."""
    base, finest = previous.interval, previous.expression.finest
    if base is None:
        return None
    month_named = previous.expression.unit(Unit.MONTH, Unit.DAY, Unit.FULL) is not None
    if head.kind in _IN_A_YEAR:
        if adjacent or (previous.year_known and (finest > Unit.YEAR or finest is Unit.FULL)):
            return calendar.years(base.first.year), Duration(months=12)
    elif head.kind is Unit.DAY and month_named and adjacent:
        return calendar.months(base.last.year, base.last.month), Duration(months=1)
    elif head.kind is Unit.WEEKDAY and adjacent and finest is Unit.WEEKDAY:
        return calendar.week(base.first), Duration(days=7)
    return None


def _inferred(expression: DateExpression, role: DateRole, context: DateContext) -> Interval | None:
    """The candidate that tense, modifier and the custom of news choose around the publication date."""
    published, units = context.published, _with_own_month(expression.units)
    head = units[0]
    if published is None:
        return None
    if head.kind is Unit.WEEKDAY and expression.modifier is Modifier.AHEAD:
        return _narrow(calendar.week(published + 7 * DAY), units)
    if expression.modifier is Modifier.THIS:
        return _narrow(_cycle(head.kind)(published, 0), units)
    return choose(
        _candidates(_cycle(head.kind), units, published),
        published,
        modifier=expression.modifier,
        direction=context.direction,
        role=role,
        kind=head.kind,
    )


def _cycle(kind: Unit) -> Callable[[datetime.date, int], Interval]:
    if kind is Unit.WEEKDAY:
        return lambda day, step: calendar.week(day + 7 * step * DAY)
    if kind in (Unit.DAY, Unit.WEEK):
        return _month_away
    return lambda day, step: calendar.years(day.year + step)


def _month_away(day: datetime.date, step: int) -> Interval:
    month = calendar.add(day.replace(day=1), Duration(months=step))
    return calendar.months(month.year, month.month)


def _candidates(
    cycle: Callable[[datetime.date, int], Interval], units: Sequence[DateUnit], published: datetime.date
) -> list[Interval]:
    found: list[Interval] = []
    for step in (-2, -1, 0, 1, 2):
        try:
            found.append(_narrow(cycle(published, step), units))
        except (ValueError, OverflowError):
            continue  # the 31st of a shorter month
    return found
