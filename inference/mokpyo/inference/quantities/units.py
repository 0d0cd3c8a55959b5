"""Looking up units and counters, and converting between units of one dimension."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mokpyo.inference.quantities import unit_table as table
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling of a unit or counter."""

    spelling: str
    name: str
    """The spelling that the table lists first, or the currency's name."""
    kind: QuantityKind
    dimension: Dimension | None
    factor: float | None
    """How many base units of its dimension it is; ``None`` where nothing converts."""


def _spellings(row: str) -> list[str]:
    return [spelling.replace("_", " ") for spelling in row.split()]


def _plain(row: str, kind: QuantityKind, dimension: Dimension | None) -> Iterator[Unit]:
    for spelling in _spellings(row):
        yield Unit(spelling, spelling, kind, dimension, None)


def _rows() -> Iterator[Unit]:
    # Later rows win: a spelling of several readings takes the one that news uses most.
    for dimension, row in table.COUNTERS:
        yield from _plain(row, QuantityKind.COUNT, dimension)
    yield from _plain(table.SCORES, QuantityKind.SCORE, None)
    yield from _plain(table.ORDINALS, QuantityKind.ORDINAL, None)
    yield from _plain(table.PHASES, QuantityKind.PHASE, None)
    yield from _plain(table.NAMES, QuantityKind.NAME, None)
    yield from _plain(table.AGES, QuantityKind.AGE, Dimension.TIME)
    for dimension, row, factor in table.MEASURES:
        first, *_ = spellings = _spellings(row)
        for spelling in spellings:
            yield Unit(spelling, first, QuantityKind.MEASURE, dimension, factor)
    yield from _plain(table.INCOMPARABLE_MEASURES, QuantityKind.MEASURE, None)
    yield from _plain(table.FAHRENHEIT, QuantityKind.MEASURE, Dimension.TEMPERATURE)
    for name, row in table.CURRENCIES:
        for spelling in _spellings(row):
            yield Unit(spelling, name, QuantityKind.MONEY, Dimension.MONEY, None)
    yield from _plain(table.SHARES, QuantityKind.SHARE, Dimension.RATIO)
    yield from _plain(table.MULTIPLES, QuantityKind.MULTIPLE, Dimension.RATIO)
    yield from _plain(table.DURATIONS, QuantityKind.DURATION, Dimension.TIME)
    yield from _plain(table.TIMES, QuantityKind.TIME, Dimension.TIME)
    yield from _plain(table.SITES, QuantityKind.SITE, None)
    yield from _plain(table.ROUTES, QuantityKind.ROUTE, None)


UNITS: Mapping[str, Unit] = MappingProxyType({unit.spelling: unit for unit in _rows()})
LONGEST = max(map(len, UNITS))
WON = UNITS["원"]


def convert(value: float, unit: str, to: str) -> float | None:
    """``value`` of ``unit`` in ``to``; ``None`` where either is unknown or they measure different things.

    Currencies convert only into another spelling of themselves.
    """
    source, target = UNITS.get(unit), UNITS.get(to)
    if source is None or target is None or source.dimension is not target.dimension:
        return None
    if source.name == target.name:
        return value
    if source.factor is None or target.factor is None or source.dimension is None:
        return None
    return value * source.factor / target.factor


def base_value(value: float, unit: str) -> float | None:
    """``value`` of ``unit`` in the base unit of its dimension (㎡, m, kg, litre, W, Wh); ``None`` without one."""
    known = UNITS.get(unit)
    return None if known is None or known.factor is None else value * known.factor
