"""Annotated documents as labelled sentences, cut where the tagger cuts articles."""

import itertools
from collections.abc import Iterable, Iterator

from mokpyo.data.corpora import LabelledSpan, LabelledText
from mokpyo.data.document import Article, Document, Entity
from mokpyo.data.errors import CorpusError
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.view import view_articles


def cut_documents(documents: Iterable[Document]) -> Iterator[LabelledText]:
    """Every sentence of every document, with the entities in it; ids are the document's with the sentence's number.

    Sentences that one entity runs across stay together, so that none is lost. Raises :class:`CorpusError` where
    entities overlap.
    """
    for_views, for_sentences = itertools.tee(documents)
    views = view_articles(Article(text=document.text, title=document.title) for document in for_views)
    for document, (view, form) in zip(for_sentences, views, strict=True):
        spans = [form.to_original(sentence.start, sentence.end) for sentence in view.sentences]
        entities = _checked(document)
        for number, unit in enumerate(_joined([*spans, *(entity.span for entity in entities)])):
            yield _cut(document, f"{document.id}-{number}", unit, entities)


def _checked(document: Document) -> list[Entity]:
    entities = sorted(document.entities, key=lambda entity: entity.span)
    for before, after in itertools.pairwise(entities):
        if after.start < before.end:
            raise CorpusError(
                f"document {document.id!r}: {after.label} at [{after.start}, {after.end}) overlaps the entity before "
                "it; a tagger's entities may not"
            )
    return entities


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans of which none overlaps another, in text order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _cut(document: Document, name: str, unit: Span, entities: Iterable[Entity]) -> LabelledText:
    start, end = unit
    spans = [
        LabelledSpan(entity.start - start, entity.end - start, entity.label.value)
        for entity in entities
        if start <= entity.start and entity.end <= end
    ]
    return LabelledText(text=document.text[start:end], spans=spans, id=name)
