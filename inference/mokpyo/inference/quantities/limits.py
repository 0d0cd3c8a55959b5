"""Limits that a text sets in words or signs of comparison: ``12보다 크고 20보다 작다``, ``x ≥ 12``, ``12와 20 사이``.

News compares with known figures in the same words (``지난해 12명보다 많은``), so that ``find_quantities`` takes none of
them as a bound; this reader is for texts that state limits.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.bare_numbers import Number, read_numbers
from mokpyo.inference.quantities.bounds import read_bound
from mokpyo.inference.quantities.context_table import COMPARED_AFTER, COMPARED_BEFORE, RANGED
from mokpyo.inference.quantities.counters import read_counter, read_native_counter
from mokpyo.inference.quantities.numeral_table import MINUSES
from mokpyo.inference.quantities.scanner import plain

_AFTER = tuple((re.compile(pattern), bound) for pattern, bound in COMPARED_AFTER)
_BEFORE = tuple((re.compile(pattern), bound) for pattern, bound in COMPARED_BEFORE)
_RANGED = tuple((re.compile(between), re.compile(behind)) for between, behind in RANGED)
_REACH = 4
_WIDEST = 8
"""Characters that may part a range's two numbers."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number at ``[start, end)``, its counter included, and how it limits."""

    start: int
    end: int
    value: Decimal
    bound: Bound


def read_limits(text: str) -> list[Limit]:
    """Every bare number of ``text`` in order, with the bound that it sets; ``exact`` where it sets none."""
    text = plain(text)
    limits: list[Limit] = []
    for number in read_numbers(text):
        limit = _limit(text, number)
        if limits and (ends := _range(text, limits[-1], limit)):
            limits[-1:] = ends
        else:
            limits.append(limit)
    return limits


def _limit(text: str, number: Number) -> Limit:
    end = number.end
    if counter := read_counter(text, end) or read_native_counter(text, end, ""):
        end = counter.end
    before = text[max(0, number.start - _REACH) : number.start]
    bounds = [bound for pattern, bound in _AFTER if pattern.match(text, end)]
    bounds += [bound for pattern, bound in _BEFORE if pattern.search(before)]
    bound = bounds[0] if bounds else read_bound(text, number.start, end, about=False)
    return Limit(number.start, end, number.value, bound)


def _range(text: str, low: Limit, high: Limit) -> tuple[Limit, Limit] | None:
    """The two numbers as the ends of a range, where the words between and behind them say so."""
    if high.value < 0 and text[high.start] in MINUSES and text[high.start + 1] == " ":
        high = replace(high, start=high.start + 2, value=-high.value)
    if high.start - low.end > _WIDEST or low.value >= high.value:
        return None
    between = text[low.end : high.start]
    for separator, behind in _RANGED:
        if separator.fullmatch(between) and behind.match(text, high.end):
            return replace(low, bound=Bound.AT_LEAST), replace(high, bound=Bound.AT_MOST)
    return None
