"""Texts by their id, as a JSONL file of articles gives them."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mokpyo.data.errors import CorpusError


class _Article(msgspec.Struct, frozen=True):
    id: str
    text: str


def read_texts(paths: Iterable[Path]) -> dict[str, str]:
    """``text`` by ``id``, from lines that may have other keys too.

    Raises :class:`CorpusError` for a file that cannot be read, a line without both, and an id that has two texts.
    """
    decoder = msgspec.json.Decoder(_Article)
    texts: dict[str, str] = {}
    for path in paths:
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


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"the texts {path} cannot be read: {error.strerror}; check the path") from error
