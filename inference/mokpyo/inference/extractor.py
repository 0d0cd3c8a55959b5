"""The whole way: an article in, a document with entities, centres and targets out."""

import datetime
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

import msgspec

from mokpyo.data.document import Article, Center, Document, Entity, Target, show_documents_with
from mokpyo.data.offsets import Span
from mokpyo.inference.dates.mention import Direction
from mokpyo.inference.dates.published import parse_published
from mokpyo.inference.dates.reader import find_dates
from mokpyo.inference.linking.bare_heads import find_bare_heads
from mokpyo.inference.linking.linker import link_targets
from mokpyo.inference.quantities.reader import find_quantities
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.reading.normal_form import NormalForm
from mokpyo.inference.reading.view import view_articles
from mokpyo.inference.reconcile import reconcile
from mokpyo.inference.report.notebook import notebook_page
from mokpyo.inference.tagging.protocol import EntityTagger
from mokpyo.inference.tagging.tagger import Tagger

show_documents_with(notebook_page)


class Extractor:
    """Reads articles. Holds no state between them, so one extractor may serve several threads."""

    def __init__(self, tagger: EntityTagger) -> None:
        self._tagger = tagger

    @classmethod
    def from_pretrained(cls, name: str | Path | None = None) -> Self:
        """Open the bundled model (``None``: no download, no torch), a model folder, or a model of the Hub.

        Raises :class:`~mokpyo.data.errors.ModelError` where it cannot be opened.
        """
        return cls(Tagger.from_pretrained(name))

    def __call__(
        self,
        text: str,
        published: str | datetime.date | None = None,
        title: str | None = None,
        id: str = "",  # noqa: A002 - the public name of the field
    ) -> Document:
        """Read one article. ``published`` is an ISO date; without it relative dates stay unresolved.

        Raises :class:`~mokpyo.data.errors.ArticleError` for a bad date or for text that is not Unicode.
        """
        article = Article(text=text, id=id, title=title, published=parse_published(published))
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Document]:
        """Read articles as a stream: documents in the same order, ``batch_size`` articles in memory at a time."""
        stream = iter(articles)
        while batch := list(itertools.islice(stream, batch_size)):
            viewed = list(view_articles(batch))
            tagged = self._tagger.tag([view for view, _ in viewed])
            for article, (view, form), entities in zip(batch, viewed, tagged, strict=True):
                yield link_document(article, view, form, find_entities(view, entities))


def link_document(article: Article, view: ArticleView, form: NormalForm, entities: list[Entity]) -> Document:
    """The document of an article whose entities are known; their offsets are those of ``view.text``."""
    centers, targets = link_targets(view, entities)
    project = _Projection(article.text, form)
    return Document(
        id=article.id,
        title=article.title,
        published=article.published,
        text=article.text,
        entities=[project.entity(entity) for entity in entities],
        centers=[project.center(center) for center in centers],
        targets=[project.target(target) for target in targets],
    )


def find_entities(view: ArticleView, tagged: list[Entity]) -> list[Entity]:
    """The tagger's entities put right by the grammars and by the bodies that the article names."""
    quantities = find_quantities(view.text)
    dates = find_dates(view.text, view.published, Direction.OPEN)
    entities = reconcile(view, tagged, quantities, dates)
    return sorted([*entities, *find_bare_heads(view, entities)], key=lambda entity: entity.start)


class _Projection:
    """Leads spans of the normal form back to the unchanged input."""

    def __init__(self, text: str, form: NormalForm) -> None:
        self._text = text
        self._form = form

    def _place(self, start: int, end: int) -> tuple[int, int, str]:
        start, end = self._form.to_original(start, end)
        return start, end, self._text[start:end]

    def _span(self, span: Span) -> Span:
        return self._form.to_original(*span)

    def entity(self, entity: Entity) -> Entity:
        start, end, text = self._place(entity.start, entity.end)
        return msgspec.structs.replace(entity, start=start, end=end, text=text)

    def center(self, center: Center) -> Center:
        return msgspec.structs.replace(center, mentions=[self._span(mention) for mention in center.mentions])

    def target(self, target: Target) -> Target:
        start, end, text = self._place(*target.quantity.span)
        quantity = msgspec.structs.replace(target.quantity, start=start, end=end, text=text)
        deadline = target.deadline
        if deadline is not None:
            start, end, text = self._place(*deadline.span)
            deadline = msgspec.structs.replace(deadline, start=start, end=end, text=text)
        evidence = None if target.evidence is None else self._span(target.evidence)
        return msgspec.structs.replace(target, quantity=quantity, deadline=deadline, evidence=evidence)
