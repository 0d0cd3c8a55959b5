"""Fractions as Korean says them, the denominator first: ``삼분의 일``, ``4분의 3``."""

import re
from dataclasses import replace

from mokpyo.inference.quantities.numeral_table import BIG_UNITS, SIGNS
from mokpyo.inference.quantities.numerals import Numeral, read_numeral

_OF = re.compile(rf" ?분의 ?({'|'.join(SIGNS)})? ?")


def read_fraction(text: str, denominator: Numeral) -> Numeral | None:
    """The fraction that continues ``denominator``, as one number; ``None`` where none does."""
    of = _OF.match(text, denominator.end)
    numerator = read_numeral(text, of.end()) if of else None
    if of is None or numerator is None or denominator.value == 0:
        return None
    numerator = _proper(text, numerator, denominator)
    value = numerator.value / denominator.value
    return Numeral(denominator.start, numerator.end, -value if of.group(1) else value, about=numerator.about)


def _proper(text: str, numerator: Numeral, denominator: Numeral) -> Numeral:
    """``numerator`` without a last 만 or 조 that is another word (``3분의 1만``, ``3분의 1조각``)."""
    last = numerator.end - 1
    shorter = read_numeral(text[numerator.start : last], 0) if text[last] in BIG_UNITS else None
    if shorter is None or not (shorter.value == 1 or shorter.value < denominator.value <= numerator.value):
        return numerator
    return replace(shorter, start=numerator.start, end=last)
