"""``5일`` is the fifth of a month, and a number of days where 전부터 or 뒤까지 follow: what its span is."""

import pytest

from mokpyo.inference.dates.reader import read_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공장은 5일전부터 쉰다.", "5일전"),
        ("공장은 5일 전부터 쉰다.", "5일 전"),
        ("공장은 5일뒤까지 쉰다.", "5일뒤"),
        ("공장은 5일 뒤까지 쉰다.", "5일 뒤"),
        ("공장은 5일부터 쉰다.", "5일"),
        ("공장은 5일까지 쉰다.", "5일"),
        ("공장은 5일 전기를 끊는다.", "5일"),
        ("공장은 5일 뒤집혔다.", "5일"),
    ],
)
def test_days_before_or_after_are_one_span(text: str, expected: str) -> None:
    assert [expected] == [mention.text for mention in read_dates(text, published="2025-11-20")]
