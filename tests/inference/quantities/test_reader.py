import pytest

from mokpyo.data.document import Bound
from mokpyo.data.morphology import analyse
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.reader import find_quantities, read_quantities


@pytest.mark.parametrize(
    ("text", "surface", "value", "high", "unit"),
    [
        ("공장 25개를 짓는다", "25개", 25, None, "개"),
        ("상담사 30여명이 돕는다", "30여명", 30, None, "명"),
        ("쉼터 100여 개소를 열었다", "100여 개소", 100, None, "개소"),
        ("6만여 명이 찾았다", "6만여 명", 60_000, None, "명"),
        ("7천 세대에 보급", "7천 세대", 7_000, None, "세대"),
        ("총 2,340억원을 들여", "2,340억원", 234_000_000_000, None, "원"),
        ("예산 1,500만 원", "1,500만 원", 15_000_000, None, "원"),
        ("국비 45억 확보", "45억", 4_500_000_000, None, "원"),
        ("수출 4억 달러 달성", "4억 달러", 400_000_000, None, "달러"),
        ("수출 $4억 달성", "$4억", 400_000_000, None, "$"),
        ("부지 12만㎡에", "12만㎡", 120_000, None, "㎡"),
        ("쌀 50만t을 들여온다", "50만t", 500_000, None, "t"),
        ("도로 2㎞를 넓힌다", "2㎞", 2, None, "㎞"),
        ("풍력 1.2GW급 단지", "1.2GW", 1.2, None, "GW"),
        ("발전소 600MW 규모", "600MW", 600, None, "MW"),
        ("보급률 12.5%를 넘겼다", "12.5%", 12.5, None, "%"),
        ("전년보다 3.2%p 높다", "3.2%p", 3.2, None, "%p"),
        ("매출이 2배로 늘었다", "2배", 2, None, "배"),
        ("부담이 절반으로 줄었다", "절반", 0.5, None, ""),
        ("주민 4분의 1이 떠났다", "4분의 1", 0.25, None, ""),
        ("농가의 삼분의 이가", "삼분의 이", 2 / 3, None, ""),
        ("40~50개를 뽑는다", "40~50개", 40, 50, "개"),
        ("2천~3천명이 모였다", "2천~3천명", 2_000, 3_000, "명"),
        ("가구당 150~300만 원을", "150~300만 원", 1_500_000, 3_000_000, "원"),
        ("2~3만명을", "2~3만명", 20_000, 30_000, "명"),
        ("500~1천만원을", "500~1천만원", 5_000_000, 10_000_000, "원"),
        ("5천만원~1억원을", "5천만원~1억원", 50_000_000, 100_000_000, "원"),
        ("3~4개 사를 고른다", "3~4개 사", 3, 4, "개 사"),
        ("10-15명을 뽑는다", "10-15명", 10, 15, "명"),
        ("두 곳을 정했다", "두 곳", 2, None, "곳"),
        ("서너 곳을 정했다", "서너 곳", 3, 4, "곳"),
        ("두세 차례 만났다", "두세 차례", 2, 3, "차례"),
        ("수십 명이 왔다", "수십 명", 10, None, "명"),
        ("오천만 원을 냈다", "오천만 원", 50_000_000, None, "원"),
        ("９０００명이 왔다", "９０００명", 9_000, None, "명"),
        ("１，２００억원을 냈다", "１，２００억원", 120_000_000_000, None, "원"),
        ("관객 700만 돌파", "700만", 7_000_000, None, ""),
        ("10 조 원을 넘겼다", "10 조 원", 10_000_000_000_000, None, "원"),
        ("5개학교가 겨룬다", "5개", 5, None, "개"),
        ("5개팀이 겨룬다", "5개팀", 5, None, "개팀"),
        ("12개국이 온다", "12개국", 12, None, "개국"),
    ],
)
def test_reads_a_quantity(text: str, surface: str, value: float, high: float | None, unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (surface, value, high, unit) == (quantity.text, quantity.value, quantity.high, quantity.unit)
    assert text[quantity.start : quantity.end] == quantity.text


def test_reads_a_list_one_by_one() -> None:
    assert ["3개", "5개", "1,000㎡"] == [found.text for found in read_quantities("동 3개·5개와 1,000㎡")]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("제3차 회의", "제3차", QuantityKind.ORDINAL),
        ("제 12회 축제", "제 12회", QuantityKind.ORDINAL),
        ("올해 8회째를 맞았다", "8회째", QuantityKind.ORDINAL),
        ("전국 1위에 올랐다", "1위", QuantityKind.ORDINAL),
        ("세 번째 만남", "세 번째", QuantityKind.ORDINAL),
        ("2단계 사업", "2단계", QuantityKind.PHASE),
        ("2·3차 협력사", "2·3차", QuantityKind.PHASE),
        ("1호기를 멈췄다", "1호기", QuantityKind.NAME),
        ("3기 신도시에", "3기 신도시", QuantityKind.NAME),
        ("‘동행’ 시즌2를 연다", "시즌2", QuantityKind.NAME),
        ("만 19세 청년", "19세", QuantityKind.AGE),
        ("김모(42)씨는", "42", QuantityKind.AGE),
        ("안방에서 3-1로 이겼다", "3-1", QuantityKind.SCORE),
        ("경쟁률 5대 1을 뚫고", "5대 1", QuantityKind.SCORE),
        ("정원 70명", "70명", QuantityKind.COUNT),
        ("5만 원 지원", "5만 원", QuantityKind.MONEY),
    ],
)
def test_tells_the_kind(text: str, surface: str, kind: QuantityKind) -> None:
    (reading,) = find_quantities(text)
    assert (surface, kind, True) == (reading.quantity.text, reading.kind, reading.certain)


