import pytest

from mokpyo.data.morphology import analyse
from mokpyo.inference.linking.predicate import Predicate
from mokpyo.inference.linking.predicates import find_predicates


def found(text: str) -> list[Predicate]:
    return find_predicates(analyse(text))


def spelled(text: str) -> list[str]:
    """Each predicate as ``stem tense form`` with its flags."""
    flags = ("copula", "passive", "negated")
    return [
        " ".join([one.stem, one.tense, one.form, *(flag for flag in flags if getattr(one, flag))])
        for one in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("가게를 지원했다.", "지원 past final", id="past"),
        pytest.param("가게를 지원한다.", "지원 present final", id="present"),
        pytest.param("가게를 지원하겠다.", "지원 future final", id="겠"),
        pytest.param("가게를 지원하고 있다.", "지원 progressive final", id="고 있다"),
        pytest.param("나무를 심어 왔다.", "심 past final", id="auxiliary with its own tense"),
        pytest.param("나무가 심어져 있다.", "심 past final", id="어 있다 is a state after the act"),
        pytest.param("숲을 가꾸는 중이다.", "가꾸 progressive final", id="는 중이다"),
        pytest.param("숲을 가꾼 바 있다.", "가꾸 past final", id="ㄴ 바 있다"),
        pytest.param("숲을 가꿀 수 있다.", "가꾸 future final", id="ㄹ 수 있다"),
        pytest.param("공원을 조성하지 않았다.", "조성 past final negated", id="지 않다"),
        pytest.param("행사를 열기도 했다.", "열 past final", id="기도 했다"),
        pytest.param("크게 늘리기로 했다.", "늘리 future final", id="기로 했다"),
        pytest.param("가게를 지원하기로 결정했다.", "지원 future final", id="기로 결정했다"),
        pytest.param("가게를 지원할 계획이다.", "지원 future final", id="ㄹ 계획이다"),
        pytest.param("가게를 지원할 것이다.", "지원 future final", id="ㄹ 것이다"),
        pytest.param("가게를 지원할 예정.", "지원 future final", id="cut at the plan noun"),
        pytest.param("공원을 확대할 전망이다.", "확대 future final", id="ㄹ 전망이다"),
        pytest.param("숲을 가꾸는 것이 목표다.", "가꾸 future final", id="는 것이 목표다"),
    ],
)
def test_tense_of_the_last_predicate(text: str, expected: str) -> None:
    assert expected == spelled(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("가게를 지원해 일자리를 만든다.", "지원 none sequential", id="어"),
        pytest.param("문을 닫자마자 떠났다.", "닫 none sequential", id="자마자"),
        pytest.param("가게를 지원하고, 상담을 제공한다.", "지원 none connective", id="고"),
        pytest.param("가게를 지원했으며 상담도 했다.", "지원 past connective", id="past before a connective"),
        pytest.param("지원한 가게는 많다.", "지원 past adnominal", id="ㄴ"),
        pytest.param("배를 짓던 마을이다.", "짓 past adnominal", id="던"),
        pytest.param("지원하는 가게는 많다.", "지원 present adnominal", id="는"),
        pytest.param("지원할 가게는 많다.", "지원 future adnominal", id="ㄹ"),
        pytest.param("아름다운 숲을 가꾼다.", "아름답 none adnominal", id="an adjective's ㄴ is no past"),
        pytest.param("가게를 지원한다고 말했다.", "지원 present quoted", id="ㄴ다고"),
        pytest.param("어서 지원하라며 나섰다.", "지원 none quoted", id="라며"),
        pytest.param("가게를 지원할 방침이라고 밝혔다.", "지원 future quoted", id="a plan told"),
        pytest.param("가게를 지원했음을 알렸다.", "지원 past nominal", id="음"),
        pytest.param("확대할 전망을 내놓았다.", "확대 future adnominal", id="전망 is a plan only before 이다"),
        pytest.param("지원할 계획으로 가게를 뽑는다.", "지원 future connective", id="계획으로"),
        pytest.param("지원할 계획인 새길시", "지원 future adnominal", id="계획인"),
        pytest.param("공원을 조성 중인 새길시", "조성 progressive adnominal", id="중인"),
        pytest.param("공원 조성 중이다.", "조성 progressive final", id="중이다"),
        pytest.param("지원 예산 확보, 상담 제공", "확보 none bare", id="a verbal noun before a comma"),
    ],
)
def test_form_of_the_first_predicate(text: str, expected: str) -> None:
    assert expected == spelled(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("사업화를 했다.", "사업화 past final", id="suffix of a verbal noun, light verb apart"),
        pytest.param("상담을 했다.", "상담 past final", id="하다 apart"),
        pytest.param("가게에 지원된다.", "지원 present final passive", id="되다"),
        pytest.param("지원을 받았다.", "지원 past final passive", id="받다"),
        pytest.param("협약을 맺었다.", "협약 past final", id="맺다"),
        pytest.param("마지막은 공원이다.", "공원 none final copula", id="copula"),
        pytest.param("나무를 심는다.", "심 present final", id="a verb of its own"),
        pytest.param("가로등 30개 설치", "설치 none bare", id="a headline's verbal noun"),
    ],
)
def test_stem(text: str, expected: str) -> None:
    assert [expected] == spelled(text)


def test_nouns_that_nobody_undertakes_are_no_predicates() -> None:
    assert [] == spelled("가로등 30개")
    assert [] == spelled("동네 사람, 학교 나무")
    assert ["나오 past adnominal"] == spelled("지난 회의 중 나온 말")[:1]


@pytest.mark.parametrize("text", ["지난 18일", "오는 9월"])
def test_words_of_a_date_are_no_predicates(text: str) -> None:
    assert [] == spelled(text)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("가게를 지원할 방침이라고 밝혔다.", "지원할 방침이라고"),
        ("상담을 했다.", "상담을 했다"),
        ("공원을 조성하지 않았다.", "조성하지 않았다"),
        ("크게 늘리기로 결정했다.", "늘리기로 결정했다"),
        ("숲을 가꾸는 것이 목표다.", "가꾸는 것이 목표다"),
        ("공원 조성 중이다.", "조성 중이다"),
    ],
)
def test_span_reaches_from_stem_to_last_ending(text: str, surface: str) -> None:
    spans = [text[one.start : one.end] for one in found(text)]
    assert surface in spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공모를 통해 가게를 뽑는다.", True),
        ("가게를 위한 상담을 연다.", True),
        ("가게를 지원해 일자리를 만든다.", False),
    ],
)
def test_verbs_that_serve_as_case_marks(text: str, expected: bool) -> None:
    assert expected == found(text)[0].is_postposition
