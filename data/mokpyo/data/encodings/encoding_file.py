"""The ``encoding.json`` that lies beside a model's weights, and the specials that every vocabulary begins with."""

from enum import StrEnum
from pathlib import Path

import msgspec

from mokpyo.data.encodings.protocol import ENCODING_FILE
from mokpyo.data.errors import ModelError

FORMAT = 1


class EncodingKind(StrEnum):
    """What the tokens of an encoding are."""

    WORDPIECE = "wordpiece"
    MORPHEME = "morpheme"


class Specials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Vocabulary entries that no text produces; BERT's names unless a vocabulary brings its own."""

    pad: str = "[PAD]"
    unk: str = "[UNK]"
    cls: str = "[CLS]"
    sep: str = "[SEP]"
    mask: str = "[MASK]"

    def names(self) -> tuple[str, ...]:
        """All five, in the order in which a vocabulary built here lists them."""
        return (self.pad, self.unk, self.cls, self.sep, self.mask)


class MorphemeRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a morpheme becomes vocabulary entries: a model reads well only what the rules of its training encoded."""

    fold_latin_case: bool = True
    """``KTX`` and ``ktx`` are one entry."""
    number_shapes: bool = True
    """A number that the vocabulary lacks is read as its shape: ``1,487`` as ``0,000``."""
    word_starts: bool = True
    """Token types tell the first morpheme of a space-delimited word from the others."""
    piece_characters: int = 3
    """Longest piece, in characters, that a morpheme outside the vocabulary is cut into."""


class EncodingFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Contents of ``encoding.json``; ``analyser`` and ``rules`` are of morpheme encodings alone."""

    format: int = FORMAT
    kind: EncodingKind
    vocabulary_size: int
    type_vocabulary_size: int
    specials: Specials
    analyser: str | None = None
    rules: MorphemeRules | None = None


def write_encoding_file(folder: Path, contents: EncodingFile) -> None:
    """Write ``encoding.json``, two-space indented."""
    data = msgspec.json.format(msgspec.json.encode(contents), indent=2)
    (folder / ENCODING_FILE).write_bytes(data + b"\n")


def read_encoding_file(folder: Path) -> EncodingFile:
    """Read ``encoding.json``. Raises :class:`ModelError` where it is missing, malformed or of another format."""
    path = folder / ENCODING_FILE
    try:
        contents = msgspec.json.decode(path.read_bytes(), type=EncodingFile)
    except OSError as error:
        raise ModelError(
            f"{path} cannot be read ({error.strerror}): the folder is no model of this package, or its copy is "
            "incomplete; copy the whole run or export folder"
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} does not describe a text encoding: {error}; export the model again") from error
    if contents.format != FORMAT:
        raise ModelError(
            f"{path} has format {contents.format}, this mokpyo reads {FORMAT}: export the model again with it, "
            "or install the mokpyo that wrote it"
        )
    return contents
