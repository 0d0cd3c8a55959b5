"""Which use of a counter its surroundings show."""

import re
from dataclasses import replace

from mokpyo.inference.quantities.counters import Counter
from mokpyo.inference.quantities.kinds import QuantityKind
from mokpyo.inference.quantities.numerals import Numeral
from mokpyo.inference.quantities.units import UNITS, Unit
from mokpyo.inference.quantities.usage_table import LANE_AFTER, LANE_BEFORE, USAGES, WEIGHT_AFTER, WEIGHT_BEFORE

_USAGES: dict[str, list[tuple[re.Pattern[str], re.Pattern[str], QuantityKind]]] = {}
for _unit, _before, _after, _kind in USAGES:
    _USAGES.setdefault(_unit, []).append((re.compile(_before), re.compile(_after), _kind))
_LANE_BEFORE, _LANE_AFTER = re.compile(LANE_BEFORE), re.compile(LANE_AFTER)
_WEIGHT_BEFORE, _WEIGHT_AFTER = re.compile(WEIGHT_BEFORE), re.compile(WEIGHT_AFTER)
_POUND = replace(UNITS["lb"], spelling="파운드")
_FEWEST_LANES = 4
_REACH = 6
_WEIGHT_REACH = 12


def usage_kind(text: str, start: int, end: int, unit: Unit) -> QuantityKind:
    """The kind of the quantity at ``[start, end)``: the unit's own, unless a word beside it says otherwise."""
    for before, after, kind in _USAGES.get(unit.spelling, ()):
        if before.search(text[max(0, start - _REACH) : start]) and after.match(text, end):
            return kind
    return unit.kind


def without_josa(text: str, number: Numeral, counter: Counter) -> Counter:
    """차로 as 차 with its josa, where no road is spoken of."""
    if counter.unit.spelling != "차로" or number.value >= _FEWEST_LANES:
        return counter
    if _LANE_BEFORE.search(text[max(0, number.start - _REACH) : number.start]) or _LANE_AFTER.match(text, counter.end):
        return counter
    return Counter(counter.start, counter.end - 1, UNITS["차"])


def weighed(text: str, number: Numeral, counter: Counter) -> Counter:
    """파운드 as a weight, where the words around them weigh something."""
    if counter.unit.spelling != "파운드":
        return counter
    before = text[max(0, number.start - _WEIGHT_REACH) : number.start]
    if _WEIGHT_BEFORE.search(before) or _WEIGHT_AFTER.match(text, counter.end):
        return replace(counter, unit=_POUND)
    return counter
