import math
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.inference.quantities.bare_numbers import read_numbers


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("-8", "-8", -8),
        ("답은 - 6이다", "- 6", -6),
        ("음수 육십", "음수 육십", -60),
        ("답은 마이너스 오입니다", "마이너스 오", -5),
        (".75", ".75", 0.75),
        ("6.500", "6.500", 6.5),
        ("7/8을", "7/8", 0.875),
        ("-3/4", "-3/4", -0.75),
        ("3 1/2", "3 1/2", 3.5),
        ("2e6", "2e6", 2_000_000),
        ("5e-2", "5e-2", 0.05),
        ("2^10은", "2^10", 1_024),
        ("4^-1", "4^-1", 0.25),
        ("2^--3", "2^--3", 8),
        ("3 450 000은", "3 450 000", 3_450_000),
        ("7\u202f500.5", "7\u202f500.5", 7_500.5),
        ("칠천이십", "칠천이십", 7_020),
        ("육십 삼", "육십 삼", 63),
        ("사백  이십  육", "사백  이십  육", 426),
        ("삼십조 사백", "삼십조 사백", 30_000_000_000_400),
        ("구백이다", "구백", 900),
        ("구분의 이", "구분의 이", 2 / 9),
        ("육과 이분의 일은", "육과 이분의 일", 6.5),
        ("억분의 일만 남았다", "억분의 일", 1e-8),
        ("십 점 영오", "십 점 영오", 10.05),
        ("반", "반", 0.5),
        ("반을 남겼다", "반", 0.5),
        ("넷 중 하나가 맞다", "넷 중 하나", 0.25),
        ("사과 두 다스", "두 다스", 24),
        ("예순하나를 넘었다", "예순하나", 61),
        ("다섯 개", "다섯", 5),
        ("스물아홉이다", "스물아홉", 29),
        ("영은 숫자다", "영", 0),
        ("둘만 남았다", "둘", 2),
        ("육십 권", "육십", 60),
        ("백 마리", "백", 100),
    ],
)
def test_reads_a_number(text: str, surface: str, value: float) -> None:
    (number,) = read_numbers(text)
    assert surface == text[number.start : number.end]
    assert math.isclose(value, number.value, rel_tol=1e-12)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("1, 23, 456", ["1", "23", "456"]),
        ("315 0000", ["315", "0000"]),
        ("육백과 칠백", ["육백", "칠백"]),
        ("12와 20", ["12", "20"]),
        ("5^0 0^0", ["5^0", "0", "0"]),
        ("7/0", ["7", "0"]),
    ],
)
def test_keeps_numbers_apart(text: str, surfaces: list[str]) -> None:
    assert surfaces == [text[number.start : number.end] for number in read_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "7월 9일",
        "유월 구일",
        "2024/7/9",
        "02-345-6789",
        "10.0.0.7",
        "12km 길",
        "3미터",
        "KF21",
        "http://a.kr/?q=12",
        "이 가방",
        "오는 사람",
        "일은 많다",
        "사는 곳",
        "천재는",
        "반장이",
        "하나은행",
        "조용하다",
        "",
    ],
)
def test_reads_no_number(text: str) -> None:
    assert [] == read_numbers(text)


PIECES = st.sampled_from(
    [*"0123456789.,-/^e +", *"영일이삼십백천만억조반점과", "분의 ", "마이너스 ", "다스", "하나", "열 ", "중 하나"]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60)))
def test_numbers_lie_in_order(text: str) -> None:
    last = 0
    for number in read_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert isinstance(number.value, Decimal)
        assert number.value.is_finite()
        last = number.end


def test_hostile_texts_take_linear_time() -> None:
    started = time.process_time()
    for piece in ("1", "1 ", "1 000 ", "1/", "1^-", "1e", "천 백 ", "삼분의 ", "마이너스 ", "- ", "오 점 ", "열 "):
        read_numbers(piece * 10_000)
    assert time.process_time() - started < 10
