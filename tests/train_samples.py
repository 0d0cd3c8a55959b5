"""A corpus as the Hub has KLUE-NER: characters with class labels in IOB2, as ``datasets`` saves it."""

from pathlib import Path

import datasets

from mokpyo.data.corpora import LabelledText, read_corpus
from mokpyo.data.labels import KLUE_CLASSES, OUTSIDE, TokenSpan, encode_bio

TAGS = [f"{prefix}-{name}" for name in sorted(KLUE_CLASSES) for prefix in "BI"] + [OUTSIDE]
"""In the Hub's order, which is not the project's: B-DT, I-DT, B-LC ... I-TI, O."""

FEATURES = datasets.Features(
    {
        "sentence": datasets.Value("string"),
        "tokens": datasets.List(datasets.Value("string")),
        "ner_tags": datasets.List(datasets.ClassLabel(names=TAGS)),
    }
)
"""Those of ``klue/klue``, configuration ``ner``."""


def klue_rows(corpus: Path) -> datasets.Dataset:
    """The sentences of a JSONL corpus, one row each."""
    sentences = list(read_corpus(corpus))
    tags = [
        encode_bio([TokenSpan(*span) for span in map(_plain, sentence.spans)], len(sentence.text))
        for sentence in sentences
    ]
    columns = {
        "sentence": [mark_up(sentence) for sentence in sentences],
        "tokens": [list(sentence.text) for sentence in sentences],
        "ner_tags": tags,
    }
    return datasets.Dataset.from_dict(columns, features=FEATURES)


def mark_up(sentence: LabelledText) -> str:
    """The sentence with ``<surface:LABEL>`` for each entity, as the Hub's column ``sentence`` has it."""
    marked, end = "", 0
    for span in sentence.spans:
        marked += f"{sentence.text[end : span.start]}<{sentence.text[span.start : span.end]}:{span.label}>"
        end = span.end
    return marked + sentence.text[end:]


def save_as_klue(corpus: Path, folder: Path) -> None:
    """Write ``folder`` with the corpus as both splits."""
    rows = klue_rows(corpus)
    datasets.DatasetDict({"train": rows, "validation": rows}).save_to_disk(folder)


def _plain(span: object) -> tuple[int, int, str]:
    return span.start, span.end, span.label  # type: ignore[attr-defined]
