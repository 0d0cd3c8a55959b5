"""Which quantities are targets: features of a quantity in its clause, each a small function, weighed in one table."""

import math
import re
from collections.abc import Callable, Mapping

from mokpyo.data.document import Bound, Status
from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.object_table import STRIPPED_ACTIONS
from mokpyo.inference.linking.predicate_table import (
    PROGRESS_ADVERBS,
    REPORTING_STEMS,
    STATE_STEMS,
    STATISTICAL_STEMS,
    UNDERTAKING_STEMS,
)
from mokpyo.inference.linking.predicates import Form, Tense
from mokpyo.inference.linking.target_table import (
    ATTENDANCE_STEMS,
    BACKGROUND_NOUNS,
    BECOMES_WORDS,
    CONDITION_ENDINGS,
    DEFINED_NOUNS,
    ELIGIBILITY_NOUNS,
    FORECASTS,
    FORMER_FRAMES,
    FORMER_LEVELS,
    GAME_STEMS,
    INCREMENT_WORDS,
    MEASURED_TOPICS,
    RESULT_NOUNS,
    TARGET_WEIGHTS,
    UNCOUNTED_NOUNS,
)
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.reading.layout import LineKind

_THRESHOLD = re.compile(r"\s?(?:이상|이하|미만|초과|이내)(?:의|인|이거나|의\s)?\s?")
_CASE = re.compile(r"(?:\s?이상)?\s[가-힣]{2,6}\s?(?:시|경우)(?![가-힣])")
_PER_ONE = re.compile(r"\s?(?:당|마다)(?![가-힣])")
_CAPTION = re.compile(r"^\s*(?:[▲△※]?\s*사진|\(사진|/사진|사진\s?설명)")
_QUOTE_MARKS = "'‘’\"“”「」『』<>《》"
_NEAR = 14
"""Characters behind a number in which its own predicate stands."""


def target_features(quantity: QuantityContext, text: str) -> dict[str, float]:
    """Names of the features that hold, each with how much it holds (0 to 1)."""
    return {name: 1.0 for name, feature in FEATURES.items() if feature(quantity, text)}


def target_score(features: Mapping[str, float]) -> float:
    """Log-odds that a quantity with these features is a target."""
    return TARGET_WEIGHTS["bias"] + sum(TARGET_WEIGHTS[name] * value for name, value in features.items())


def probability(score: float) -> float:
    """The logistic function, rounded to four places as documents carry it."""
    return round(1.0 / (1.0 + math.exp(-score)), 4)


def can_be_target(quantity: QuantityContext) -> bool:
    """Ordinals, phases, names, ages, scores and page furniture never measure an undertaking."""
    if quantity.place.kind is LineKind.FURNITURE:
        return False
    return quantity.reading.kind.is_amount or _is_building_count(quantity)


def _is_building_count(quantity: QuantityContext) -> bool:
    """``생산동 8동을 짓는다`` counts buildings, though ``3동`` alone may name one."""
    if quantity.reading.quantity.unit != "동" or _stem(quantity) not in UNDERTAKING_STEMS:
        return False
    following = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)[:1]
    return any(m.tag in ("JKO", "JKS", "JX") or m.form in STRIPPED_ACTIONS for m in following)


def _stem(quantity: QuantityContext) -> str:
    return quantity.governor.stem if quantity.governor is not None else ""


def _action(quantity: QuantityContext, text: str) -> bool:
    """A verb that somebody does, whichever: not a state, a statistic or a report."""
    governor = quantity.governor
    if governor is None or governor.copula or governor.adjective:
        return False
    if governor.stem in STATISTICAL_STEMS | REPORTING_STEMS | ATTENDANCE_STEMS:
        return False
    return governor.form is not Form.NOMINAL and governor.stem not in STATE_STEMS


def _undertaking(quantity: QuantityContext, text: str) -> bool:
    return _stem(quantity) in UNDERTAKING_STEMS


def _undertaking_noun(quantity: QuantityContext, text: str) -> bool:
    """A verbal noun in the same clause: ``150개 기업 창업을 목표로``."""
    end = quantity.governor.start if quantity.governor else quantity.place.sentence.end
    following = quantity.place.morphemes_between(quantity.end, end)
    return any(m.form in UNDERTAKING_STEMS and m.tag == "NNG" for m in following[:12])


def _planned(quantity: QuantityContext, text: str) -> bool:
    return quantity.status is Status.PLANNED


def _done_or_doing(quantity: QuantityContext, text: str) -> bool:
    return quantity.status in (Status.ACHIEVED, Status.IN_PROGRESS)


def _has_subject(quantity: QuantityContext, text: str) -> bool:
    return any(a.role.acts and a.start < quantity.start <= a.until for a in quantity.place.actors)


