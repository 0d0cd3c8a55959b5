"""By when: which date limits a target, in its own clause, its sentence, or the list and paragraph around it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from mokpyo.data.document import Entity, Status
from mokpyo.inference.dates.mention import DateReading, DateRole, Direction, Granularity
from mokpyo.inference.dates.reader import read_date_at
from mokpyo.inference.linking.context import QuantityContext, SentenceContext
from mokpyo.inference.linking.date_uses import event_after, is_day_of_act, is_news_day, names_something, tense_at
from mokpyo.inference.linking.deadline_table import BEGINNINGS, COMPLETIONS, DEADLINE_WEIGHTS, FURTHEST_CARRY, PERIODS
from mokpyo.inference.linking.predicate import Form, Tense
from mokpyo.inference.reading.layout import LineKind

DatedDeadline = tuple[Entity, DateReading]
"""The date entity, and what it says."""

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.ACHIEVED: Direction.PAST, Status.IN_PROGRESS: Direction.OPEN}


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """What deadlines need of the article: its text, its day, and its sentences."""

    text: str
    published: datetime.date | None
    contexts: Sequence[SentenceContext]


def read_deadline(quantity: QuantityContext, status: Status, article: DatedArticle) -> DatedDeadline | None:
    """The date by which, or within which, the target is to be reached; its own sentence first, then those before."""
    own = _best(quantity, status, article, quantity.place)
    if own is not None:
        return own
    if status is not Status.PLANNED:
        return None
    for place in _framing_sentences(quantity, article.contexts):
        framed = _best(quantity, status, article, place)
        if framed is not None:
            return framed
    return None


def is_due_later(quantity: QuantityContext, article: DatedArticle) -> bool:
    """Whether the quantity's own clause, in no past tense itself, gives a limit after the article's day.

    ``도는 3월까지 30억원을 지원하고, 시는 56억원을 편성했다``: the second clause
    does not lend its past to the first.
    """
    governor = quantity.governor
    if article.published is None or (governor is not None and governor.tense is Tense.PAST):
        return False
    for entity in quantity.place.dates:
        if quantity.clause[0] <= entity.start < quantity.start and not is_news_day(
            entity, quantity.place, article.text
        ):
            reading = read_date_at(article.text, entity.start, entity.end, article.published, Direction.OPEN)
            limits = reading is not None and reading.role in (DateRole.UNTIL, DateRole.INSIDE)
            if limits and reading is not None and reading.mention.by is not None:
                return reading.mention.by > article.published
    return False


def was_past(quantity: QuantityContext, article: DatedArticle) -> bool:
    """Whether the quantity's own clause, in no future tense itself, names a time that was over by the article's day.

    ``2024년에 9억 원을 들여 길을 내는 등 해마다 힘쓰고 있다``: what goes on does not undo what was done.
    """
    governor = quantity.governor
    if article.published is None or (governor is not None and (governor.tense is Tense.FUTURE or governor.plan)):
        return False
    dates = [e for e in quantity.place.dates if quantity.clause[0] <= e.start < quantity.start]
    if not dates or is_news_day(dates[-1], quantity.place, article.text):
        return False
    reading = read_date_at(article.text, dates[-1].start, dates[-1].end, article.published, Direction.FUTURE)
    if reading is None or reading.role is DateRole.SINCE or names_something(dates[-1], article.text):
        return False
    return reading.mention.by is not None and reading.mention.by < article.published


def has_begun(quantity: QuantityContext, article: DatedArticle) -> bool:
    """Whether a present tense goes back to a day that had come: ``지난 3월부터 30만 원을 지원한다``.

    ``올해부터`` opens what is planned as often, and a limit that is given too makes a plan of it.
    """
    governor = quantity.governor
    if article.published is None or governor is None or governor.tense is not Tense.PRESENT or governor.plan:
        return False
    before = [entity for entity in quantity.place.dates if entity.start < quantity.start]
    if not before or not article.text.startswith("부터", before[-1].end):
        return False
    last = before[-1]
    reading = read_date_at(article.text, last.start, last.end, article.published, Direction.OPEN)
    if reading is None or reading.mention.from_ is None:
        return False
    this_year = reading.kind is Granularity.YEAR and reading.mention.from_.year == article.published.year
    return reading.mention.from_ < article.published and not this_year


def _best(
    quantity: QuantityContext, status: Status, article: DatedArticle, place: SentenceContext
) -> DatedDeadline | None:
    options = []
    for entity in place.dates:
        if is_news_day(entity, place, article.text) or names_something(entity, article.text):
            continue
        # A status that was guessed must not turn a date backwards.
        direction = _DIRECTIONS[status] if quantity.status is not None else Direction.OPEN
        reading = read_date_at(article.text, entity.start, entity.end, article.published, direction)
        if reading is None or not _can_limit(reading, status, article.published):
            continue
        if event_after(entity, place) in BEGINNINGS or is_day_of_act(entity, reading, place, article.published):
            continue
        if place is quantity.place:
            score = _score(entity, reading, quantity, status)
        else:
            score = _score_of_frame(entity, reading, place)
        if score > 0:
            options.append((score, entity.start, entity, reading))
    return max(options, key=lambda option: option[:2])[2:] if options else None


def _can_limit(reading: DateReading, status: Status, published: datetime.date | None) -> bool:
    """Whether the date can be a limit at all: not a beginning, not over for a plan, not floating."""
    if reading.role in (DateRole.SINCE, DateRole.BEFORE) and reading.kind is not Granularity.DURATION:
        return False
    if status is Status.ACHIEVED:
        # 12월까지 마쳤다; a year or month in which something was done (지난해 30곳을 열었다) is when, not by when.
        return reading.role in (DateRole.UNTIL, DateRole.INSIDE)
    by = reading.mention.by
    if by is not None:
        over = by == published and reading.kind is Granularity.DURATION  # 지난 3년
        return published is None or (by >= published and not over)
    return reading.kind is not Granularity.DURATION or (published is None and status is Status.PLANNED)


def _score(entity: Entity, reading: DateReading, quantity: QuantityContext, status: Status) -> float:
    """How well a date of the quantity's own sentence limits it; nothing above zero means that it does not."""
    same_clause = quantity.clause[0] <= entity.start < quantity.clause[1]
    before = entity.start < quantity.start
    if status is Status.ACHIEVED:
        held = same_clause or reading.role is DateRole.UNTIL or _steps_between(entity, quantity)
        if not (before and held):
            return 0.0
    if same_clause:
        score = DEADLINE_WEIGHTS["same_clause" if before else "same_clause_behind"]
    elif _other_owner_between(entity, quantity):
        return 0.0
    elif before:
        score = DEADLINE_WEIGHTS["earlier_clause"] - 0.3 * _clauses_between(entity.end, quantity.start, quantity.place)
    elif _chained(entity, quantity):
        score = DEADLINE_WEIGHTS["later_clause"]
    elif _completes(entity, quantity.place):
        score = DEADLINE_WEIGHTS["completion"]
    else:
        return 0.0
    return score + _firmness(reading)


