import datetime

import pytest

from mokpyo.data.document import Status
from mokpyo.inference.linking.deadlines import DatedArticle, has_begun, is_due_later, read_deadline, was_past


def check(found, expected: tuple[str, str | None] | None) -> None:
    """The last quantity's deadline: its words and its last day."""
    quantity = found.quantities[-1]
    article = DatedArticle(found.text, found.view.published, found.contexts)
    deadline = read_deadline(quantity, quantity.status or Status.PLANNED, article)
    by = deadline and deadline[1].mention.by
    assert expected == (deadline and (deadline[0].text, by and by.isoformat()))


NEXT_YEAR = ("내년", "2032-12-31")


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[내년|D]까지 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="in its clause"),
        pytest.param("찻집 [40개|Q]를 [내년|D]까지 연다.", NEXT_YEAR, id="behind it"),
        pytest.param("[내년|D]까지 길을 내고 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="in the clause before"),
        pytest.param("[내년|D]까지 길을 내고 [달빛시|O]는 찻집 [40개|Q]를 연다.", None, id="of another subject"),
        pytest.param("[5억원|Q]을 들여 [내년|D]까지 찻집을 연다.", NEXT_YEAR, id="one undertaking in two steps"),
        pytest.param("찻집 [40개|Q]를 열고 [내년|D]까지 길을 낸다.", None, id="of the next clause"),
        pytest.param(
            "[올해|D] 나무를 심고 [내년|D] 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="its own clause's goes first"
        ),
        pytest.param("[올해|D] [내년|D]까지 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="the firmer goes first"),
        pytest.param("[내년|D]부터 찻집 [40개|Q]를 연다.", None, id="a beginning"),
        pytest.param("찻집 [40개|Q]를 연다.", None, id="none"),
    ],
)
def test_dates_of_its_sentence(mark, rest: str, expected: tuple[str, str | None] | None) -> None:
    check(mark(f"[새길시|O]는 {rest}"), expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[지난해|D] 찻집 [40개|Q]를 열 계획이다.", None, id="no plan for the past"),
        pytest.param("[지난해|D] 찻집 [40개|Q]를 열었다.", None, id="a time when it was done"),
        pytest.param(
            "[지난 3월|D]까지 찻집 [40개|Q]를 열었다.", ("지난 3월", "2031-03-31"), id="a limit of what is done"
        ),
        pytest.param("[지난 3월 2일|D] 찻집 [40개|Q]를 열었다.", None, id="a day of what is done"),
        pytest.param("찻집 [40개|Q]를 [지난해|D] 열었다.", None, id="what is done, behind"),
        pytest.param("[6월 3일|D] 찻집 [40개|Q]를 연다.", ("6월 3일", "2031-06-03"), id="a day that is planned"),
        pytest.param("[6월 3일|D] 길을 내고 찻집 [40개|Q]를 연다.", None, id="a day of another clause"),
        pytest.param("[향후 3년간|D] 찻집 [40개|Q]를 연다.", ("향후 3년간", "2034-05-26"), id="a duration from now"),
        pytest.param("[3년간|D] 찻집 [40개|Q]를 연다.", None, id="a duration from nowhere"),
    ],
)
def test_dates_that_can_limit(mark, rest: str, expected: tuple[str, str | None] | None) -> None:
    check(mark(f"[새길시|O]는 {rest}"), expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("찻집 [40개|Q]를 연다고 [26일|D] 밝혔다.", None, id="the day of the report"),
        pytest.param("[6월 2일|D]에 따르면 찻집 [40개|Q]를 연다.", None, id="the day of a source"),
        pytest.param("‘[2032년|D] 찻집 잔치’에서 찻집 [40개|Q]를 연다.", None, id="a name that opens with a year"),
        pytest.param("[2032년|D] 본예산에 [40억원|Q]을 편성할 계획이다.", None, id="a year's budget"),
        pytest.param("[2032|D] 정부 예산에 [40억원|Q]을 편성할 계획이다.", None, id="a bare year's budget"),
        pytest.param("[2032년|D] 잔치에 [40억원|Q]을 쓸 계획이다.", ("2032년", "2032-12-31"), id="a year alone"),
    ],
)
def test_dates_of_something_else(mark, rest: str, expected: tuple[str, str | None] | None) -> None:
    check(mark(f"[새길시|O]는 {rest}"), expected)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 [내년|D]까지 길을 낸다. 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="carried over"),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 길을 낸다. 꽃도 심는다. 찻집 [40개|Q]를 연다.", NEXT_YEAR, id="over a sentence"
        ),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 길을 낸다. 꽃도 심는다. 나무도 심는다. 찻집 [40개|Q]를 연다.", None, id="too far"
        ),
        pytest.param("[새길시|O]는 [내년|D]까지 길을 낸다.\n찻집 [40개|Q]를 연다.", None, id="another paragraph"),
        pytest.param("[새길시|O]는 [내년|D]까지 길을 낸다. 찻집 [40개|Q]를 열었다.", None, id="not to what is done"),
        pytest.param(
            "[새길시|O]는 [6월 3일|D]까지 길을 낸다. 찻집 [40개|Q]를 연다.", None, id="a day's limit of one act"
        ),
        pytest.param("[새길시|O]는 [6월 3일|D] 길을 낸다. 찻집 [40개|Q]를 연다.", None, id="a day is an event"),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 길을 낸다. [올해|D] 꽃을 심는다. 찻집 [40개|Q]를 연다.",
            ("올해", "2031-12-31"),
            id="the nearest",
        ),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 길을 낸다. [지난해|D] 꽃도 심었다. 찻집 [40개|Q]를 연다.",
            None,
            id="not past a sentence with a date of its own",
        ),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 다음 일을 한다.\n- 빵집 [30개|Q]를 연다.\n- 찻집 [40개|Q]를 연다.",
            NEXT_YEAR,
            id="a list's lead",
        ),
        pytest.param(
            "[새길시|O]는 다음 일을 한다.\n- [내년|D]까지 빵집 [30개|Q]를 연다.\n- 찻집 [40개|Q]를 연다.",
            None,
            id="not from item to item",
        ),
    ],
)
def test_dates_of_sentences_before(mark, marked: str, expected: tuple[str, str | None] | None) -> None:
    check(mark(marked), expected)


