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
    ANNOUNCED,
    BEGINNING,
    BUILDING_STEMS,
    ENABLING,
    OFFERING,
    PLAN_OBJECTS,
    PLANNING,
    POSSESSING,
    PROGRESS_ADVERBS,
    REPORTING_STEMS,
    SECURING,
    SUMMING,
)
from mokpyo.inference.linking.status_frames import is_offered, is_to_come, of_topic, plan_object, status_of_frame

_NOUN_TAGS = ("NNG", "NNP", "XSN")


def read_status(
    quantity: Span, morphemes: Sequence[Morpheme], predicates: Sequence[Predicate], quotations: Sequence[Span]
) -> Status | None:
    """The status that the sentence gives the quantity, or ``None`` where no predicate to its right tells.

    ``morphemes`` and ``predicates`` are of the quantity's sentence, in order.
    """
    limit = _speech_end(quantity, quotations)
    framed = status_of_frame(quantity, morphemes, predicates)
    if framed is not None:
        return framed
    chain = [p for p in predicates if p.end > quantity[1] and p.start >= quantity[0] and p.start < limit]
    planned_at = plan_object(quantity[1], morphemes, predicates)
    waiting: list[Predicate] = []
    for predicate in chain:
        if planned_at is not None and planned_at < predicate.start and not _tensed_before(chain, planned_at):
            return Status.PLANNED
        if predicate.is_postposition:
            continue
        if _reports(predicate) and predicate.form is Form.FINAL and waiting and not _coordinate(waiting, morphemes):
            break
        status = _decide(predicate, waiting, morphemes, quantity, predicates)
        if status is not None and waiting and is_to_come(quantity[0], waiting[0], morphemes, predicates):
            return Status.PLANNED
        if status is not None:
            return status
        waiting.append(predicate)
    return Status.PLANNED if is_offered(quantity[0], morphemes, predicates) else None


def _reports(predicate: Predicate) -> bool:
    """Whether it only reports what stands before it: ``밝혔다``, not ``9월에 발표된다``."""
    if predicate.stem not in REPORTING_STEMS or predicate.tense is Tense.PROGRESSIVE:
        return False
    return not (predicate.stem in ANNOUNCED and predicate.passive and predicate.tense is Tense.PRESENT)


def _coordinate(waiting: Sequence[Predicate], morphemes: Sequence[Morpheme]) -> bool:
    """``3곳을 찾아 알렸다``, ``30명을 뽑고 당부했다``: one step after another, in one tense."""
    clauses = [p for p in waiting if p.form not in (Form.NOMINAL, Form.ADNOMINAL)]
    if not clauses or clauses[-1].form is Form.SEQUENTIAL:
        return bool(clauses)
    return any((m.form, m.tag) == ("고", "EC") and m.end == clauses[-1].end for m in morphemes)


def _speech_end(quantity: Span, quotations: Sequence[Span]) -> int:
    """End of the quotation that the quantity stands in: what follows it is the reporter's tense."""
    at = bisect_right(quotations, (quantity[0], 1 << 60)) - 1
    # A short quotation is a name or a slogan, whose predicate stands outside it.
    if at >= 0 and quantity[0] < quotations[at][1] and quotations[at][1] - quotations[at][0] > 40:
        return quotations[at][1]
    return 1 << 60


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
    if _is_capability(predicate, morphemes):
        return None
    if _plans(predicate):
        return Status.PLANNED
    if predicate.copula and predicate.tense is Tense.NONE:
        return of_topic(quantity[0], morphemes, predicates)
    if predicate.tense is Tense.PROGRESSIVE:
        return _of_progressive(predicate, waiting, morphemes)
    if predicate.tense is Tense.PAST:
        return _of_past(predicate)
    if predicate.tense is Tense.PRESENT and predicate.form in (Form.FINAL, Form.QUOTED):
        return _of_present(predicate, waiting, morphemes, quantity)
    return None


