"""Quotations and their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.inference.reading.quotations import find_quotations
from mokpyo.inference.reading.structure import line_spans


def quotations(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotations(text, line_spans(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('시장은 "공장을 짓겠다"며 "돕겠다"고 말했다.', ['"공장을 짓겠다"', '"돕겠다"']),
        ("군수는 “모두의 ‘큰 마당’이 되겠다”고 했다.", ["“모두의 ‘큰 마당’이 되겠다”"]),
        ("시는‘푸른 마을’과‘맑은 강’사업을 한다.", ["‘푸른 마을’", "‘맑은 강’"]),
        ("성장세 ‘뚜렷‘ 하다", ["‘뚜렷‘"]),
        ("'24년 예산은 '역대 최대'다", ["'역대 최대'"]),
        ("Let's go! it's 'fine'", ["'fine'"]),
        ("「지방자치법」에 따른 『백서』", ["「지방자치법」", "『백서』"]),
        ("닫히지 않은 “인용은 여기서\n끝나지 않고 “여기”만 남는다", ["“여기”"]),
        ('그는 "열고\n닫지 않았다.', []),
        ("높이 5\"와 '끝", []),
        ("없음", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert expected == quotations(text)


@given(st.text(st.sampled_from("“”\"'‘’「」가a1 .\n"), max_size=40))
def test_lie_in_lines_in_order_and_apart(text: str) -> None:
    lines = line_spans(text)
    end_before = 0
    for start, end in find_quotations(text, lines):
        assert end_before <= start < end - 1
        assert any(first <= start and end <= last for first, last in lines)
        end_before = end
