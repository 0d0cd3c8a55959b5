"""Chooses among the intervals that an incomplete date may mean: which year's August, which month's 26th."""

import datetime
from collections.abc import Sequence

from mokpyo.inference.dates.interval import Interval
from mokpyo.inference.dates.mention import DateRole, Direction
from mokpyo.inference.dates.units import Modifier, Unit

NEAR_DAYS = 60
"""A month of another year is meant without saying so only within this distance (``12월`` in January)."""
GRACE_DAYS = 3
"""An article may appear this many days after the day that it still speaks of as coming."""
_SHORTER_THAN_A_YEAR = frozenset({Unit.DAY, Unit.WEEKDAY, Unit.WEEK})
"""Units that come round every week or month."""
_FORWARD_ROLES = frozenset({DateRole.UNTIL, DateRole.INSIDE, DateRole.BEFORE})


def choose(
    candidates: Sequence[Interval],
    published: datetime.date,
    *,
    modifier: Modifier | None,
    direction: Direction,
    role: DateRole,
    kind: Unit,
) -> Interval | None:
    """The interval meant, of ``candidates`` in order of time; ``kind`` is the unit that recurs."""
    if modifier in (Modifier.LAST, Modifier.RECENT):
        return _latest([one for one in candidates if one.last < published or one.first == one.last == published])
    if modifier in (Modifier.NEXT, Modifier.AHEAD):
        return _earliest(candidates, published)
    if direction is Direction.PAST:
        return _latest([one for one in candidates if one.first <= published])
    if direction is Direction.OPEN and role not in _FORWARD_ROLES:
        return _usual(candidates, published, kind)
    grace = GRACE_DAYS if kind is Unit.DAY and role is not DateRole.UNTIL else 0
    return _earliest(candidates, published - datetime.timedelta(days=grace))


def _latest(candidates: Sequence[Interval]) -> Interval | None:
    return candidates[-1] if candidates else None


def _earliest(candidates: Sequence[Interval], day: datetime.date) -> Interval | None:
    return next((one for one in candidates if one.last >= day), None)


def _usual(candidates: Sequence[Interval], published: datetime.date, kind: Unit) -> Interval | None:
    """News names another year: a bare month is one of this year. A bare day or weekday is the nearest."""
    nearest = min(candidates, key=lambda one: _distance(one, published), default=None)
    if nearest is None or kind in _SHORTER_THAN_A_YEAR:
        return nearest
    # In January 하반기 is the coming one, not that which has just ended.
    over = kind is Unit.HALF and nearest.last < published
    if not over and _distance(nearest, published) < NEAR_DAYS:
        return nearest
    return next((one for one in candidates if one.first.year == published.year), nearest)


def _distance(one: Interval, published: datetime.date) -> int:
    return max((one.first - published).days, (published - one.last).days, 0)