def _completes(entity: Entity, place: SentenceContext) -> bool:
    """``1만㎡에 조성되며 2027년 1월 개소를 목표로 한다``: when the whole is done."""
    return event_after(entity, place) in COMPLETIONS


def _firmness(reading: DateReading) -> float:
    if reading.role in (DateRole.UNTIL, DateRole.INSIDE):
        return DEADLINE_WEIGHTS["until"]
    if reading.kind is Granularity.DURATION:
        return DEADLINE_WEIGHTS["duration"]
    return DEADLINE_WEIGHTS["day"] if reading.kind is Granularity.DAY else 0.0


def _clauses_between(start: int, end: int, place: SentenceContext) -> int:
    return sum(
        1
        for predicate in place.predicates
        if start <= predicate.start < end and predicate.form is not Form.ADNOMINAL and not predicate.is_postposition
    )


def _chained(entity: Entity, quantity: QuantityContext) -> bool:
    """``120억원을 투자해 2026년까지 짓는다``: -아/어 joins two steps of one undertaking."""
    for predicate in quantity.place.predicates:
        between = quantity.end <= predicate.start and predicate.end <= entity.start
        if between and not predicate.is_postposition and predicate.form not in (Form.SEQUENTIAL, Form.ADNOMINAL):
            return False
    return True


def _steps_between(entity: Entity, quantity: QuantityContext) -> bool:
    """``지난 3월에는 대회를 열어 15개를 선발했다``: the period holds for every step."""
    return all(
        predicate.is_postposition or predicate.form in (Form.SEQUENTIAL, Form.ADNOMINAL)
        for predicate in quantity.place.predicates
        if entity.end <= predicate.start and predicate.end <= quantity.start
    )


def _other_owner_between(entity: Entity, quantity: QuantityContext) -> bool:
    """Whether a new subject stands between the date and the quantity: its clause has dates of its own."""
    first, last = sorted((entity.start, quantity.start))
    return any(first < actor.start < last and actor.role.acts for actor in quantity.place.actors)


def _framing_sentences(quantity: QuantityContext, contexts: Sequence[SentenceContext]) -> list[SentenceContext]:
    """Sentences before, nearest first, whose time still holds: a list's lead, or the paragraph's last sentences."""
    own = quantity.place
    if own.kind in (LineKind.TITLE, LineKind.HEADING, LineKind.FURNITURE):
        return []
    frames = []
    for context in reversed(contexts[max(0, own.index - 30) : own.index]):
        if context.sentence.section != own.sentence.section or context.kind in (LineKind.TITLE, LineKind.HEADING):
            break
        if own.kind is LineKind.LIST_ITEM:
            if context.kind is not LineKind.LIST_ITEM:
                return [context]
            continue
        if context.sentence.line != own.sentence.line or own.index - context.index > FURTHEST_CARRY:
            break
        frames.append(context)
        if context.dates:
            break
    return frames


def _score_of_frame(entity: Entity, reading: DateReading, place: SentenceContext) -> float:
    """A period that an earlier sentence sets for what follows: ``올해``, ``2030년까지``."""
    if tense_at(entity.end, place) is Tense.PAST:
        return 0.0  # a plan does not take over when something was done
    if reading.kind not in PERIODS and reading.role not in (DateRole.UNTIL, DateRole.INSIDE):
        return 0.0
    if not any(q.start > entity.start for q in place.quantities) and reading.kind is Granularity.DAY:
        return 0.0
    return DEADLINE_WEIGHTS["frame"] + _firmness(reading)
