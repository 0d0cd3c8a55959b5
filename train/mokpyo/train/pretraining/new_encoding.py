"""A text encoding whose vocabulary is built from the raw text, and what was counted for it."""

import logging
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from mokpyo.data.encodings.encoding_file import EncodingKind, Specials
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.vocabulary import build_morpheme_vocabulary, count_forms
from mokpyo.data.encodings.word_counts import WordCountReport, WordCounts
from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece
from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import analyse_all
from mokpyo.train.pretraining.packing import Encoding
from mokpyo.train.pretraining.paragraphs import read_paragraphs
from mokpyo.train.pretraining.settings import NewVocabularySettings, RawSettings

WORD_COUNTS_FILE = "word-counts.json"
"""What was counted, beside the packed rows."""

_log = logging.getLogger(__name__)


def build_encoding(
    raw: RawSettings, settings: NewVocabularySettings, checkpoint: Callable[[], None]
) -> tuple[Encoding, WordCountReport]:
    """An encoding with a vocabulary built from the raw text, and what was counted for it."""
    _log.info("building a %s vocabulary of %d entries", settings.kind, settings.size)
    words = _count(raw, settings, checkpoint)
    report = words.report()
    if report.dropped_words:
        _log.warning(
            "vocabulary.capacity: %d rare words, which are %d of %d occurrences, were dropped from the counts",
            report.dropped_words,
            report.dropped_occurrences,
            report.occurrences,
        )
    return _encoding_of(words, settings), report


def _count(raw: RawSettings, settings: NewVocabularySettings, checkpoint: Callable[[], None]) -> WordCounts:
    paragraphs = _sample(raw, settings.share, checkpoint)
    if settings.kind is EncodingKind.WORDPIECE:
        return count_words(paragraphs, capacity=settings.capacity)
    return count_forms(analyse_all(paragraphs), settings.rules, capacity=settings.capacity)


def _encoding_of(words: WordCounts, settings: NewVocabularySettings) -> Encoding:
    specials = Specials()
    if settings.kind is EncodingKind.WORDPIECE:
        return train_wordpiece(words, size=settings.size, minimum=settings.minimum, specials=specials)
    vocabulary = build_morpheme_vocabulary(
        words,
        rules=settings.rules,
        specials=specials,
        whole=settings.size,
        pieces=settings.pieces,
        minimum=settings.minimum,
    )
    return MorphemeEncoding(vocabulary, settings.rules, specials)


def read_word_counts(folder: Path) -> WordCountReport | None:
    """What the vocabulary of the packed corpus in ``folder`` was built of; ``None`` where it was not built there.

    Raises :class:`CorpusError` where that is damaged.
    """
    path = folder / WORD_COUNTS_FILE
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=WordCountReport)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}; remove {folder} and pack the raw text again") from error


def _sample(raw: RawSettings, share: float, checkpoint: Callable[[], None]) -> Iterator[str]:
    choice = random.Random(raw.seed + 1)  # noqa: S311 - a sample, not a secret
    for paragraph in read_paragraphs(raw):
        checkpoint()
        if choice.random() < share:
            yield paragraph
