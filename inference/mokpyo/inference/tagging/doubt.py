"""Tagged names whose form speaks against them: a common noun alone, or a part of a longer word."""

from mokpyo.data.document import Label
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.entity_index import EntityIndex
from mokpyo.inference.tagging.names_table import BARE_BODIES, BODY_ENDINGS, MINISTRIES
from mokpyo.inference.tagging.noun_runs import noun_runs


def doubtful_spans(view: ArticleView, entities: EntityIndex) -> set[Span]:
    """Spans of the ORG and REGION entities that need more than even odds to be believed."""
    spans = {entity.span for entity in entities if entity.label in (Label.ORG, Label.REGION)}
    doubtful: set[Span] = set()
    for sentence in view.sentences:
        for morpheme in sentence.morphemes:
            span = (morpheme.start, morpheme.end)
            if span in spans and morpheme.tag == "NNG" and not _is_body_word(morpheme.form):
                doubtful.add(span)
        for run in noun_runs(view.text, sentence.morphemes):
            doubtful.update(one.span for one in entities.touching(run.span) if _cuts(one.span, run.span))
    return doubtful & spans


def _is_body_word(form: str) -> bool:
    return form in BARE_BODIES or form in MINISTRIES or form.endswith(BODY_ENDINGS)


def _cuts(span: Span, run: Span) -> bool:
    """Whether the span begins or ends inside the run."""
    return run[0] < span[0] < run[1] or run[0] < span[1] < run[1]
