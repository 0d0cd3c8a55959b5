"""What every rule and word of the quantities' grammar does to a short text, and texts to which it must not do it."""

import csv
from pathlib import Path

import pytest

from mokpyo.inference.quantities.bare_numbers import read_numbers
from mokpyo.inference.quantities.kinds import QuantityReading
from mokpyo.inference.quantities.limits import read_limits
from mokpyo.inference.quantities.reader import find_quantities, read_quantity_at

with Path(__file__).with_name("rule_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def _of(asked: str) -> list[tuple[str, str, str]]:
    return [(text, surface, expected) for kind, text, surface, expected in ROWS if kind == asked]


def _written(reading: QuantityReading) -> str:
    quantity = reading.quantity
    value = f"{quantity.value:g}" if quantity.high is None else f"{quantity.value:g}~{quantity.high:g}"
    sure = "" if reading.certain else "?"
    return f"[{quantity.text}|{value}|{quantity.unit}|{reading.kind.value}|{quantity.bound.value}{sure}]"


@pytest.mark.parametrize(("text", "surface", "expected"), _of("quantities"))
def test_quantities_of_a_text(text: str, surface: str, expected: str) -> None:
    assert expected == (" ".join(_written(reading) for reading in find_quantities(text)) or "-")


@pytest.mark.parametrize(("text", "surface", "expected"), _of("quantity_at"))
def test_the_quantity_at_a_marked_span(text: str, surface: str, expected: str) -> None:
    start = text.index(surface)
    reading = read_quantity_at(text, start, start + len(surface))
    assert expected == ("-" if reading is None else _written(reading))


@pytest.mark.parametrize(("text", "surface", "expected"), _of("numbers"))
def test_bare_numbers_of_a_text(text: str, surface: str, expected: str) -> None:
    found = [f"[{text[number.start : number.end]}|{float(number.value):g}]" for number in read_numbers(text)]
    assert expected == (" ".join(found) or "-")


@pytest.mark.parametrize(("text", "surface", "expected"), _of("limits"))
def test_limits_of_a_text(text: str, surface: str, expected: str) -> None:
    found = [f"[{text[one.start : one.end]}|{float(one.value):g}|{one.bound.value}]" for one in read_limits(text)]
    assert expected == (" ".join(found) or "-")
