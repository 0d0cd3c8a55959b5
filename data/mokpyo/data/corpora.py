"""Sentences with labelled spans, as JSONL files hold them: what a tagger is trained on and measured against."""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from mokpyo.data.errors import CorpusError
from mokpyo.data.offsets import check_span

_TEST_FROM = 7
_VALIDATION = 6
_BUCKETS = 10


class Part(StrEnum):
    """Parts of a corpus, told apart by a hash of the sentence alone, so that a duplicate lands where its twin is."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"
    ALL = "all"


class LabelledSpan(msgspec.Struct, frozen=True, array_like=True):
    """``[start, end, label]``: code points, half-open, and a class of the corpus's own scheme."""

    start: int
    end: int
    label: str


class LabelledText(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of a corpus; ``coarse`` is there where ``spans`` have finer classes than KLUE's."""

    text: str
    spans: list[LabelledSpan]
    id: str = ""
    coarse: list[LabelledSpan] | None = None


def part_of(text: str) -> Part:
    """Which part a sentence belongs to: of ten hash buckets 0 to 5 train, 6 validates, 7 to 9 test."""
    bucket = int(hashlib.sha256(text.encode()).hexdigest(), 16) % _BUCKETS
    if bucket >= _TEST_FROM:
        return Part.TEST
    return Part.VALIDATION if bucket == _VALIDATION else Part.TRAIN


def read_corpus(path: Path, *, part: Part = Part.ALL) -> Iterator[LabelledText]:
    """Sentences of a JSONL corpus, lazily; spans sorted, each inside its text.

    Raises :class:`CorpusError` for a file that cannot be read and, with its line number, for a malformed line.
    """
    decoder = msgspec.json.Decoder(LabelledText)
    number = 0
    try:
        with path.open("rb") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    sentence = _checked(decoder.decode(line))
                    if part in (Part.ALL, part_of(sentence.text)):
                        yield sentence
    except OSError as error:
        raise CorpusError(f"the corpus {path} cannot be read: {error.strerror}; check the path") from error
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise CorpusError(
            f'{path}, line {number}: {error}; a line is {{"text": "…", "spans": [[start, end, "label"], …]}} with '
            "offsets in code points"
        ) from error


def _checked(sentence: LabelledText) -> LabelledText:
    spans = sorted(sentence.spans, key=lambda span: (span.start, span.end))
    free_from = 0
    for span in spans:
        check_span(sentence.text, span.start, span.end, f"span {span.label}")
        if span.start < free_from:
            raise CorpusError(f"span {span.label} at [{span.start}, {span.end}) overlaps the span before it")
        free_from = span.end
    return msgspec.structs.replace(sentence, spans=spans)
