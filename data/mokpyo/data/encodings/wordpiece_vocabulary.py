"""WordPiece vocabularies built from a corpus: the same one each time, in memory that the corpus does not change."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from mokpyo.data.encodings.encoding_file import Specials
from mokpyo.data.encodings.morpheme_pieces import CONTINUATION
from mokpyo.data.encodings.word_counts import DEFAULT_CAPACITY, WordCounts
from mokpyo.data.encodings.wordpiece import WordPieceEncoding, wordpiece_from_vocabulary

LEAST_ALPHABET = 1_000
"""Characters that get entries at least, the commonest; words with any other are read as unknown."""
ALPHABET_SHARE = 8
"""One in so many entries of a large vocabulary is for a character: written Korean uses over 2,000 syllables."""

_WORDS_PER_TEXT = 1_000


def count_words(texts: Iterable[str], *, capacity: int = DEFAULT_CAPACITY) -> WordCounts:
    """How often each word occurs, cut at spaces and punctuation as BERT cuts them; see :class:`WordCounts`."""
    bert = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    normalise, cut = bert.normalizer.normalize_str, bert.pre_tokenizer.pre_tokenize_str
    words = WordCounts(capacity)
    for text in texts:
        words.add(word for word, _ in cut(normalise(text)))
    return words


def train_wordpiece(words: WordCounts, *, size: int, minimum: int, specials: Specials) -> WordPieceEncoding:
    """Build a cased vocabulary of at most ``size`` entries that each occur ``minimum`` times.

    ``words`` is empty afterwards: the trainer needs the memory.
    """
    alphabet = _alphabet(words, max(LEAST_ALPHABET, size // ALPHABET_SHARE))
    # Their ids decide between equally frequent pairs, and the trainer numbers those that it finds itself in the
    # order of a hash table, another one in each process.
    continued = sorted(_continued(words, alphabet))
    trainer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    trainer.train_from_iterator(
        _texts_with(words),
        vocab_size=size,
        min_frequency=minimum,
        limit_alphabet=len(alphabet),
        initial_alphabet=alphabet,
        special_tokens=[*specials.names(), *alphabet, *continued],
        show_progress=False,
    )
    return wordpiece_from_vocabulary(trainer.get_vocab(), lower_case=False, specials=specials)


def _alphabet(words: Mapping[str, int], size: int) -> list[str]:
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for character in word:
            counts[character] += count
    return sorted(sorted(counts, key=lambda character: (-counts[character], character))[:size])


def _continued(words: Iterable[str], alphabet: Iterable[str]) -> set[str]:
    inner = {character for word in words for character in word[1:]}
    return {CONTINUATION + character for character in inner.intersection(alphabet)}


def _texts_with(words: WordCounts) -> Iterator[str]:
    """Texts in which each word occurs as often as it was counted: the trainer takes no counts."""
    stream = itertools.chain.from_iterable(itertools.repeat(word, count) for word, count in words.take_all())
    while text := " ".join(itertools.islice(stream, _WORDS_PER_TEXT)):
        yield text
