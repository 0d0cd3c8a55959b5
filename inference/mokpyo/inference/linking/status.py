"""How far a target has come: the tense of the clause chain to the right of its quantity."""

from bisect import bisect_right
from collections.abc import Sequence

from mokpyo.data.document import Status
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.linking.predicate import Form, Predicate, Tense
from mokpyo.inference.linking.predicate_table import (
    ACCOMPLISHMENTS,
    ACHIEVED_NOUNS,
    AMOUNTING,
    BUILDING_STEMS,
    CONTENT_NOUNS,
    GOAL_SETTING,
    PLAN_OBJECTS,
    PLAN_REACHED,
    PLANNING,
    PROGRESS_ADVERBS,
    REPORTING_STEMS,
    SECURING,
    SUMMING,
)

_NOUN_TAGS = ("NNG", "NNP", "XSN")


def read_status(
    quantity: Span, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate], quotations: Sequence[Span]
) -> Status | None:
    """The status that the sentence gives the quantity, or ``None`` where no predicate to its right tells.

    ``morphemes`` and ``predicates`` are of the quantity's sentence, in order.
    """
    limit = _speech_end(quantity, quotations)
    if _goal_before(quantity[0], morphemes, predicates, quantity[1]):
        return Status.PLANNED
    if _whole_cost_aside(quantity, morphemes):
        return Status.PLANNED
    if _secured_before(quantity[0], morphemes, predicates):
        return Status.ACHIEVED
    chain = [p for p in predicates if p.end > quantity[1] and p.start >= quantity[0] and p.start < limit]
    planned_at = _plan_object(quantity[1], limit, morphemes, predicates)
    waiting: list[Predicate] = []
    for predicate in chain:
        if planned_at is not None and planned_at < predicate.start and not _tensed_before(chain, planned_at):
            return Status.PLANNED
        if predicate.is_postposition:
            continue
        reporting = predicate.stem in REPORTING_STEMS and predicate.tense is not Tense.PROGRESSIVE
        if reporting and predicate.form is Form.FINAL and waiting:
            break
        status = _decide(predicate, waiting, morphemes, quantity, predicates)
        if status is not None:
            return status
        waiting.append(predicate)
    return None


def _speech_end(quantity: Span, quotations: Sequence[Span]) -> int:
    """End of the quotation that the quantity stands in: what follows it is the reporter's tense."""
    at = bisect_right(quotations, (quantity[0], 1 << 60)) - 1
    # A short quotation is a name or a slogan, whose predicate stands outside it.
    if at >= 0 and quantity[0] < quotations[at][1] and quotations[at][1] - quotations[at][0] > 40:
        return quotations[at][1]
    return 1 << 60


def _plan_object(start: int, limit: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> int | None:
    """Where a noun like 목표 makes a plan of what stands before it: ``창업을 목표로``, ``구축하는 계획을``."""
    for at, morpheme in enumerate(morphemes):
        if morpheme.start < start or morpheme.start >= limit:
            continue
        if (
            morpheme.form in CONTENT_NOUNS
            and at > 0
            and (morphemes[at - 1].form, morphemes[at - 1].tag) == ("는", "ETM")
        ):
            return morphemes[at - 1].start
        follower = morphemes[at + 1] if at + 1 < len(morphemes) else None
        if morpheme.form not in PLAN_OBJECTS or follower is None or follower.form not in ("로", "으로", "을", "를"):
            continue
        verb = next((p for p in predicates if p.start >= morpheme.end), None)
        if verb is None or verb.stem not in PLAN_REACHED:
            return morpheme.start
    return None


def _goal_before(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate], end: int) -> bool:
    """``수주 목표를 8조원으로 잡았다``, ``목표는 18개``: setting a goal is planning, whatever the tense."""
    governor = next((p for p in predicates if p.start >= end and not p.is_postposition), None)
    if governor is not None and governor.stem in PLAN_REACHED:
        return False
    for at, morpheme in enumerate(morphemes[:-1]):
        if not 0 < start - morpheme.end <= 25 or morpheme.form != "목표":
            continue
        josa = morphemes[at + 1].form
        if josa in ("은", "는") or (josa in ("를", "을") and governor is not None and governor.stem in GOAL_SETTING):
            return not any(morpheme.end <= p.start < start and p.form is not Form.ADNOMINAL for p in predicates)
    return False


