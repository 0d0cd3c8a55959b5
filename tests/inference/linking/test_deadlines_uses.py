"""Dates that do something else than limit a target, and dates that limit it from further away."""

import datetime

import pytest

from mokpyo.data.document import Status
from mokpyo.inference.linking.deadlines import DatedArticle, read_deadline

PUBLISHED = datetime.date(2031, 5, 26)


def deadline_of(found) -> str | None:
    """The words that limit the last quantity."""
    quantity = found.quantities[-1]
    article = DatedArticle(found.text, found.view.published, found.contexts)
    deadline = read_deadline(quantity, quantity.status or Status.PLANNED, article)
    return deadline and deadline[0].text


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[내년|D] 길을 낸다. 찻집 [40개|Q]를 연다.", "내년", id="a plan"),
        pytest.param("[올해|D] 길을 냈다. 찻집 [40개|Q]를 연다.", None, id="what was done"),
        pytest.param("[올해|D] 길을 내고 나무를 심었다. 찻집 [40개|Q]를 연다.", None, id="a past further right"),
        pytest.param("[올해|D] 나무를 심었고 길을 낸다. 찻집 [40개|Q]를 연다.", None, id="the nearest tense"),
        pytest.param("[올해|D] 나무를 심은 길을 낸다. 찻집 [40개|Q]를 연다.", "올해", id="a relative clause"),
        pytest.param("[내년|D] 길 조성 계획을 밝혔다. 찻집 [40개|Q]를 연다.", "내년", id="a plan reported"),
        pytest.param("[올해|D]까지 길을 냈다. 찻집 [40개|Q]를 연다.", None, id="until then"),
        pytest.param("잔치를 연 해가 [올해|D]였다. 찻집 [40개|Q]를 연다.", None, id="a past copula at the date"),
    ],
)
def test_a_plan_takes_over_no_past(mark, rest: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 {rest}"))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[2032|D] 새길 잔치에서 찻집 [40개|Q]를 연다.", None, id="a year that opens a name"),
        pytest.param("[2031~2032|D] 새길 잔치에서 찻집 [40개|Q]를 연다.", "2031~2032", id="years"),
        pytest.param("[2032년|D] 새길 잔치에서 찻집 [40개|Q]를 연다.", "2032년", id="a year in full"),
        *(
            pytest.param(f"[{season}|D] 잔치에서 찻집 [40개|Q]를 연다.", None, id=season)
            for season in ("봄철", "여름철", "가을철", "겨울철", "여름")
        ),
        pytest.param("[올여름|D] 잔치에서 찻집 [40개|Q]를 연다.", "올여름", id="the season of a year"),
        *(
            pytest.param(f"[여름|D]{limit} 찻집 [40개|Q]를 연다.", "여름", id=f"여름{limit}")
            for limit in ("까지", " 안에", " 내에", " 이내", " 중에")
        ),
        *(
            pytest.param(f"[2032년|D] 개관 {after} 찻집 [40개|Q]를 연다.", None, id=after)
            for after in ("이후", "이래", "당시")
        ),
        pytest.param("[2032년|D] 전시관 개관 이후 찻집 [40개|Q]를 연다.", None, id="two nouns"),
        pytest.param("[2032년|D] 개관 행사에서 찻집 [40개|Q]를 연다.", "2032년", id="no event before it"),
        *(
            pytest.param(f"[2032년도|D]{josa} 찻집 [40개|Q]를 연다.", "2032년도", id=f"2032년도{josa}")
            for josa in ("에", "까지", "중에", "내에")
        ),
        pytest.param("[2032년도|D] 찻집 사업에 [40억원|Q]을 쓸 계획이다.", None, id="a fiscal year of a programme"),
    ],
)
def test_names_seasons_and_events(mark, rest: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 {rest}"))


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        *(
            (size, None)
            for size in ("단위로", "거치로", "상환으로", "평균으로", "주기로", "약정으로", "만기로", "연속")
        ),
        ("공사로", "5년"),
    ],
)
def test_sizes_of_a_length(mark, following: str, expected: str | None) -> None:
    marked = f"[새길시|O]는 [5년|D] {following} 찻집 [40개|Q]를 연다."
    assert expected == deadline_of(mark(marked, published=None))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[3년간|D] 찻집 [40개|Q]를 열 계획이다.", "3년간", id="planned"),
        pytest.param("[3년간|D] 찻집 [40개|Q]를 열고 있다.", None, id="going on"),
    ],
)
def test_a_length_that_nothing_anchors(mark, rest: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 {rest}", published=None))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[지난 3년|D]보다 찻집 [40개|Q]를 더 연다.", None, id="compared"),
        pytest.param("[지난 3년|D]은 준비했고 [40개|Q]를 연다.", None, id="a length that ends today"),
        pytest.param("[오늘|D]까지 찻집 [40개|Q]를 연다.", "오늘", id="a limit that is today"),
    ],
)
def test_lengths_that_are_over(mark, rest: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 {rest}"))


@pytest.mark.parametrize(
    ("marked", "published", "expected"),
    [
        pytest.param("[2030년|D] [새길시|O]는 [40개|Q]를 여는 계획을 발표했다.", None, None, id="when it was decided"),
        pytest.param(
            "[2030년|D], 이웃한 [새길시|O]는 [40개|Q]를 여는 계획을 발표했다.", None, "2030년", id="a verb between"
        ),
        pytest.param("[2030년|D] [새길시|O]는 [40개|Q]를 열 계획이다.", None, "2030년", id="no past"),
        pytest.param("[2030년|D]까지 [새길시|O]는 [40개|Q]를 여는 계획을 발표했다.", None, "2030년", id="a limit"),
        pytest.param("[새길시|O]는 [2030년|D] [40개|Q]를 여는 계획을 발표했다.", None, "2030년", id="behind who acts"),
        pytest.param(
            "[내년|D] [새길시|O]는 [40개|Q]를 여는 계획을 발표했다.", None, "내년", id="a word of the time to come"
        ),
        pytest.param(
            "[2030년|D] [새길시|O]는 [40개|Q]를 여는 계획을 발표했다(사진은 문을 여는 모습).",
            None,
            None,
            id="with an aside",
        ),
        pytest.param("[2032년|D] [새길시|O]는 찻집 [40개|Q]를 여는 마을", None, "2032년", id="no closing verb"),
        pytest.param(
            "[2032년|D] [새길시|O]는 [40개|Q]를 여는 계획을 발표했다.", PUBLISHED, "2032년", id="still to come"
        ),
    ],
)
def test_the_day_of_an_act(mark, marked: str, published: datetime.date | None, expected: str | None) -> None:
    assert expected == deadline_of(mark(marked, published=published))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        *((noun, "내년 8월") for noun in "완공 준공 완료 개통 개소 개장 개원 개관 개교 완성 마무리 입주".split()),
        ("점검", None),
    ],
)
def test_a_completion_limits_the_whole_sentence(mark, noun: str, expected: str | None) -> None:
    marked = f"[새길시|O]는 찻집 [40개|Q]를 지으며 [내년 8월|D] {noun} 목표로 한다."
    assert expected == deadline_of(mark(marked))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[새길시|O]는 찻집 [40개|Q]를 지으며 [달빛시|O]는 [내년 8월|D] 준공을 목표로 한다.", None, id="another's"
        ),
        pytest.param(
            "[새길시|O]는 [40개|Q]를 지으며 [올해|D] 착공, [내년 8월|D] 완공을 목표로 한다.", "내년 8월", id="not begun"
        ),
        pytest.param(
            "[새길시|O]는 찻집 [40개|Q]를 지으며 [내년 8월|D] 새 전시관 준공을 목표로 한다.",
            "내년 8월",
            id="what closes",
        ),
        pytest.param(
            "[새길시|O]는 [올해|D] 나무를 심고 찻집 [40개|Q]를 지으며 [내년 8월|D] 준공을 목표로 한다.",
            "내년 8월",
            id="before a period of an earlier clause",
        ),
        pytest.param("찻집 [40개|Q] 건립…[내년 8월|D] 준공 목표", "내년 8월", id="a headline"),
        pytest.param(
            "[새길시|O]는 찻집 [40개|Q]를 지으며 [내년 8월|D] 여러 마을이 함께하는 준공을 축하한다.",
            None,
            id="too far",
        ),
    ],
)
def test_completions(mark, marked: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(marked))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        *((noun, None) for noun in ("착공", "착수", "시작", "개시", "공고", "출범")),
        ("공사", "내년"),
    ],
)
def test_a_beginning_limits_nothing(mark, noun: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 [내년|D] {noun}로 찻집 [40개|Q]를 짓는다."))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[19일|D] 새길신문에 의하면 찻집 [40개|Q]를 지을 계획이다.", None, id="의하면"),
        pytest.param("[26일|D] 밝힌 대로 찻집 [40개|Q]를 연다.", None, id="told on that day"),
        pytest.param("[내년|D] 더욱 공고한 우정으로 찻집 [40개|Q]를 연다.", "내년", id="공고 that begins nothing"),
        pytest.param("[옛날|D] 찻집 [40개|Q]를 연다.", None, id="a time that no calendar knows"),
        pytest.param("찻집 [40개|Q]를 열어 [지난 3월|D]까지 손님을 맞았다.", None, id="of what came of it"),
        pytest.param(
            "[지난 3월|D] 안에 문을 열기 좋은 찻집 [40개|Q]를 골랐다.", "지난 3월", id="a noun clause between"
        ),
        pytest.param("[지난 3월|D] 안에 대회를 열어 찻집 [40개|Q]를 골랐다.", "지난 3월", id="a step before"),
        pytest.param("[지난 3월|D] 안에 대회를 열고 찻집 [40개|Q]를 골랐다.", None, id="another clause's"),
        pytest.param(
            "[지난 3월|D] 안에 잔치를 앞두고 대회를 열어 찻집 [40개|Q]를 골랐다.", "지난 3월", id="a case mark between"
        ),
        pytest.param(
            "[올해|D]까지 길을 내고 꽃을 심고 나무를 심고 다리를 놓고 [내년|D] 책방을 열고 찻집 [40개|Q]를 연다.",
            "내년",
            id="the nearer of two clauses",
        ),
        pytest.param("[향후 3년간|D] [올해|D] 번 돈으로 찻집 [40개|Q]를 연다.", "향후 3년간", id="a duration from now"),
        pytest.param("[다음 주|D] 길을 낸다. 찻집 [40개|Q]를 연다.", None, id="a week is no period to carry over"),
        *(
            pytest.param(f"[{period}|D] 길을 낸다. 찻집 [40개|Q]를 연다.", period, id=f"{period} is a period")
            for period in ("내년 상반기", "내년 1분기", "내년 여름", "다음 달", "내년 초", "2030년대")
        ),
        pytest.param("[2032년|D] 정부 청사 앞에 찻집 [40개|Q]를 연다.", "2032년", id="정부 without its budget"),
        pytest.param("[2032년|D]과 그 뒤에도 찻집 [40개|Q]를 연다.", "2032년", id="과 without 비교"),
        pytest.param("[내년 초|D]와 그 뒤에도 찻집 [40개|Q]를 연다.", "내년 초", id="와 without 비교"),
        pytest.param("[내년|D] 자체 힘으로 찻집 [40개|Q]를 연다.", "내년", id="자 without 보도"),
    ],
)
def test_which_date_of_several_places(mark, rest: str, expected: str | None) -> None:
    assert expected == deadline_of(mark(f"[새길시|O]는 {rest}"))


def test_a_headline_is_no_lead_of_a_list(mark) -> None:
    assert deadline_of(mark("[새길시|O], [내년|D]까지 길 낸다\n- 찻집 [40개|Q]를 연다.")) is None


def test_what_goes_on_without_a_day_of_publication_keeps_its_limit(mark) -> None:
    assert "내년" == deadline_of(mark("[새길시|O]는 [내년|D]까지 찻집 [40개|Q]를 열고 있다.", published=None))
