"""A corpus as the Hub has KLUE-NER: characters with class labels in IOB2, as ``datasets`` saves it."""

from pathlib import Path

import datasets

from mokpyo.data.corpora import read_corpus
from mokpyo.data.labels import KLUE_CLASSES, OUTSIDE, TokenSpan, encode_bio

TAGS = [f"{prefix}-{name}" for name in sorted(KLUE_CLASSES) for prefix in "BI"] + [OUTSIDE]
"""In the Hub's order, which is not the project's."""


def klue_rows(corpus: Path) -> datasets.Dataset:
    """The sentences of a JSONL corpus, one row each."""
    sentences = list(read_corpus(corpus))
    tags = [
        encode_bio([TokenSpan(*span) for span in map(_plain, sentence.spans)], len(sentence.text))
        for sentence in sentences
    ]
    features = datasets.Features(
        {"tokens": datasets.List(datasets.Value("string")), "ner_tags": datasets.List(datasets.ClassLabel(names=TAGS))}
    )
    columns = {"tokens": [list(sentence.text) for sentence in sentences], "ner_tags": tags}
    return datasets.Dataset.from_dict(columns, features=features)


def save_as_klue(corpus: Path, folder: Path) -> None:
    """Write ``folder`` with the corpus as both splits."""
    rows = klue_rows(corpus)
    datasets.DatasetDict({"train": rows, "validation": rows}).save_to_disk(folder)


def _plain(span: object) -> tuple[int, int, str]:
    return span.start, span.end, span.label  # type: ignore[attr-defined]