def _money(quantity: QuantityContext, text: str) -> bool:
    return quantity.reading.kind is QuantityKind.MONEY


def _headline(quantity: QuantityContext, text: str) -> bool:
    return quantity.place.kind in (LineKind.TITLE, LineKind.HEADING)


def _bound(quantity: QuantityContext, text: str) -> bool:
    return quantity.reading.quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST)


def _becomes(quantity: QuantityContext, text: str) -> bool:
    """``2000명으로 확대``: the level to be reached."""
    following = text[quantity.end : quantity.end + 8]
    goal = re.match(r"\s?(?:수준|규모|이상)?(?:으로|로|까지)", following) is not None
    return goal and _stem(quantity) in BECOMES_WORDS


def _statistic(quantity: QuantityContext, text: str) -> bool:
    return _stem(quantity) in STATISTICAL_STEMS and _stem(quantity) not in BECOMES_WORDS


def _increment(quantity: QuantityContext, text: str) -> bool:
    """``12% 증가한``: a difference, or the share of one."""
    governor = quantity.governor
    near = governor is not None and governor.start - quantity.end <= 6
    return near and _stem(quantity) in INCREMENT_WORDS and governor is not None and not _is_plan(quantity)


def _is_plan(quantity: QuantityContext) -> bool:
    return quantity.governor is not None and quantity.governor.tense is Tense.FUTURE


def _baseline(quantity: QuantityContext, text: str) -> bool:
    """``50%에서 100%로``, ``6,666억 원보다``: where it comes from."""
    following = text[quantity.end : quantity.end + 3].lstrip()
    if following.startswith("보다"):
        return True
    return following.startswith("에서") and any(0 < q.start - quantity.end < 40 for q in quantity.place.quantities)


def _threshold(quantity: QuantityContext, text: str) -> bool:
    """``매출 50억원 이상 기업``: who may apply."""
    match = _THRESHOLD.match(text, quantity.end)
    if match is None or quantity.reading.kind is QuantityKind.COUNT:
        return match is not None and "인" in match.group()
    following = quantity.place.morphemes_between(match.end(), quantity.place.sentence.end)[:4]
    return any(m.form in ELIGIBILITY_NOUNS for m in following) or "인" in match.group()


def _attendance(quantity: QuantityContext, text: str) -> bool:
    people = (
        quantity.reading.dimension in (Dimension.PEOPLE, Dimension.BODIES) or quantity.reading.quantity.unit == "명"
    )
    return people and _stem(quantity) in ATTENDANCE_STEMS and quantity.status is not Status.PLANNED


def _following_noun(quantity: QuantityContext) -> list[str]:
    following = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)
    run = []
    for morpheme in following[:4]:
        if morpheme.tag[0] != "N" and morpheme.tag not in ("XSN", "JKG"):
            break
        run.append(morpheme.form)
    return run


def _uncounted_noun(quantity: QuantityContext, text: str) -> bool:
    unit = quantity.reading.quantity.unit.replace(" ", "")
    following = _following_noun(quantity)
    if unit in ("차례", "회") and text[quantity.end : quantity.end + 6].startswith("에 걸쳐"):
        return True
    return unit in ("개국", "가지", "분야", "부문", "개년") or any(noun in UNCOUNTED_NOUNS for noun in following[:2])


def _background_noun(quantity: QuantityContext, text: str) -> bool:
    before = quantity.place.morphemes_between(max(quantity.clause[0], quantity.start - 25), quantity.start)
    return any(m.form in BACKGROUND_NOUNS for m in before) or any(
        noun in BACKGROUND_NOUNS for noun in _following_noun(quantity)
    )


def _per_one(quantity: QuantityContext, text: str) -> bool:
    """``1인당``, ``1㎡당``: the unit of a rate."""
    one = quantity.reading.quantity.value == 1
    person = quantity.reading.quantity.unit in ("인", "명", "가구", "세대")
    rate = _PER_ONE.match(text, quantity.end) is not None or re.match(r"\s?\d", text[quantity.end : quantity.end + 2])
    each = text[quantity.end : quantity.end + 1] == "씩" or _PER_ONE.match(text, quantity.end) is not None
    return one and bool(rate or each if person else each)


def _definition(quantity: QuantityContext, text: str) -> bool:
    governor = quantity.governor
    return governor is not None and governor.copula and governor.tense in (Tense.NONE, Tense.PAST)


def _no_predicate(quantity: QuantityContext, text: str) -> bool:
    return quantity.governor is None and quantity.place.kind is LineKind.BODY


