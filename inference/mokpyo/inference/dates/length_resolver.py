"""Ties a length of time to the calendar by its anchor: 향후, 안에, a date with 부터 or 까지 before it, a bracket."""

import datetime
import re

from mokpyo.inference.dates import interval as calendar
from mokpyo.inference.dates.context import DateContext, ResolvedDate
from mokpyo.inference.dates.expression import DateExpression, Shift
from mokpyo.inference.dates.interval import DAY, Duration, Interval
from mokpyo.inference.dates.mention import DateRole, Direction
from mokpyo.inference.dates.units import Modifier

ANCHOR_GAP = 10
"""A date with 부터 or 까지 anchors a length at most this many characters after it: ``2027년부터 앞으로 5년간``."""
NEAR_DATES = 20
"""Dates of a sentence that an event may be placed by; a bound for lines that never end."""
_EVENT = re.compile(r"(?:후|뒤|이후|(?<!지금으)로부터|한 ?지|된 ?지) ?(?:약 |총 |최대 |최소 )?$")


def resolve_length(expression: DateExpression, role: DateRole, context: DateContext) -> Interval | None:
    """The days that a length of time covers, or the one that it leads to; ``None`` without an anchor."""
    length = length_of(expression)
    if length is None:
        return None
    try:
        return _anchored(expression, length, role, context)
    except (ValueError, OverflowError):
        return None


def length_of(expression: DateExpression) -> Duration | None:
    """How long it lasts; ``None`` where the text does not say (``며칠``) or the expression is no length."""
    length = Duration()
    for unit in expression.units:
        if unit.length is None:
            return None
        length = length.plus(unit.length)
    return length


def _anchored(expression: DateExpression, length: Duration, role: DateRole, context: DateContext) -> Interval | None:
    before = context.text[max(0, expression.start - ANCHOR_GAP) : expression.start]
    event = _EVENT.search(before) is not None
    if expression.shift is not None:
        return _shifted(expression.shift, length, context, event=event or _follows_beginning(expression, context))
    beside = _beside_date(expression, length, context)
    if beside is not None or event:
        return beside
    return _around_publication(expression.modifier, length, role, context)


def _shifted(shift: Shift, length: Duration, context: DateContext, *, event: bool) -> Interval | None:
    """``2년 전``, ``5년 뒤``: from publication, but ``준공 후 5년 뒤`` from the date that the sentence gives."""
    anchor = _last_of_sentence(context) if event else context.published
    if anchor is None:
        return None
    day = calendar.add(anchor, length, -1 if shift is Shift.BEFORE else 1)
    return Interval(day, day)


def _follows_beginning(expression: DateExpression, context: DateContext) -> bool:
    """``어제부터 4일 뒤``: counted from the date before it."""
    previous = context.sentence[-1] if context.sentence else None
    return previous is not None and previous.role is DateRole.SINCE and _is_near(previous, expression)


def _is_near(previous: ResolvedDate, expression: DateExpression) -> bool:
    return expression.start - previous.expression.end <= ANCHOR_GAP


def _last_of_sentence(context: DateContext) -> datetime.date | None:
    return next((one.interval.last for one in reversed(context.sentence[-NEAR_DATES:]) if one.interval), None)


def _beside_date(expression: DateExpression, length: Duration, context: DateContext) -> Interval | None:
    """``2027년부터 5년간``, ``2030년까지 5년간``, ``2026~2030년(5년간)``."""
    if not context.sentence:
        return None
    previous = context.sentence[-1]
    gap = context.text[previous.expression.end : expression.start]
    if previous.interval is None or not _is_near(previous, expression):
        return None
    if gap.strip() == "(":
        return previous.interval
    if previous.role is DateRole.SINCE:
        return calendar.days(previous.interval.first, calendar.add(previous.interval.first, length) - DAY)
    if previous.role is DateRole.UNTIL and expression.modifier is None:
        return calendar.days(calendar.add(previous.interval.last + DAY, length, -1), previous.interval.last)
    return None


def _around_publication(
    modifier: Modifier | None, length: Duration, role: DateRole, context: DateContext
) -> Interval | None:
    published = context.published
    if published is None:
        return None
    if modifier in (Modifier.LAST, Modifier.RECENT):
        return calendar.days(calendar.add(published, length, -1), published)
    inside = modifier is None and role is DateRole.INSIDE and context.direction is not Direction.PAST
    if modifier in (Modifier.AHEAD, Modifier.NEXT) or inside:
        return calendar.days(published, calendar.add(published, length))
    return None
