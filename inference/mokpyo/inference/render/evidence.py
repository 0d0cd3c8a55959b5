"""The article's own words around a target's number, cut to what fits on a line."""

from typing import NamedTuple

from rich.cells import cell_len

from mokpyo.data.document import Document, Target
from mokpyo.data.offsets import Span
from mokpyo.inference.render.visible import one_line

ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """A passage in three parts, safe to show, on one line."""

    before: str
    number: str
    after: str


def evidence_span(document: Document, target: Target) -> Span:
    """The target's evidence, or the line that its quantity stands in; always holds the quantity."""
    start, end = target.quantity.span
    if target.evidence is not None:
        return (min(start, target.evidence[0]), max(end, target.evidence[1]))
    line_end = document.text.find("\n", end)
    return (document.text.rfind("\n", 0, start) + 1, len(document.text) if line_end < 0 else line_end)


def excerpt(document: Document, target: Target, width: int) -> Excerpt:
    """The evidence in at most ``width`` terminal cells (a Hangul syllable takes two), the number in the middle."""
    start, end = evidence_span(document, target)
    before = one_line(document.text[start : target.quantity.start]).lstrip()
    number = one_line(document.text[slice(*target.quantity.span)])
    after = one_line(document.text[target.quantity.end : end]).rstrip()
    room = max(0, width - cell_len(number))
    # The number's object and verb follow it: what stands before gets the smaller half when both sides are long.
    before_room = max(room * 2 // 5, room - cell_len(after))
    before = _last_cells(before, before_room)
    return Excerpt(before, number, _first_cells(after, room - cell_len(before)))


def _first_cells(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    used = cell_len(ELLIPSIS)
    for at, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[:at].rstrip() + ELLIPSIS if at else ""
    return text


def _last_cells(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    used = cell_len(ELLIPSIS)
    for at, character in enumerate(reversed(text)):
        used += cell_len(character)
        if used > room:
            return ELLIPSIS + text[len(text) - at :].lstrip() if at else ""
    return text
