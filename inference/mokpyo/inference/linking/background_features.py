"""Features of background: statistics, comparisons, forecasts and results that nobody undertakes here."""

import re

from mokpyo.data.document import Status
from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.predicate import Form, Tense
from mokpyo.inference.linking.predicate_table import STATISTICAL_STEMS, UNDERTAKING_STEMS
from mokpyo.inference.linking.surroundings import following_nouns, governing_stem
from mokpyo.inference.linking.target_table import (
    ATTENDANCE_STEMS,
    BACKGROUND_NOUNS,
    BECOMES_WORDS,
    DEFINED_NOUNS,
    FORECASTS,
    FORMER_LEVELS,
    GAME_STEMS,
    INCREMENT_WORDS,
    RESULT_NOUNS,
    SANCTIONS,
)
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind

_LEVEL = re.compile(r"\s?(?:수준|규모)?인\s")


def statistic(quantity: QuantityContext, _text: str) -> bool:
    """The governing verb is one of statistics: 증가하다, 차지하다."""
    return governing_stem(quantity) in STATISTICAL_STEMS and governing_stem(quantity) not in BECOMES_WORDS


def increment(quantity: QuantityContext, _text: str) -> bool:
    """``12% 증가한``: a difference, or the share of one."""
    governor = quantity.governor
    near = governor is not None and governor.start - quantity.end <= 6
    return near and governing_stem(quantity) in INCREMENT_WORDS and governor is not None and not _is_plan(quantity)


def _is_plan(quantity: QuantityContext) -> bool:
    return quantity.governor is not None and quantity.governor.tense is Tense.FUTURE


def baseline(quantity: QuantityContext, text: str) -> bool:
    """``50%에서 100%로``, ``6,666억 원보다``: where it comes from."""
    following = text[quantity.end : quantity.end + 3].lstrip()
    if following.startswith("보다"):
        return True
    return following.startswith("에서") and any(0 < q.start - quantity.end < 40 for q in quantity.place.quantities)


def attendance(quantity: QuantityContext, _text: str) -> bool:
    """People who came, or bodies that took part."""
    people = quantity.reading.dimension in (Dimension.PEOPLE, Dimension.BODIES)
    return people and governing_stem(quantity) in ATTENDANCE_STEMS and quantity.status is not Status.PLANNED


def background_noun(quantity: QuantityContext, _text: str) -> bool:
    """A noun of statistics stands beside it: 인구, 실업률."""
    before = quantity.place.morphemes_between(max(quantity.clause[0], quantity.start - 25), quantity.start)
    return any(m.form in BACKGROUND_NOUNS for m in before) or any(
        noun in BACKGROUND_NOUNS for noun in following_nouns(quantity)
    )


def definition(quantity: QuantityContext, _text: str) -> bool:
    """A copula says what something is."""
    governor = quantity.governor
    return governor is not None and governor.copula and governor.tense in (Tense.NONE, Tense.PAST)


def definition_frame(quantity: QuantityContext, _text: str) -> bool:
    """``22개 사업을 지원하는 제도로``: what a thing is, not what is done."""
    governor = quantity.governor
    if governor is None or governor.form is not Form.ADNOMINAL or governor.tense is not Tense.PRESENT:
        return False
    following = quantity.place.morphemes_between(governor.end, governor.end + 14)
    for at, morpheme in enumerate(following[:-1]):
        if morpheme.form in DEFINED_NOUNS:
            return following[at + 1].tag == "VCP" or following[at + 1].form in ("로", "으로")
        if morpheme.tag[0] != "N":
            return False
    return False


def people_act(quantity: QuantityContext, text: str) -> bool:
    """``181명은 병원에 입원했고``: people who do something themselves are nobody's target."""
    governor = quantity.governor
    if governor is None or governor.passive or governor.stem in UNDERTAKING_STEMS:
        return False
    people = quantity.reading.dimension is Dimension.PEOPLE
    return people and text[quantity.end : quantity.end + 1] in ("이", "은", "가")


