"""One quantity phrase: a number or a range of numbers with its unit, read from a given place of a text."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from mokpyo.inference.quantities.context_table import GLUED_BEFORE, ROUTE_AFTER
from mokpyo.inference.quantities.counters import Counter, is_hangul, particle_follows, read_counter, read_native_counter
from mokpyo.inference.quantities.fractions import read_fraction
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.numerals import Numeral, read_native, read_numeral
from mokpyo.inference.quantities.unit_table import CURRENCY_SIGNS, GLUED_SINO_COUNTERS, SHARED_WITH_NAMES
from mokpyo.inference.quantities.units import UNITS, WON, Unit
from mokpyo.inference.quantities.usage import usage_kind, weighed, without_josa
from mokpyo.inference.quantities.word_numbers import read_native_words, with_native_ending, with_parted_words

_RANGE = re.compile(r" ?[~∼～〜–—〰] ?|-| - | ?내지 ?")
_LIST = re.compile(r"[·ㆍ･,/]|, ")
_ROUTE = re.compile(ROUTE_AFTER)
_ROWS = frozenset({QuantityKind.PHASE, QuantityKind.ORDINAL, QuantityKind.NAME})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_GLUED_SINO = frozenset(GLUED_SINO_COUNTERS.split())
_UNNUMBERED = frozenset({QuantityKind.DURATION, QuantityKind.TIME, QuantityKind.MONEY, QuantityKind.MEASURE})
_VERSUS = re.compile(r" ?대 ?(?=[0-9])")
_RESULT = re.compile(r"[-–](?=[0-9])")
_RESULT_TAIL = re.compile(r"으?로(?![가-힣])| (?:승리|무승부|완승|역전승|패배|패)")
_PRIZE = re.compile(r"등(?=[^가-힣 ]|[은는이가을를의에도만]|으로|까지|$)")
_SHORTEST_MIXED = 2
_PARAGRAPH = re.compile(r" ?제?[0-9]+항|의 ?[0-9]")
_WHOLE = frozenset({"절반"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the grammar finds at ``[start, end)``; ``unit`` is the unit as written, ``""`` for none."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    kind: QuantityKind
    dimension: Dimension | None
    about: bool
    certain: bool


def read_phrase(text: str, start: int) -> Phrase | None:
    """The quantity phrase that begins at ``start``: a currency sign, 제, 절반, a digit or a number word.

    ``None`` where no number stands there, or one without a unit that the tables know.
    """
    first = text[start : start + 1]
    if text[start : start + 2] in _WHOLE:
        half = Decimal("0.5")
        return Phrase(start, start + 2, half, None, "", QuantityKind.SHARE, Dimension.RATIO, about=False, certain=True)
    if first in CURRENCY_SIGNS:
        return _after_sign(text, start)
    if first == "제":
        return _ordinal(text, start)
    if first.isdigit():
        return _in_digits(text, start)
    return _in_words(text, start)


def named_number(start: int, end: int, digits: str, kind: QuantityKind) -> Phrase:
    """A number that its surroundings alone explain: an age in parentheses, ``시즌2``."""
    return Phrase(start, end, Decimal(digits.strip()), None, "", kind, None, about=False, certain=True)


def _after_sign(text: str, start: int) -> Phrase | None:
    number = read_numeral(text, start + 1 + (text[start + 1 : start + 2] == " "))
    if number is None:
        return None
    sign = text[start]
    return Phrase(
        start, number.end, number.value, None, sign, QuantityKind.MONEY, Dimension.MONEY, number.about, certain=True
    )


def _ordinal(text: str, start: int) -> Phrase | None:
    at = start + 1 + (text[start + 1 : start + 2] == " ")
    number = read_numeral(text, at)
    counter = None if number is None or number.grouped else read_counter(text, number.end)
    if number is None or counter is None or counter.unit.kind in _UNNUMBERED:
        return None
    kind = QuantityKind.ROUTE if counter.unit.spelling in {"조", "항", "호"} else QuantityKind.ORDINAL
    return Phrase(start, counter.end, number.value, None, counter.unit.spelling, kind, None, about=False, certain=True)


def _in_words(text: str, start: int) -> Phrase | None:
    for native in (read_native_words(text, start), read_native(text, start)):
        if native is None:
            break
        if found := read_native_counter(text, native.end, text[native.start : native.end]):
            return counted(text, native, found)
    number = read_numeral(text, start)
    if number is None:
        return None
    if fraction := _fraction(text, number):
        return fraction
    longest = with_parted_words(text, number)
    return _in_sino_words(text, longest) or (None if longest is number else _in_sino_words(text, number))


def _in_sino_words(text: str, number: Numeral) -> Phrase | None:
    if row := _row(text, with_native_ending(text, number) or number):
        return row
    # A lone Sino-Korean digit (이, 사) is a word of its own far more often than a number.
    if number.multiplier == 1 and number.end - number.start == 1:
        return None
    counter = read_counter(text, number.end)
    if counter is None or counter.unit.kind in _ROWS or counter.unit.kind is QuantityKind.ROUTE:
        return None
    if counter.start == number.end and not number.about and counter.unit.spelling not in _GLUED_SINO:
        return None
    return counted(text, number, counter)


def _row(text: str, number: Numeral) -> Phrase | None:
    """A place in a row, or a number in native words above a hundred: ``이백 번째``, ``백스물다섯 명``, ``이등``."""
    prize = _PRIZE.match(text, number.end)
    counter = Counter(number.end, prize.end(), UNITS["등"]) if prize else read_native_counter(text, number.end, "")
    # 천한 and 백두 are other words, unless they stand in a row (백한 번째).
    native = number.native and number.end - number.start > _SHORTEST_MIXED
    if counter is None or not (native or counter.unit.kind is QuantityKind.ORDINAL):
        return None
    return counted(text, number, counter)


def _in_digits(text: str, start: int) -> Phrase | None:
    number = read_numeral(text, start)
    if number is None:
        return None
    if fraction := _fraction(text, number):
        return fraction
    if result := _result(text, number):
        return result
    counter = read_counter(text, number.end)
    between = number.end if counter is None else counter.end
    if partner := _RANGE.match(text, between):
        ranged = _ranged(text, number, counter, partner)
        if ranged is not None:
            return ranged
    if counter is not None:
        return counted(text, number, counter)
    if (partner := _LIST.match(text, number.end)) and (listed := _listed(text, number, partner.end())):
        return listed
    return _bare(text, number)


def _fraction(text: str, denominator: Numeral) -> Phrase | None:
    number = read_fraction(text, denominator)
    if number is None:
        return None
    return Phrase(
        number.start,
        number.end,
        number.value,
        None,
        "",
        QuantityKind.SHARE,
        Dimension.RATIO,
        about=False,
        certain=True,
    )


def _result(text: str, first: Numeral) -> Phrase | None:
    """Two bare numbers against each other: ``3-1로``, ``5대 1``."""
    versus = _VERSUS.match(text, first.end)
    match = versus or _RESULT.match(text, first.end)
    second = read_numeral(text, match.end()) if match else None
    if second is None or (second.grouped or first.grouped):
        return None
    counter = read_counter(text, second.end) if versus else None
    if counter is not None and counter.unit.kind is not QuantityKind.SCORE:
        return None
    if versus is None and _RESULT_TAIL.match(text, second.end) is None:
        return None
    return Phrase(
        first.start, second.end, first.value, second.value, "", QuantityKind.SCORE, None, about=False, certain=True
    )


def _ranged(text: str, low: Numeral, counter: Counter | None, separator: re.Match[str]) -> Phrase | None:
    if not text[separator.end() : separator.end() + 1].isdigit():
        return None
    high = read_numeral(text, separator.end())
    partner = None if high is None else read_counter(text, high.end)
    if high is None or (partner is None and not (high.grouped and high.multiplier >= 10**8)):
        return None
    if counter is not None and partner is not None and counter.unit.name != partner.unit.name:
        return None
    low_value = _shared_scale(low, high) if counter is None else low.value
    if separator.group().strip() == "-" and low_value >= high.value:
        return None
    phrase = _bare(text, high) if partner is None else counted(text, high, partner)
    if phrase is None:
        return None
    return replace(phrase, start=low.start, value=low_value, high=high.value, about=low.about or high.about)


def _shared_scale(low: Numeral, high: Numeral) -> Decimal:
    """The range's first number, with the multiplier of the second where that alone names it (``120~200만``)."""
    scale = high.multiplier
    if scale == 1 or low.grouped or high.value % scale or low.value >= high.value / scale:
        return low.value
    return low.value * scale