def test_without_a_day_of_publication_a_relative_deadline_keeps_its_words(mark) -> None:
    check(mark("[새길시|O]는 [내년|D]까지 찻집 [40개|Q]를 연다.", published=None), ("내년", None))
    check(mark("[새길시|O]는 [2032년|D]까지 찻집 [40개|Q]를 연다.", published=None), ("2032년", "2032-12-31"))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[내년|D]까지 찻집 [40개|Q]를 열고", True, id="a limit ahead"),
        pytest.param("[2032년|D]까지 찻집 [40개|Q]를 열고", True, id="a year ahead"),
        pytest.param("[지난 3월|D]까지 찻집 [40개|Q]를 열고", False, id="a limit behind"),
        pytest.param("[내년|D] 찻집 [40개|Q]를 열고", False, id="no limit"),
        pytest.param("찻집 [40개|Q]를 열고", False, id="no date"),
        pytest.param("[내년|D]까지 길을 내고 찻집 [40개|Q]를 열고", False, id="another clause"),
        pytest.param("[내년|D]까지 찻집 [40개|Q]를 열었으며", False, id="a past of its own"),
    ],
)
def test_due_later(mark, rest: str, expected: bool) -> None:
    found = mark(f"[새길시|O]는 {rest} 나무를 심었다.")
    article = DatedArticle(found.text, found.view.published, found.contexts)
    assert expected == is_due_later(found.quantity(), article)
    undated = mark(f"[새길시|O]는 {rest} 나무를 심었다.", published=None)
    assert not is_due_later(undated.quantity(), DatedArticle(undated.text, None, undated.contexts))
    assert datetime.date(2031, 5, 26) == found.view.published


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 [2030년|D] [40개|Q]를 여는 등 해마다 힘쓰고 있다.", True, id="over"),
        pytest.param("[새길시|O]는 [지난해|D] [40개|Q]에 이어 여러 곳을 돕고 있다.", True, id="last year"),
        pytest.param("[새길시|O]는 [2030년|D]부터 [40개|Q]를 열고 있다.", False, id="only its beginning"),
        pytest.param("[새길시|O]는 [8월|D] [40개|Q]를 연다.", False, id="may be to come"),
        pytest.param("[새길시|O]는 [2030년|D] 계획대로 [40개|Q]를 열 예정이다.", False, id="a plan all the same"),
        pytest.param("[새길시|O]는 [지난해|D] 길을 냈고 [40개|Q]를 열고 있다.", False, id="of another clause"),
        pytest.param("[새길시|O]는 [40개|Q]를 열고 있다.", False, id="no date"),
        pytest.param("[새길시|O]는 ‘[2030년|D] 찻집 사업’으로 [40개|Q]를 열고 있다.", False, id="a name"),
        pytest.param("[새길시|O]는 [지난해|D] 약속대로 [40개|Q]를 열겠다고 밝혔다.", False, id="what will be done"),
        pytest.param("[새길시|O]는 [지난해|D] 발표한 대로 [40개|Q]를 열고 있다.", False, id="when it was told"),
        pytest.param("[새길시|O]는 [옛날|D] [40개|Q]를 여는 등 해마다 힘쓰고 있다.", False, id="nobody knows when"),
    ],
)
def test_what_a_past_time_makes_of_the_present(mark, marked: str, expected: bool) -> None:
    found = mark(marked)
    article = DatedArticle(found.text, found.view.published, found.contexts)
    assert expected is was_past(found.quantities[-1], article)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 [지난 3월|D]부터 [40개|Q]를 지원한다.", True, id="begun"),
        pytest.param("[새길시|O]는 [2029년|D]부터 [40개|Q]를 지원한다.", True, id="years ago"),
        pytest.param("[새길시|O]는 [올해|D]부터 [40개|Q]를 지원한다.", False, id="this year: as likely a plan"),
        pytest.param("[새길시|O]는 [지난 3월|D]부터 [내년|D]까지 [40개|Q]를 지원한다.", False, id="with a limit"),
        pytest.param("[새길시|O]는 [지난 3월|D] 이후 [40개|Q]를 지원한다.", False, id="이후"),
        pytest.param("[새길시|O]는 [내년|D]부터 [40개|Q]를 지원한다.", False, id="to come"),
        pytest.param("[새길시|O]는 [지난 3월|D]부터 [40개|Q]를 지원했다.", False, id="over"),
        pytest.param("[새길시|O]는 [40개|Q]를 지원한다.", False, id="no date"),
        pytest.param(
            "[새길시|O]는 [40개|Q]를 지원한다고 밝히며 [지난 3월|D]부터 나무를 심었다.", False, id="of another clause"
        ),
        pytest.param("[새길시|O]는 [옛날|D]부터 [40개|Q]를 지원한다.", False, id="nobody knows when"),
        pytest.param("[지난 3월|D]부터 찻집 [40개|Q]", False, id="no verb"),
    ],
)
def test_a_present_that_has_begun(mark, marked: str, expected: bool) -> None:
    found = mark(marked)
    article = DatedArticle(found.text, found.view.published, found.contexts)
    assert expected is has_begun(found.quantities[-1], article)


def test_without_a_day_of_publication_nothing_is_over_or_begun(mark) -> None:
    over = mark("[새길시|O]는 [2030년|D] [40개|Q]를 여는 등 해마다 힘쓰고 있다.", published=None)
    assert not was_past(over.quantity(), DatedArticle(over.text, None, over.contexts))
    begun = mark("[새길시|O]는 [2029년|D]부터 [40개|Q]를 지원한다.", published=None)
    assert not has_begun(begun.quantity(), DatedArticle(begun.text, None, begun.contexts))
