"""What a YAML of kind ``pretrain`` may say; a key's meaning is its docstring."""

from enum import StrEnum
from pathlib import Path

import msgspec

from mokpyo.data.encodings.encoding_file import EncodingKind, MorphemeRules
from mokpyo.data.encodings.word_counts import DEFAULT_CAPACITY
from mokpyo.train.config_values import Count, Number, Positive, PositiveShare, Share, WindowTokens


class MaskingUnit(StrEnum):
    """Tokens that are hidden together."""

    EOJEOL = "eojeol"
    """All tokens of a space-delimited word."""
    MORPHEME = "morpheme"
    """All pieces of one morpheme; of morpheme encodings alone."""


class RawSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Raw text, and how much of it is read."""

    raw: list[Path]
    """UTF-8 text with one paragraph a line, or ``.jsonl``; either also as ``.xz``, ``.gz`` or ``.zst``."""
    text_field: str = "text"
    """Key of a JSON line that holds the text; its lines are paragraphs."""
    share: PositiveShare = 1.0
    """Read a random share of the paragraphs."""
    seed: int = 0
    """Chooses the paragraphs."""


class NewVocabularySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A vocabulary built from the raw text."""

    kind: EncodingKind = EncodingKind.WORDPIECE
    size: Count = 32_000
    """WordPiece: entries at most. Morphemes: whole ones at most, beside ``pieces``."""
    pieces: Number = 6_000
    """Of morpheme encodings: pieces for the morphemes that have no entry of their own."""
    minimum: Count = 5
    """Occurrences below which nothing gets an entry."""
    share: PositiveShare = 1.0
    """Read a random share of the chosen paragraphs."""
    capacity: Count = DEFAULT_CAPACITY
    """Different words, or morphemes, that are counted at a time, ``size`` or more; with more in the text, the rarest
    are dropped, and how many is written down. Peak memory goes by it, not by the text."""
    rules: MorphemeRules = MorphemeRules()


class EncoderSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model to go on from, or else the shape of a new BERT."""

    pretrained: str | None = None
    """Folder or Hub id of a BERT or ELECTRA; its own encoding is used and the shape below is not read."""
    embedding_size: Count | None = None
    """Where it is given, embeddings of that size with a projection: ELECTRA's shape, smaller than BERT's."""
    hidden_size: Count = 384
    layers: Count = 6
    heads: Count = 6
    feed_forward_size: Count = 1536
    dropout: Share = 0.1
    window_tokens: WindowTokens = 128
    """Tokens of a packed row, special tokens included; a new model reads no longer sequences."""


class MaskingSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be predicted: 80 % of it hidden, 10 % replaced at random, 10 % left (Devlin et al., 2019)."""

    share: PositiveShare = 0.15
    """Of the units in a row, each by its own chance."""
    unit: MaskingUnit = MaskingUnit.EOJEOL


class PretrainSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the weights are found."""

    epochs: Positive = 1.0
    steps: Count | None = None
    """Optimiser steps, instead of ``epochs``."""
    batch_size: Count = 32
    """Rows a device."""
    accumulate: Count = 1
    """Batches per optimiser step."""
    learning_rate: Positive = 5e-4
    warmup_steps: Number = 1_000
    weight_decay: float = 0.01
    bf16: bool | None = None
    """Matrix products in bfloat16; where it is not given, on the devices that have them in hardware."""
    save_steps: Count = 500
    """Steps between checkpoints; each also measures the held-out loss."""
    logging_steps: Count = 50
    validation_rows: Count = 512
    """Rows held out, spread evenly; about this many, and at most half of all."""
    workers: Number = 0
    """Processes that read and mask rows; 0 does it in between steps, enough for a CPU."""
    threads: Count | None = None
    """CPU threads; the machine's choice where it is not given."""
    seed: int = 0


class PretrainConfig(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="pretrain", tag_field="kind"
):
    """Masked-LM pretraining from raw text; ``encoding``, ``vocabulary`` or ``model.pretrained`` tells the tokens."""

    name: str
    output: Path
    """The run's folder; must not hold a run already, unless ``resume``."""
    packed: Path
    """Folder of the encoded corpus; made, or gone on with, where it is not whole, and used as it is where it is."""
    data: RawSettings
    encoding: Path | None = None
    """Folder of a text encoding, as another run leaves it."""
    vocabulary: NewVocabularySettings | None = None
    """Build a text encoding first."""
    model: EncoderSettings = EncoderSettings()
    masking: MaskingSettings = MaskingSettings()
    train: PretrainSettings = PretrainSettings()
    resume: bool = False
    """Go on with the stopped run in ``output``."""
    pack_only: bool = False
    """Make ``packed`` and stop: for training on another machine."""
