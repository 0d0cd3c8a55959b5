"""Tagged names whose form speaks against them: a common noun alone, or a part of a longer word."""

from mokpyo.data.document import Label
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.entity_index import EntityIndex
from mokpyo.inference.tagging.names_table import BARE_BODIES, BODY_ENDINGS, MINISTRIES
from mokpyo.inference.tagging.noun_runs import NounRuns, all_noun_runs


def doubtful_spans(view: ArticleView, entities: EntityIndex, runs: NounRuns | None = None) -> set[Span]:
    """Spans of the ORG and REGION entities that need more than even odds to be believed.

    ``runs`` are those of the view, where they have been read.
    """
    doubtful: set[Span] = set()
    for sentence, own_runs in zip(view.sentences, all_noun_runs(view) if runs is None else runs, strict=True):
        names = {one.span for one in entities.touching(sentence.span) if one.label in (Label.ORG, Label.REGION)}
        if not names:
            continue
        for start, end, form, tag, _, _ in sentence.morphemes:
            if tag == "NNG" and (start, end) in names and not _is_body_word(form):
                doubtful.add((start, end))
        doubtful.update(name for name in names if any(_cuts(name, run.span) for run in own_runs))
    return doubtful


def _is_body_word(form: str) -> bool:
    return form in BARE_BODIES or form in MINISTRIES or form.endswith(BODY_ENDINGS)


def _cuts(span: Span, run: Span) -> bool:
    """Whether the span begins or ends inside the run."""
    return run[0] < span[0] < run[1] or run[0] < span[1] < run[1]