def _plans(predicate: Predicate) -> bool:
    """Whether what it tells of is yet to be: ``늘린다는 계획``, ``대출이 가능하다``, ``마련하지 못했다``."""
    if predicate.tense is Tense.FUTURE or predicate.stem in PLANNING:
        return True
    if predicate.tense is Tense.NONE:
        return predicate.stem in ENABLING and predicate.form is Form.FINAL
    negated = predicate.negated or predicate.stem == "못"  # 하지 못/MAG 하/XSV 였다
    return negated and predicate.tense in (Tense.PAST, Tense.PROGRESSIVE)


def _of_progressive(predicate: Predicate, waiting: Sequence[Predicate], morphemes: Sequence[Morpheme]) -> Status:
    """Under way, unless what it goes on from is done, or it only tells what is there."""
    if predicate.stem in POSSESSING or (waiting and _is_example(waiting[0], morphemes)):
        return Status.ACHIEVED
    finished = any(_accomplished(p) for p in waiting) and not _same_object(waiting[-1], predicate, morphemes)
    return Status.ACHIEVED if finished else Status.IN_PROGRESS


def _of_past(predicate: Predicate) -> Status | None:
    if predicate.copula or (predicate.stem in OFFERING and predicate.form is Form.CONNECTIVE):
        return None
    return (
        Status.IN_PROGRESS if predicate.stem in BEGINNING and predicate.form is not Form.ADNOMINAL else Status.ACHIEVED
    )


def _modifies_another(
    predicate: Predicate, waiting: Sequence[Predicate], morphemes: Sequence[Morpheme], quantity: Span
) -> bool:
    """Whether it belongs to a noun of its own: ``5억원을 들여 문 닫은 학교를 고친다``."""
    if predicate.form is not Form.ADNOMINAL or predicate.plan:
        return False
    behind = next((m for m in morphemes if m.start >= quantity[1]), None)
    if behind is not None and behind.tag == "SP":
        return True  # 조성 49억 원, 쓰이지 않는 역을 고치는 데 9억 원을 편성했다
    if _has_own_subject(quantity[1], predicate.start, morphemes):
        return True
    return (
        bool(waiting) or predicate.stem in SUMMING | OFFERING or _closed_list(quantity[1], predicate.start, morphemes)
    )


def _is_capability(predicate: Predicate, morphemes: Sequence[Morpheme]) -> bool:
    """``90대를 세울 수 있는 주차장을 마련했다``, ``즐길 수 있도록 준비를 마쳤다``: of what for, not of when."""
    if predicate.tense is not Tense.FUTURE or predicate.plan:
        return False
    own = [m for m in morphemes if predicate.start <= m.start < predicate.end]
    able = any(m.form == "수" and m.tag == "NNB" for m in own)
    return able and (own[-1].form, own[-1].tag) in (("는", "ETM"), ("도록", "EC"))


def _has_own_subject(start: int, end: int, morphemes: Sequence[Morpheme]) -> bool:
    """``작가 24명 초청, 새길시가 마련한 잔치``: behind a comma stands another subject."""
    between = [m for m in morphemes if start <= m.start < end]
    comma = next((at for at, m in enumerate(between) if m.tag == "SP"), len(between))
    topic = any(m.tag == "JX" and m.form in ("은", "는") for m in between)
    return not topic and any(m.tag == "JKS" for m in between[comma:])


def _of_present(
    predicate: Predicate, waiting: Sequence[Predicate], morphemes: Sequence[Morpheme], quantity: Span
) -> Status | None:
    """A present that closes its clause promises, unless the amount is in hand or the work under way."""
    clauses = [p for p in waiting if p.form is not Form.ADNOMINAL]
    if any(p.form in (Form.SEQUENTIAL, Form.CONNECTIVE) and p.stem in SECURING for p in clauses[:1]):
        return Status.ACHIEVED
    if any(p.form is Form.SEQUENTIAL and p.passive and p.stem in ACCOMPLISHMENTS for p in clauses[:1]):
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
    """``현재``, ``지난 3월부터``: what a present then tells of has begun."""
    gone = next((at for at, m in enumerate(morphemes) if m.form == "지나" and m.end <= before), len(morphemes))
    since = next((m for m in morphemes[gone + 2 :] if m.tag[0] not in "NS"), None)
    if since is not None and (since.form, since.tag) == ("부터", "JX"):
        return not any((m.form, m.tag) == ("고", "EC") and since.end <= m.start < before for m in morphemes)
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
