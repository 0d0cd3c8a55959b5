"""What the words around a quantity say of its status, apart from the verbs of its clause chain."""

import itertools
from collections.abc import Sequence

from mokpyo.data.document import Status
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.linking.predicate import Form, Predicate, Tense
from mokpyo.inference.linking.predicate_table import (
    ACCOMPLISHMENTS,
    CONTENT_NOUNS,
    FUTURE_WORDS,
    GOAL_SETTING,
    OPEN_OFFERS,
    PLAN_OBJECTS,
    PLAN_REACHED,
    PLANNED_TOPICS,
    SECURING,
)


def status_of_frame(quantity: Span, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> Status | None:
    """What is clear before the verbs behind the quantity are asked, or ``None``."""
    if goal_before(quantity[0], morphemes, predicates, quantity[1]) or whole_cost_aside(quantity, morphemes):
        return Status.PLANNED
    if secured_before(quantity[0], morphemes, predicates) or continued(quantity[1], morphemes):
        return Status.ACHIEVED
    return of_topic(quantity[0], morphemes, predicates) if tells_of_topic(quantity[1], morphemes, predicates) else None


def goal_before(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate], end: int) -> bool:
    """``수주 목표를 8조원으로 잡았다``, ``목표는 18개``: setting a goal is planning, whatever the tense."""
    governor = next((p for p in predicates if p.start >= end and not p.is_postposition), None)
    if governor is not None and governor.stem in PLAN_REACHED:
        return False
    for at, morpheme in enumerate(morphemes[:-1]):
        if not 0 < start - morpheme.end <= 25 or morpheme.form != "목표":
            continue
        josa = morphemes[at + 1].form
        if josa == "는" or (josa == "를" and governor is not None and governor.stem in GOAL_SETTING):
            return not any(morpheme.end <= p.start < start and p.form is not Form.ADNOMINAL for p in predicates)
    return False


def secured_before(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> bool:
    """``확보한 국비 88억원으로``: what has been secured is done, whatever comes of it."""
    for predicate in predicates:
        if predicate.form is not Form.ADNOMINAL or predicate.tense is not Tense.PAST:
            continue
        if predicate.stem in SECURING or (predicate.passive and predicate.stem in ACCOMPLISHMENTS):
            between = [m for m in morphemes if predicate.end <= m.start < start]
            if (
                predicate.end <= start
                and len(between) <= 4
                and all(m.tag[0] in "NM" or m.tag == "XSN" for m in between)
            ):
                return True
    return False


def whole_cost_aside(quantity: Span, morphemes: Sequence[Morpheme]) -> bool:
    """``설계비 5억 원(총사업비 300억 원)을 확보했다``: what the whole is to cost is not what has been secured."""
    before = [m for m in morphemes if m.end <= quantity[0]][-4:]
    if not {"총사업비", "사업비"} & {m.form for m in before[-2:]}:
        return False
    behind = next((m for m in morphemes if m.start >= quantity[1]), None)
    return any(m.tag == "SSO" for m in before) or (behind is not None and behind.form == "중" and behind.tag == "NNB")


def continued(end: int, morphemes: Sequence[Morpheme]) -> bool:
    """``지난해 13곳에 이어 올해 3곳을``: what is gone on with has been done."""
    behind = [m for m in morphemes if m.start >= end][:5]
    forms = [m.form for m in behind]
    return any(
        first == "에" and second in ("잇", "이어") and all(m.tag[0] in "NX" for m in behind[:at])
        for at, (first, second) in enumerate(itertools.pairwise(forms))
    )


def tells_of_topic(end: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> bool:
    """``뽑힌 일꾼은 3명으로 앞으로 ...``: the amount closes a clause of its own, as if by a copula."""
    behind = [m for m in morphemes if m.start >= end]
    josa = next((at for at, m in enumerate(behind) if m.tag == "JKB" and m.form in ("로", "으로")), None)
    if josa is None or any(m.tag[0] not in "NSXM" and m.tag != "JC" for m in behind[:josa]) or josa + 1 >= len(behind):
        return False
    return not any(p.start <= behind[josa + 1].start < p.end for p in predicates)


def of_topic(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> Status | None:
    """``올해 유치한 기업은 11개사다``: a copula has the tense of the clause that modifies its topic."""
    for predicate in reversed([p for p in predicates if p.end <= start and p.form is Form.ADNOMINAL]):
        topic = [m for m in morphemes if predicate.end <= m.start < start]
        if any(m.tag == "JX" and m.form in ("은", "는", "ᆫ") for m in topic[:6]):
            if predicate.tense is Tense.PAST:
                return Status.ACHIEVED
            return Status.PLANNED if predicate.tense is Tense.FUTURE else None
    return None


def is_offered(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> bool:
    """``모집 인원은 30명이다``, ``선착순 30명``: no tense, but what is told of is still to be had."""
    before = [m for m in morphemes if m.end <= start]
    if any(m.form in OPEN_OFFERS for m in before[-2:]):
        return True
    for noun, josa in itertools.pairwise(before):
        if noun.form in PLANNED_TOPICS and josa.tag == "JX" and josa.form in ("은", "는"):
            earlier = [p for p in predicates if p.end <= start]
            past = any(p.tense is Tense.PAST for p in earlier)  # 올해 뽑은 곳은 3곳으로, 금액은 5억원이다
            return not past and not any(noun.end <= p.start and p.form is not Form.ADNOMINAL for p in earlier)
    return False


def plan_object(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> int | None:
    """Where a noun like 목표 makes a plan of what stands before it: ``창업을 목표로``, ``구축하는 계획을``."""
    for at, morpheme in enumerate(morphemes):
        if morpheme.start < start:
            continue
        if (
            morpheme.form in CONTENT_NOUNS
            and at > 0
            and (morphemes[at - 1].form, morphemes[at - 1].tag) == ("는", "ETM")
        ):
            return morphemes[at - 1].start
        follower = next((m for m in morphemes[at + 1 : at + 3] if m.tag != "SSC"), None)
        if morpheme.form not in PLAN_OBJECTS or follower is None or follower.form not in ("로", "으로", "을", "를"):
            continue
        verb = next((p for p in predicates if p.start >= morpheme.end), None)
        if verb is None or verb.stem not in PLAN_REACHED:
            return morpheme.start
    return None


def is_to_come(start: int, governor: Predicate, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> bool:
    """``내년 3월 20실로 늘리는 등 힘쓰고 있다``: a date to come keeps its clause from a later one's tense."""
    if governor.stem in SECURING:
        return False
    clause = max((p.end for p in predicates if p.end <= start), default=0)
    before = [m for m in morphemes if clause <= m.start < start]
    coming = any((m.form, n.form) == ("오", "는") for m, n in itertools.pairwise(before))
    return coming or any(m.form in FUTURE_WORDS for m in before)
