"""Words counted in bounded memory: what stays, what is dropped and written down, and vocabularies built from it."""

import itertools
import json
import os
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pretraining_samples import CONFIG, paragraphs, write_raw
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from mokpyo.data.encodings.encoding_file import MorphemeRules, Specials
from mokpyo.data.encodings.vocabulary import count_forms
from mokpyo.data.encodings.word_counts import DEFAULT_CAPACITY, WordCountReport, WordCounts
from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece
from mokpyo.data.errors import ConfigError, CorpusError
from mokpyo.data.morphology import Morpheme
from mokpyo.train.pretraining.new_encoding import WORD_COUNTS_FILE
from mokpyo.train.run import run_training

CAPACITY = 1_000
FREQUENT = ("나루시가", "마루시는", "보람단체,")
SYLLABLES = [chr(0xAC00 + 28 * at) for at in range(300)]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with raw text and ``config.yaml``; the config's variable names the folder."""
    monkeypatch.setenv("TINY", str(tmp_path))
    write_raw(tmp_path / "raw.txt")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def ever_new(number: int) -> Iterator[str]:
    """Texts of ten words that never came before, with three that always come."""
    words = ("".join(letters) for letters in itertools.product(SYLLABLES, repeat=3))
    for _ in range(number):
        yield " ".join([*FREQUENT, *itertools.islice(words, 10)])


def as_morphemes(texts: Iterable[str]) -> Iterator[list[Morpheme]]:
    """Each word as one morpheme: the analyser is not what is measured."""
    for text in texts:
        yield [Morpheme(0, 1, word, "NNG", at, 0) for at, word in enumerate(text.split())]


def count_morphemes(texts: Iterable[str], *, capacity: int) -> WordCounts:
    return count_forms(as_morphemes(texts), MorphemeRules(), capacity=capacity)


def build_wordpiece(texts: Iterable[str], *, capacity: int) -> None:
    train_wordpiece(count_words(texts, capacity=capacity), size=400, minimum=2, specials=Specials())


def peak_bytes(work: Callable[..., object], number: int, capacity: int) -> int:
    tracemalloc.start()
    work(ever_new(number), capacity=capacity)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("work", [count_words, count_morphemes, build_wordpiece])
def test_memory_does_not_grow_with_the_number_of_different_words(work: Callable[..., object]) -> None:
    work(ever_new(300), capacity=CAPACITY)  # what is imported and cached once is not counted
    small, large = (peak_bytes(work, number, CAPACITY) for number in (500, 4_000))
    assert large < 1.1 * small
    assert peak_bytes(work, 4_000, 10**6) > 3 * large


@given(
    st.lists(st.lists(st.sampled_from("가나다라마바사아자차카타파하"), max_size=12), max_size=40),
    st.integers(1, 16),
)
def test_no_count_is_too_low_by_more_than_the_stated_error(texts: list[list[str]], capacity: int) -> None:
    words = WordCounts(capacity)
    for text in texts:
        words.add(text)
        assert len(words) <= capacity
    true = Counter(word for text in texts for word in text)
    report = words.report()
    assert all(count - report.largest_error <= words.get(word, 0) <= count for word, count in true.items())
    assert true.total() == report.occurrences == sum(words.values()) + report.dropped_occurrences
    assert len(words) == report.words
    if len(true) <= capacity:
        assert (dict(true), 0, 0) == (dict(words), report.dropped_words, report.largest_error)


@pytest.mark.parametrize("count", [count_words, count_morphemes])
def test_frequent_words_keep_their_exact_counts(count: Callable[..., WordCounts]) -> None:
    words = count(ever_new(3_000), capacity=CAPACITY)
    report = words.report()
    assert [3_000, 3_000] == [words["나루시가"], words["마루시는"]]
    new = sum(count == 1 for count in words.values())
    assert 30_000 == report.dropped_words + new
    assert report.dropped_occurrences == report.dropped_words


def test_the_rarest_are_dropped_up_to_a_rising_count() -> None:
    words = WordCounts(4)
    words.add("aaabbbccdd")
    assert {"a": 3, "b": 3, "c": 2, "d": 2} == dict(words)
    words.add("e")
    assert {"a": 3, "b": 3, "c": 2, "d": 2}.items() > dict(words).items()  # e alone is not a quarter
    report = words.report()
    assert ({"a": 3, "b": 3}, 3, 5, 2) == (
        dict(words),
        report.dropped_words,
        report.dropped_occurrences,
        report.largest_error,
    )
    words.add("e")
    assert 1 == words["e"]
    assert "c" not in words
    with pytest.raises(KeyError):
        words["c"]
    assert {"a", "b", "e"} == {word for word, _ in words.take_all()}
    assert 0 == len(words)