def _secured_before(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> bool:
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


def _whole_cost_aside(quantity: Span, morphemes: Sequence[Morpheme]) -> bool:
    """``설계비 5억 원(총사업비 300억 원)을 확보했다``: what the whole is to cost is not what has been secured."""
    before = [m for m in morphemes if m.end <= quantity[0]][-4:]
    if not {"총사업비", "사업비"} & {m.form for m in before[-2:]}:
        return False
    behind = next((m for m in morphemes if m.start >= quantity[1]), None)
    return any(m.tag == "SSO" for m in before) or (behind is not None and behind.form == "중" and behind.tag == "NNB")


def _tensed_before(chain: Sequence[Predicate], at: int) -> bool:
    """Whether a clause that closes with a tense of its own stands before ``at``."""
    return any(
        p.end <= at and p.form in (Form.FINAL, Form.CONNECTIVE, Form.QUOTED) and p.tense is not Tense.NONE
        for p in chain
    )


def _decide(
    predicate: Predicate,
    waiting: Sequence[Predicate],
    morphemes: Sequence[Morpheme],
    quantity: Span,
    predicates: Sequence[Predicate],
) -> Status | None:
    """What this predicate says of the quantity; ``None`` leaves it to the next one on the right."""
    if _modifies_another(predicate, waiting, morphemes, quantity):
        return None
    if not waiting and _is_secured(predicate, morphemes):
        return Status.ACHIEVED
    if predicate.tense is Tense.FUTURE or predicate.stem in PLANNING:
        return Status.PLANNED
    if predicate.copula and predicate.tense is Tense.NONE:
        return _of_topic(quantity[0], morphemes, predicates)
    if predicate.tense is Tense.PROGRESSIVE:
        if waiting and _is_example(waiting[0], morphemes):
            return Status.ACHIEVED
        finished = any(_accomplished(p) for p in waiting) and not _same_object(waiting[-1], predicate, morphemes)
        return Status.ACHIEVED if finished else Status.IN_PROGRESS
    if predicate.form is Form.ADNOMINAL:
        return Status.ACHIEVED if predicate.tense is Tense.PAST and not predicate.copula else None
    if predicate.tense is Tense.PAST:
        return None if predicate.copula else Status.ACHIEVED
    if predicate.tense is Tense.PRESENT and predicate.form in (Form.FINAL, Form.QUOTED):
        return _of_present(predicate, waiting, morphemes, quantity)
    return None


def _modifies_another(
    predicate: Predicate, waiting: Sequence[Predicate], morphemes: Sequence[Morpheme], quantity: Span
) -> bool:
    """Whether it belongs to a noun of its own: ``5억원을 들여 문 닫은 학교를 고친다``."""
    if predicate.form is not Form.ADNOMINAL or predicate.plan:
        return False
    behind = next((m for m in morphemes if m.start >= quantity[1]), None)
    if behind is not None and behind.tag == "SP":
        return True  # 조성 49억 원, 쓰이지 않는 역을 고치는 데 9억 원을 편성했다
    return bool(waiting) or predicate.stem in SUMMING or _closed_list(quantity[1], predicate.start, morphemes)


def _of_present(
    predicate: Predicate, waiting: Sequence[Predicate], morphemes: Sequence[Morpheme], quantity: Span
) -> Status | None:
    """A present that closes its clause promises, unless the amount is in hand or the work under way."""
    clauses = [p for p in waiting if p.form is not Form.ADNOMINAL]
    if any(p.form in (Form.SEQUENTIAL, Form.CONNECTIVE) and p.stem in SECURING for p in clauses[:1]):
        return Status.ACHIEVED
    if predicate.stem in AMOUNTING:
        return None
    built = predicate.passive and predicate.stem in BUILDING_STEMS and _is_being_built(morphemes, quantity[0])
    return Status.IN_PROGRESS if built or _under_way(morphemes, quantity[0]) else Status.PLANNED


def _is_being_built(morphemes: Sequence[Morpheme], before: int) -> bool:
    """``건립 중인 센터는 3층으로 조성된다``."""
    return any(
        (first.form, first.tag, second.tag, third.form) == ("중", "NNB", "VCP", "ᆫ") and third.end <= before
        for first, second, third in zip(morphemes, morphemes[1:], morphemes[2:], strict=False)
    )


def _closed_list(start: int, end: int, morphemes: Sequence[Morpheme]) -> bool:
    """``30% 할인, 20% 할인 등 축제와 연계한 혜택``: 등 closes the list that the quantity is of."""
    return any(start <= m.start < end and m.form == "등" and m.tag == "NNB" for m in morphemes)


def _is_secured(predicate: Predicate, morphemes: Sequence[Morpheme]) -> bool:
    """``258억원을 확보, 시설을 짓는다``, ``120억원을 확보함으로써``: in hand already, whatever follows."""
    if predicate.stem not in SECURING or predicate.tense is not Tense.NONE:
        return False
    if predicate.form is Form.NOMINAL:
        return any(predicate.end - 1 <= m.start <= predicate.end and m.form in ("으로써", "로써") for m in morphemes)
    return predicate.form is Form.BARE and any(m.start == predicate.end and m.tag == "SP" for m in morphemes)


def _of_topic(start: int, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate]) -> Status | None:
    """``올해 유치한 기업은 11개사다``: a copula has the tense of the clause that modifies its topic."""
    for predicate in reversed([p for p in predicates if p.end <= start and p.form is Form.ADNOMINAL]):
        topic = [m for m in morphemes if predicate.end <= m.start < start]
        if any(m.tag == "JX" and m.form in ("은", "는", "ᆫ") for m in topic[:6]):
            if predicate.tense is Tense.PAST:
                return Status.ACHIEVED
            return Status.PLANNED if predicate.tense is Tense.FUTURE else None
    return None


