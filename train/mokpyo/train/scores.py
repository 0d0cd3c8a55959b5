"""Entity scores in seqeval's strict mode under IOB2, over characters: an entity counts where span and label are exact.

Tags are laid over characters, not tokens, so that models of unlike tokens are measured alike and a span that no token
border fits counts as missed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from seqeval.metrics import classification_report
from seqeval.scheme import IOB2
from sklearn.metrics import f1_score

from mokpyo.data.labels import PROJECT_CLASSES, bio_tags

MODE = "seqeval strict, IOB2, over characters"
CHARACTER_MODE = (
    "character F1 as klue-baseline counts KLUE-NER's, over four labels in place of six: mean over O and all B- and I- "
    "tags, blanks left out; a tag that neither side has counts as 1"
)
"""As the code of Park et al. (2021), https://github.com/KLUE-benchmark/KLUE-baseline, does it: its docstring leaves O
out, its list of tags does not. What it adds for [CLS] and [SEP] is left out here."""

Entities = Sequence[tuple[int, int, str]]
"""``(start, end, label)`` of one sentence, not overlapping."""

_SAMPLES = 1000
_LEVEL = 95


class LabelScore(msgspec.Struct, frozen=True):
    """Precision, recall and F1 of one label, and how many entities of it the gold has."""

    precision: float
    recall: float
    f1: float
    support: int


class EntityScores(msgspec.Struct, frozen=True, kw_only=True):
    """Scores of one set of sentences."""

    mode: str = MODE
    sentences: int
    micro: LabelScore
    macro_f1: float
    interval: tuple[float, float]
    """95 % bootstrap interval of the micro F1, over sentences."""
    labels: dict[str, LabelScore]
    character_f1: float
    character_mode: str = CHARACTER_MODE


def score_entities(texts: Sequence[str], gold: Sequence[Entities], predicted: Sequence[Entities]) -> EntityScores:
    """Scores of ``predicted`` against ``gold``, sentence by sentence; labels are the project's."""
    tags = [
        (_character_tags(true, len(text)), _character_tags(found, len(text)))
        for text, true, found in zip(texts, gold, predicted, strict=True)
    ]
    characters = _character_f1(texts, tags)
    names = sorted({label for sentence in gold for _, _, label in sentence})
    if not names:
        return _nothing(len(gold), predicted, characters)
    report = classification_report(
        [pair[0] for pair in tags],
        [pair[1] for pair in tags],
        mode="strict",
        scheme=IOB2,
        output_dict=True,
        zero_division=0,
    )
    return EntityScores(
        sentences=len(gold),
        micro=_label_score(report["micro avg"]),
        macro_f1=round(float(np.mean([report[name]["f1-score"] for name in names])), 4),
        interval=bootstrap_interval(gold, predicted),
        labels={name: _label_score(report[name]) for name in names},
        character_f1=characters,
    )


def bootstrap_interval(gold: Sequence[Entities], predicted: Sequence[Entities], seed: int = 0) -> tuple[float, float]:
    """Percentile interval of the micro F1 over 1,000 samples of whole sentences."""
    counts = np.array(
        [(len(set(true) & set(found)), len(true), len(found)) for true, found in zip(gold, predicted, strict=True)]
    )
    choices = np.random.default_rng(seed).integers(len(counts), size=(_SAMPLES, len(counts)))
    hits, true, found = counts[choices].sum(axis=1).T
    scores = 2 * hits / np.maximum(true + found, 1)
    tail = (100 - _LEVEL) / 2
    low, high = np.percentile(scores, [tail, 100 - tail])
    return round(float(low), 4), round(float(high), 4)


def _nothing(sentences: int, predicted: Sequence[Entities], characters: float) -> EntityScores:
    none_found = not any(predicted)
    score = LabelScore(float(none_found), 1.0, float(none_found), 0)
    return EntityScores(
        sentences=sentences,
        micro=score,
        macro_f1=score.f1,
        interval=(score.f1, score.f1),
        labels={},
        character_f1=characters,
    )


def _character_tags(entities: Iterable[tuple[int, int, str]], length: int) -> list[str]:
    tags = ["O"] * length
    for start, end, label in entities:
        tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tags


def _character_f1(texts: Sequence[str], tags: Sequence[tuple[list[str], list[str]]]) -> float:
    true, found = (
        [
            tag
            for text, pair in zip(texts, tags, strict=True)
            for letter, tag in zip(text, pair[side], strict=True)
            if letter != " "
        ]
        for side in (0, 1)
    )
    if not true:
        return 1.0
    score = f1_score(true, found, labels=bio_tags(PROJECT_CLASSES), average="macro", zero_division=1.0)
    return round(float(score), 4)


def _label_score(row: dict[str, float]) -> LabelScore:
    return LabelScore(
        precision=round(float(row["precision"]), 4),
        recall=round(float(row["recall"]), 4),
        f1=round(float(row["f1-score"]), 4),
        support=int(row["support"]),
    )


def count_confusion(gold: Sequence[Entities], predicted: Sequence[Entities]) -> dict[str, int]:
    """How predictions go wrong: wrong label on the right span, wrong border, missed, and found where nothing is."""
    confusion: Counter[str] = Counter()
    for true, found in zip(gold, predicted, strict=True):
        for start, end, label in set(found) - set(true):
            confusion[_kind_of_error(start, end, label, true)] += 1
        confusion["missed"] += sum(
            not any(start < other_end and other < end for other, other_end, _ in found) for start, end, _ in true
        )
    return dict(sorted(confusion.items()))


def _kind_of_error(start: int, end: int, label: str, true: Entities) -> str:
    for other, other_end, other_label in true:
        if (start, end) == (other, other_end):
            return f"label {other_label} as {label}"
    for other, other_end, other_label in true:
        if start < other_end and other < end:
            return "border" if label == other_label else "border and label"
    return "spurious"
