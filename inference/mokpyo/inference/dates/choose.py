"""Chooses among the intervals that an incomplete date may mean: which year's August, which month's 26th."""

import datetime
from collections.abc import Sequence

from mokpyo.inference.dates.interval import Interval
from mokpyo.inference.dates.mention import DateRole, Direction
from mokpyo.inference.dates.units import Modifier

NEAR_DAYS = 60
"""A month of another year is meant without saying so only within this distance (``12월`` in January)."""
GRACE_DAYS = 3
"""An article may appear this many days after the day that it still speaks of as coming."""
_FORWARD_ROLES = frozenset({DateRole.UNTIL, DateRole.INSIDE, DateRole.BEFORE})


def choose(
    candidates: Sequence[Interval],
    published: datetime.date,
    *,
    modifier: Modifier | None,
    direction: Direction,
    role: DateRole,
    yearly: bool,
) -> Interval | None:
    """The interval meant, of ``candidates`` in order of time; ``yearly`` if they are one year apart."""
    if modifier in (Modifier.LAST, Modifier.RECENT):
        return _latest([one for one in candidates if one.last < published or one.first == one.last == published])
    if modifier in (Modifier.NEXT, Modifier.AHEAD):
        return _earliest(candidates, published)
    if direction is Direction.PAST:
        return _latest([one for one in candidates if one.first <= published])
    if direction is Direction.OPEN and role not in _FORWARD_ROLES:
        return _usual(candidates, published, yearly=yearly)
    if role is DateRole.UNTIL or yearly:
        return _earliest(candidates, published)
    return _earliest(candidates, published - datetime.timedelta(days=GRACE_DAYS))


def _latest(candidates: Sequence[Interval]) -> Interval | None:
    return candidates[-1] if candidates else None


def _earliest(candidates: Sequence[Interval], day: datetime.date) -> Interval | None:
    return next((one for one in candidates if one.last >= day), None)


def _usual(candidates: Sequence[Interval], published: datetime.date, *, yearly: bool) -> Interval | None:
    """News names another year: a bare month is one of this year. A bare day or weekday is the nearest."""
    nearest = min(candidates, key=lambda one: _distance(one, published), default=None)
    if nearest is None or not yearly or _distance(nearest, published) < NEAR_DAYS:
        return nearest
    return next((one for one in candidates if one.first.year == published.year), nearest)


def _distance(one: Interval, published: datetime.date) -> int:
    return max((one.first - published).days, (published - one.last).days, 0)
