"""Raw corpora as morphemes: read lazily, analysed once, kept as numbered shards on disk."""

import itertools
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mokpyo.data.encodings.encoding_file import MorphemeRules
from mokpyo.data.encodings.morpheme_pieces import vocabulary_key
from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import Morpheme, analyse_all

BREAK = -1
"""Stands between sentences in a shard."""

Ids = npt.NDArray[np.int64]

_SHARD_TOKENS = 1_000_000
_LONGEST_LINE = 3000
"""Characters; a longer line is a table or a list, and its rest is not read."""


def read_lines(path: Path, *, share: float, seed: int) -> Iterator[str]:
    """Lines of a UTF-8 text file, also as ``.xz``; a random ``share`` of them, the same for the same ``seed``.

    Raises :class:`CorpusError` where the file cannot be read.
    """
    choice = random.Random(seed)  # noqa: S311 - a sample, not a secret
    try:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                if choice.random() < share and line.strip():
                    yield line.strip()[:_LONGEST_LINE]
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"the raw text {path} cannot be read: {error}; it must be UTF-8 text, or that as .xz"
        ) from error


@dataclass(frozen=True)
class AnalysedText:
    """Morphemes of a raw corpus: ``forms`` by number, and shards of numbers with :data:`BREAK` between sentences."""

    forms: Sequence[str]
    shards: Sequence[Path]

    def counts(self) -> Counter[str]:
        """Occurrences of each form."""
        totals = np.zeros(len(self.forms), dtype=np.int64)
        for shard in self.shards:
            numbers = np.load(shard)
            totals += np.bincount(numbers[numbers != BREAK], minlength=len(self.forms))
        return Counter(dict(zip(self.forms, totals.tolist(), strict=True)))


def analyse_text(lines: Iterable[str], rules: MorphemeRules, folder: Path) -> AnalysedText:
    """Analyse ``lines`` into shards in ``folder``; memory grows with the number of different forms alone."""
    numbers: dict[str, int] = {}
    tokens = itertools.chain.from_iterable(_numbered(morphemes, rules, numbers) for morphemes in analyse_all(lines))
    shards: list[Path] = []
    while (shard := np.fromiter(itertools.islice(tokens, _SHARD_TOKENS), dtype=np.int32)).size:
        shards.append(folder / f"{len(shards):05}.npy")
        np.save(shards[-1], shard)
    if not shards:
        raise CorpusError("the raw text holds no words; name files with one paragraph a line")
    return AnalysedText(forms=list(numbers), shards=shards)


def _numbered(morphemes: Sequence[Morpheme], rules: MorphemeRules, numbers: dict[str, int]) -> Iterator[int]:
    sentence = BREAK
    for morpheme in morphemes:
        if morpheme.sentence != sentence:
            sentence = morpheme.sentence
            yield BREAK
        yield numbers.setdefault(vocabulary_key(morpheme.form, rules), len(numbers))
    yield BREAK
