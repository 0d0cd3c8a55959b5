"""The normal form of a text, which later stages read, with the way back to the unchanged input."""

import functools
import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from mokpyo.data.offsets import Span, check_span
from mokpyo.inference.reading.characters_table import CONJOINING, ONE_TO_ONE, REMOVED

_TRANSLATION = str.maketrans(ONE_TO_ONE)
_ODD = re.compile(f"[{re.escape(''.join(ONE_TO_ONE))}{REMOVED}]")
_BREAK_OR_REMOVED = re.compile(f"\r\n?|[{REMOVED}]+")


class NormalForm(NamedTuple):
    r"""NFC, ``\n`` as the only line end, plain blanks, ASCII for full-width forms, no control or zero-width characters.

    Character ``i`` of ``text`` comes from ``[starts[i], ends[i])`` of the input. Where the input already was normal,
    both are ranges and cost nothing.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def to_original(self, start: int, end: int) -> Span:
        """The span of the unchanged input that ``text[start:end]`` came from; never empty.

        Removed characters inside the span belong to it, those at its edges do not.
        Raises :class:`~mokpyo.data.errors.OffsetError` for an empty span or one outside ``text``.
        """
        check_span(self.text, start, end, "a span of the normal form")
        return self.starts[start], self.ends[end - 1]


def normal_form(text: str) -> NormalForm:
    """The normal form of any string, in linear time."""
    translated = text.translate(_TRANSLATION) if _ODD.search(text) else text
    plain = _identity(translated)
    if _BREAK_OR_REMOVED.search(translated):
        plain = _rewrite(translated, _BREAK_OR_REMOVED, lambda piece: "\n" if piece[0] == "\r" else "")
    if unicodedata.is_normalized("NFC", plain.text):
        return plain
    composed = _rewrite(plain.text, _composition_pattern(), functools.partial(unicodedata.normalize, "NFC"))
    return _through(composed, plain)


def _identity(text: str) -> NormalForm:
    return NormalForm(text, range(len(text)), range(1, len(text) + 1))


def _rewrite(text: str, pattern: re.Pattern[str], replacement: Callable[[str], str]) -> NormalForm:
    """Replace each match; every character of a changed piece comes from the whole match."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    done = 0
    for match in pattern.finditer(text):
        new = replacement(match[0])
        if new == match[0]:
            continue
        start, end = match.span()
        pieces += (text[done:start], new)
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        done = end
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return NormalForm("".join(pieces), starts, ends)


def _through(last: NormalForm, first: NormalForm) -> NormalForm:
    if isinstance(first.starts, range):
        return last
    starts = array("q", (first.starts[start] for start in last.starts))
    ends = array("q", (first.ends[end - 1] for end in last.ends))
    return NormalForm(last.text, starts, ends)


@functools.cache
def _composition_pattern() -> re.Pattern[str]:
    """Pieces outside of which NFC changes nothing and across whose ends it never composes."""
    # Built on first use only: it takes a few milliseconds, and most articles are NFC already.
    marks: list[str] = []
    unstable: list[str] = []
    for character in map(chr, (*range(0x300, 0x2FA1E), *range(0xE0100, 0xE01F0))):
        if unicodedata.category(character)[0] == "M":
            marks.append(character)
        elif not unicodedata.is_normalized("NFC", character):
            unstable.append(character)
    follow = f"[{''.join(marks)}{CONJOINING}]"
    return re.compile(f"[{''.join(unstable)}]{follow}*|[^{''.join(marks)}{CONJOINING}]?{follow}+", re.DOTALL)