def _is_example(predicate: Predicate, morphemes: Sequence[Morpheme]) -> bool:
    """``1억 원이 지급되는 등 버팀목이 되고 있다``: what has been done so far shows what goes on."""
    behind = next((m for m in morphemes if m.start >= predicate.end), None)
    return predicate.form is Form.ADNOMINAL and behind is not None and (behind.form, behind.tag) == ("등", "NNB")


def _accomplished(predicate: Predicate) -> bool:
    return predicate.form in (Form.SEQUENTIAL, Form.BARE) and predicate.stem in ACCOMPLISHMENTS


def _same_object(first: Predicate, second: Predicate, morphemes: Sequence[Morpheme]) -> bool:
    """Whether two predicates share what stands before them: ``접수, 평가하고 있다``."""
    between = [m for m in morphemes if first.end <= m.start < second.start]
    return all(m.tag in ("SP", "MAG", "MAJ") for m in between)


def _under_way(morphemes: Sequence[Morpheme], before: int) -> bool:
    for at, morpheme in enumerate(morphemes[:-1]):
        if morpheme.form in PROGRESS_ADVERBS and morpheme.start < before and morphemes[at + 1].tag != "JKG":
            return True
    return False


def closes_with_plan(after: int, morphemes: Sequence[Morpheme]) -> bool:
    """``외국인 근로자 800명 도입 예정``: the last noun plans, whatever is said elsewhere."""
    nouns = [m.form for m in morphemes if m.start >= after and m.tag in _NOUN_TAGS]
    return nouns[-1:] in (["예정"], ["계획"], ["방침"], ["목표"])


def status_of_nouns(after: int, morphemes: Sequence[Morpheme]) -> Status | None:
    """A headline without a verb tells by its nouns: ``150억 확보`` is done, ``150억 투입 계획`` is not."""
    nouns = [m.form for m in morphemes if m.start >= after and m.tag in _NOUN_TAGS]
    for at, noun in enumerate(nouns):
        if noun in ACHIEVED_NOUNS and nouns[at + 1 : at + 2] in (["계획"], ["예정"], ["방침"]):
            return Status.PLANNED
        if noun in ACHIEVED_NOUNS:
            return Status.ACHIEVED
        if noun in PLAN_OBJECTS:
            return Status.PLANNED
    return None
