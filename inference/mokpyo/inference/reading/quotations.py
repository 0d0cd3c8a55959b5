"""Quotations: what stands between matching quotation marks."""

import re
from collections.abc import Iterable, Iterator

from mokpyo.data.offsets import Span
from mokpyo.inference.reading.marks_table import (
    CORNER_QUOTES,
    DOUBLE_QUOTES,
    OPENING_BEFORE,
    SINGLE_QUOTES,
    QuoteFamily,
)

_WORD = re.compile(r"[0-9A-Za-z]")


def find_quotations(text: str, lines: Iterable[Span]) -> list[Span]:
    """Outermost quotations, marks included, in text order; one never runs past its line.

    A mark that has no partner in its line is passed over, and so never swallows what follows it.
    """
    return [span for start, end in lines for span in _in_line(text, start, end)]


def _in_line(text: str, start: int, end: int) -> list[Span]:
    found = sorted(
        (
            span
            for family in (DOUBLE_QUOTES, SINGLE_QUOTES, *CORNER_QUOTES)
            for span in _pairs(text, start, end, family)
        ),
        key=lambda span: (span[0], -span[1]),
    )
    outermost: list[Span] = []
    for span in found:
        if not outermost or span[0] >= outermost[-1][1]:
            outermost.append(span)
    return outermost


def _pairs(text: str, start: int, end: int, family: QuoteFamily) -> Iterator[Span]:
    opened: int | None = None
    for match in family.pattern.finditer(text, start, end):
        at = match.start()
        if _is_apostrophe(text, at, start, end):
            continue
        if _opens(text, at, start, end, family, is_open=opened is not None):
            # A second opening mark means that the first one was never closed.
            opened = at
        elif opened is not None:
            yield (opened, at + 1)
            opened = None


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """``it's``: a mark between Latin letters or digits is no quotation mark."""
    inside = start < at < end - 1
    return inside and bool(_WORD.match(text[at - 1])) and bool(_WORD.match(text[at + 1]))


def _opens(text: str, at: int, start: int, end: int, family: QuoteFamily, *, is_open: bool) -> bool:
    mark = text[at]
    if mark in family.closing:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    looks_open = (before.isspace() or before in OPENING_BEFORE) and not after.isspace()
    if is_open:
        # Writers also close with the opening or the straight mark: then it leans on the word before it.
        return looks_open
    return mark in family.opening or looks_open or not (after.isspace() or after in ".,")
