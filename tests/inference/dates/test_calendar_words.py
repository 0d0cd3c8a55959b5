"""Ordinal weeks and weekdays, dates in figures, spelled years, joined lengths, and words of the news."""

import datetime
import time

import pytest

from mokpyo.inference.dates.mention import Direction
from mokpyo.inference.dates.reader import find_dates, read_dates

PUBLISHED = "2024-05-21"  # a Tuesday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(one.text, str(one.from_ or ""), str(one.by or "")) for one in read_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "span", "from_", "by"),
    [
        # A week belongs to the month and year of its Thursday.
        ("8월 첫째 주에 연다", "8월 첫째 주", "2024-07-29", "2024-08-04"),
        ("2023년 6월 셋째 주", "2023년 6월 셋째 주", "2023-06-12", "2023-06-18"),
        ("10월의 마지막 주에 연다", "10월의 마지막 주", "2024-10-28", "2024-11-03"),
        ("2026년 첫 주에 연다", "2026년 첫 주", "2025-12-29", "2026-01-04"),
        ("내년 두 번째 주에 연다", "내년 두 번째 주", "2025-01-06", "2025-01-12"),
        ("2020년 마지막 주", "2020년 마지막 주", "2020-12-28", "2021-01-03"),
        # But the first Friday is that of the month, whatever its week.
        ("11월 첫째 주 금요일", "11월 첫째 주 금요일", "2024-11-01", "2024-11-01"),
        ("11월의 첫 번째 금요일", "11월의 첫 번째 금요일", "2024-11-01", "2024-11-01"),
        ("다음 달 둘째 월요일", "다음 달 둘째 월요일", "2024-06-10", "2024-06-10"),
        ("9월 마지막 토요일에 연다", "9월 마지막 토요일", "2024-09-28", "2024-09-28"),
        ("6월 첫째 주 주말", "6월 첫째 주 주말", "2024-06-08", "2024-06-09"),
        ("6월 첫째 주말", "6월 첫째 주말", "2024-06-08", "2024-06-09"),
        ("올해의 마지막 날", "올해의 마지막 날", "2024-12-31", "2024-12-31"),
        ("7월 3일, 수요일에 연다", "7월 3일, 수요일", "2024-07-03", "2024-07-03"),
    ],
)
def test_weeks_and_weekdays(text: str, span: str, from_: str, by: str) -> None:
    assert [(span, from_, by)] == read(text)


@pytest.mark.parametrize(
    ("text", "span", "from_", "by"),
    [
        ("17/06/2023에 열렸다", "17/06/2023", "2023-06-17", "2023-06-17"),
        ("6-17-2023", "6-17-2023", "2023-06-17", "2023-06-17"),
        ("17.6.2023에", "17.6.2023", "2023-06-17", "2023-06-17"),
        ("공고 24/06/17", "24/06/17", "2024-06-17", "2024-06-17"),
        ("개정 ’23.4.5. 시행", "’23.4.5", "2023-04-05", "2023-04-05"),
        ("’23.4.5.부터", "’23.4.5", "2023-04-05", ""),
        ("’23.4.5.~’24.4.4.", "’23.4.5.~’24.4.4", "2023-04-05", "2024-04-04"),
        ("사업(2025~2029)", "2025~2029", "2025-01-01", "2029-12-31"),
        ("2025-2029 계획", "2025-2029", "2025-01-01", "2029-12-31"),
        ("2025-2029입니다", "2025-2029", "2025-01-01", "2029-12-31"),
        ("설명회(6/15)", "6/15", "2024-06-15", "2024-06-15"),
        ("06/05 마감", "06/05", "2024-06-05", "2024-06-05"),
        ("10/2에 연다", "10/2", "2024-10-02", "2024-10-02"),
        ("7/15까지 받는다", "7/15", "", "2024-07-15"),
        ("접수(6. 10.~6. 21.)", "6. 10.~6. 21.", "2024-06-10", "2024-06-21"),
    ],
)
def test_figures(text: str, span: str, from_: str, by: str) -> None:
    assert [(span, from_, by)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "1/3까지 줄였다",
        "전체의 2/3에 이른다",
        "지역의 (1/2) 정도",
        "1/2~2/3",
        "13/45/2023",
        "21.5.300",
        "99/99/99",
        "전화 2025-2019",
        "2025-2029개",
        "전화 031-2025-2029",
        "9-18-15",
        "’23.14.5.",
        "10/23/4",
        "15/20%",
        "이천시",
        "이천 명",
        "삼일절하다",
        "이일 때",
        "일일 이용권",
        "첫 번째 사업",
        "두 번째로 크다",
        "마지막 단계",
        "올 시즌권",
        "새해 인사",
        "신년사",
        "6·3 지방선거",
        "3·5 묶음",
    ],
)
def test_figures_and_words_that_are_no_certain_date(text: str) -> None:
    assert [] == [one for one in read(text) if one[0] != "삼일절"]


