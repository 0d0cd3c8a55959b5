"""Features that speak for a target: somebody undertakes, plans, runs or has done it."""

import re

from mokpyo.data.document import Bound, Status
from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.predicate import Form
from mokpyo.inference.linking.predicate_table import REPORTING_STEMS, STATE_STEMS, STATISTICAL_STEMS, UNDERTAKING_STEMS
from mokpyo.inference.linking.surroundings import governing_stem
from mokpyo.inference.linking.target_table import ATTENDANCE_STEMS, BECOMES_WORDS, MEASURED_TOPICS
from mokpyo.inference.quantities.kinds import QuantityKind
from mokpyo.inference.reading.layout import LineKind


def action(quantity: QuantityContext, _text: str) -> bool:
    """A verb that somebody does, whichever: not a state, a statistic or a report."""
    governor = quantity.governor
    if governor is None or governor.copula or governor.adjective:
        return False
    if governor.stem in STATISTICAL_STEMS | REPORTING_STEMS | ATTENDANCE_STEMS:
        return False
    return governor.form is not Form.NOMINAL and governor.stem not in STATE_STEMS


def undertaking(quantity: QuantityContext, _text: str) -> bool:
    """The governing verb is one of undertaking: 조성하다, 지원하다."""
    return governing_stem(quantity) in UNDERTAKING_STEMS


def undertaking_noun(quantity: QuantityContext, _text: str) -> bool:
    """A verbal noun in the same clause: ``150개 기업 창업을 목표로``."""
    end = quantity.governor.start if quantity.governor else quantity.place.sentence.end
    following = quantity.place.morphemes_between(quantity.end, end)
    return any(m.form in UNDERTAKING_STEMS and m.tag == "NNG" for m in following[:12])


def planned(quantity: QuantityContext, _text: str) -> bool:
    """The clause plans it."""
    return quantity.status is Status.PLANNED


def done_or_doing(quantity: QuantityContext, _text: str) -> bool:
    """The clause has done it or is at it."""
    return quantity.status in (Status.ACHIEVED, Status.IN_PROGRESS)


def has_subject(quantity: QuantityContext, _text: str) -> bool:
    """A body acts in the clause, before the number."""
    return any(a.role.acts and a.start < quantity.start <= a.until for a in quantity.place.actors)


def money(quantity: QuantityContext, _text: str) -> bool:
    """The number is a sum of money."""
    return quantity.reading.kind is QuantityKind.MONEY


def headline(quantity: QuantityContext, _text: str) -> bool:
    """It stands in a headline or section heading."""
    return quantity.place.kind in (LineKind.TITLE, LineKind.HEADING)


def bound(quantity: QuantityContext, _text: str) -> bool:
    """It has a lower or upper bound: 최대, 이상."""
    return quantity.reading.quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST)


def becomes(quantity: QuantityContext, text: str) -> bool:
    """``2000명으로 확대``: the level to be reached."""
    following = text[quantity.end : quantity.end + 8]
    goal = re.match(r"\s?(?:수준|규모|이상)?(?:으로|로|까지)", following) is not None
    return goal and governing_stem(quantity) in BECOMES_WORDS


def measured_topic(quantity: QuantityContext, _text: str) -> bool:
    """``고용인원은 10명``, ``총사업비 40억 원``: the noun right before says what a programme is measured by."""
    before = quantity.place.morphemes_between(max(quantity.place.sentence.start, quantity.start - 12), quantity.start)
    nouns = [m for m in before if m.tag in ("NNG", "NNP")]
    return bool(nouns) and any(m.form in MEASURED_TOPICS for m in nouns[-2:])


def no_predicate(quantity: QuantityContext, _text: str) -> bool:
    """A sentence of the body without a predicate behind the number."""
    return quantity.governor is None and quantity.place.kind is LineKind.BODY