@pytest.mark.parametrize(
    "text",
    [
        "2017년까지",
        "오는 26일",
        "향후 3년간",
        "5개월 동안",
        "2026.3.5.",
        "2026-03-05",
        "오후 3시 30분",
        "14:30",
        "061-123-4567",
        "010-1234-5678",
        "1588-1234",
        "hong2024@news1.example",
        "https://example.org/2026/03/12",
        "지하철 2호선",
        "국도 17호선",
        "3번 출구",
        "헌법 제11조",
        "민법 47조 3항",
        "G20 정상",
        "3D 영상",
        "5G 통신",
        "코로나19가",
        "KF-21 시제기",
        "성수4구역",
        "목동 12단지",
        "행복마을2차 재건축",
        "민사3부는",
        "2025 대회",
        "한편 세대 두부",
        "백화점 천장 만점 만평 조건",
        "이상 사업 일부",
        "두 기관은",
        "첫 경기에서",
        "5 정도",
        "",
    ],
)
def test_leaves_what_is_no_quantity(text: str) -> None:
    assert [] == read_quantities(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3년간", QuantityKind.DURATION),
        ("14일", QuantityKind.DURATION),
        ("두 달", QuantityKind.DURATION),
        ("6개월동안", QuantityKind.DURATION),
        ("2주차", QuantityKind.DURATION),
        ("9회말", QuantityKind.TIME),
        ("3시간", QuantityKind.TIME),
        ("7호선", QuantityKind.ROUTE),
        ("5번 국도", QuantityKind.ROUTE),
        ("8구역", QuantityKind.SITE),
    ],
)
def test_recognises_what_is_no_entity(text: str, kind: QuantityKind) -> None:
    (reading,) = find_quantities(text)
    assert (kind, False) == (reading.kind, reading.kind.is_entity)


def test_a_number_in_words_needs_a_morpheme_of_its_own() -> None:
    text = "두 명과 세 명"
    readings = find_quantities(text, analyse(text))
    assert [True, True] == [reading.certain for reading in readings]
    assert [False, False] == [reading.certain for reading in find_quantities(text, [])]


def test_amounts_are_what_a_target_may_have() -> None:
    (money,) = find_quantities("30억원")
    (rank,) = find_quantities("30위")
    assert (True, Dimension.MONEY) == (money.kind.is_amount, money.dimension)
    assert not rank.kind.is_amount


def test_the_range_of_a_native_number_is_approximate() -> None:
    (quantity,) = read_quantities("서너 곳")
    assert Bound.ABOUT == quantity.bound
