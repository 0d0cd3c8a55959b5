import pytest

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind
from mokpyo.inference.quantities.reader import find_quantities, read_quantity_at


@pytest.mark.parametrize(
    ("text", "surface", "value", "high", "unit"),
    [
        ("성장률은 -2.4%였다", "-2.4%", -2.4, None, "%"),
        ("(−1.5%p)", "−1.5%p", -1.5, None, "%p"),
        ("수익률 마이너스 3%", "마이너스 3%", -3, None, "%"),
        ("마이너스 칠 퍼센트", "마이너스 칠 퍼센트", -7, None, "퍼센트"),
        ("적자 폭은 마이너스 4억원", "마이너스 4억원", -400_000_000, None, "원"),
        ("아침 기온 영하 9도", "영하 9도", -9, None, "도"),
        ("낮 기온 영상 9도", "영상 9도", 9, None, "도"),
        ("밤새 -11.5℃까지", "-11.5℃", -11.5, None, "℃"),
        ("영하 3~8도", "영하 3~8도", -8, -3, "도"),
        ("-3~8도", "-3~8도", -3, 8, "도"),
        ("섭씨 60도에서 굽는다", "섭씨 60도", 60, None, "섭씨 도"),
        ("섭씨 영하 18도로 얼린다", "섭씨 영하 18도", -18, None, "섭씨 도"),
        ("화씨 71.5를 가리켰다", "화씨 71.5", 71.5, None, "화씨 도"),
        ("환율은 1,412원 30전에 마감", "1,412원 30전", 1_412.3, None, "원"),
        ("한 잔에 4달러 75센트다", "4달러 75센트", 4.75, None, "달러"),
        ("두 배 반으로 늘었다", "두 배 반", 2.5, None, "배"),
        ("3시간 반을 달렸다", "3시간 반", 3.5, None, "시간"),
        ("10 - 15명을 뽑는다", "10 - 15명", 10, 15, "명"),
    ],
)
def test_reads_signs_scales_and_smaller_units(
    text: str, surface: str, value: float, high: float | None, unit: str
) -> None:
    readings = {reading.quantity.text: reading.quantity for reading in find_quantities(text)}
    assert surface in readings
    assert (value, high, unit) == (readings[surface].value, readings[surface].high, readings[surface].unit)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("-3명 채용", "3명", 3),
        ("20-3%", "3%", 3),
        ("수원-7도", "7도", 7),
        ("영하 20명", "20명", 20),
        ("2원 3전투", "2원", 2),
        ("2배 반복했다", "2배", 2),
        ("2명 반장", "2명", 2),
        ("15 - 10명", "10명", 10),
        ("3원 20센트", "3원", 3),
    ],
)
def test_takes_in_no_more_than_belongs_to_it(text: str, surface: str, value: float) -> None:
    readings = {reading.quantity.text: reading.quantity.value for reading in find_quantities(text)}
    assert value == readings.get(surface)


@pytest.mark.parametrize(
    ("marked", "value", "high"),
    [
        ("기온이 영하 [12도]로", -12, None),
        ("성장률이 -[3.0%]로", -3, None),
        ("영하 [2~5도]의", -5, -2),
        ("영상 [12도]로", 12, None),
        ("10-[3%]를", 3, None),
        ("- [3명]을", 3, None),
        ("[영하 12도]로", -12, None),
    ],
)
def test_a_sign_before_a_marked_span(marked: str, value: float, high: float | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    reading = read_quantity_at(marked.replace("[", "").replace("]", ""), start, end)
    assert reading is not None
    assert (value, high) == (reading.quantity.value, reading.quantity.high)


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("백스물세 명이 왔다", "백스물세 명", 123, "명"),
        ("백한 번째 손님", "백한 번째", 101, "번째"),
        ("이백 번째 경기", "이백 번째", 200, "번째"),
        ("육백조 번째 자리", "육백조 번째", 600_000_000_000_000, "번째"),
        ("서른 네 명이 왔다", "서른 네 명", 34, "명"),
        ("만 7천 명이 왔다", "만 7천 명", 17_000, "명"),
        ("2억 천만 원을 냈다", "2억 천만 원", 210_000_000, "원"),
        ("3만 천 명이 왔다", "3만 천 명", 31_000, "명"),
        ("오만 삼천 원을 냈다", "오만 삼천 원", 53_000, "원"),
        ("이조 원을 넘는다", "이조 원", 2_000_000_000_000, "원"),
        ("전교 십이등을 했다", "십이등", 12, "등"),
        ("달걀 네 다스", "네 다스", 4, "다스"),
        ("7\u202f500명이", "500명", 500, "명"),
        ("8입방 피트를", "8입방 피트", 8, "입방 피트"),
        ("9만 스위스 프랑", "9만 스위스 프랑", 90_000, "스위스 프랑"),
        ("4분의 1만 남았다", "4분의 1", 0.25, ""),
        ("삼분의 일조각", "삼분의 일", 1 / 3, ""),
        ("팔분의 마이너스 일", "팔분의 마이너스 일", -0.125, ""),
    ],
)
def test_reads_numbers_of_several_words(text: str, surface: str, value: float, unit: str) -> None:
    (reading,) = find_quantities(text)
    quantity = reading.quantity
    assert (surface, value, unit, True) == (quantity.text, quantity.value, quantity.unit, reading.certain)


@pytest.mark.parametrize(
    "text",
    [
        "일등 공신",
        "이등병이",
        "천한 사람",
        "만 원칙대로",
        "일조량이 줄었다",
        "오십 이상한 날",
        "영하권 추위",
        "섭씨로 바꾼다",
    ],
)
def test_reads_no_number_in_other_words(text: str) -> None:
    assert [] == find_quantities(text)


def test_the_age_of_19_is_no_19_more_than_ten_thousand() -> None:
    assert ["19세"] == [found.quantity.text for found in find_quantities("만 19세")]


@pytest.mark.parametrize(
    ("text", "kind", "dimension"),
    [
        ("몸무게가 7파운드였다", QuantityKind.MEASURE, Dimension.MASS),
        ("9파운드를 뺐다", QuantityKind.MEASURE, Dimension.MASS),
        ("벌금 7파운드를 냈다", QuantityKind.MONEY, Dimension.MONEY),
        ("화씨 100도", QuantityKind.MEASURE, Dimension.TEMPERATURE),
    ],
)
def test_tells_what_is_measured(text: str, kind: QuantityKind, dimension: Dimension) -> None:
    (reading,) = find_quantities(text)
    assert (kind, dimension) == (reading.kind, reading.dimension)


def test_a_bound_beside_a_signed_number() -> None:
    (reading,) = find_quantities("최저 영하 8도 이하")
    assert Bound.AT_MOST == reading.quantity.bound
