"""Features of the number's own form: thresholds, rates, labels and shares that measure no undertaking."""

import re

from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.object_table import STRIPPED_ACTIONS
from mokpyo.inference.linking.predicate import Form
from mokpyo.inference.linking.predicate_table import PROGRESS_ADVERBS
from mokpyo.inference.linking.surroundings import following_nouns
from mokpyo.inference.linking.target_table import CONDITION_ENDINGS, ELIGIBILITY_NOUNS, UNCOUNTED_NOUNS
from mokpyo.inference.quantities.kinds import QuantityKind

_THRESHOLD = re.compile(r"\s?(?:이상|이하|미만|초과|이내)(?:의|인|이거나)?\s?")
_CASE = re.compile(r"(?:\s?이상)?\s[가-힣]{2,6}\s?(?:시|경우)(?![가-힣])")
_PER_ONE = re.compile(r"\s?(?:당|마다)(?![가-힣])")
_CAPTION = re.compile(r"^\s*(?:[▲△※]?\s*사진|\(사진|/사진)")
_QUOTE_MARKS = "'‘’\"“”「」『』<>《》"


def threshold(quantity: QuantityContext, text: str) -> bool:
    """``매출 50억원 이상 기업``: who may apply."""
    match = _THRESHOLD.match(text, quantity.end)
    if match is None or quantity.reading.kind is QuantityKind.COUNT:
        return match is not None and "인" in match.group()
    following = quantity.place.morphemes_between(match.end(), quantity.place.sentence.end)[:4]
    return any(m.form in ELIGIBILITY_NOUNS for m in following) or "인" in match.group()


def uncounted_noun(quantity: QuantityContext, text: str) -> bool:
    """It counts fields, kinds or parts of a programme, which the guide leaves out."""
    unit = quantity.reading.quantity.unit.replace(" ", "")
    following = following_nouns(quantity)
    if unit in ("차례", "회") and text[quantity.end : quantity.end + 6].startswith("에 걸쳐"):
        return True
    return unit in ("개국", "가지", "분야", "부문") or any(noun in UNCOUNTED_NOUNS for noun in following[:2])


def per_one(quantity: QuantityContext, text: str) -> bool:
    """``1인당``, ``1㎡당``: the unit of a rate."""
    one = quantity.reading.quantity.value == 1
    person = quantity.reading.quantity.unit in ("인", "명", "가구", "세대")
    beside = person and re.match(r"\s?\d", text[quantity.end : quantity.end + 2]) is not None
    each = text[quantity.end : quantity.end + 1] == "씩" or _PER_ONE.match(text, quantity.end) is not None
    return one and (beside or each)


def caption(quantity: QuantityContext, text: str) -> bool:
    """The sentence is the caption of a photograph."""
    return _CAPTION.match(text[quantity.place.sentence.start : quantity.place.sentence.end]) is not None


def quoted_name(quantity: QuantityContext, text: str) -> bool:
    """``‘1000원의 아침밥’``: the number opens a quoted name."""
    before = text[max(0, quantity.start - 1) : quantity.start]
    return before != "" and before in _QUOTE_MARKS and text[quantity.end : quantity.end + 1] not in ("을", "를")


def conditional(quantity: QuantityContext, text: str) -> bool:
    """``1명 채용 시 450만원``, ``신청하면``: what has to happen first."""
    if _CASE.match(text, quantity.end) is not None:
        return True
    governor = quantity.governor
    if governor is None or governor.form is not Form.CONNECTIVE:
        return False
    return text[governor.start : governor.end].endswith(CONDITION_ENDINGS)


def unknown_unit(quantity: QuantityContext, _text: str) -> bool:
    """No table knows its unit."""
    return not quantity.reading.certain and quantity.reading.dimension is None


def denomination(quantity: QuantityContext, text: str) -> bool:
    """``1만 원권``, ``5극 3특``, ``한 번``: a kind of thing, not an amount of it."""
    unit = quantity.reading.quantity.unit
    return text[quantity.end : quantity.end + 1] == "권" or unit in ("극", "특", "구간", "번", "째", "부모")


def floor_of_building(quantity: QuantityContext, text: str) -> bool:
    """``2층에는``: a place, not a size."""
    return quantity.reading.quantity.unit == "층" and text[quantity.end : quantity.end + 1] == "에"


def share(quantity: QuantityContext, _text: str) -> bool:
    """A percentage or fraction."""
    return quantity.reading.kind is QuantityKind.SHARE


def share_of_whole(quantity: QuantityContext, text: str) -> bool:
    """``64%인 70억 원``, ``96.9%에 해당되는 315개교``: told beside its absolute."""
    following = text[quantity.end : quantity.end + 5].lstrip(" 가량)")
    sentence = text[quantity.place.sentence.start : quantity.start]
    if share(quantity, text) and sentence.count("(") > sentence.count(")"):
        return True  # 350억 원(국비 90%, 도비 10%)
    return share(quantity, text) and following.startswith(("인 ", "에 해당", "에 달"))


def cohort(quantity: QuantityContext, text: str) -> bool:
    """``3기 수강생``: the third intake; ``수소스테이션 2기 구축`` counts two."""
    following = following_nouns(quantity)
    after_blank = (
        text[quantity.end : quantity.end + 1].isspace() or text[quantity.end : quantity.end + 1] in _QUOTE_MARKS
    )
    return quantity.reading.quantity.unit == "기" and after_blank and not set(following[:1]) & STRIPPED_ACTIONS


def major(quantity: QuantityContext, text: str) -> bool:
    """``6대 전략``, ``7대 신사업``: the great seven, not seven machines."""
    if quantity.reading.quantity.unit != "대" or not text[quantity.end : quantity.end + 1].isspace():
        return False
    before = quantity.place.morphemes_between(quantity.start - 6, quantity.start)
    counted = before and before[-1].tag in ("NNG", "NNP", "XSN", "SL") and before[-1].form not in PROGRESS_ADVERBS
    return bool(following_nouns(quantity)) and not counted


def one_of(quantity: QuantityContext, text: str) -> bool:
    """``출생아와 보호자 중 1인 이상이``: a condition on one of several."""
    before = text[quantity.place.sentence.start : quantity.start].rstrip()
    return quantity.reading.quantity.value == 1 and before.endswith((" 중", " 가운데"))


def arrow(quantity: QuantityContext, text: str) -> bool:
    """``100억 원→150억 원``: a rule changed, nothing undertaken."""
    around = text[max(0, quantity.start - 2) : quantity.start] + text[quantity.end : quantity.end + 2]
    return "→" in around or "⇒" in around


def year_count(quantity: QuantityContext, _text: str) -> bool:
    """A multiple: 2배."""
    return quantity.reading.kind is QuantityKind.MULTIPLE
