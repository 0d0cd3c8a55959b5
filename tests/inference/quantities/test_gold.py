"""The reader against annotated articles that are not part of the project."""

from pathlib import Path

import msgspec
import pytest

from mokpyo.data.document import Document, Label
from mokpyo.inference.quantities.reader import read_quantities, read_quantity_at


def documents(shared: Path, name: str) -> list[Document]:
    # Gold targets have no score or link, which the model defaults.
    lines = (shared / "gold" / name).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Document) for line in lines if line.strip()]


@pytest.mark.parametrize("name", ["press-dev.jsonl", "news-dev.jsonl"])
def test_spans_of_quantities(shared: Path, name: str) -> None:
    gold, found, both = 0, 0, 0
    for document in documents(shared, name):
        marked = {entity.span for entity in document.entities if entity.label is Label.QUANTITY}
        read = {quantity.span for quantity in read_quantities(document.text)}
        gold, found, both = gold + len(marked), found + len(read), both + len(marked & read)
    assert both / gold >= 0.97
    assert both / found >= 0.97


@pytest.mark.parametrize("name", ["press-dev.jsonl", "news-dev.jsonl"])
def test_values_of_targets(shared: Path, name: str) -> None:
    bounds = []
    for document in documents(shared, name):
        for target in document.targets:
            gold = target.quantity
            reading = read_quantity_at(document.text, gold.start, gold.end)
            assert reading is not None
            read = reading.quantity
            assert (gold.text, gold.value, gold.high, gold.unit) == (read.text, read.value, read.high, read.unit)
            bounds.append(gold.bound is read.bound)
    assert sum(bounds) / len(bounds) >= 0.97
