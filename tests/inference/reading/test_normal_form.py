"""The normal form and the way back from it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.errors import OffsetError
from mokpyo.inference.reading.normal_form import normal_form

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
KOREAN = st.text(
    st.sampled_from("가각힣한글 1０\r\n\u200b\ufeff\u00a0ᄒ\u1161\u11abe\u0301\u0958\u2028~～·ㆍ()（）"), max_size=40
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공장 10곳", "공장 10곳"),
        (unicodedata.normalize("NFD", "값진 한글"), "값진 한글"),
        ("한 줄\r\n두 줄\r세 줄\n", "한 줄\n두 줄\n세 줄\n"),
        ("예산\u00a0１２０억\u3000원（약）", "예산 120억 원(약)"),
        ("전북\u200b센터\ufeff", "전북센터"),
        ("널\0문자\x1b와\t탭", "널 문자 와 탭"),
        ("40～50개, 3〜4월", "40~50개, 3~4월"),
        ("시ㆍ군・구", "시·군·구"),
        ("앞\u2028뒤", "앞\n뒤"),
        ("가\u200bᆨ", "각"),
        ("", ""),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    assert expected == normal_form(text).text


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("줄\r\n나주시는", "나주시", (3, 6)),
        (unicodedata.normalize("NFD", "한국에"), "한국", (0, 6)),
        ("\ufeff전북\u200b센터가", "전북센터", (1, 6)),
        ("예산 １０억 원", "10억 원", (3, 8)),
    ],
)
def test_leads_back_to_the_input(text: str, surface: str, expected: tuple[int, int]) -> None:
    form = normal_form(text)
    start = form.text.index(surface)
    assert expected == form.to_original(start, start + len(surface))


def test_normal_text_costs_nothing() -> None:
    text = "이미 바른 글이다.\n" * 1000
    form = normal_form(text)
    assert text is form.text
    assert isinstance(form.starts, range)


def test_an_empty_span_has_no_original() -> None:
    with pytest.raises(OffsetError, match="empty"):
        normal_form("글").to_original(1, 1)


@given(st.one_of(TEXTS, KOREAN))
def test_is_nfc_and_stays_as_it_is(text: str) -> None:
    form = normal_form(text)
    assert unicodedata.is_normalized("NFC", form.text)
    assert "\r" not in form.text
    assert form.text == normal_form(form.text).text


@given(st.one_of(TEXTS, KOREAN))
def test_every_character_has_an_original_in_order(text: str) -> None:
    form = normal_form(text)
    assert len(form.text) == len(form.starts) == len(form.ends)
    for start, end in zip(form.starts, form.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert sorted(form.starts) == list(form.starts)
    assert sorted(form.ends) == list(form.ends)


@given(st.one_of(TEXTS, KOREAN), st.data())
def test_an_original_slice_normalises_to_its_span(text: str, data: st.DataObject) -> None:
    form = normal_form(text)
    if not form.text:
        return
    start = data.draw(st.integers(0, len(form.text) - 1))
    end = data.draw(st.integers(start + 1, len(form.text)))
    first, last = form.to_original(start, end)
    assert form.text[start:end] in normal_form(text[first:last]).text


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=20))
def test_decomposed_hangul_comes_back_syllable_by_syllable(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    form = normal_form(decomposed)
    assert text == form.text
    for index, syllable in enumerate(text):
        start, end = form.to_original(index, index + 1)
        assert unicodedata.normalize("NFD", syllable) == decomposed[start:end]
