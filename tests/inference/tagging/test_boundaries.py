import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Label
from mokpyo.data.morphology import analyse
from mokpyo.inference.tagging.boundaries import refine, trim

ORG, REGION, QUANTITY, DATE = Label.ORG, Label.REGION, Label.QUANTITY, Label.DATE


@pytest.mark.parametrize(
    ("text", "tagged", "label", "expected"),
    [
        ("해솔시는 지원을 늘린다.", "해솔시는", ORG, "해솔시"),
        ("전남테크노파크에서는 누구나 배운다.", "전남테크노파크에서는", ORG, "전남테크노파크"),
        ("예산 20억원까지를 썼다.", "20억원까지를", QUANTITY, "20억원"),
        ("대상은 30여명이다.", "30여명이다", QUANTITY, "30여명"),
        ("약 300명을 뽑는다.", "약 300명을", QUANTITY, "300명"),
        ("최대 500만 원까지 준다.", "최대 500만 원까지", QUANTITY, "500만 원"),
        ("100개 이상을 만든다.", "100개 이상을", QUANTITY, "100개"),
        ("70억원 규모의 기금", "70억원 규모의", QUANTITY, "70억원"),
        ("3년 만에 문을 연다.", "3년 만에", DATE, "3년"),
        ("10일께 문을 연다.", "10일께", DATE, "10일"),
        ("이달 중 문을 연다.", "이달 중", DATE, "이달"),
        ("오는 9월까지 모은다.", "오는 9월까지", DATE, "오는 9월"),
        ("향후 3년간 이어진다.", "향후 3년간", DATE, "향후 3년간"),
        ("‘새물결협동조합’은 문을 연다.", "‘새물결협동조합’은", ORG, "새물결협동조합"),
        ("(재)해솔문화재단이 연다.", "(재)해솔문화재단이", ORG, "(재)해솔문화재단"),
        ("물가가 -3.5% 내렸다.", "-3.5%", QUANTITY, "-3.5%"),
        ("◆전북센터, 새 길을 찾다", "◆전북센터,", ORG, "전북센터"),
        ("경기 용인시 수지구에서", "경기 용인시 수지구에서", REGION, "경기 용인시 수지구"),
        ("100개 이상·이하를 만든다.", "100개 이상·이하를", QUANTITY, "100개"),
        ("100개 이상…이하를 만든다.", "100개 이상…이하를", QUANTITY, "100개"),
        ("배추 3단 2묶음을 판다.", "3단 2묶음", QUANTITY, "3단 2묶음"),
        ("이제는 도 나선다.", "도", ORG, "도"),
    ],
)
def test_spans_end_before_what_does_not_belong_to_them(text: str, tagged: str, label: Label, expected: str) -> None:
    start = text.index(tagged)
    span = refine(text, (start, start + len(tagged)), label, analyse(text))
    assert span is not None
    assert expected == text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "tagged", "label", "expected"),
    [
        ("한국토지주택공사가 짓는다.", "한국토지주택공", ORG, "한국토지주택공사"),
        ("나주시는 지원한다.", "나주", ORG, "나주시"),
        ("부산광역시에서 열린다.", "산광역시", REGION, "부산광역시"),
    ],
)
def test_a_border_inside_a_word_moves_to_its_border(text: str, tagged: str, label: Label, expected: str) -> None:
    start = text.index(tagged)
    span = refine(text, (start, start + len(tagged)), label, analyse(text))
    assert span is not None
    assert expected == text[slice(*span)]


def test_a_mark_alone_is_no_span() -> None:
    text = "물가가 3.5% 내렸다."
    at = text.index(".")
    assert refine(text, (at, at + 1), QUANTITY, analyse(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" · ", ""),
        ("“가”", "가"),
        ("“가", "가"),
        ("가(나)", "가(나)"),
        ("가(나", "가(나"),
        ("(가", "가"),
        ("가)", "가"),
        ("(가)나", "(가)나"),
        ("'가'", "가"),
        ("'가'나'다'", "가'나'다"),
        ("▲가,", "가"),
    ],
)
def test_trim(text: str, expected: str) -> None:
    start, end = trim(text, 0, len(text), label=ORG)
    assert expected == text[start:end]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="해솔시는 5억원(개)‘’을 했다약이상.,", min_size=1, max_size=20), st.data())
def test_refined_spans_lie_inside_the_text_and_are_refined(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    label = data.draw(st.sampled_from(Label))
    span = refine(text, (start, end), label, analyse(text))
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)
        assert not text[span[0]].isspace()
        assert not text[span[1] - 1].isspace()
