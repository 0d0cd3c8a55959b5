"""Number words that are made of several: native tens and ones, native words behind Sino-Korean hundreds."""

import re
from dataclasses import replace

from mokpyo.inference.quantities.counters import is_hangul
from mokpyo.inference.quantities.numeral_table import BIG_UNITS, NATIVE_ONES, NATIVE_TENS, SMALL_UNITS
from mokpyo.inference.quantities.numerals import Numeral, read_native, read_numeral

_BLANK = re.compile(r" {1,2}(?! )")
_HUNDRED = SMALL_UNITS["백"]


def read_native_words(text: str, start: int) -> Numeral | None:
    """A native number word, or tens and ones that a blank parts (``스물 다섯``); see ``read_native``."""
    tens = read_native(text, start)
    if tens is None or text[tens.start : tens.end] not in NATIVE_TENS or text[tens.end : tens.end + 1] != " ":
        return tens
    ones = read_native(text, tens.end + 1)
    if ones is None or text[ones.start : ones.end] not in NATIVE_ONES:
        return tens
    return replace(tens, end=ones.end, value=tens.value + ones.value)


def with_native_ending(text: str, hundreds: Numeral) -> Numeral | None:
    """Sino-Korean hundreds or more with native tens and ones: ``백스물다섯``; ``None`` where no such ending follows."""
    last = text[hundreds.end - 1]
    if SMALL_UNITS.get(last, 1) < _HUNDRED and last not in BIG_UNITS:
        return None
    ending = read_native(text, hundreds.end)
    if ending is None or ending.high is not None or ending.value >= _HUNDRED:
        return None
    return replace(hundreds, end=ending.end, value=hundreds.value + ending.value, native=True)


def with_parted_words(text: str, number: Numeral) -> Numeral:
    """``number`` and the smaller number words that blanks part from it: ``이십일조 삼백``, ``삼백 삼십 일``."""
    while (blank := _BLANK.match(text, number.end)) is not None:
        scale = _last_scale(text, number)
        part = read_numeral(text, blank.end())
        if part is None or part.value >= scale or text[part.start].isdigit() or _begins_word(text, part):
            return number
        number = replace(number, end=part.end, value=number.value + part.value, multiplier=part.multiplier)
    return number


def _begins_word(text: str, part: Numeral) -> bool:
    """Whether a lone digit word is the beginning of another word (``이상``)."""
    return part.end - part.start == 1 and is_hangul(text[part.end : part.end + 1])


def _last_scale(text: str, number: Numeral) -> int:
    last = text[number.end - 1]
    return SMALL_UNITS.get(last) or BIG_UNITS.get(last) or 1
