import pytest

from mokpyo.inference.quantities.rates_table import RATE_UNITS


@pytest.mark.parametrize(
    ("unit", "is_rate"),
    [
        ("%", True),
        ("퍼센트", True),
        ("% 포인트", True),
        ("배", True),
        ("위", True),
        ("원", False),
        ("개", False),
        ("㎡", False),
    ],
)
def test_rates_are_not_added(unit: str, is_rate: bool) -> None:
    assert is_rate == (unit in RATE_UNITS)
