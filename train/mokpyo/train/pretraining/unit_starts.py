"""Which tokens begin a unit that is masked as a whole."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.protocol import EncodedText
from mokpyo.data.morphology import Morpheme

Flags = npt.NDArray[np.bool_]

_EOJEOL = re.compile(r"\S+")


def eojeol_starts(text: str, encoded: EncodedText) -> Flags:
    """True for the first token of each space-delimited word; *shape* (tokens,)."""
    ends = [word.end() for word in _EOJEOL.finditer(text)]
    words = np.searchsorted(ends, [start for start, _ in encoded.offsets], side="right")
    flags: Flags = np.diff(words, prepend=-1) != 0
    return flags


def morpheme_starts(encoding: MorphemeEncoding, morphemes: Sequence[Morpheme]) -> Flags:
    """True for the first piece of each morpheme; *shape* (tokens,)."""
    lengths = np.array([len(encoding.form_ids(morpheme.form)) for morpheme in morphemes], dtype=np.int64)
    flags = np.zeros(lengths.sum(), dtype=np.bool_)
    flags[(np.cumsum(lengths) - lengths)[lengths > 0]] = True
    return flags
