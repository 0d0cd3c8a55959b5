import pytest

from mokpyo.inference.quantities.kinds import QuantityKind
from mokpyo.inference.quantities.reader import find_quantities


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("20대 여성이", "20대", QuantityKind.AGE),
        ("버스 20대가", "20대", QuantityKind.COUNT),
        ("22대 총선에서", "22대", QuantityKind.ORDINAL),
        ("민선 8기 들어", "8기", QuantityKind.NAME),
        ("4기 수료생은", "4기", QuantityKind.NAME),
        ("충전기 4기를 놓는다", "4기", QuantityKind.COUNT),
        ("기호 2번 후보", "2번", QuantityKind.NAME),
        ("17번 환자는", "17번", QuantityKind.NAME),
        ("17번 만났다", "17번", QuantityKind.COUNT),
        ("대법원 2부", "2부", QuantityKind.ROUTE),
        ("책자 2부", "2부", QuantityKind.COUNT),
        ("승점 3점을", "3점", QuantityKind.SCORE),
        ("10점 만점에", "10점", QuantityKind.SCORE),
        ("그림 10점을 걸었다", "10점", QuantityKind.COUNT),
        ("왕복 2차로 도로", "2차로", QuantityKind.COUNT),
        ("4차로로 넓힌다", "4차로", QuantityKind.COUNT),
        ("먼저 1차로 마을을", "1차", QuantityKind.PHASE),
        ("그다음 2차로 학교를", "2차", QuantityKind.PHASE),
    ],
)
def test_a_word_beside_the_counter_tells_its_use(text: str, surface: str, kind: QuantityKind) -> None:
    (reading,) = find_quantities(text)
    assert (surface, kind) == (reading.quantity.text, reading.kind)
