"""Annotated articles as cases to learn from: each quantity that may be a target, and whether it is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from mokpyo.data.document import Article, Document
from mokpyo.inference.extractor import find_entities
from mokpyo.inference.linking.drafts import Draft, drafts_of
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.tagging.protocol import EntityTagger


@dataclass(frozen=True)
class ArticleCases:
    """The quantities of one article in order; ``labels`` says of each whether an annotator has it as a target."""

    id: str
    drafts: Sequence[Draft]
    labels: Sequence[bool]
    unreachable: int
    """Annotated targets that are none of the quantities: never found, whatever the weights."""


def find_cases(document: Document, tagger: EntityTagger) -> ArticleCases:
    """The quantities that the product finds in the article, told from what is annotated by their spans."""
    article = Article(text=document.text, id=document.id, title=document.title, published=document.published)
    view, form = view_article(article)
    drafts = drafts_of(view, find_entities(view, tagger.tag([view])[0]))
    wanted = {target.quantity.span for target in document.targets}
    spans = [form.to_original(draft.quantity.start, draft.quantity.end) for draft in drafts]
    return ArticleCases(document.id, drafts, [span in wanted for span in spans], len(wanted - set(spans)))
