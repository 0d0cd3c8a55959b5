from decimal import Decimal

import pytest

from mokpyo.inference.quantities.numerals import read_native, read_numeral


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("7", "7", "7"),
        ("1,250개", "1,250", "1250"),
        ("12.5%", "12.5", "12.5"),
        ("1천500억원", "1천500억", "150000000000"),
        ("3조2천억", "3조2천억", "3200000000000"),
        ("2만5000개", "2만5000", "25000"),
        ("4조 120억 원", "4조 120억", "4012000000000"),
        ("6억 2천만 원", "6억 2천만", "620000000"),
        ("8만 3천 톤", "8만 3천", "83000"),
        ("52만 6000원", "52만 6000", "526000"),
        ("7천 310만 달러", "7천 310만", "73100000"),
        ("6천 2백만 유로", "6천 2백만", "62000000"),
        ("1억 4천 3백만 엔", "1억 4천 3백만", "143000000"),
        ("4천 500명", "4천 500", "4500"),
        ("3억5천", "3억5천", "350000000"),
        ("17.4억", "17.4억", "1740000000"),
        ("2.5천", "2.5천", "2500"),
        ("9 억 원", "9 억", "900000000"),
        ("천만 원", "천만", "10000000"),
        ("삼백오십 명", "삼백오십", "350"),
        ("이천이백 명", "이천이백", "2200"),
        ("3만이천 명", "3만이천", "32000"),
        ("1경 원", "1경", "10000000000000000"),
    ],
)
def test_reads_a_number(text: str, surface: str, value: str) -> None:
    number = read_numeral(text, 0)
    assert number is not None
    assert (surface, Decimal(value)) == (text[: number.end], number.value)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("40여명", "40여", 40),
        ("210여만 명", "210여만", 2_100_000),
        ("9억6천여만원", "9억6천여만", 960_000_000),
        ("2천여 만원", "2천여 만", 20_000_000),
        ("수십 명", "수십", 10),
        ("몇천 명", "몇천", 1_000),
    ],
)
def test_reads_an_approximate_number(text: str, surface: str, value: int) -> None:
    number = read_numeral(text, 0)
    assert number is not None
    assert (surface, value, True) == (text[: number.end], number.value, number.about)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("3억 5개소", "3억"),
        ("2만 2026년", "2만"),
        ("5천 3명", "5천"),
        ("3천이 넘는", "3천"),
        ("5경기", "5"),
        ("30여성", "30"),
        ("1만 3만", "1만"),
        ("5,12", "5"),
    ],
)
def test_stops_where_the_number_ends(text: str, surface: str) -> None:
    number = read_numeral(text, 0)
    assert number is not None
    assert surface == text[: number.end]


@pytest.mark.parametrize("text", ["", "개", "가나다", "9" * 19, ".2", "-1"])
def test_reads_no_number(text: str) -> None:
    assert read_numeral(text, 0) is None


@pytest.mark.parametrize(
    ("text", "surface", "value", "high"),
    [
        ("두 곳", "두", 2, None),
        ("스물다섯 명", "스물다섯", 25, None),
        ("서너 곳", "서너", 3, 4),
        ("두세 배", "두세", 2, 3),
    ],
)
def test_reads_a_native_number(text: str, surface: str, value: int, high: int | None) -> None:
    number = read_native(text, 0)
    assert number is not None
    assert (surface, value, high) == (text[: number.end], number.value, number.high)
