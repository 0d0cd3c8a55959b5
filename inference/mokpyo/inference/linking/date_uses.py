"""What a date does in its sentence besides limiting a target: it names, compares, measures, or dates another event."""

import datetime
import re

from mokpyo.data.document import Entity
from mokpyo.inference.dates.mention import DateReading, DateRole
from mokpyo.inference.linking.context import SentenceContext
from mokpyo.inference.linking.deadline_table import (
    AFTER_EVENT,
    BEGINNINGS,
    COMPARED,
    COMPLETIONS,
    LIMITS,
    LONGEST_NAME,
    NAMED_BY_YEAR,
    NEAR_EVENT,
    SEASONS,
    SIZES,
    TIME_NOUNS_OF_NEWS,
)
from mokpyo.inference.linking.predicate import Form, Tense
from mokpyo.inference.linking.predicate_table import REPORTING_STEMS

_OPENS_NAME = re.compile(r"['‘“\"「『<《(]\s*$")
_CLOSING_MARKS = dict(zip("'‘“\"「『<《(", "'’”\"」』>》)", strict=True))
_AFTER_EVENT = re.compile(rf"(?: [가-힣]+){{1,2}} (?:{'|'.join(AFTER_EVENT)})")
_SIZE = re.compile(rf"\s?(?:{'|'.join(SIZES)})")
_ATTRIBUTED = re.compile(r"\s?(?:\S+\s){0,2}\S+에 (?:따르면|의하면)")


def event_after(entity: Entity, place: SentenceContext) -> str | None:
    """The first of the nouns behind a date that begin or complete a work: ``2027년 1월 센터 [개소]``."""
    nouns = [m.form for m in place.morphemes_between(entity.end, entity.end + NEAR_EVENT) if m.tag == "NNG"]
    return next((noun for noun in nouns if noun in COMPLETIONS or noun in BEGINNINGS), None)


def is_day_of_act(
    entity: Entity, reading: DateReading, place: SentenceContext, published: datetime.date | None
) -> bool:
    """``2031년 새길시는 40곳을 짓기로 했다``: before who acts, a date is when that was done, if it was.

    With a day of publication a date that is still to come tells by itself.
    """
    if published is not None or reading.role is not DateRole.WITHIN or not entity.text[0].isdigit():
        return False
    actor = next((actor for actor in place.actors if actor.role.acts and actor.start >= entity.end), None)
    last = next((p for p in reversed(place.predicates) if p.form is Form.FINAL), None)
    if actor is None or last is None or last.tense is not Tense.PAST:
        return False
    return not any(entity.end <= p.start and p.end <= actor.start for p in place.predicates)


def tense_at(at: int, place: SentenceContext) -> Tense | None:
    """The tense that a clause takes from its right: of the first predicate after ``at`` that has one of its own."""
    for predicate in place.predicates:
        behind = predicate.start >= at or (predicate.copula and predicate.end > at)
        if behind and not predicate.is_postposition and predicate.form is not Form.ADNOMINAL:
            if predicate.stem in REPORTING_STEMS and predicate.form is Form.FINAL:
                return None
            if predicate.tense is not Tense.NONE:
                return predicate.tense
    return None


def is_news_day(entity: Entity, place: SentenceContext, text: str) -> bool:
    """``19일 밝혔다``: the day of the report, not of the target."""
    for predicate in place.predicates:
        if predicate.stem in REPORTING_STEMS and 0 <= predicate.start - entity.end <= 2:
            return True
    if _ATTRIBUTED.match(text[entity.end : entity.end + 40]) is not None:
        return True
    return text[entity.end : entity.end + 6].strip().startswith(TIME_NOUNS_OF_NEWS)


def _is_title_year(entity: Entity) -> bool:
    """``2031 새길시 찻집 잔치``: a year without 년 before a noun opens a name."""
    return entity.text.isdigit() and len(entity.text) == len("2031")


def _is_bare_season(entity: Entity, following: str) -> bool:
    """``여름철 재해``, ``가을에 나는 열매``: a season that comes every year, unless it is to be over by then."""
    return entity.text.removesuffix("철") in SEASONS and not following.lstrip().startswith(LIMITS)


def names_something(entity: Entity, text: str) -> bool:
    """``‘2026년 귀농귀촌 지원사업’``, ``2026년도 본예산``, ``전년 대비``: the year names or compares."""
    following = text[entity.end : entity.end + 8]
    if _AFTER_EVENT.match(text, entity.end) or _SIZE.match(text, entity.end):
        return True
    fiscal = entity.text.endswith("년도") and not following.startswith(("에", "까지", "중", "내"))
    numbered = entity.text[0].isdigit() and (entity.text.rstrip("도").endswith("년") or len(entity.text) == len("2026"))
    if fiscal or (numbered and following.lstrip().startswith(NAMED_BY_YEAR)):
        return True
    if following.lstrip().startswith(COMPARED) or _is_title_year(entity) or _is_bare_season(entity, following):
        return True
    mark = _OPENS_NAME.search(text[max(0, entity.start - 2) : entity.start])
    if mark is None:
        return False
    if not text[entity.end : entity.end + 1].isspace():
        return False  # a josa follows: speech, "내년에는 5곳으로 늘리겠다"
    closing = _CLOSING_MARKS[mark.group().strip()]
    return closing in text[entity.end : entity.end + LONGEST_NAME]
