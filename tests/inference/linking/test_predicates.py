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
        pytest.param("가게를 돕습니다.", "돕 present final", id="습니다"),
        pytest.param("숲을 가꾸고는 있다.", "가꾸 progressive final", id="고는 있다"),
        pytest.param("숲을 가꾸고 계신다.", "가꾸 progressive final", id="고 계시다"),
        pytest.param("숲을 망치지 말자.", "망치 present final negated", id="지 말다"),
        pytest.param("숲을 즐길 수 있도록 했다.", "즐기 future final", id="ㄹ 수 있도록 했다"),
        pytest.param("숲을 즐길 수 있게 했다.", "즐기 future final", id="ㄹ 수 있게 했다"),
        pytest.param("가게를 늘리려고 했다.", "늘리 future final", id="려고 했다"),
        pytest.param("일을 마칠 수 있었다.", "마치 past final", id="ㄹ 수 있었다"),
        pytest.param("숲을 가꾼 상태다.", "가꾸 past final", id="ㄴ 상태다"),
        pytest.param("숲을 가꾸는 게 목표다.", "가꾸 future final", id="는 게 목표다"),
        pytest.param("숲을 가꾸는 것이 올해 목표다.", "가꾸 future final", id="a word before the plan noun"),
        pytest.param("숲을 가꾸는 것이 우리 마을 목표다.", "가꾸 future final", id="two words before it"),
        pytest.param("숲을 가꿀 계획이 있다.", "가꾸 future final", id="ㄹ 계획이 있다"),
        pytest.param("숲을 가꿀 계획도 있다.", "가꾸 future final", id="ㄹ 계획도 있다"),
        pytest.param("가게를 지원할 예정", "지원 future final", id="cut, without a stop"),
        pytest.param("(가게를 지원할 예정)", "지원 future final", id="cut by a bracket"),
        pytest.param("가게를 지원할 예정…", "지원 future final", id="cut by an ellipsis"),
        pytest.param("공원을 확대할 전망", "확대 future final", id="cut at 전망"),
        pytest.param("공원을 확대할 전망.", "확대 future final", id="cut at 전망, with a stop"),
        pytest.param("(공원을 확대할 전망)", "확대 future final", id="cut at 전망 by a bracket"),
        pytest.param("새길시에 준다.", "주 present final", id="a verb that the analyser takes for an auxiliary"),
        pytest.param("가게를 열기까지 했다.", "열 past final", id="기까지 했다"),
        pytest.param("가게를 열기로 됐다.", "열 future final", id="기로 됐다"),
        pytest.param("가게를 열기로 합의했다.", "열 future final", id="기로 합의했다"),
        pytest.param("가게를 열기로 협의했다.", "열 future final", id="기로 협의했다"),
        pytest.param("가게를 열기로 확정했다.", "열 future final", id="기로 확정했다"),
        pytest.param("가게를 열기로 결의했다.", "열 future final", id="기로 결의했다"),
        pytest.param("가게를 열기로 약속했다.", "열 future final", id="기로 약속했다"),
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
        pytest.param("가게를 도와서 기쁘다.", "돕 none sequential", id="어서"),
        pytest.param("가게를 열고서 떠났다.", "열 none sequential", id="고서"),
        pytest.param("나무를 심을 사람은 많다.", "심 future adnominal", id="을"),
        pytest.param("나무를 심은 사람은 많다.", "심 past adnominal", id="은"),
        pytest.param("깨끗한 숲을 가꾼다.", "깨끗 none adnominal", id="nor that of 하다 behind a root"),
        pytest.param("가게를 연다며 나섰다.", "열 present quoted", id="ㄴ다며"),
        pytest.param("가게를 여냐고 물었다.", "열 none quoted", id="냐고"),
        pytest.param("가게를 열자고 말했다.", "열 none quoted", id="자고"),
        pytest.param("가게를 연다면서 나섰다.", "열 present quoted", id="ㄴ다면서"),
        pytest.param("가게라면서 나섰다.", "가게 none quoted copula", id="라면서"),
        pytest.param("가게를 연다는데 모른다.", "열 present quoted", id="ㄴ다는데"),
        pytest.param("가게를 열기로 뜻을 모았다.", "열 future final", id="기로 뜻을"),
        pytest.param("가게를 열기로 방침을 정했다.", "열 future final", id="기로 방침을"),
        pytest.param("가게를 열기로 결의를 다졌다.", "열 future final", id="기로 결의를"),
        pytest.param("가게를 열기로 결정이 났다.", "열 future final", id="기로 결정이"),
        pytest.param("나무 심기가 이 마을 자랑이다.", "심 none nominal", id="기가 is no resolution"),
        pytest.param("산에 오르기도 힘들다.", "오르 none nominal", id="기도 without 하다"),
        pytest.param("아직 열지 못한 가게다.", "열 past adnominal negated", id="지 못하다"),
        pytest.param(
            "숲을 즐길 수 있지 않으며 멀다.",
            "즐기 future connective negated",
            id="an auxiliary without a tense of its own",
        ),
        pytest.param("지원할 예정, 상담도 연다.", "지원 future final", id="cut by a comma"),
        pytest.param("확대할 전망, 상담도 연다.", "확대 future final", id="전망 cut by a comma"),
        pytest.param("지원 예산 확보.", "확보 none bare", id="a verbal noun before a stop"),
        pytest.param("지원 예산 확보…", "확보 none bare", id="before an ellipsis"),
        pytest.param("(지원 예산 확보)", "확보 none bare", id="before a bracket's end"),
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
        pytest.param("발전을 시켰다.", "발전 past final", id="시키다"),
        pytest.param("지원은 됐다.", "지원 past final passive", id="되다 apart"),
        pytest.param("거절을 당했다.", "거절 past final passive", id="당하다"),
        pytest.param("지원이 이루어졌다.", "지원 past final passive", id="이루어지다"),
        pytest.param("지원이 이뤄졌다.", "지원 past final passive", id="이뤄지다"),
        pytest.param("행사를 벌였다.", "행사 past final", id="벌이다"),
        pytest.param("공연을 펼쳤다.", "공연 past final", id="펼치다"),
        pytest.param("성과를 거뒀다.", "성과 past final", id="거두다"),
        pytest.param("매출을 올렸다.", "매출 past final", id="올리다"),
        pytest.param("상담도 했다.", "상담 past final", id="하다 behind 도"),
        pytest.param("상담을 다시 했다.", "상담 past final", id="an adverb between"),
        pytest.param("몸은 건강하다.", "건강 none final", id="an adjective of a noun"),
        pytest.param("숲은 깨끗하다.", "깨끗 none final", id="an adjective of a root"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("숲은 크다.", True),
        ("숲은 깨끗하다.", True),
        ("숲을 가꾼다.", False),
        ("가장 큰 숲이다.", True),
        ("숲이다.", False),
    ],
)
def test_adjectives(text: str, expected: bool) -> None:
    assert expected == found(text)[0].adjective


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("숲을 가꿀 계획을 밝혔다.", True),
        ("숲을 가꿀 것이다.", True),
        ("숲을 가꿀 것을 권했다.", False),
        ("숲을 넓힐 전망이다.", True),
        ("숲을 넓힐 전망을 내놓았다.", False),
        ("숲을 가꿀 것으로 알려졌다.", True),
        ("숲을 가꾸겠다.", False),
    ],
)
def test_plans(text: str, expected: bool) -> None:
    assert expected == found(text)[0].plan


def test_a_resolution_cut_at_its_josa() -> None:
    assert ["열"] == [one.stem for one in found("가게를 열기로")]
