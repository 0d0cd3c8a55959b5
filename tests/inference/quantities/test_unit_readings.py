"""Every spelling of every unit, beside what it is expected to be read as."""

import csv
from pathlib import Path

import pytest

from mokpyo.inference.quantities.reader import find_quantities
from mokpyo.inference.quantities.units import UNITS

with Path(__file__).with_name("unit_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]

MISREAD = {"여단", "조각", "조 제", "조합", "조합원", "조회 수"}
"""Behind a bare number 여 and 조 are taken for a part of the number; a strict xfail, so that a cure shows."""


def test_every_unit_has_its_row() -> None:
    assert sorted(UNITS) == sorted(row[0] for row in ROWS)


@pytest.mark.parametrize(("spelling", "kind", "dimension", "factor"), [row[:4] for row in ROWS])
def test_a_unit_is_what_the_row_says(spelling: str, kind: str, dimension: str, factor: str) -> None:
    known = UNITS[spelling]
    assert (kind, dimension) == (known.kind.value, known.dimension.value if known.dimension else "-")
    assert factor == ("-" if known.factor is None else repr(known.factor))


READ = [
    pytest.param(row[0], row[4], marks=pytest.mark.xfail(strict=True) if row[0] in MISREAD else (), id=row[0])
    for row in ROWS
]


@pytest.mark.parametrize(("spelling", "unit"), READ)
def test_a_unit_is_read_behind_a_number(spelling: str, unit: str) -> None:
    text = f"모두 12{spelling}"
    read = [one.quantity for one in find_quantities(text) if one.quantity.end == len(text)]
    assert [unit] == [one.unit for one in read]
