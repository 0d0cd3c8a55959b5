"""A run of kind ``vectors``: raw text in, a morpheme encoding with static vectors out."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from mokpyo.data.encodings.encoding_file import Specials
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.vocabulary import build_morpheme_vocabulary, count_forms
from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import analyse_all
from mokpyo.train.config import VectorsConfig
from mokpyo.train.cooccurrence import Ids, entry_vectors, expand_ids
from mokpyo.train.corpora import read_labelled
from mokpyo.train.raw_text import BREAK, AnalysedText, analyse_text, read_lines
from mokpyo.train.run_folder import RunFolder

VECTORS_FILE = "vectors.npy"
"""Float32 of shape (vocabulary, size), beside the vocabulary."""


def build_vectors(config: VectorsConfig, run: RunFolder) -> None:
    """Write ``vocab.txt``, ``encoding.json`` and ``vectors.npy`` into the run's folder."""
    with tempfile.TemporaryDirectory(dir=run.path, prefix="shards-") as folder:
        lines = (line for path in config.raw for line in read_lines(path, share=config.share, seed=config.seed))
        analysed = analyse_text(lines, config.rules, Path(folder))
        encoding = _build_encoding(config, analysed)
        encoding.save(run.path)
        pieces = [encoding.form_ids(form) for form in analysed.forms]
        frequency = sum(
            (
                np.bincount(stream, minlength=encoding.vocabulary_size + 1)
                for stream in _streams(analysed, pieces, encoding)
            ),
            np.zeros(encoding.vocabulary_size + 1, dtype=np.int64),
        )
        vectors = entry_vectors(_streams(analysed, pieces, encoding), frequency[:-1], config.vectors)
    np.save(run.path / VECTORS_FILE, vectors)
    run.write_metrics(
        {
            "tokens": int(frequency[:-1].sum()),
            "unknown_tokens": int(frequency[encoding.unk_id]),
            "entries": encoding.vocabulary_size,
            "entries_without_vector": int((~vectors.any(axis=1)).sum()),
        }
    )


def _build_encoding(config: VectorsConfig, analysed: AnalysedText) -> MorphemeEncoding:
    specials = Specials()
    counts = analysed.counts()
    for form, count in _task_counts(config).items():
        # A word seen once in the task's sentences is no likelier to come again than any other.
        counts[form] += count * (config.vocabulary.task_weight if count > 1 else 1)
    vocabulary = build_morpheme_vocabulary(
        counts,
        rules=config.rules,
        specials=specials,
        whole=config.vocabulary.whole,
        pieces=config.vocabulary.pieces,
        minimum=config.vocabulary.minimum,
    )
    return MorphemeEncoding(vocabulary, config.rules, specials)


def _task_counts(config: VectorsConfig) -> Mapping[str, int]:
    texts = [sentence.text for corpus in config.task for sentence in read_labelled(corpus)]
    if config.task and not texts:
        raise CorpusError(f"the task corpora {', '.join(str(corpus.path) for corpus in config.task)} hold no sentence")
    return count_forms(analyse_all(texts), config.rules)


def _streams(analysed: AnalysedText, pieces: list[list[int]], encoding: MorphemeEncoding) -> Iterator[Ids]:
    for shard in analysed.shards:
        yield expand_ids(np.load(shard), pieces, stop=encoding.vocabulary_size, break_number=BREAK)
