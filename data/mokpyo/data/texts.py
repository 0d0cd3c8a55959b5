"""Texts by their id, as a JSONL file of articles gives them, or lines of raw text."""

import hashlib
import lzma
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

import msgspec

from mokpyo.data.errors import CorpusError

RAW_ID_PREFIX = "raw_"
_RAW_ID_DIGITS = 12


class _Article(msgspec.Struct, frozen=True):
    id: str
    text: str


def read_texts(paths: Iterable[Path], wanted: Container[str] = frozenset()) -> dict[str, str]:
    """``text`` by ``id``, from lines that may have other keys too.

    A file ``.txt`` or ``.txt.xz`` is raw text: each line is a text, and of its lines only those whose id
    (:func:`raw_text_id`) is ``wanted`` are kept.

    Raises :class:`CorpusError` for a file that cannot be read, a line without both, and an id that has two texts.
    """
    decoder = msgspec.json.Decoder(_Article)
    texts: dict[str, str] = {}
    for path in paths:
        if path.name.endswith((".txt", ".txt.xz")):
            texts |= {name: line for line in _raw_lines(path) if (name := raw_text_id(line)) in wanted}
            continue
        for number, line in enumerate(_lines(path), 1):
            if not line.strip():
                continue
            try:
                article = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise CorpusError(
                    f'{path}, line {number}: {error}; a line is {{"id": "…", "text": "…"}}, other keys are ignored'
                ) from error
            if texts.setdefault(article.id, article.text) != article.text:
                raise CorpusError(f"{path}, line {number}: id {article.id!r} has had another text; keep one of the two")
    return texts


def raw_text_id(line: str) -> str:
    """The id of a line of raw text: the first 12 hexadecimal digits of its SHA-256, marked as such."""
    return RAW_ID_PREFIX + hashlib.sha256(line.encode()).hexdigest()[:_RAW_ID_DIGITS]


def _raw_lines(path: Path) -> Iterator[str]:
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
            yield from (line.removesuffix("\n") for line in lines)
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise CorpusError(f"the raw text {path} cannot be read: {error}; check the path") from error


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"the texts {path} cannot be read: {error.strerror}; check the path") from error
