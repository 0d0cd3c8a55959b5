"""Marked articles for the tests of this room: ``[새길시|O]는 [2031년|D]까지 [30곳|Q]을 짓는다.``

``O``, ``R``, ``Q`` and ``D`` are the four labels. What the tagger and the grammars would find is thus given, and the
tests see the linking rules alone.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pytest

from mokpyo.data.document import Article, Center, Entity, Label, Target
from mokpyo.inference.linking.clusters import Organizations, find_organizations
from mokpyo.inference.linking.context import QuantityContext, SentenceContext, place_quantity, read_sentences
from mokpyo.inference.linking.linker import link_targets
from mokpyo.inference.linking.owners import Discourse, read_discourse
from mokpyo.inference.linking.target_model import TargetModel
from mokpyo.inference.quantities.reader import read_quantity_at
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.reading.view import view_article

LABELS = {"O": Label.ORG, "R": Label.REGION, "Q": Label.QUANTITY, "D": Label.DATE}
PUBLISHED = datetime.date(2031, 5, 26)

_MARKED = re.compile(r"\[([^\[\]|]+)\|([ORQD])\]")


@dataclass(frozen=True)
class Marked:
    """An article whose entities are known, and what the stages before the tested one make of it."""

    view: ArticleView
    entities: list[Entity]

    @property
    def text(self) -> str:
        return self.view.text

    @cached_property
    def organizations(self) -> Organizations:
        return find_organizations(self.text, self.entities)

    @cached_property
    def contexts(self) -> list[SentenceContext]:
        return read_sentences(self.view, self.entities, self.organizations)

    @cached_property
    def discourse(self) -> Discourse:
        return read_discourse(self.view, self.contexts)

    @cached_property
    def quantities(self) -> list[QuantityContext]:
        """Every QUANTITY of the article in its place."""
        return [self._placed(entity) for entity in self.entities if entity.label is Label.QUANTITY]

    def _placed(self, entity: Entity) -> QuantityContext:
        reading = read_quantity_at(self.text, entity.start, entity.end)
        assert reading is not None, f"no quantity: {entity.text}"
        placed = place_quantity(entity, reading, self.contexts, self.view)
        assert placed is not None, f"in no sentence: {entity.text}"
        return placed

    def quantity(self, surface: str | None = None) -> QuantityContext:
        """The first quantity, or the first one with that surface."""
        return next(found for found in self.quantities if surface in (None, found.entity.text))

    def body(self, name: str) -> int:
        """The index of the body that bears the name."""
        return next(at for at, body in enumerate(self.organizations.bodies) if name in body.names)

    def name(self, body: int | None) -> str | None:
        """The fullest name of a body."""
        return None if body is None else self.organizations.bodies[body].fullest

    @cached_property
    def linked(self) -> tuple[list[Center], list[Target]]:
        """By the rules alone: what is learned is measured, not tested case by case."""
        return link_targets(self.view, self.entities, TargetModel.by_hand())


def read_marked(marked: str, published: datetime.date | None = PUBLISHED, title: str | None = None) -> Marked:
    """The article that ``marked`` writes, its entities in order."""
    pieces: list[str] = []
    entities: list[Entity] = []
    length = done = 0
    for match in _MARKED.finditer(marked):
        pieces += (marked[done : match.start()], match[1])
        start = length + match.start() - done
        length = start + len(match[1])
        entities.append(Entity(start, length, LABELS[match[2]], match[1], 0.9))
        done = match.end()
    text = "".join([*pieces, marked[done:]])
    view, _ = view_article(Article(text=text, published=published, title=title))
    assert text == view.text, "marked articles are written in the normal form"
    return Marked(view, entities)


@pytest.fixture(scope="session")
def mark() -> Callable[..., Marked]:
    """:func:`read_marked`."""
    return read_marked
