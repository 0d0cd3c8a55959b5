"""A name tagged once in an article is found in its other mentions."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.lexicon.regions import region_names
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.noun_runs import NounRuns, all_noun_runs

_NAME_LABELS = (Label.ORG, Label.REGION)
_SHORTEST = {Label.ORG: 3, Label.REGION: 2}
_MOST_RUNS = 4
_LEAST_SCORE = 0.7
"""A name that the tagger doubted is not looked for elsewhere."""


def repeated_names(
    view: ArticleView, entities: Sequence[Entity], runs: NounRuns | None = None
) -> Iterator[tuple[Span, Label, float]]:
    """Every other place where a name stands as words of its own, with the label that most of its mentions have.

    The score is the best of the mentions that the tagger found. ``runs`` are those of the view, where they have been
    read.
    """
    labels: dict[str, Counter[Label]] = {}
    scores: dict[str, float] = {}
    for entity in entities:
        if entity.label in _NAME_LABELS and entity.score >= _LEAST_SCORE and _is_distinct(entity):
            labels.setdefault(entity.text, Counter())[entity.label] += 1
            scores[entity.text] = max(scores.get(entity.text, 0.0), entity.score)
    initials = {name[0] for name in labels}
    for span in _phrases(all_noun_runs(view) if runs is None else runs, initials):
        name = view.text[slice(*span)]
        if name in labels:
            yield span, labels[name].most_common(1)[0][0], scores[name]


def _is_distinct(entity: Entity) -> bool:
    # The label of a region's name depends on its place in the sentence; names.py reads that.
    return len(entity.text) >= _SHORTEST[entity.label] and entity.text not in region_names()


def _phrases(runs: NounRuns, initials: Container[str]) -> Iterator[Span]:
    """Noun runs, and up to ``_MOST_RUNS`` of them in a row: where a name with such an initial can begin and end."""
    for own in runs:
        for first, run in enumerate(own):
            if run.surface[0] in initials:
                for last in own[first : first + _MOST_RUNS]:
                    yield run.start, last.end
