import datetime

import pytest

from mokpyo.data.errors import ArticleError
from mokpyo.inference.dates.published import parse_published


@pytest.mark.parametrize("value", ["2015-05-26", " 2015-05-26 ", datetime.date(2015, 5, 26)])
def test_a_day_in_iso_form_is_read(value: str | datetime.date) -> None:
    assert datetime.date(2015, 5, 26) == parse_published(value)


def test_a_moment_becomes_its_day() -> None:
    assert datetime.date(2015, 5, 26) == parse_published(datetime.datetime(2015, 5, 26, 9, 30, tzinfo=datetime.UTC))


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_no_date(value: str | None) -> None:
    assert parse_published(value) is None


@pytest.mark.parametrize(
    "value", ["2015-5-26", "20150526", "2015-02-30", "어제", "2015-W22-2", "2015-05-26T00:00", "1"]
)
def test_anything_else_names_the_value_and_the_form(value: str) -> None:
    with pytest.raises(ArticleError, match="YYYY-MM-DD") as caught:
        parse_published(value)
    assert repr(value) in str(caught.value)