@pytest.mark.parametrize(
    ("text", "span", "from_", "by"),
    [
        ("이천이십오년에 연다", "이천이십오년", "2025-01-01", "2025-12-31"),
        ("이천십년 삼월", "이천십년 삼월", "2010-03-01", "2010-03-31"),
        ("천구백구십팔년에", "천구백구십팔년", "1998-01-01", "1998-12-31"),
        ("이천칠년에", "이천칠년", "2007-01-01", "2007-12-31"),
        ("삼 년 뒤에 연다", "삼 년 뒤", "2027-05-21", "2027-05-21"),
        ("사흘 하고 열흘", "사흘", "", ""),
        ("한 달 그리고 열흘 뒤에", "한 달 그리고 열흘 뒤", "2024-07-01", "2024-07-01"),
        ("1년 하고 3개월 뒤에", "1년 하고 3개월 뒤", "2025-08-21", "2025-08-21"),
        ("향후 이 년간", "향후 이 년간", "2024-05-21", "2026-05-21"),
        ("몇 주 내로 연다", "몇 주", "", ""),
        ("다가오는 달에 연다", "다가오는 달", "2024-06-01", "2024-06-30"),
        ("돌아오는 주에 연다", "돌아오는 주", "2024-05-27", "2024-06-02"),
        ("다음 해 3월에 연다", "다음 해 3월", "2025-03-01", "2025-03-31"),
        ("지난해 같은 기간보다", "지난해 같은 기간", "2023-01-01", "2023-12-31"),
        ("작년 같은 달보다", "작년 같은 달", "2023-01-01", "2023-12-31"),
        ("올 시즌을 마쳤다", "올 시즌", "2024-01-01", "2024-12-31"),
    ],
)
def test_spelled_dates_and_words(text: str, span: str, from_: str, by: str) -> None:
    assert (span, from_, by) == read(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019년에 열고 다음 해 3월 닫았다", ("다음 해 3월", "2020-03-01", "2020-03-31")),
        ("2023년 6월 4일과 22일 사이에 연다", ("22일", "2023-06-22", "2023-06-22")),
        ("어제부터 4일 뒤에 연다", ("4일 뒤", "2024-05-24", "2024-05-24")),
        ("5일 뒤에 연다", ("5일 뒤", "2024-05-26", "2024-05-26")),
    ],
)
def test_counted_from_the_date_before(text: str, expected: tuple[str, str, str]) -> None:
    for direction in (Direction.FUTURE, Direction.OPEN):
        one = find_dates(text, datetime.date(2024, 5, 21), direction)[-1].mention
        assert expected == (one.text, str(one.from_), str(one.by))


@pytest.mark.parametrize(
    ("text", "published", "by"),
    [
        ("새해에는 더 짓는다", "2024-12-20", "2025-12-31"),
        ("새해에는 더 짓는다", "2024-01-03", "2024-12-31"),
        ("신년 예산", "2024-09-30", "2025-12-31"),
        ("9·7 대책", "2025-09-20", "2025-09-07"),
        ("6·3 지방선거", "2026-05-02", "2026-06-03"),
    ],
)
def test_what_only_the_tagger_can_be_sure_of_is_resolved_all_the_same(text: str, published: str, by: str) -> None:
    first = find_dates(text, datetime.date.fromisoformat(published))[0]
    assert (False, by) == (first.certain, str(first.mention.by))


@pytest.mark.parametrize(
    ("text", "published", "direction", "by"),
    [
        ("하반기에는 더 짓는다", "2024-01-10", Direction.OPEN, "2024-12-31"),
        ("하반기에 늘었다", "2024-01-10", Direction.PAST, "2023-12-31"),
        ("상반기에 짓는다", "2024-12-10", Direction.OPEN, "2025-06-30"),
        ("상반기 실적", "2024-08-10", Direction.OPEN, "2024-06-30"),
        ("12월에 열렸다", "2024-01-10", Direction.OPEN, "2023-12-31"),
        ("금요일에 연다", "2024-05-20", Direction.FUTURE, "2024-05-24"),
        ("금요일에 열었다", "2024-05-20", Direction.PAST, "2024-05-17"),
        ("주말에 연다", "2024-05-20", Direction.FUTURE, "2024-05-26"),
        ("둘째 일요일에 연다", "2024-05-20", Direction.FUTURE, "2024-06-09"),
        ("둘째 일요일에 열었다", "2024-05-20", Direction.PAST, "2024-05-12"),
        ("다섯째 일요일에 연다", "2024-05-20", Direction.FUTURE, "2024-06-30"),
        ("3년간 짓는다", "2024-05-20", Direction.FUTURE, "None"),
    ],
)
def test_what_the_text_leaves_open(text: str, published: str, direction: Direction, by: str) -> None:
    assert by == str(find_dates(text, datetime.date.fromisoformat(published), direction)[0].mention.by)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["2025", "1/", "12.", "이천", "첫", "9·7 ", "한 달 그리고 ", "3월의 ", "’25.1.", "~2025"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    start = time.perf_counter()
    find_dates(piece * (60_000 // len(piece)), datetime.date(2024, 5, 21))
    assert time.perf_counter() - start < 3