def _caption(quantity: QuantityContext, text: str) -> bool:
    return _CAPTION.match(text[quantity.place.sentence.start : quantity.place.sentence.end]) is not None


def _quoted_name(quantity: QuantityContext, text: str) -> bool:
    """``‘1000원의 아침밥’``: the number opens a quoted name."""
    before = text[max(0, quantity.start - 1) : quantity.start]
    return before != "" and before in _QUOTE_MARKS and text[quantity.end : quantity.end + 1] not in ("을", "를")


def _conditional(quantity: QuantityContext, text: str) -> bool:
    """``1명 채용 시 450만원``, ``신청하면``: what has to happen first."""
    if _CASE.match(text, quantity.end) is not None:
        return True
    governor = quantity.governor
    if governor is None or governor.form is not Form.CONNECTIVE:
        return False
    return text[governor.start : governor.end].endswith(CONDITION_ENDINGS)


def _comparison(quantity: QuantityContext, text: str) -> bool:
    """``전년 대비 12%``, ``보다 3배``."""
    before = text[max(quantity.place.sentence.start, quantity.start - 12) : quantity.start]
    relative = quantity.reading.kind in (QuantityKind.SHARE, QuantityKind.MULTIPLE)
    return relative and ("대비" in before or "보다" in before)


def _received(quantity: QuantityContext, text: str) -> bool:
    """``500만원을 받았다``: somebody else gave it."""
    governor = quantity.governor
    if governor is None or quantity.status is not Status.ACHIEVED:
        return False
    return governor.stem in ("받", "얻", "수상") or text[governor.start : governor.end].find("받") > 0


def _unknown_unit(quantity: QuantityContext, text: str) -> bool:
    return not quantity.reading.certain and quantity.reading.dimension is None


def _only(quantity: QuantityContext, text: str) -> bool:
    """``단 2곳만이 선정돼``, ``중 1명만``: how select it is."""
    following = text[quantity.end : quantity.end + 2].lstrip()
    return following.startswith("만") and not following.startswith("만 ㎡")


def _definition_frame(quantity: QuantityContext, text: str) -> bool:
    """``22개 사업을 지원하는 제도로``: what a thing is, not what is done."""
    governor = quantity.governor
    if governor is None or governor.form is not Form.ADNOMINAL or governor.tense is not Tense.PRESENT or governor.plan:
        return False
    following = quantity.place.morphemes_between(governor.end, governor.end + 14)
    for at, morpheme in enumerate(following[:-1]):
        if morpheme.form in DEFINED_NOUNS:
            return following[at + 1].tag == "VCP" or following[at + 1].form in ("로", "으로")
        if morpheme.tag[0] != "N":
            return False
    return False


def _former_frame(quantity: QuantityContext, text: str) -> bool:
    return text[quantity.place.sentence.start : quantity.start].startswith(FORMER_FRAMES)


def _denomination(quantity: QuantityContext, text: str) -> bool:
    """``1만 원권``, ``5극 3특``, ``한 번``: a kind of thing, not an amount of it."""
    unit = quantity.reading.quantity.unit
    return text[quantity.end : quantity.end + 1] == "권" or unit in ("극", "특", "구간", "번", "째", "부모")


def _ability(quantity: QuantityContext, text: str) -> bool:
    """``2천여명은 다른 곳을 쓸 수 있다``: what somebody may do, unless it is money that is offered."""
    governor = quantity.governor
    if governor is None or quantity.reading.kind is QuantityKind.MONEY:
        return False
    return "수 있" in text[governor.start : governor.end]


def _floor_of_building(quantity: QuantityContext, text: str) -> bool:
    """``2층에는``: a place, not a size."""
    return quantity.reading.quantity.unit == "층" and text[quantity.end : quantity.end + 1] == "에"


def _share(quantity: QuantityContext, text: str) -> bool:
    return quantity.reading.kind is QuantityKind.SHARE


def _share_of_whole(quantity: QuantityContext, text: str) -> bool:
    """``64%인 70억 원``, ``96.9%에 해당되는 315개교``: told beside its absolute."""
    following = text[quantity.end : quantity.end + 5].lstrip(" 가량)")
    sentence = text[quantity.place.sentence.start : quantity.start]
    if _share(quantity, text) and sentence.count("(") > sentence.count(")"):
        return True  # 350억 원(국비 90%, 도비 10%)
    return _share(quantity, text) and following.startswith(("인 ", "에 해당", "에 달"))


def _former_level(quantity: QuantityContext, text: str) -> bool:
    if text[quantity.end : quantity.end + 6].lstrip(" 에").startswith(("이던", "였던", "이었던", "불과하던")):
        return True
    last = max((q.end for q in quantity.place.quantities if q.end <= quantity.start), default=0)
    before = text[max(quantity.clause[0], quantity.start - 25, last) : quantity.start].split()
    return any(word.startswith(FORMER_LEVELS) for word in before)


