"""All rollups of a document."""

from mokpyo.data.document import Document
from mokpyo.inference.rollups.contradictions import find_contradictions
from mokpyo.inference.rollups.rollup import Rollup
from mokpyo.inference.rollups.sums import find_sums


def find_rollups(document: Document) -> list[Rollup]:
    """Sums, parts that differ from their whole, and contradictions, in the order of their wholes in the text.

    The order of ``document.targets`` does not matter; amounts that are ranges, bounds or estimates take no part.
    """
    sums = find_sums(document)
    rollups = [*sums, *find_contradictions(document, sums)]
    return sorted(rollups, key=lambda one: (document.targets[one.whole].quantity.start, one.kind, one.parts))
