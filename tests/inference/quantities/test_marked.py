import pytest

from mokpyo.data.document import Bound
from mokpyo.data.errors import OffsetError
from mokpyo.inference.quantities.kinds import QuantityKind, QuantityReading
from mokpyo.inference.quantities.reader import read_quantity_at


def read_inside(marked: str) -> QuantityReading | None:
    """The reading of the span that ``[ ]`` marks."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    reading = read_quantity_at(text, start, end)
    if reading is not None:
        assert (start, end, text[start:end]) == (reading.quantity.start, reading.quantity.end, reading.quantity.text)
    return reading


@pytest.mark.parametrize(
    ("marked", "value", "high", "unit", "kind"),
    [
        ("모두 [25개]를 짓는다", 25, None, "개", QuantityKind.COUNT),
        ("마을 [6품]을 골랐다", 6, None, "품", QuantityKind.COUNT),
        ("참가자 [30]", 30, None, "", QuantityKind.COUNT),
        ("국비 [8억]과", 800_000_000, None, "원", QuantityKind.MONEY),
        ("[6억 2천만]에서", 620_000_000, None, "원", QuantityKind.MONEY),
        ("[3기 신도시] 분양", 3, None, "기 신도시", QuantityKind.NAME),
        ("[시즌3] 방영", 3, None, "", QuantityKind.NAME),
        ("[두 배우]가 만났다", 2, None, "배우", QuantityKind.COUNT),
        ("그중 [하나]를", 1, None, "", QuantityKind.COUNT),
        ("[2-0]으로", 2, 0, "", QuantityKind.SCORE),
        ("[1:4] 수업", 1, 4, "", QuantityKind.SCORE),
        ("[3/4]을", 0.75, None, "", QuantityKind.SHARE),
        ("[20]~40만 원", 200_000, 400_000, "원", QuantityKind.MONEY),
        ("[18세]~39세", 18, 39, "세", QuantityKind.AGE),
        ("약 [200만]명", 2_000_000, None, "", QuantityKind.COUNT),
        ("[17호] 국도", 17, None, "호", QuantityKind.ROUTE),
    ],
)
def test_reads_a_marked_span(marked: str, value: float, high: float | None, unit: str, kind: QuantityKind) -> None:
    reading = read_inside(marked)
    assert reading is not None
    quantity = reading.quantity
    assert (value, high, unit, kind) == (quantity.value, quantity.high, quantity.unit, reading.kind)


def test_the_bound_comes_from_around_the_span() -> None:
    reading = read_inside("최대 [40박스]를 나눈다")
    assert reading is not None
    assert Bound.AT_MOST == reading.quantity.bound


@pytest.mark.parametrize("marked", ["[가나다]", "[ ]한", "[…]", "[것]이"])
def test_a_span_without_a_number(marked: str) -> None:
    assert read_inside(marked) is None


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (0, 9), (-1, 2)])
def test_a_span_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(OffsetError, match="the quantity"):
        read_quantity_at("30명", start, end)
