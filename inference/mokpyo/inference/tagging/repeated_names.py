"""A name tagged once in an article is found in its other mentions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.noun_runs import NounRun, noun_runs
from mokpyo.inference.tagging.regions import region_names

_NAME_LABELS = (Label.ORG, Label.REGION)
_SHORTEST = {Label.ORG: 3, Label.REGION: 2}
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
    starts, ends = _borders(view)
    for name, counts in labels.items():
        label = counts.most_common(1)[0][0]
        for match in re.finditer(re.escape(name), view.text):
            if match.start() in starts and match.end() in ends:
                yield match.span(), label, scores[name]


def _is_distinct(entity: Entity) -> bool:
    # The label of a region's name depends on its place in the sentence; names.py reads that.
    return len(entity.text) >= _SHORTEST[entity.label] and entity.text not in region_names()


def _borders(view: ArticleView) -> tuple[set[int], set[int]]:
    runs: list[NounRun] = [run for sentence in view.sentences for run in noun_runs(view.text, sentence.morphemes)]
    return {run.start for run in runs}, {run.end for run in runs}
