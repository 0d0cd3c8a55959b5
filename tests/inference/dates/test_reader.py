"""What the date reader finds and how it resolves it. Sentences are made up for the tests."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.morphology import Morpheme
from mokpyo.inference.dates.mention import DateReading, DateRole, Direction, Granularity
from mokpyo.inference.dates.reader import find_dates, read_date_at, read_dates

PUBLISHED = "2024-05-21"  # a Tuesday
DAY = datetime.date(2024, 5, 21)


def iso(day: datetime.date | None) -> str:
    return "" if day is None else day.isoformat()


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(one.text, iso(one.from_), iso(one.by)) for one in read_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "span", "from_", "by"),
    [
        ("2017년까지 짓는다", "2017년", "", "2017-12-31"),
        ("2026년도 예산", "2026년도", "2026-01-01", "2026-12-31"),
        ("‘26년 예산", "‘26년", "2026-01-01", "2026-12-31"),
        ("2017. 3. 5. 시행", "2017. 3. 5.", "2017-03-05", "2017-03-05"),
        ("2025-12-16 배포", "2025-12-16", "2025-12-16", "2025-12-16"),
        ("2025.11.21에 배포", "2025.11.21", "2025-11-21", "2025-11-21"),
        ("1990년대 공단", "1990년대", "1990-01-01", "1999-12-31"),
        ("80년대 공단", "80년대", "1980-01-01", "1989-12-31"),
        ("21세기", "21세기", "2001-01-01", "2100-12-31"),
        ("98년 6월에 문을 열었다", "98년 6월", "1998-06-01", "1998-06-30"),
        ("올해 상반기에", "올해 상반기", "2024-01-01", "2024-06-30"),
        ("작년 하반기에", "작년 하반기", "2023-07-01", "2023-12-31"),
        ("하반기에 뽑는다", "하반기", "2024-07-01", "2024-12-31"),
        ("지난해 4분기 실적", "지난해 4분기", "2023-10-01", "2023-12-31"),
        ("2/4분기에", "2/4분기", "2024-04-01", "2024-06-30"),
        ("전 분기보다", "전 분기", "2024-01-01", "2024-03-31"),
        ("전년 동기보다 늘었다", "전년 동기", "2023-01-01", "2023-12-31"),
        ("지난 3월 문을 열었다", "지난 3월", "2024-03-01", "2024-03-31"),
        ("지난 8월 문을 열었다", "지난 8월", "2023-08-01", "2023-08-31"),
        ("오는 3월 문을 연다", "오는 3월", "2025-03-01", "2025-03-31"),
        ("이달 말", "이달 말", "2024-05-21", "2024-05-31"),
        ("다음 달 5일에", "다음 달 5일", "2024-06-05", "2024-06-05"),
        ("내달 중순에", "내달 중순", "2024-06-11", "2024-06-20"),
        ("지난달 29일", "지난달 29일", "2024-04-29", "2024-04-29"),
        ("9월 초에", "9월 초", "2024-09-01", "2024-09-10"),
        ("9월 하순에", "9월 하순", "2024-09-21", "2024-09-30"),
        ("2월 말에", "2월 말", "2024-02-21", "2024-02-29"),
        ("내년 초 착공", "내년 초", "2025-01-01", "2025-03-31"),
        ("내년 말 준공", "내년 말", "2025-11-01", "2025-12-31"),
        ("연말까지 마친다", "연말", "", "2024-12-31"),
        ("연내 착공", "연내", "2024-01-01", "2024-12-31"),
        ("올해 안에 착공", "올해", "2024-01-01", "2024-12-31"),
        ("내후년 준공", "내후년", "2026-01-01", "2026-12-31"),
        ("재작년 준공", "재작년", "2022-01-01", "2022-12-31"),
        ("금년 준공", "금년", "2024-01-01", "2024-12-31"),
        ("26일 밝혔다", "26일", "2024-05-26", "2024-05-26"),
        ("31일 밝혔다", "31일", "2024-05-31", "2024-05-31"),
        ("지난 19일 열렸다", "지난 19일", "2024-05-19", "2024-05-19"),
        ("지난 26일 열렸다", "지난 26일", "2024-04-26", "2024-04-26"),
        ("오는 3일 열린다", "오는 3일", "2024-06-03", "2024-06-03"),
        ("어제 열렸다", "어제", "2024-05-20", "2024-05-20"),
        ("내일 열린다", "내일", "2024-05-22", "2024-05-22"),
        ("이날 열렸다", "이날", "2024-05-21", "2024-05-21"),
        ("전날 열렸다", "전날", "2024-05-20", "2024-05-20"),
        ("다음 주 월요일", "다음 주 월요일", "2024-05-27", "2024-05-27"),
        ("지난 금요일", "지난 금요일", "2024-05-17", "2024-05-17"),
        ("이번 금요일", "이번 금요일", "2024-05-24", "2024-05-24"),
        ("다음 금요일", "다음 금요일", "2024-05-31", "2024-05-31"),
        ("이번 주", "이번 주", "2024-05-20", "2024-05-26"),
        ("이번 주말", "이번 주말", "2024-05-25", "2024-05-26"),
        ("6월 첫째 주 금요일", "6월 첫째 주 금요일", "2024-06-07", "2024-06-07"),
        ("올여름에", "올여름", "2024-06-01", "2024-08-31"),
        ("내년 봄에", "내년 봄", "2025-03-01", "2025-05-31"),
        ("2023년 겨울", "2023년 겨울", "2023-12-01", "2024-02-29"),
        ("오는 추석 전까지 준다", "오는 추석", "", "2024-09-16"),
        ("광복절에", "광복절", "2024-08-15", "2024-08-15"),
        ("7~8월에", "7~8월", "2024-07-01", "2024-08-31"),
        ("2024~2026년에", "2024~2026년", "2024-01-01", "2026-12-31"),
        ("이달 8~12일 받는다", "이달 8~12일", "2024-05-08", "2024-05-12"),
        ("6월 28~3일 받는다", "6월 28~3일", "2024-06-28", "2024-07-03"),
        ("11월 25일~1월 5일 받는다", "11월 25일~1월 5일", "2024-11-25", "2025-01-05"),
        ("2025년 한 해 동안", "2025년 한 해 동안", "2025-01-01", "2025-12-31"),
        ("9월 한 달간", "9월 한 달간", "2024-09-01", "2024-09-30"),
        ("향후 3년간 짓는다", "향후 3년간", "2024-05-21", "2027-05-21"),
        ("앞으로 5년 동안 짓는다", "앞으로 5년 동안", "2024-05-21", "2029-05-21"),
        ("지난 3년간 지었다", "지난 3년간", "2021-05-21", "2024-05-21"),
        ("최근 6개월 동안", "최근 6개월 동안", "2023-11-21", "2024-05-21"),
        ("3년 안에 짓는다", "3년", "2024-05-21", "2027-05-21"),
        ("100일 이내에 짓는다", "100일", "2024-05-21", "2024-08-29"),
        ("2주 뒤에", "2주 뒤", "2024-06-04", "2024-06-04"),
        ("2년 전에", "2년 전", "2022-05-21", "2022-05-21"),
        ("오월 이십일일에", "오월 이십일일", "2024-05-21", "2024-05-21"),
    ],
)
def test_one_date(text: str, span: str, from_: str, by: str) -> None:
    assert [(span, from_, by)] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025년 5월부터 12월까지", [("2025년 5월", "2025-05-01", ""), ("12월", "2025-05-01", "2025-12-31")]),
        ("2025년 10월부터 3월까지", [("2025년 10월", "2025-10-01", ""), ("3월", "2025-10-01", "2026-03-31")]),
        ("12월 4일부터 5일까지", [("12월 4일", "2024-12-04", ""), ("5일", "2024-12-04", "2024-12-05")]),
        ("6월 28일부터 3일까지", [("6월 28일", "2024-06-28", ""), ("3일", "2024-06-28", "2024-07-03")]),
        (
            "지난해 8월 착공해 9월 멈췄다",
            [("지난해 8월", "2023-08-01", "2023-08-31"), ("9월", "2023-09-01", "2023-09-30")],
        ),
        (
            "내년 상반기 착공, 하반기 준공",
            [("내년 상반기", "2025-01-01", "2025-06-30"), ("하반기", "2025-07-01", "2025-12-31")],
        ),
        (
            "2019년에 열고 이듬해 3월 닫았다",
            [("2019년", "2019-01-01", "2019-12-31"), ("이듬해 3월", "2020-03-01", "2020-03-31")],
        ),
        (
            "2019년 3월 열고 같은 해 9월 닫았다",
            [("2019년 3월", "2019-03-01", "2019-03-31"), ("같은 해 9월", "2019-09-01", "2019-09-30")],
        ),
        ("2027년부터 5년간", [("2027년", "2027-01-01", ""), ("5년간", "2027-01-01", "2031-12-31")]),
        ("2030년까지 5년간", [("2030년", "", "2030-12-31"), ("5년간", "2026-01-01", "2030-12-31")]),
        ("5년간(2026~2030년)", [("5년간", "2026-01-01", "2030-12-31"), ("2026~2030년", "2026-01-01", "2030-12-31")]),
        (
            "지난 3일 열렸다. 이날 시는",
            [("지난 3일", "2024-05-03", "2024-05-03"), ("이날", "2024-05-03", "2024-05-03")],
        ),
        (
            "2027년 6월 열고 개관 후 2년 뒤 늘린다",
            [("2027년 6월", "2027-06-01", "2027-06-30"), ("2년 뒤", "2029-06-30", "2029-06-30")],
        ),
        (
            "지난해 8월 열었다. 9월에 또 연다",
            [("지난해 8월", "2023-08-01", "2023-08-31"), ("9월", "2024-09-01", "2024-09-30")],
        ),
    ],
)
def test_dates_complete_each_other(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "3년간",
        "5일간",
        "열흘",
        "사흘 동안",
        "한 달",
        "1년 6개월",
        "3년 반 동안",
        "1박 2일",
        "10여 년",
        "징역 2년 6월",
        "준공 후 3년 이내",
        "매주 수요일",
        "2월 30일",
        "2025년 4월 31일",
        "수년간",
        "100일간",
    ],
)
def test_a_date_without_anchor_or_outside_the_calendar_is_kept_unresolved(text: str) -> None:
    mentions = read_dates(text, PUBLISHED)
    assert [(None, None)] == [(one.from_, one.by) for one in mentions]
    assert mentions[0].text in text


@pytest.mark.parametrize(
    "text",
    [
        "오늘날",
        "내일배움카드",
        "연말정산",
        "수해 복구",
        "올라갔다",
        "올 것",
        "1일 2회",
        "2년차 직원",
        "1일차",
        "3주택 보유",
        "창립 10주년",
        "오후 3시",
        "현재",
        "최근",
        "매년",
        "연간",
        "당분간",
        "버전 2025.1.3.4",
        "031-955-1234",
        "3:2로 이겼다",
        "이달러",
        "2026 명",
        "하루빨리",
        "전주시",
        "제3일",
        "13월",
        "당일치기",
        "3년근 인삼",
        "",
    ],
)
def test_what_a_date_is_not(text: str) -> None:
    assert [] == read(text)


@pytest.mark.parametrize("text", ["봄", "여름", "8주", "며칠", "올"])
def test_ambiguous_words_are_found_but_not_certain(text: str) -> None:
    assert [(text, False)] == [(one.mention.text, one.certain) for one in find_dates(text, DAY)]
    assert [] == read(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("10월 말레이시아에서", "10월"),
        ("8주 과정", "8주"),
        ("16일 전 직원이", "16일"),
        ("3일 전에", "3일 전"),
        ("5년째", "5년째"),
        ("15년 만에", "15년"),
        ("5년 간격", "5년"),
        ("10월께", "10월"),
        ("9월쯤", "9월"),
        ("8년도 더", "8년"),
        ("2025 섬의 해", "2025"),
        ("23일 토요일", "23일 토요일"),
        ("공고일(7. 14.) 기준", "7. 14."),
        ("3·6개월", "3·6개월"),
    ],
)
def test_where_the_span_ends(text: str, span: str) -> None:
    assert [span] == [one.text for one in read_dates(text)]


@pytest.mark.parametrize(
    ("text", "direction", "by"),
    [
        ("8월까지", Direction.OPEN, "2024-08-31"),
        ("8월까지", Direction.FUTURE, "2024-08-31"),
        ("8월까지", Direction.PAST, "2023-08-31"),
        ("3월까지", Direction.FUTURE, "2025-03-31"),
        ("3월까지", Direction.PAST, "2024-03-31"),
        ("5월까지", Direction.PAST, "2024-05-31"),
        ("9월", Direction.OPEN, "2024-09-30"),
        ("3월", Direction.OPEN, "2024-03-31"),
        ("상반기", Direction.PAST, "2024-06-30"),
        ("하반기", Direction.PAST, "2023-12-31"),
        ("1분기", Direction.FUTURE, "2025-03-31"),
        ("10일", Direction.FUTURE, "2024-06-10"),
        ("10일", Direction.PAST, "2024-05-10"),
        ("26일", Direction.PAST, "2024-04-26"),
        ("19일", Direction.FUTURE, "2024-05-19"),
        ("19일까지", Direction.FUTURE, "2024-06-19"),
        ("금요일", Direction.PAST, "2024-05-17"),
        ("금요일", Direction.FUTURE, "2024-05-24"),
    ],
)
def test_tense_decides_what_the_text_leaves_open(text: str, direction: Direction, by: str) -> None:
    assert [by] == [iso(one.mention.by) for one in find_dates(text, DAY, direction)]


@pytest.mark.parametrize(
    ("published", "text", "by"),
    [
        ("2024-10-01", "30일 밝혔다", "2024-09-30"),
        ("2024-12-30", "2일부터 받고 5일까지", "2025-01-05"),
        ("2024-01-04", "12월 28일 열렸다", "2023-12-28"),
        ("2024-12-20", "3월까지", "2025-03-31"),
        ("2024-02-29", "앞으로 1년간", "2025-02-28"),
        ("2026-02-01", "설 명절 전에", "2026-02-16"),
    ],
)
def test_around_the_turn_of_month_and_year(published: str, text: str, by: str) -> None:
    assert by == read(text, published)[-1][2]


def test_without_publication_date_only_absolute_dates_are_resolved() -> None:
    expected = [
        ("2027년 3월", "2027-03-01", ""),
        ("9월", "2027-03-01", "2027-09-30"),
        ("내년", "", ""),
        ("8월", "", ""),
    ]
    assert expected == read("2027년 3월부터 9월까지. 내년에는 더 짓는다. 8월까지.", None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("8월까지", DateRole.UNTIL),
        ("8월 이전", DateRole.UNTIL),
        ("8월부터", DateRole.SINCE),
        ("8월 이후", DateRole.SINCE),
        ("8월 전에", DateRole.BEFORE),
        ("8월 안에", DateRole.INSIDE),
        ("8월 중에", DateRole.INSIDE),
        ("8월에", DateRole.WITHIN),
        ("8월(잠정)까지", DateRole.UNTIL),
    ],
)
def test_marks_after_a_date(text: str, role: DateRole) -> None:
    assert [role] == [one.role for one in find_dates(text, DAY)]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("2025년", Granularity.YEAR),
        ("상반기", Granularity.HALF),
        ("3분기", Granularity.QUARTER),
        ("내년 봄", Granularity.SEASON),
        ("8월", Granularity.MONTH),
        ("2025. 12.", Granularity.MONTH),
        ("다음 주", Granularity.WEEK),
        ("이번 주말", Granularity.WEEK),
        ("26일", Granularity.DAY),
        ("월요일", Granularity.DAY),
        ("8월 말", Granularity.PART),
        ("3년간", Granularity.DURATION),
        ("1990년대", Granularity.DECADE),
        ("21세기", Granularity.CENTURY),
        ("추석", Granularity.DAY),
    ],
)
def test_granularity(text: str, granularity: Granularity) -> None:
    assert [granularity] == [one.granularity for one in read_dates(text)]


def at(text: str, span: str, direction: Direction = Direction.OPEN) -> DateReading | None:
    start = text.index(span)
    reading = read_date_at(text, start, start + len(span), DAY, direction)
    assert reading is None or (span, start) == (reading.mention.text, reading.mention.start)
    return reading


@pytest.mark.parametrize(
    ("text", "span", "direction", "by"),
    [
        ("시는 향후 3년간 짓는다", "3년간", Direction.FUTURE, "2027-05-21"),
        ("시는 오는 26일 연다", "26일", Direction.FUTURE, "2024-05-26"),
        ("시는 지난 8월 열었다", "8월", Direction.PAST, "2023-08-31"),
        ("시는 2025년부터 2029년까지 5년간 짓는다", "5년간", Direction.FUTURE, "2029-12-31"),
        ("시는 내년 5월부터 12월까지 연다", "12월", Direction.FUTURE, "2025-12-31"),
        ("시는 3년 이내에 짓는다", "3년", Direction.FUTURE, "2027-05-21"),
        ("시는 내년 상반기까지 짓는다", "상반기", Direction.FUTURE, "2025-06-30"),
        ("시는 내년 5월부터 12월까지 연다", "내년 5월부터 12월", Direction.FUTURE, "2025-12-31"),
        ("열렸다.\n시는 8월까지 짓는다", "8월", Direction.FUTURE, "2024-08-31"),
        ("제3월에 짓는다", "3월", Direction.PAST, "2024-03-31"),
    ],
)
def test_a_given_span_is_completed_by_its_surroundings(text: str, span: str, direction: Direction, by: str) -> None:
    reading = at(text, span, direction)
    assert reading is not None
    assert by == iso(reading.mention.by)


def test_a_span_that_is_no_date_has_no_reading() -> None:
    assert at("시는 센터를 짓는다", "센터") is None


def test_a_proper_noun_makes_a_reading_uncertain() -> None:
    name = Morpheme(start=0, end=5, form="오늘의집", tag="NNP", word=0, sentence=0)
    assert [False] == [one.certain for one in find_dates("오늘의 집", DAY, morphemes=[name])]
    assert [True] == [one.certain for one in find_dates("오늘의 집", DAY, morphemes=[])]


PIECES = st.sampled_from(
    [
        "2024",
        "년",
        "월",
        "일",
        "3",
        "12",
        " ",
        "~",
        "까지",
        "부터",
        "지난",
        "내년",
        "향후",
        "이듬해",
        "(",
        "말",
        "추석",
        "주",
        "십",
        "9999",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join))


@given(text=TEXTS, published=st.one_of(st.none(), st.dates()), direction=st.sampled_from(Direction))
def test_any_text_gives_true_spans_in_order(text: str, published: datetime.date | None, direction: Direction) -> None:
    end = 0
    for reading in find_dates(text, published, direction):
        one = reading.mention
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.text
        assert one.from_ is None or one.by is None or one.from_ <= one.by
        end = one.end


@given(text=TEXTS.filter(bool), data=st.data(), published=st.one_of(st.none(), st.dates()))
def test_any_span_is_kept_as_given(text: str, data: st.DataObject, published: datetime.date | None) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reading = read_date_at(text, start, end, published, Direction.OPEN)
    assert reading is None or (start, end, text[start:end]) == (
        reading.mention.start,
        reading.mention.end,
        reading.mention.text,
    )