def sanction(quantity: QuantityContext, text: str) -> bool:
    """``이행강제금 121억원``: a punishment."""
    around = text[max(quantity.place.sentence.start, quantity.start - 12) : quantity.end + 12]
    return any(word in around for word in SANCTIONS)


def participants(quantity: QuantityContext, _text: str) -> bool:
    """``참여한 6개 기업은``, ``참여 기업 15곳이``: who has come, told in passing."""
    if quantity.status is Status.PLANNED or quantity.reading.kind is not QuantityKind.COUNT:
        return False  # 참여할 기업 43곳을 모집한다
    before = quantity.place.morphemes_between(max(quantity.place.sentence.start, quantity.start - 10), quantity.start)
    return any(m.form in ATTENDANCE_STEMS and m.tag in ("NNG", "VV") for m in before[-4:])


def nationwide(quantity: QuantityContext, text: str) -> bool:
    """``전국 227개 지자체``: all that there are."""
    return text[quantity.place.sentence.start : quantity.start].rstrip().endswith(("전국", "세계", "국내"))


def comparison(quantity: QuantityContext, text: str) -> bool:
    """``전년 대비 12%``, ``보다 3배``."""
    before = text[max(quantity.place.sentence.start, quantity.start - 12) : quantity.start]
    relative = quantity.reading.kind in (QuantityKind.SHARE, QuantityKind.MULTIPLE)
    return relative and ("대비" in before or "보다" in before)


def received(quantity: QuantityContext, text: str) -> bool:
    """``500만원을 받았다``: somebody else gave it."""
    governor = quantity.governor
    if governor is None or quantity.status is not Status.ACHIEVED:
        return False
    return governor.stem in ("받", "얻", "수상") or text[governor.start : governor.end].find("받") > 0


def past_result(quantity: QuantityContext, _text: str) -> bool:
    """``지난해 매출 1천350억원을 냈다``: a result that is told against no target."""
    if quantity.status is not Status.ACHIEVED:
        return False
    before = quantity.place.morphemes_between(max(quantity.place.sentence.start, quantity.start - 15), quantity.start)
    return bool(RESULT_NOUNS & {*(m.form for m in before), *following_nouns(quantity)})


def weather_or_game(quantity: QuantityContext, _text: str) -> bool:
    """A temperature, or points in a game."""
    if quantity.reading.dimension is Dimension.TEMPERATURE:
        return True
    return quantity.reading.quantity.unit in ("점", "골", "개", "㎝") and governing_stem(quantity) in GAME_STEMS


def forecast(quantity: QuantityContext, text: str) -> bool:
    """``4만9천㎿까지 늘 것으로 본다``: nobody undertakes it."""
    governor = quantity.governor
    if governor is None:
        return False
    return any(mark in text[governor.start : governor.end + 8] for mark in FORECASTS)


def former_level(quantity: QuantityContext, text: str) -> bool:
    """``기존 350만 원``: what is left behind."""
    if text[quantity.end : quantity.end + 6].lstrip(" 에").startswith(("이던", "였던", "이었던", "불과하던")):
        return True
    if "현재" in text[max(quantity.clause[0], quantity.start - 12) : quantity.start] and _LEVEL.match(
        text, quantity.end
    ):
        return True  # 현재 400톤 수준인 생산량을
    last = max((q.end for q in quantity.place.quantities if q.end <= quantity.start), default=0)
    before = text[max(quantity.clause[0], quantity.start - 25, last) : quantity.start].split()
    return any(word.startswith(FORMER_LEVELS) for word in before)


def ability(quantity: QuantityContext, text: str) -> bool:
    """``2천여명은 다른 곳을 쓸 수 있다``: what somebody may do, unless it is money that is offered."""
    governor = quantity.governor
    if governor is None or quantity.reading.kind is QuantityKind.MONEY:
        return False
    return "수 있" in text[governor.start : governor.end]


def only(quantity: QuantityContext, text: str) -> bool:
    """``단 2곳만이 선정돼``, ``중 1명만``: how select it is."""
    following = text[quantity.end : quantity.end + 2].lstrip()
    return following.startswith("만") and not following.startswith("만 ㎡")
