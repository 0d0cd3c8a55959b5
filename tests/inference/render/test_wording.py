import pytest

from mokpyo.data.document import Bound, Quantity
from mokpyo.inference.render.wording import number_words, quantity_words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (7, "7"),
        (1500, "1,500"),
        (10_000, "1만"),
        (10_001, "1만 1"),
        (32_000, "3만 2,000"),
        (150_000_000_000, "1,500억"),
        (3_200_000_000_000, "3조 2,000억"),
        (-15_000, "-1만 5,000"),
        (12.5, "12.5"),
        (0.05, "0.05"),
        (1e-7, "0.0000001"),
        (12_345.25, "1만 2,345.25"),
        (2e10, "200억"),
        (10**20, "1해"),
        pytest.param(10**5000, "1.000E+5000", id="more digits than Python prints"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_are_grouped_by_four_digits(value: float, expected: str) -> None:
    assert expected == number_words(value)


@pytest.mark.parametrize(
    ("value", "high", "unit", "bound", "expected"),
    [
        (150, None, "개", Bound.EXACT, "150개"),
        (40, 50, "곳", Bound.EXACT, "40~50곳"),
        (30, None, "명", Bound.ABOUT, "약 30명"),
        (200, None, "회", Bound.AT_LEAST, "최소 200회"),
        (1_000_000_000, None, "원", Bound.AT_MOST, "최대 10억원"),
        (12.5, None, "%", Bound.EXACT, "12.5%"),
    ],
)
def test_quantities_say_bound_range_and_unit(
    value: float, high: float | None, unit: str, bound: Bound, expected: str
) -> None:
    quantity = Quantity(start=0, end=1, text="1", value=value, high=high, unit=unit, bound=bound)
    assert expected == quantity_words(quantity)
