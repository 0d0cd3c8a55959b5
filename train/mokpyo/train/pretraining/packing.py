"""Paragraphs into rows of one length: ``[CLS] paragraph [SEP] paragraph … [SEP]``, in shards that appear whole."""

import itertools
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.wordpiece import WordPieceEncoding
from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import Morpheme, analyse_all
from mokpyo.train.pretraining.atomic_files import whole_file
from mokpyo.train.pretraining.packed_corpus import PackedIndex, Recipe, Rows, Shard, read_index, token_type
from mokpyo.train.pretraining.settings import MaskingUnit
from mokpyo.train.pretraining.unit_starts import eojeol_starts, morpheme_starts
from mokpyo.train.run_folder import fingerprint

SHARD_TOKENS = 2_000_000
"""About 8 MB a shard; so much analysis is lost at most when packing is stopped."""

Encoding = MorphemeEncoding | WordPieceEncoding

_SPECIAL_TOKENS = 2
_log = logging.getLogger(__name__)


def pack(
    paragraphs: Iterable[str],
    encoding: Encoding,
    recipe: Recipe,
    folder: Path,
    *,
    shard_tokens: int = SHARD_TOKENS,
    checkpoint: Callable[[], None] = lambda: None,
) -> PackedIndex:
    """Write all rows into ``folder``, or those that an earlier call with the same ``recipe`` had not written.

    ``checkpoint`` is called after each paragraph and may raise to stop; whole shards then stay. Raises
    :class:`CorpusError` where there is nothing to pack.
    """
    index = read_index(folder) or PackedIndex(
        recipe=recipe, vocabulary_size=encoding.vocabulary_size, shards=[], complete=False
    )
    remaining = itertools.islice(paragraphs, index.count("paragraphs"), None)
    encoded = _encode(remaining, encoding, recipe.unit)
    dtype = token_type(encoding.vocabulary_size)
    while (taken := _take(encoded, dtype, shard_tokens, checkpoint)).paragraphs:
        shard = _write_shard(folder, f"{len(index.shards):05}.npy", taken, encoding, recipe.window_tokens)
        index = msgspec.structs.replace(index, shards=[*index.shards, shard])
        index.save(folder)
        _log.info("packed %d tokens in %d shards", index.count("tokens"), len(index.shards))
    if not index.count("tokens"):
        raise CorpusError("the raw text holds no words; name files with one paragraph a line in data.raw")
    index = msgspec.structs.replace(index, complete=True)
    index.save(folder)
    return index


def _encode(paragraphs: Iterable[str], encoding: Encoding, unit: MaskingUnit) -> Iterator[tuple[Rows, int]]:
    """Tokens and number of characters of each paragraph."""
    if isinstance(encoding, MorphemeEncoding):
        texts, again = itertools.tee(paragraphs)
        for text, morphemes in zip(texts, analyse_all(again), strict=True):
            yield _tokens(text, morphemes, encoding, unit), len(text)
    else:
        for text in paragraphs:
            yield _tokens(text, None, encoding, unit), len(text)


def _tokens(text: str, morphemes: Sequence[Morpheme] | None, encoding: Encoding, unit: MaskingUnit) -> Rows:
    encoded = encoding.encode(text, morphemes)
    tokens = np.zeros(len(encoded.input_ids) + 1, dtype=token_type(encoding.vocabulary_size))
    tokens["id"][:-1] = encoded.input_ids
    tokens["type"][:-1] = encoded.token_type_ids
    if unit is MaskingUnit.MORPHEME and isinstance(encoding, MorphemeEncoding) and morphemes is not None:
        tokens["start"][:-1] = morpheme_starts(encoding, morphemes)
    else:
        tokens["start"][:-1] = eojeol_starts(text, encoded)
    tokens["id"][-1] = encoding.sep_id
    return tokens


class _Taken(NamedTuple):
    """Paragraphs of one shard."""

    tokens: Rows
    paragraphs: int
    characters: int


def _take(
    encoded: Iterator[tuple[Rows, int]], dtype: np.dtype[np.void], shard_tokens: int, checkpoint: Callable[[], None]
) -> _Taken:
    """Paragraphs of the next shard: whole ones, so that their number tells where to go on."""
    # One buffer: thousands of small arrays kept beside what encoding allocates leave gaps that are not given back.
    taken = bytearray()
    paragraphs = characters = 0
    for tokens, length in encoded:
        taken += tokens.tobytes()
        paragraphs += 1
        characters += length
        checkpoint()
        if len(taken) >= shard_tokens * dtype.itemsize:
            break
    return _Taken(np.frombuffer(taken, dtype=dtype), paragraphs, characters)


def _write_shard(folder: Path, name: str, taken: _Taken, encoding: Encoding, window: int) -> Shard:
    rows = pack_rows(taken.tokens, encoding, window)
    counts = Counter(
        paragraphs=taken.paragraphs,
        characters=taken.characters,
        tokens=len(taken.tokens) - taken.paragraphs,
        unknown_tokens=int((taken.tokens["id"] == encoding.unk_id).sum()),
        padding=int((rows["id"] == encoding.pad_id).sum()),
    )
    with whole_file(folder / name) as draft, draft.open("wb") as stream:
        np.save(stream, rows)
    return Shard(name=name, rows=len(rows), sha256=fingerprint(folder / name), counts=dict(counts))


def pack_rows(tokens: Rows, encoding: Encoding, window: int) -> Rows:
    """Rows of *shape* (rows, window) of tokens of *shape* (tokens,); the last one is padded."""
    body = window - _SPECIAL_TOKENS
    count = -(-len(tokens) // body)
    rows = np.zeros((count, window), dtype=tokens.dtype)
    rows["id"] = encoding.pad_id
    padded = np.zeros(count * body, dtype=tokens.dtype)
    padded["id"] = encoding.pad_id
    padded[: len(tokens)] = tokens
    rows[:, 1:-1] = padded.reshape(count, body)
    rows["id"][:, 0] = encoding.cls_id
    rows["id"][:, -1] = encoding.sep_id
    # A word that a row's border cuts is a unit on either side.
    rows["start"][:, 1] = True
    return rows