def _forecast(quantity: QuantityContext, text: str) -> bool:
    """``4만9천㎿까지 늘 것으로 본다``: nobody undertakes it."""
    governor = quantity.governor
    if governor is None:
        return False
    return any(mark in text[governor.start : governor.end + 8] for mark in FORECASTS)


def _past_result(quantity: QuantityContext, text: str) -> bool:
    """``지난해 매출 1천350억원을 냈다``: a result that is told against no target."""
    if quantity.status is not Status.ACHIEVED:
        return False
    before = quantity.place.morphemes_between(max(quantity.place.sentence.start, quantity.start - 15), quantity.start)
    return bool(RESULT_NOUNS & {*(m.form for m in before), *_following_noun(quantity)})


def _weather_or_game(quantity: QuantityContext, text: str) -> bool:
    if quantity.reading.dimension is Dimension.TEMPERATURE:
        return True
    return quantity.reading.quantity.unit in ("점", "골", "개", "㎝") and _stem(quantity) in GAME_STEMS


def _cohort(quantity: QuantityContext, text: str) -> bool:
    """``3기 수강생``: the third intake; ``수소스테이션 2기 구축`` counts two."""
    following = _following_noun(quantity)
    after_blank = (
        text[quantity.end : quantity.end + 1].isspace() or text[quantity.end : quantity.end + 1] in _QUOTE_MARKS
    )
    return quantity.reading.quantity.unit == "기" and after_blank and not set(following[:1]) & STRIPPED_ACTIONS


def _major(quantity: QuantityContext, text: str) -> bool:
    """``6대 전략``, ``7대 신사업``: the great seven, not seven machines."""
    if quantity.reading.quantity.unit != "대" or not text[quantity.end : quantity.end + 1].isspace():
        return False
    before = quantity.place.morphemes_between(quantity.start - 6, quantity.start)
    counted = before and before[-1].tag in ("NNG", "NNP", "XSN", "SL") and before[-1].form not in PROGRESS_ADVERBS
    return bool(_following_noun(quantity)) and not counted


def _measured_topic(quantity: QuantityContext, text: str) -> bool:
    """``고용인원은 10명``, ``총사업비 40억 원``: the noun right before says what a programme is measured by."""
    before = quantity.place.morphemes_between(max(quantity.place.sentence.start, quantity.start - 12), quantity.start)
    nouns = [m for m in before if m.tag in ("NNG", "NNP")]
    return bool(nouns) and any(m.form in MEASURED_TOPICS for m in nouns[-2:])


def _arrow(quantity: QuantityContext, text: str) -> bool:
    """``100억 원→150억 원``: a rule changed, nothing undertaken."""
    around = text[max(0, quantity.start - 2) : quantity.start] + text[quantity.end : quantity.end + 2]
    return "→" in around or "⇒" in around


def _year_count(quantity: QuantityContext, text: str) -> bool:
    return quantity.reading.kind is QuantityKind.MULTIPLE


FEATURES: Mapping[str, Callable[[QuantityContext, str], bool]] = {
    "action": _action,
    "undertaking": _undertaking,
    "undertaking_noun": _undertaking_noun,
    "planned": _planned,
    "done_or_doing": _done_or_doing,
    "has_subject": _has_subject,
    "money": _money,
    "headline": _headline,
    "bound": _bound,
    "becomes": _becomes,
    "statistic": _statistic,
    "increment": _increment,
    "baseline": _baseline,
    "threshold": _threshold,
    "attendance": _attendance,
    "uncounted_noun": _uncounted_noun,
    "background_noun": _background_noun,
    "per_one": _per_one,
    "definition": _definition,
    "no_predicate": _no_predicate,
    "caption": _caption,
    "quoted_name": _quoted_name,
    "conditional": _conditional,
    "comparison": _comparison,
    "year_count": _year_count,
    "measured_topic": _measured_topic,
    "arrow": _arrow,
    "received": _received,
    "unknown_unit": _unknown_unit,
    "floor_of_building": _floor_of_building,
    "ability": _ability,
    "only": _only,
    "definition_frame": _definition_frame,
    "former_frame": _former_frame,
    "denomination": _denomination,
    "share": _share,
    "share_of_whole": _share_of_whole,
    "former_level": _former_level,
    "forecast": _forecast,
    "major": _major,
    "cohort": _cohort,
    "past_result": _past_result,
    "weather_or_game": _weather_or_game,
}
"""Every feature by its name in :data:`TARGET_WEIGHTS`."""
