"""Date words, each beside the last day that it is expected to mean."""

import csv
from pathlib import Path

import pytest

from mokpyo.inference.dates.reader import read_dates

with Path(__file__).with_name("word_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t") if not row[0].startswith("#")]


@pytest.mark.parametrize(("word", "by"), ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("blanks", [True, False])
def test_a_date_word_means_the_day_of_its_row(word: str, by: str, blanks: bool) -> None:
    written = word if blanks else word.replace(" ", "")
    text = f"2025년 6월 10일 회의가 열렸다. {written}까지 마친다."
    found = [(one.text, str(one.by)) for one in read_dates(text, published="2025-11-20") if one.start > 20]
    assert [(written, by)] == found
