"""Phrases in more than one piece: a sign or a temperature scale before the number, a smaller unit after it."""

import re
from dataclasses import replace
from decimal import Decimal

from mokpyo.inference.quantities.counters import Counter, read_counter
from mokpyo.inference.quantities.grammar import Phrase, counted, read_phrase
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.numeral_table import ABOVE_ZERO, BELOW_ZERO, HALF, MINUSES, SCALES
from mokpyo.inference.quantities.numerals import read_numeral
from mokpyo.inference.quantities.unit_table import MINOR_UNITS
from mokpyo.inference.quantities.units import UNITS

_PREFIX = re.compile(rf"(?:({'|'.join(SCALES)}) ?)?(?:({BELOW_ZERO}|{ABOVE_ZERO}|마이너스) ?|([{MINUSES}])(?=[0-9]))?")
_WORD_BEFORE = re.compile(rf"(?:{BELOW_ZERO}|마이너스) ?$")
_MINUS_BEFORE = re.compile(rf"(?:^|[ (\[‘“'\"])[{MINUSES}]$")
_LONGEST_PREFIX = 5
_MINOR = re.compile(r" ?([0-9]{1,2}(?:\.[0-9]{1,4})?) ?(센트|펜스|전(?=[^가-힣]|에|으로|을|이|까지|보다|대|오|내|$))")
_HALF = re.compile(rf" ?{HALF}(?=[^가-힣]|[이을의에도만]|으로|가량|정도|$)")
_HALVED = frozenset({"배", "시간", "바퀴"})


def read_composed(text: str, start: int) -> Phrase | None:
    """The quantity phrase at ``start`` with its sign, scale and smaller unit; see ``read_phrase``."""
    prefix = _PREFIX.match(text, start)
    if prefix is None or prefix.end() == start:
        phrase = read_phrase(text, start)
        return None if phrase is None else _continued(text, phrase)
    scale, word, minus = prefix.groups()
    phrase = _after_prefix(text, prefix.end(), scale)
    if phrase is None or not _may_follow(phrase, scale or word, minus):
        return None
    if scale is not None:
        phrase = replace(phrase, unit=f"{scale} 도", kind=QuantityKind.MEASURE, dimension=Dimension.TEMPERATURE)
    if word in {BELOW_ZERO, "마이너스"} or minus:
        phrase = _negative(phrase, both=minus is None)
    return replace(_continued(text, phrase), start=start)


def signed_at(text: str, phrase: Phrase) -> Phrase:
    """``phrase`` as negative where a sign stands before its span."""
    before = text[max(0, phrase.start - _LONGEST_PREFIX) : phrase.start]
    if phrase.value <= 0:
        return phrase
    if _WORD_BEFORE.search(before):
        return _negative(phrase, both=True)
    minus = _MINUS_BEFORE.search(before)
    return _negative(phrase, both=False) if minus and _may_follow(phrase, None, minus.group()) else phrase


def _after_prefix(text: str, start: int, scale: str | None) -> Phrase | None:
    if phrase := read_phrase(text, start):
        return phrase
    number = read_numeral(text, start)
    if number is None:
        return None
    if counter := read_counter(text, number.end):
        return counted(text, number, counter)
    # The degrees may be left out: ``섭씨 20.3``.
    unstated = None if scale is None else Counter(number.end, number.end, UNITS[f"{scale} 도"])
    return None if unstated is None else counted(text, number, unstated)


def _may_follow(phrase: Phrase, word: str | None, minus: str | None) -> bool:
    """Whether what stands before the number can be its sign: a hyphen begins items of a list too."""
    temperature = phrase.dimension is Dimension.TEMPERATURE
    if minus is not None or word is None:
        return temperature or phrase.kind is QuantityKind.SHARE
    return temperature or (word == "마이너스" and phrase.kind.is_amount)


def _negative(phrase: Phrase, *, both: bool) -> Phrase:
    """The phrase below zero, a range from its lower end: ``영하 5~10도`` is from -10 to -5."""
    if phrase.high is None or not both:
        return replace(phrase, value=-phrase.value)
    return replace(phrase, value=-max(phrase.value, phrase.high), high=-min(phrase.value, phrase.high))


def _continued(text: str, phrase: Phrase) -> Phrase:
    if phrase.high is not None:
        return phrase
    if phrase.unit in _HALVED and (half := _HALF.match(text, phrase.end)):
        return replace(phrase, value=phrase.value + Decimal("0.5"), end=half.end())
    if phrase.kind is not QuantityKind.MONEY or phrase.unit not in UNITS:
        return phrase
    name, parts = MINOR_UNITS.get(UNITS[phrase.unit].name, ("", 1))
    minor = _MINOR.match(text, phrase.end)
    if minor is None or minor.group(2) != name:
        return phrase
    rest = Decimal(minor.group(1)) / parts
    return replace(phrase, value=phrase.value + (rest if phrase.value >= 0 else -rest), end=minor.end())
