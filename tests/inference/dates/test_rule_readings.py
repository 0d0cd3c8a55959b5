"""What every rule and word of the dates' grammar does to a short text, and texts to which it must not do it."""

import csv
import datetime
from pathlib import Path

import pytest

from mokpyo.inference.dates.mention import DateReading
from mokpyo.inference.dates.reader import find_dates

with Path(__file__).with_name("rule_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def _written(reading: DateReading) -> str:
    days = f"{reading.mention.from_ or ''}..{reading.mention.by or ''}"
    return f"[{reading.mention.text}|{days}|{reading.role.value}{'' if reading.certain else '?'}]"


@pytest.mark.parametrize(("text", "published", "expected"), ROWS)
def test_a_text_is_read_as_its_row_says(text: str, published: str, expected: str) -> None:
    day = None if published == "-" else datetime.date.fromisoformat(published)
    assert expected == (" ".join(_written(reading) for reading in find_dates(text, day)) or "-")
