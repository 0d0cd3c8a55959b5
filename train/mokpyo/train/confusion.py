"""Which labels are taken for which, and which borders are missed: tables of counts."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from mokpyo.train.scores import Entities

NOTHING = "nothing"
"""In place of a label where only one side has an entity."""

BORDERS = ("exact", "start", "end", "both")
"""Which borders of a pair differ."""

Entity = tuple[int, int, str]
Pair = tuple[Entity | None, Entity | None]
"""A gold entity and the predicted one that overlaps it most; either may be missing."""


class Confusion(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of gold entities, each paired with the predicted one that shares most characters with it, and once."""

    labels: dict[str, dict[str, int]]
    """By gold label, then by predicted label; :data:`NOTHING` is missed in a row's end and spurious in the last row."""
    borders: dict[str, dict[str, int]]
    """By label, of pairs of one label: how many have each of :data:`BORDERS` wrong."""


def tabulate_confusion(gold: Sequence[Entities], predicted: Sequence[Entities]) -> Confusion:
    """Tables over all sentences; their columns are the labels that occur, sorted."""
    labels: Counter[tuple[str, str]] = Counter()
    borders: Counter[tuple[str, str]] = Counter()
    for true, found in zip(gold, predicted, strict=True):
        for left, right in _pairs(true, found):
            labels[left[2] if left else NOTHING, right[2] if right else NOTHING] += 1
            if left and right and left[2] == right[2]:
                borders[left[2], _border(left, right)] += 1
    names = sorted({name for pair in labels for name in pair if name != NOTHING})
    columns = [*names, NOTHING]
    return Confusion(
        labels={row: {column: labels[row, column] for column in columns} for row in columns},
        borders={name: {border: borders[name, border] for border in BORDERS} for name in names},
    )


def _pairs(true: Entities, found: Entities) -> Iterator[Pair]:
    """Pairs by falling overlap; of like overlaps, one label first; then what is left over on either side."""
    candidates = sorted(
        (-overlap, left[2] != right[2], at, to)
        for at, left in enumerate(true)
        for to, right in enumerate(found)
        if (overlap := min(left[1], right[1]) - max(left[0], right[0])) > 0
    )
    taken: set[int] = set()
    matched: set[int] = set()
    for _, _, at, to in candidates:
        if at not in taken and to not in matched:
            taken.add(at)
            matched.add(to)
            yield _plain(true[at]), _plain(found[to])
    yield from ((_plain(left), None) for at, left in enumerate(true) if at not in taken)
    yield from ((None, _plain(right)) for to, right in enumerate(found) if to not in matched)


def _plain(entity: tuple[int, int, str]) -> Entity:
    start, end, label = entity
    return start, end, str(label)


def _border(left: Entity, right: Entity) -> str:
    match left[0] == right[0], left[1] == right[1]:
        case True, True:
            return "exact"
        case False, True:
            return "start"
        case True, False:
            return "end"
        case _:
            return "both"
