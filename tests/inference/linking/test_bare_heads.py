import pytest

from mokpyo.data.document import Label
from mokpyo.inference.linking.bare_heads import find_bare_heads


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길도|O]는 크다. 도는 공원을 연다.", ["도"], id="topic"),
        pytest.param("[누리센터|O]는 크다. 센터가 공원을 연다.", ["센터"], id="subject"),
        pytest.param("[누리센터|O]는 크다. 센터에서는 공원을 연다.", ["센터"], id="에서는"),
        pytest.param("[새길시|O]는 크다. 시 관계자는 말했다.", ["시"], id="before a title"),
        pytest.param("[누리센터|O]는 크다. ‘센터’와 (센터는 공원을 연다.", ["센터"], id="behind a bracket"),
        pytest.param("[별빛전자|O]는 크다. 회사는 배를 판다.", ["회사"], id="회사 is any body"),
        pytest.param("[누리센터|O]는 크다. 센터에서 공원을 연다.", ["센터"], id="a place, if long enough"),
        pytest.param("[누리센터|O]는 크다. 센터를 연다.", ["센터"], id="an object, if long enough"),
        pytest.param("[새길시|O]는 크다. 시 공원은 크다.", [], id="before another noun"),
        pytest.param("[누리센터|O]는 크다. 문화 센터는 크고 문화센터는 작다.", ["센터"], id="inside a word"),
        pytest.param("센터는 작다. [누리센터|O]는 크다.", [], id="not yet named"),
        pytest.param("[새길시|O]는 크다. 센터는 작다.", [], id="nothing of its kind named"),
        pytest.param("[시|O]는 크다. 시는 작다.", [], id="a bare head names nothing"),
        pytest.param("[누리센터|R]는 크다. 센터는 작다.", [], id="a place is no body"),
        pytest.param("[누리센터|O]는 크다. [센터|O]는 작다.", [], id="tagged already"),
        pytest.param("[새길군|O]은 크다. 군은 공원을 연다.", ["군"], id="은"),
        pytest.param("[새길군|O]은 크다. 군이 공원을 연다.", ["군"], id="이"),
        pytest.param("[새길도|O]는 크다. 도가 공원을 연다.", ["도"], id="가"),
        pytest.param("[새길군|O]은 크다. 군에서는 공원을 연다.", ["군"], id="a short one with 에서는"),
        pytest.param("[새길군|O]은 크다. 군에서도 공원을 연다.", ["군"], id="a short one with 에서도"),
        pytest.param("[새길군|O]은 크다. 군에서 공원을 연다.", [], id="a short one as a place"),
        pytest.param("[누리나무|O]는 크다. 나무는 자란다.", [], id="no head"),
        pytest.param("[누리기관|O]은 크다. 기관은 자란다.", ["기관"], id="기관"),
        pytest.param("[누리센터|O]는 크다. 센터는?", ["센터"], id="a sentence of one word"),
        pytest.param("[누리센터|O]는 크다. 새 센터", [], id="nothing behind it"),
        pytest.param("[누리센터|O]는 크다. 마을·센터는 공원을 연다.", ["센터"], id="behind a dot"),
    ],
)
def test_bare_heads(mark, marked: str, expected: list[str]) -> None:
    found = mark(marked)
    heads = find_bare_heads(found.view, found.entities)
    assert expected == [found.text[head.start : head.end] for head in heads]
    assert all(head.label is Label.ORG and head.text == found.text[head.start : head.end] for head in heads)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길도|O]는 크다. 도·[새길원|O]은 공원을 연다.", ["도"], id="a dot"),
        pytest.param("[새길시|O]는 크다. 시와 [새길원|O]은 공원을 연다.", ["시"], id="와"),
        pytest.param("[새길군|O]은 크다. 군과 [새길원|O]은 공원을 연다.", ["군"], id="과"),
        pytest.param("[새길군|O]은 크다. 군과 이웃은 공원을 연다.", [], id="nobody"),
        pytest.param("[새길군|O]은 크다. 군과 [달빛|R] 곳곳에 꽃이 핀다.", [], id="a place"),
        pytest.param("[새길군|O]은 크다.\n이웃과 군과", [], id="nothing"),
    ],
)
def test_a_short_head_beside_another_body_stands_for_one(mark, marked: str, expected: list[str]) -> None:
    found = mark(marked)
    assert expected == [entity.text for entity in find_bare_heads(found.view, found.entities)]
