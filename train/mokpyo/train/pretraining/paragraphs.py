"""Raw corpora as paragraphs, read lazily whatever their size."""

import io
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

import msgspec
import pyarrow as pa

from mokpyo.data.errors import CorpusError
from mokpyo.train.pretraining.settings import RawSettings

LONGEST_PARAGRAPH = 3_000
"""Characters; a longer paragraph is read in several, cut at spaces."""

_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
_JSONL = ".jsonl"
_ENCODING = "utf-8-sig"
"""UTF-8, with or without a byte order mark."""

_CHUNK = re.compile(rf"\S.{{0,{LONGEST_PARAGRAPH - 1}}}(?!\S)|\S{{1,{LONGEST_PARAGRAPH}}}")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_paragraphs(settings: RawSettings) -> Iterator[str]:
    """The chosen share of all paragraphs, in order and the same for the same ``seed``; blank ones are left out.

    Raises :class:`CorpusError` where a file is missing, is not what its name says or, with its line, holds no text.
    """
    choice = random.Random(settings.seed)  # noqa: S311 - a sample, not a secret
    for path in settings.raw:
        for text in _texts(path, settings.text_field):
            for line in text.splitlines():
                if line.strip() and choice.random() < settings.share:
                    yield from _CHUNK.findall(line)


def require_text(settings: RawSettings) -> None:
    """Raise :class:`CorpusError` where the corpora together hold no paragraph, before anything is made of them."""
    if next(read_paragraphs(settings), None) is None:
        raise CorpusError(f"the raw text {_names(settings.raw)} holds no words; name files with one paragraph a line")


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths) or "(no file)"


def _texts(path: Path, text_field: str) -> Iterator[str]:
    is_json = _JSONL in path.suffixes
    number = 0
    try:
        with _open(path) as lines:
            for line in lines:
                number += 1
                yield _json_text(line, text_field) if is_json and line.strip() else line
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise CorpusError(
            f"the raw text {path} cannot be read: {error}; it must be UTF-8 text or .jsonl, plain or as .xz, .gz, .zst"
        ) from error
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        raise CorpusError(f"the raw text {path}, near line {max(1, number)}: {error}") from error


def _open(path: Path) -> IO[str]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding=_ENCODING)
    if path.suffix in _COMPRESSIONS:
        compressed = pa.input_stream(str(path), compression=_COMPRESSIONS[path.suffix])
        return io.TextIOWrapper(cast("IO[bytes]", compressed), encoding=_ENCODING)
    return path.open(encoding=_ENCODING)


def _json_text(line: str, text_field: str) -> str:
    value = msgspec.json.decode(line)
    text = value.get(text_field) if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise msgspec.DecodeError(f"no text under {text_field!r}; set data.text_field to the key that has it")
    # A JSON escape can bring half a character, which no encoding takes.
    return _SURROGATES.sub("\ufffd", text)
