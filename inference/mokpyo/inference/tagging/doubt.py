"""Tagged names whose form speaks against them: a common noun alone, or a part of a longer word."""

from collections.abc import Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.names_table import BARE_BODIES, BODY_ENDINGS, MINISTRIES
from mokpyo.inference.tagging.noun_runs import NounRun, noun_runs


def doubtful_spans(view: ArticleView, entities: Sequence[Entity]) -> set[Span]:
    """Spans of the ORG and REGION entities that need more than even odds to be believed."""
    spans = {entity.span for entity in entities if entity.label in (Label.ORG, Label.REGION)}
    doubtful: set[Span] = set()
    for sentence in view.sentences:
        common = {(m.start, m.end) for m in sentence.morphemes if m.tag == "NNG" and not _is_body_word(m.form)}
        doubtful |= spans & common
        for run in noun_runs(view.text, sentence.morphemes):
            doubtful |= {span for span in spans if _cuts(span, run)}
    return doubtful


def _is_body_word(form: str) -> bool:
    return form in BARE_BODIES or form in MINISTRIES or form.endswith(BODY_ENDINGS)


def _cuts(span: Span, run: NounRun) -> bool:
    """Whether the span begins or ends inside the run."""
    return run.start < span[0] < run.end or run.start < span[1] < run.end
