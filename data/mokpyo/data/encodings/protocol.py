"""What a tagger or a trainer asks of a text encoding, whatever its tokens are."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span

ENCODING_FILE = "encoding.json"
"""Name of the file beside the weights that says which encoding they were trained with."""


class EncodedText(NamedTuple):
    """Tokens of one text, without special tokens; the three lists have one length.

    ``offsets`` are code points into the text, half-open, never decreasing in ``start``.
    """

    input_ids: list[int]
    token_type_ids: list[int]
    offsets: list[Span]


class TextEncoding(Protocol):
    """Turns texts into token ids. Implementations: ``WordPieceEncoding``, ``MorphemeEncoding``."""

    kind: str
    """``"wordpiece"`` or ``"morpheme"``, as ``encoding.json`` names it."""
    cls_id: int
    sep_id: int
    pad_id: int
    mask_id: int
    vocabulary_size: int
    type_vocabulary_size: int

    def encode(self, text: str, morphemes: Sequence[Morpheme] | None = None) -> EncodedText:
        """Encode one text; ``morphemes`` of that text spare a second analysis where they are needed."""
        ...

    def save(self, folder: Path) -> None:
        """Write the vocabulary and ``encoding.json`` into ``folder``."""
        ...
