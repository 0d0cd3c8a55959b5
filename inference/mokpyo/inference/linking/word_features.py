"""What a learned model reads of a quantity besides the rules: words, endings and position, each as one feature."""

from collections.abc import Iterator, Mapping

from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.predicate import Predicate
from mokpyo.inference.linking.surroundings import following_nouns

_NOUNS_BEFORE = 4
"""Morphemes before the number among which nouns are read."""

_LONG_SENTENCE = 6
"""Sentences with more quantities count as having so many."""

_PARTICLES = ("중", "가운데", "이상", "규모", "상당", "씩", "당", "까지", "간", "여")
"""What may stand right behind a number and says how it is meant."""


def word_features(quantity: QuantityContext, text: str, sentences: int, link: str) -> Mapping[str, float]:
    """Names of what holds, each with 1, and the place in the article from 0 (beginning) to 1.

    ``sentences`` is how many the article has, ``link`` how the owner was found.
    """
    named = (*_predicates(quantity), *_neighbours(quantity, text), *_number(quantity), *_place(quantity, text))
    position = quantity.place.index / max(1, sentences)
    late = {"late": 1.0} if position > 0.7 else {}
    return dict.fromkeys((*named, f"link={link}"), 1.0) | {"position": position} | late


def _predicates(quantity: QuantityContext) -> Iterator[str]:
    governor = quantity.governor
    yield f"stem={governor.stem if governor else '-'}"
    if governor is not None:
        yield f"tense={governor.tense}"
        yield f"form={governor.form}"
        yield from _flags(governor)
    closing = next((p for p in reversed(quantity.place.predicates) if not p.is_postposition), None)
    if closing is not None:
        yield f"closing_stem={closing.stem}"
        yield f"closing_tense={closing.tense}"
    yield f"status={quantity.status or '-'}"


def _flags(predicate: Predicate) -> Iterator[str]:
    flags = {"passive": predicate.passive, "negated": predicate.negated, "plan": predicate.plan}
    yield from (name for name, holds in flags.items() if holds)


def _neighbours(quantity: QuantityContext, text: str) -> Iterator[str]:
    nouns = following_nouns(quantity)
    yield from (f"counted={noun}" for noun in nouns[:3])
    yield f"first_counted={nouns[0] if nouns else '-'}"
    behind = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)[:1]
    yield from (f"behind={m.form}" for m in behind)
    yield from (f"tag_behind={m.tag}" for m in behind)
    before = quantity.place.morphemes_between(quantity.place.sentence.start, quantity.start)[-_NOUNS_BEFORE:]
    yield from (f"noun_before={m.form}" for m in before if m.tag[0] == "N")
    yield from (f"before={m.form}" for m in before[-1:])
    yield from (f"tag_before={m.tag}" for m in before[-1:])
    following = text[quantity.end : quantity.end + 3].lstrip()
    yield from (f"particle={word}" for word in _PARTICLES if following.startswith(word))


def _number(quantity: QuantityContext) -> Iterator[str]:
    read = quantity.reading.quantity
    yield f"unit={read.unit}"
    yield f"kind={quantity.reading.kind}"
    yield f"dimension={quantity.reading.dimension or '-'}"
    yield f"bound={read.bound}"
    if read.value == 1:
        yield "one"
    if read.value <= 5:
        yield "few"


def _place(quantity: QuantityContext, text: str) -> Iterator[str]:
    place = quantity.place
    before = text[place.sentence.start : quantity.start]
    holds = {
        "opening": place.index <= 1,
        "actor": any(actor.role.acts and actor.start < quantity.start for actor in place.actors),
        "dated": bool(place.dates),
        "in_parentheses": before.count("(") > before.count(")"),
        "in_quotation": before.count("“") > before.count("”"),
        "aside": "한편" in before,
    }
    yield from (name for name, it_does in holds.items() if it_does)
    yield f"line={place.kind}"
    yield f"quantities={min(len(place.quantities), _LONG_SENTENCE)}"
