"""A DATE span is read by itself among other dates, and a date inside a name is doubted."""

import datetime

import pytest

from mokpyo.data.morphology import Morpheme
from mokpyo.inference.dates.mention import Direction, Granularity
from mokpyo.inference.dates.reader import find_dates, read_date_at

PUBLISHED = datetime.date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("2026년 3월 5일 열고 2027년 4월 6일 닫고 2028년 7월 8일 헐었다.", "2027년 4월 6일", "2027-04-06"),
        ("2026년 3월 5일 열고 2027년 4월 6일 닫고 2028년 7월 8일 헐었다.", "2026년 3월 5일", "2026-03-05"),
        ("2026년 3월 5일 열고 2027년 4월 6일 닫고 2028년 7월 8일 헐었다.", "2028년 7월 8일", "2028-07-08"),
        ("문을 닫는 날은 2027년 4월 6일", "2027년 4월 6일", "2027-04-06"),
        ("문을 닫는 날은 2027년 4월 6일\n까지라는 말은 없다.", "2027년 4월 6일", "2027-04-06"),
    ],
)
def test_a_span_has_its_own_days(text: str, span: str, expected: str) -> None:
    start = text.index(span)
    reading = read_date_at(text, start, start + len(span), PUBLISHED, Direction.OPEN)
    assert reading is not None
    day = datetime.date.fromisoformat(expected)
    assert (day, day) == (reading.mention.from_, reading.mention.by)


@pytest.mark.parametrize(
    ("text", "name", "tag", "expected"),
    [
        ("신문 푸른 오늘 사장이다.", "푸른 오늘", "NNP", False),
        ("신문 오늘 아침 사장이다.", "오늘 아침", "NNP", False),
        ("신문 푸른 오늘 사장이다.", "푸른 오늘", "NNG", True),
        ("신문 오늘 사장이다.", "오늘", "NNP", True),
        ("신문 오늘 사장이다.", "신문", "NNP", True),
    ],
)
def test_a_date_that_cuts_a_name_is_uncertain(text: str, name: str, tag: str, expected: bool) -> None:
    start = text.index(name)
    morphemes = [Morpheme(form=name, tag=tag, start=start, end=start + len(name), word=0, sentence=0)]
    assert [expected] == [reading.certain for reading in find_dates(text, PUBLISHED, morphemes=morphemes)]


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("축제는 12월과 3월에 연다.", Direction.FUTURE, ["2025-12-31", "2026-03-31"]),
        ("축제는 3월과 5월에 열었다.", Direction.PAST, ["2025-03-31", "2025-05-31"]),
    ],
)
def test_a_month_beside_another_follows_the_tense(text: str, direction: Direction, expected: list[str]) -> None:
    assert expected == [str(reading.mention.by) for reading in find_dates(text, PUBLISHED, direction)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026년~2027년 3월", Granularity.MONTH), ("2026년 3월~2027년", Granularity.YEAR), ("2026년", Granularity.YEAR)],
)
def test_a_range_is_as_fine_as_its_end(text: str, expected: Granularity) -> None:
    assert [expected] == [reading.kind for reading in find_dates(text, PUBLISHED)]
