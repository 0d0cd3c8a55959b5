"""A name tagged once in an article is found in its other mentions."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.lexicon.regions import region_names
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.noun_runs import noun_runs

_NAME_LABELS = (Label.ORG, Label.REGION)
_SHORTEST = {Label.ORG: 3, Label.REGION: 2}
_MOST_RUNS = 4
_LEAST_SCORE = 0.7
"""A name that the tagger doubted is not looked for elsewhere."""


def repeated_names(view: ArticleView, entities: Sequence[Entity]) -> Iterator[tuple[Span, Label, float]]:
    """Every other place where a name stands as words of its own, with the label that most of its mentions have.

    The score is the best of the mentions that the tagger found.
    """
    labels: dict[str, Counter[Label]] = {}
    scores: dict[str, float] = {}
    for entity in entities:
        if entity.label in _NAME_LABELS and entity.score >= _LEAST_SCORE and _is_distinct(entity):
            labels.setdefault(entity.text, Counter())[entity.label] += 1
            scores[entity.text] = max(scores.get(entity.text, 0.0), entity.score)
    for span in _phrases(view):
        name = view.text[slice(*span)]
        if name in labels:
            yield span, labels[name].most_common(1)[0][0], scores[name]


def _is_distinct(entity: Entity) -> bool:
    # The label of a region's name depends on its place in the sentence; names.py reads that.
    return len(entity.text) >= _SHORTEST[entity.label] and entity.text not in region_names()


def _phrases(view: ArticleView) -> Iterator[Span]:
    """Noun runs, and up to ``_MOST_RUNS`` of them in a row: where a name can begin and end."""
    for sentence in view.sentences:
        runs = list(noun_runs(view.text, sentence.morphemes))
        for first, run in enumerate(runs):
            for last in runs[first : first + _MOST_RUNS]:
                yield run.start, last.end
