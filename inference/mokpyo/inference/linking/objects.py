"""What a quantity counts or measures: the head noun to its right, to its left, or the predicate's own."""

import re
from collections.abc import Sequence

from mokpyo.data.morphology import Morpheme
from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.object_table import (
    ATTACHED_SUFFIXES,
    BOUND_WORDS,
    CUT_AFTER,
    DIMENSION_NOUNS,
    EMPTY_NOUNS,
    LEADING_MODIFIERS,
    MEASURE_WORDS,
    MONEY_ENDINGS,
    OBJECT_OF_PREDICATE,
    OBJECT_OF_UNIT,
    OWN_COUNTERS,
    STRIPPED_ACTIONS,
    TRAILING_NOUNS,
)
from mokpyo.inference.quantities.kinds import QuantityKind

_NOUN_TAGS = ("NNG", "NNP", "XSN", "XPN", "SL", "XR", "SN")
_LONGEST = 4
"""Words of an object at most: more is no longer a head noun."""
_PARENTHESIS_BEFORE = re.compile(r"[(（]\s*(?:총|약|최대)?\s*$")


def read_object(quantity: QuantityContext, text: str) -> str | None:
    """The noun phrase counted or measured, or ``None`` where the sentence names none."""
    counted_before = _before(quantity, text) if _counts_what_precedes(quantity, text) else None
    return (
        counted_before
        or _after(quantity, text)
        or _before(quantity, text)
        or _money_noun(quantity, text)
        or _of_predicate(quantity)
        or _topic(quantity, text)
        or OBJECT_OF_UNIT.get(quantity.reading.quantity.unit)
    )


def _counts_what_precedes(quantity: QuantityContext, text: str) -> bool:
    """``어촌 150곳 생활 기반``: after a bare noun a counter of its own kind counts that noun, whatever follows."""
    if quantity.reading.quantity.unit not in OWN_COUNTERS or text[quantity.start - 1 : quantity.start] != " ":
        return False
    before = quantity.place.morphemes_between(quantity.start - 12, quantity.start)
    if not before or before[-1].tag not in ("NNG", "NNP", "XSN") or before[-1].form in EMPTY_NOUNS:
        return False
    return before[-1].form not in BOUND_WORDS | LEADING_MODIFIERS and not _inside_entity(quantity, before[-1])


def _after(quantity: QuantityContext, text: str) -> str | None:
    """``150개 기업``, ``100억원 규모의 펀드``, ``40명 이상의 전문인력``."""
    following = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)
    at = 0
    measured = False
    while at < len(following) and following[at].form in BOUND_WORDS | MEASURE_WORDS:
        measured = measured or following[at].form in MEASURE_WORDS
        at += 1
    linked = at < len(following) and (following[at].tag == "JKG" or (measured and following[at].form in ("로", "으로")))
    if linked:
        at += 1
    elif text[quantity.end : quantity.end + 2] == "의 ":
        # The analyser may join 의 with a unit in Latin letters.
        linked = True
        at = next((i for i, m in enumerate(following) if m.start >= quantity.end + 2), len(following))
    if at >= len(following):
        return None
    if following[at].start == quantity.end and not linked:
        # What is glued to the number is a josa, or a suffix like 급 and 씩; the analyser may take it for a noun.
        attached = [m for m in following[at:] if m.word == following[at].word]
        if attached[0].form not in ATTACHED_SUFFIXES or len(attached) > 1:
            return None
        at += 1
    run = _run(following[at:])
    for index, morpheme in enumerate(run):
        if _inside_entity(quantity, morpheme):
            run = run[:index]
            break
    genitive = linked and following[at - 1].form not in ("로", "으로")
    if not genitive and all(morpheme.form in STRIPPED_ACTIONS or morpheme.tag == "XSN" for morpheme in run):
        return None
    return _phrase(run, text, following)