def test_a_table_of_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="must be 1 or more, was: 0"):
        WordCounts(0)


def test_words_are_cut_as_the_trainer_cuts_them() -> None:
    texts = ["나루시(시장)는 3.5%\t늘었다.", "中央　나루시\u200b는 [PAD] don't", "  가\r\n나\0다 "]
    bert = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    expected = Counter(
        word for text in texts for word, _ in bert.pre_tokenizer.pre_tokenize_str(bert.normalizer.normalize_str(text))
    )
    assert dict(expected) == dict(count_words(texts))


def test_characters_and_frequent_words_are_those_of_the_plain_trainer() -> None:
    # The entries in between hang on which of equally frequent pairs comes first: chance, in the plain trainer.
    ours = train_wordpiece(count_words(paragraphs()), size=5_000, minimum=1, specials=Specials())
    plain = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    plain.train_from_iterator(iter(paragraphs()), vocab_size=5_000, min_frequency=1, show_progress=False)
    words = set(count_words(paragraphs()))
    assert words < set(plain.get_vocab())
    assert words < set(ours.tokenizer.get_vocab())
    expected, actual = (
        {entry for entry in vocabulary if len(entry.removeprefix("##")) == 1}
        for vocabulary in (plain.get_vocab(), ours.tokenizer.get_vocab())
    )
    assert expected == actual
    assert list(Specials().names()) == [ours.tokenizer.id_to_token(at) for at in range(5)]
    text = paragraphs()[7]
    assert (
        plain.encode(text, add_special_tokens=False).tokens
        == ours.tokenizer.encode(text, add_special_tokens=False).tokens
    )


def test_the_vocabulary_is_the_same_in_every_process(tmp_path: Path) -> None:
    write_raw(tmp_path / "raw.txt")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from mokpyo.data.encodings.encoding_file import Specials\n"
        "from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece\n"
        "words = count_words(Path(sys.argv[1]).read_text(encoding='utf-8').splitlines())\n"
        "train_wordpiece(words, size=150, minimum=1, specials=Specials()).save(Path(sys.argv[2]))\n"
    )
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        command = [sys.executable, "-c", program, str(tmp_path / "raw.txt"), str(tmp_path / name)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": str(len(name))})
    first, second = ((tmp_path / name / "tokenizer.json").read_bytes() for name in ("first", "second"))
    assert first == second


@pytest.mark.parametrize("kind", ["wordpiece", "morpheme"])
def test_what_was_dropped_is_written_with_the_corpus_and_the_run(tiny: Path, kind: str) -> None:
    vocabulary = f"vocabulary={{kind: {kind}, size: 20, pieces: 40, minimum: 1, capacity: 20}}"
    run = run_training(tiny / "config.yaml", [vocabulary, "train.steps=1"])
    report = msgspec.json.decode((tiny / "packed" / WORD_COUNTS_FILE).read_bytes(), type=WordCountReport)
    assert 20 == report.capacity
    assert report.words <= 20
    assert 0 < report.dropped_words <= report.dropped_occurrences < report.occurrences
    assert msgspec.to_builtins(report) == json.loads((run / "metrics.json").read_text())["word_counts"]


def test_a_damaged_record_is_told_before_the_training(tiny: Path) -> None:
    run_training(tiny / "config.yaml", ["pack_only=true"])
    (tiny / "packed" / WORD_COUNTS_FILE).write_text("{")
    with pytest.raises(CorpusError, match=r"word-counts\.json cannot be read.*pack the raw text again"):
        run_training(tiny / "config.yaml")


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("vocabulary.capacity=0", r"vocabulary\.capacity"),
        ("vocabulary.capacity=many", r"vocabulary\.capacity"),
        ("vocabulary.capasity=9", r"unknown key vocabulary\.capasity; did you mean capacity\?"),
        ("vocabulary.capacity=299", f"299 different words are too few.*size, 300.*{DEFAULT_CAPACITY:,}"),
    ],
)
def test_mistakes_in_the_capacity_are_named(tiny: Path, override: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        run_training(tiny / "config.yaml", [override])
    assert not (tiny / "packed").exists()


@pytest.mark.parametrize(("size", "expected"), [(5_000, 1_000), (32_000, 4_000)])
def test_a_larger_vocabulary_knows_more_characters(size: int, expected: int) -> None:
    """Written Korean has thousands of syllables; a word with one that has no entry is read as unknown."""
    words = WordCounts(DEFAULT_CAPACITY)
    words.add(chr(ord("가") + index) for index in range(5_000))
    encoding = train_wordpiece(words, size=size, minimum=1, specials=Specials())
    known = [name for name in encoding.tokenizer.get_vocab() if len(name) == 1 and name >= "가"]
    assert expected == len(known)
