"""From one morpheme to vocabulary entries: the whole, else its number shape, else pieces of it."""

import re
from collections.abc import Container, Iterator

from mokpyo.data.encodings.encoding_file import MorphemeRules

CONTINUATION = "##"
"""Marks an entry that continues a morpheme, as in WordPiece vocabularies."""

_DIGIT = re.compile(r"\d")


def vocabulary_key(form: str, rules: MorphemeRules) -> str:
    """The entry that would stand for the whole morpheme."""
    return form.lower() if rules.fold_latin_case else form


def number_shape(form: str) -> str:
    """``1,487`` as ``0,000``; any other form unchanged."""
    return _DIGIT.sub("0", form)


def cut_pieces(key: str, vocabulary: Container[str], rules: MorphemeRules) -> Iterator[tuple[str, int, int]]:
    """Greedy longest pieces of ``key`` that the vocabulary has, each with its ``[start, end)`` in ``key``.

    A character that no piece covers comes alone: look-up makes it the unknown entry.
    """
    start = 0
    while start < len(key):
        end = min(len(key), start + rules.piece_characters)
        while end > start + 1 and piece_name(key, start, end) not in vocabulary:
            end -= 1
        yield piece_name(key, start, end), start, end
        start = end


def piece_name(key: str, start: int, end: int) -> str:
    """The entry for ``key[start:end]``: marked unless it begins the morpheme."""
    return key[start:end] if start == 0 else CONTINUATION + key[start:end]