def _run(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Nouns that follow each other without a josa, at most ``_LONGEST`` words of them."""
    run: list[Morpheme] = []
    for at, morpheme in enumerate(morphemes):
        inner = morpheme.form in ("·", "&", "/", "-") and run and at + 1 < len(morphemes)
        if not (morpheme.tag in _NOUN_TAGS or inner) or (morpheme.tag == "SN" and not run):
            break
        if run and morpheme.word - run[0].word >= _LONGEST:
            break
        run.append(morpheme)
    return run


def _phrase(run: list[Morpheme], text: str, morphemes: Sequence[Morpheme] = ()) -> str | None:
    """The run's surface without a verbal noun or an empty word at its end: ``스마트 공장 보급`` is 스마트 공장."""
    while len(run) > 1 and (
        run[-1].form in STRIPPED_ACTIONS or run[-1].form in TRAILING_NOUNS or run[-1].tag[0] == "S"
    ):
        if run[-1].tag == "SL":
            break
        run = run[:-1]
    for at in range(len(run) - 2, -1, -1):
        if run[at].form in CUT_AFTER:
            run = run[at + 1 :]
            break
    while run and (run[0].form in EMPTY_NOUNS or (run[0].tag[0] == "S" and run[0].tag != "SL")):
        run = run[1:]
    while len(run) > 1 and run[0].form in LEADING_MODIFIERS and run[0].word != run[1].word:
        run = run[1:]
    if not run or (run[-1].form in EMPTY_NOUNS and run[-1].tag != "XSN"):
        return None
    return text[_from_word_start(run, morphemes) : run[-1].end].strip()


def _from_word_start(run: list[Morpheme], morphemes: Sequence[Morpheme]) -> int:
    """Where the run's first word begins: the analyser may split 차고지 or 빈집."""
    start = run[0].start
    for morpheme in reversed([m for m in morphemes if m.start < start and m.word == run[0].word]):
        if morpheme.tag.startswith(("J", "S", "EC", "EF")) or morpheme.end < start - 1:
            break
        start = morpheme.start
    return start


def _before(quantity: QuantityContext, text: str) -> str | None:
    """``기업 30개``, ``입점업체는 130개로``, ``예산(20억 원)``: the nearest noun phrase to the left."""
    start = quantity.start
    preceding = list(quantity.place.morphemes_between(quantity.place.sentence.start, start))
    preceding = _without_modifiers(_outside_bracket(preceding, text, start), quantity)
    if preceding and preceding[-1].tag in ("JX", "JKS", "JKO") and _keeps_object(quantity, preceding[-1]):
        preceding.pop()
    run: list[Morpheme] = []
    while preceding and (preceding[-1].tag in _NOUN_TAGS or preceding[-1].form == "·"):
        if run and run[-1].word - preceding[-1].word >= 3:
            break
        run.insert(0, preceding.pop())
    while run and run[-1].form in TRAILING_NOUNS:
        run.pop()
    if not run or _inside_entity(quantity, run[-1]):
        return None
    while run and _inside_entity(quantity, run[0]):
        run.pop(0)
    if len(run) == 1 and run[0].form in DIMENSION_NOUNS:
        return None
    return _phrase(run[-6:], text, quantity.place.sentence.morphemes)


def _outside_bracket(preceding: list[Morpheme], text: str, start: int) -> list[Morpheme]:
    """Of ``예산(20억 원)``, what stands before the bracket; else everything."""
    if _PARENTHESIS_BEFORE.search(text[max(0, start - 8) : start]) is None:
        return preceding
    opening = max((at for at, m in enumerate(preceding) if m.tag == "SSO"), default=0)
    return preceding[:opening]


def _without_modifiers(preceding: list[Morpheme], quantity: QuantityContext) -> list[Morpheme]:
    """Without the words for bounds, adverbs, commas and dates that part a noun from its number."""
    dates = quantity.place.dates
    while preceding and (
        preceding[-1].form in BOUND_WORDS
        or preceding[-1].tag in ("MM", "MAG", "SP")
        or any(date.start <= preceding[-1].start < date.end for date in dates)
    ):
        preceding = preceding[:-1]
    if preceding and preceding[-1].form == "당" and preceding[-1].tag == "XSN":
        # "팀당 3천만원": the sum is per team, not of teams.
        word = preceding[-1].word
        return _without_modifiers([m for m in preceding if m.word != word], quantity)
    return preceding


def _keeps_object(quantity: QuantityContext, josa: Morpheme) -> bool:
    """Whether a noun with this josa right before the number is what the number measures."""
    if josa.form in ("은", "는", "이", "가", "ᆫ", "도"):
        return not any(actor.start < josa.start <= actor.end + 2 for actor in quantity.place.actors)
    return josa.tag == "JKO"


def _inside_entity(quantity: QuantityContext, morpheme: Morpheme) -> bool:
    place = quantity.place
    spans = [e.span for e in (*place.dates, *place.regions, *place.quantities)]
    spans += [(actor.start, actor.end) for actor in place.actors]
    return any(start <= morpheme.start < end for start, end in spans)


def _money_noun(quantity: QuantityContext, text: str) -> str | None:
    """``시제품 제작비로 팀당 최대 3천만원을``: the kind of money that the clause names before the sum."""
    if quantity.reading.kind is not QuantityKind.MONEY:
        return None
    morphemes = quantity.place.morphemes_between(quantity.clause[0], quantity.start)
    for at in range(len(morphemes) - 1, 0, -1):
        noun = morphemes[at - 1]
        if morphemes[at].tag.startswith("J") and noun.tag in _NOUN_TAGS and noun.form.endswith(MONEY_ENDINGS):
            run = [noun]
            back = at - 2
            while back >= 0 and morphemes[back].tag in _NOUN_TAGS and len(run) < 4:
                run.insert(0, morphemes[back])
                back -= 1
            return _phrase(run, text, morphemes)
    return None


def _of_predicate(quantity: QuantityContext) -> str | None:
    """Money that only a verb explains: ``120억원을 투입해`` is 사업비."""
    if quantity.reading.kind is not QuantityKind.MONEY or quantity.governor is None:
        return None
    return OBJECT_OF_PREDICATE.get(quantity.governor.stem)


def _topic(quantity: QuantityContext, text: str) -> str | None:
    """The clause's object or topic to the left: ``지원기업을 12개사로``, ``참여자는 단기 과정 30명``."""
    morphemes = quantity.place.morphemes_between(quantity.clause[0], quantity.start)
    for at in range(len(morphemes) - 1, 0, -1):
        josa = morphemes[at]
        if josa.tag not in ("JKO", "JX", "JKS") or josa.form in ("까지", "부터", "도", "만"):
            continue
        if _inside_entity(quantity, morphemes[at - 1]):
            continue
        run: list[Morpheme] = []
        back = at - 1
        while back >= 0 and morphemes[back].tag in _NOUN_TAGS and len(run) < 6:
            run.insert(0, morphemes[back])
            back -= 1
        phrase = _phrase(run, text, quantity.place.sentence.morphemes) if run else None
        if phrase is not None:
            return phrase
    return None
