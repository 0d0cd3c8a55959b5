"""What the bytes of a run's result depend on, beside its input and its model."""

from enum import StrEnum

import msgspec

from mokpyo.inference.corpus.fields import FieldNames


class OutputFormat(StrEnum):
    """What shards are written in."""

    PARQUET = "parquet"
    JSONL = "jsonl"


class CorpusSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a corpus is read and written. Workers, engine and batch size are not among it: they change no byte."""

    format: OutputFormat = OutputFormat.PARQUET
    shard_size: int = 500
    """Records in a shard, failures included; a shard of long texts has fewer."""
    max_characters: int = 200_000
    """A longer text is a failure."""
    fields: FieldNames = FieldNames()
    encoding: str | None = None
    """Of JSONL, CSV and TSV; ``None``: UTF-8 or CP949, whichever fits."""
