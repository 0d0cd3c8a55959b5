"""Entities by their place: what a span touches, found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from mokpyo.data.document import Entity
from mokpyo.data.offsets import Span


class EntityIndex:
    """Entities that never overlap, in text order; replacing some keeps them so."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = sorted(entities, key=lambda entity: entity.start)
        self._starts = [entity.start for entity in self._entities]

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._entities)

    def touching(self, span: Span) -> list[Entity]:
        """The entities that share a character with ``span``."""
        return self._entities[self._slice(span)]

    def replace(self, span: Span, entity: Entity | None) -> None:
        """Put ``entity`` where everything that touches ``span`` was; ``None`` only removes."""
        place = self._slice(span)
        self._entities[place] = [] if entity is None else [entity]
        self._starts[place] = [] if entity is None else [entity.start]

    def _slice(self, span: Span) -> slice:
        first = bisect_right(self._starts, span[0])
        if first and self._entities[first - 1].end > span[0]:
            first -= 1
        return slice(first, max(first, bisect_left(self._starts, span[1])))
