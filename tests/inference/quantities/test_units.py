import pytest

from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.unit_table import GLUED_NATIVE_COUNTERS, GLUED_SINO_COUNTERS, NATIVE_COUNTERS
from mokpyo.inference.quantities.units import UNITS, base_value, convert


@pytest.mark.parametrize(
    ("value", "unit", "to", "converted"),
    [
        (100, "평", "㎡", 330.5785),
        (3, "ha", "㎡", 30_000),
        (2, "㎢", "ha", 200),
        (5, "km", "m", 5_000),
        (2, "t", "kg", 2_000),
        (1.2, "GW", "MW", 1_200),
        (3, "㎥", "L", 3_000),
        (7, "원", "원", 7),
        (7, "불", "달러", 7),
    ],
)
def test_converts_within_a_dimension(value: float, unit: str, to: str, converted: float) -> None:
    assert pytest.approx(converted) == convert(value, unit, to)


@pytest.mark.parametrize(("unit", "to"), [("평", "kg"), ("달러", "원"), ("명", "개"), ("없는말", "㎡"), ("W", "Wh")])
def test_converts_nothing_else(unit: str, to: str) -> None:
    assert convert(1, unit, to) is None


def test_base_values() -> None:
    assert pytest.approx(3305.785) == base_value(1000, "평")
    assert base_value(1000, "명") is None
    assert base_value(1000, "없는단위") is None


@pytest.mark.parametrize(
    ("unit", "kind", "dimension"),
    [
        ("명", QuantityKind.COUNT, Dimension.PEOPLE),
        ("원", QuantityKind.MONEY, Dimension.MONEY),
        ("%p", QuantityKind.SHARE, Dimension.RATIO),
        ("개월", QuantityKind.DURATION, Dimension.TIME),
        ("호선", QuantityKind.ROUTE, None),
    ],
)
def test_tells_kind_and_dimension(unit: str, kind: QuantityKind, dimension: Dimension | None) -> None:
    assert (kind, dimension) == (UNITS[unit].kind, UNITS[unit].dimension)


@pytest.mark.parametrize("row", [NATIVE_COUNTERS, GLUED_NATIVE_COUNTERS, GLUED_SINO_COUNTERS])
def test_every_listed_counter_is_a_unit(row: str) -> None:
    assert [] == [spelling for spelling in row.split() if spelling not in UNITS]
