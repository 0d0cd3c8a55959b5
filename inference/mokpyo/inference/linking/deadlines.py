"""By when: which date of the sentence limits a target, and its last day."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from mokpyo.data.document import Entity, Status
from mokpyo.inference.dates.mention import DateRole, DateReading, Direction, Granularity
from mokpyo.inference.dates.reader import read_date_at
from mokpyo.inference.linking.context import QuantityContext, SentenceContext
from mokpyo.inference.linking.predicate_table import REPORTING_STEMS
from mokpyo.inference.linking.predicates import Form

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.ACHIEVED: Direction.PAST, Status.IN_PROGRESS: Direction.OPEN}
_PERIODS = frozenset({Granularity.YEAR, Granularity.HALF, Granularity.QUARTER, Granularity.MONTH, Granularity.PART})
_OPENS_NAME = re.compile(r"['‘“\"「『<《(]\s*$")
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Option:
    entity: Entity
    reading: DateReading
    score: float


def read_deadline(
    quantity: QuantityContext, status: Status, text: str, published: datetime.date | None
) -> tuple[Entity, DateReading] | None:
    """The date entity by which, or within which, the target is to be reached, with its reading."""
    direction = _DIRECTIONS[status]
    options = []
    for entity in quantity.place.dates:
        if _is_news_day(entity, quantity.place, text) or _names_something(entity, text):
            continue
        reading = read_date_at(text, entity.start, entity.end, published, direction)
        if reading is None:
            continue
        score = _score(entity, reading, quantity, status, published)
        if score > 0:
            options.append(_Option(entity, reading, score))
    if not options:
        return None
    best = max(options, key=lambda option: (option.score, option.entity.start))
    return best.entity, best.reading


def _score(
    entity: Entity, reading: DateReading, quantity: QuantityContext, status: Status, published: datetime.date | None
) -> float:
    """How well the date limits the target; nothing above zero means that it does not."""
    if reading.role in (DateRole.SINCE, DateRole.BEFORE) and reading.kind is not Granularity.DURATION:
        return 0.0
    if status is Status.ACHIEVED:
        return _score_of_done(entity, reading, quantity)
    by = reading.mention.by
    if by is not None and published is not None and by < published:
        return 0.0
    if by is None and reading.kind is Granularity.DURATION and not reading.mention.text.startswith(("향후", "앞으로")):
        return 0.0
    return _nearness(entity, quantity) + _firmness(reading)


def _score_of_done(entity: Entity, reading: DateReading, quantity: QuantityContext) -> float:
    """A thing done has a deadline only where its own clause names the period."""
    within = quantity.clause[0] <= entity.start < quantity.clause[1]
    if not within or entity.start > quantity.start:
        return 0.0
    if reading.role is DateRole.UNTIL:
        return 3.0
    return 2.0 if reading.kind in _PERIODS and reading.role in (DateRole.WITHIN, DateRole.INSIDE) else 0.0


def _nearness(entity: Entity, quantity: QuantityContext) -> float:
    """A date in the quantity's own clause counts most, then one before it, hardly one behind it."""
    same_clause = quantity.clause[0] <= entity.start < quantity.clause[1]
    if same_clause:
        return 3.0 if entity.start < quantity.start else 2.6
    if entity.start > quantity.start or _other_owner_between(entity, quantity):
        return -3.0
    clauses = sum(
        1
        for predicate in quantity.place.predicates
        if entity.end <= predicate.start < quantity.start
        and predicate.form in (Form.CONNECTIVE, Form.SEQUENTIAL, Form.BARE, Form.FINAL)
        and not predicate.is_postposition
    )
    return 2.0 - 0.3 * clauses


def _firmness(reading: DateReading) -> float:
    if reading.role in (DateRole.UNTIL, DateRole.INSIDE):
        return 1.0
    if reading.kind is Granularity.DURATION:
        return 0.6
    return 0.0 if reading.kind is not Granularity.DAY else -2.5


def _other_owner_between(entity: Entity, quantity: QuantityContext) -> bool:
    """Whether a new subject stands between the date and the quantity: its clause has dates of its own."""
    return any(entity.end <= actor.start < quantity.start and actor.role.acts for actor in quantity.place.actors)


def _is_news_day(entity: Entity, place: SentenceContext, text: str) -> bool:
    """``19일 밝혔다``: the day of the report, not of the target."""
    for predicate in place.predicates:
        if predicate.stem in REPORTING_STEMS and 0 <= predicate.start - entity.end <= 2:
            return True
    return text[entity.end : entity.end + 6].strip().startswith(("에 따르면", "자로 "))


def _names_something(entity: Entity, text: str) -> bool:
    """``‘2026년 귀농귀촌 지원사업’``: the year is part of a name."""
    return _OPENS_NAME.search(text[max(0, entity.start - 2) : entity.start]) is not None


def carried_deadline(
    quantity: QuantityContext, earlier: Sequence[tuple[QuantityContext, tuple[Entity, DateReading] | None]]
) -> tuple[Entity, DateReading] | None:
    """The deadline stated for the list that the quantity is an item of, or for the whole it is a part of."""
    for other, deadline in reversed(earlier):
        if deadline is None or other.place.sentence.line != quantity.place.sentence.line:
            continue
        if other.place.index == quantity.place.index and other.status == quantity.status:
            return deadline
    return None