def _listed(text: str, first: Numeral, at: int) -> Phrase | None:
    """Places in a row that share their counter: ``2·3차`` is one span."""
    second = read_numeral(text, at) if text[at : at + 1].isdigit() else None
    counter = None if second is None else read_counter(text, second.end)
    if second is None or counter is None or not _numbers_rows(counter.unit) or second.value <= first.value:
        return None
    return replace(counted(text, second, counter), start=first.start, value=first.value, high=second.value)


def _numbers_rows(unit: Unit) -> bool:
    return unit.kind in _ROWS or unit.spelling in {"기", "호", "권", "대"}


def _bare(text: str, number: Numeral) -> Phrase | None:
    """A number in 만, 억 or 조 without a counter: after 억 and 조 only 원 is left out (``80억 투입``)."""
    following = text[number.end : number.end + 1]
    if not number.grouped or (is_hangul(following) and not particle_follows(text, number.end)):
        return None
    if _PARAGRAPH.match(text, number.end):
        return None
    money = number.value >= 10**8
    return Phrase(
        number.start,
        number.end,
        number.value,
        None,
        WON.spelling if money else "",
        QuantityKind.MONEY if money else QuantityKind.COUNT,
        Dimension.MONEY if money else None,
        number.about,
        certain=True,
    )


def counted(text: str, number: Numeral, counter: Counter) -> Phrase:
    """``number`` with the counter behind it, of the kind that its surroundings give it."""
    counter = weighed(text, number, without_josa(text, number, counter))
    unit, end = counter.unit, counter.end
    kind = usage_kind(text, number.start, end, unit)
    certain = counter.certain and not _is_year(text, number, counter) and not _is_site(text, number.start, unit)
    if _ROUTE.match(text, end) and kind is not QuantityKind.MONEY:
        kind = QuantityKind.ROUTE
    return Phrase(
        number.start,
        end,
        number.value,
        number.high,
        unit.spelling,
        kind,
        unit.dimension,
        number.about,
        certain,
    )


def _is_year(text: str, number: Numeral, counter: Counter) -> bool:
    """``2025 대회``: four digits that are a year, and a counter that is another word behind a blank."""
    if _YEAR.fullmatch(text, number.start, number.end) is None or counter.unit.kind is QuantityKind.MONEY:
        return False
    return counter.start > number.end or counter.unit.kind in _ROWS


def _is_site(text: str, start: int, unit: Unit) -> bool:
    """A number glued to a name that it belongs to: ``행복마을2차``, ``민사3부``."""
    if text[start - 1 : start] == "제":
        return True
    glued = start > 0 and is_hangul(text[start - 1]) and not text.endswith(GLUED_BEFORE, 0, start)
    return unit.spelling == "구" or (glued and (unit.kind in _ROWS or unit.spelling in SHARED_WITH_NAMES))
