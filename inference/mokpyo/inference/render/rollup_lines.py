"""What a document's targets say together, one line for each rollup, for the end of a terminal table."""

from collections.abc import Iterator

from rich.text import Text

from mokpyo.data.document import Bound, Document, Quantity
from mokpyo.inference.render.visible import one_line
from mokpyo.inference.render.wording import quantity_words
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import Rollup, RollupKind


def rollup_lines(document: Document) -> Iterator[Text]:
    """``t1 150개 = t4 50개 + t5 30개 + t6 70개``; what disagrees stands out and is left to the reader."""
    for rollup in find_rollups(document):
        whole, *parts = (_amount(document, at) for at in (rollup.whole, *rollup.parts))
        if rollup.kind is RollupKind.SUM:
            yield Text(f"합이 맞음: {whole} = {' + '.join(parts)}", style="dim")
        elif rollup.kind is RollupKind.PARTS_DIFFER:
            words = f"합이 맞지 않음: {' + '.join(parts)} = {_total(document, rollup)}, 전체는 {whole}"
            yield Text(words, style="yellow")
        else:
            yield Text(f"수량이 서로 다름: {whole}, {parts[0]}", style="yellow")


def _amount(document: Document, at: int) -> str:
    target = document.targets[at]
    return one_line(f"{target.id} {quantity_words(target.quantity)}")


def _total(document: Document, rollup: Rollup) -> str:
    unit = document.targets[rollup.whole].quantity.unit
    return one_line(quantity_words(Quantity(0, 1, "", rollup.total, None, unit, Bound.EXACT)))
