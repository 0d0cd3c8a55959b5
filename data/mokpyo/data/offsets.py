"""Half-open spans of Unicode code points, checked against the text that they point into."""

from mokpyo.data.errors import OffsetError

Span = tuple[int, int]
"""``(start, end)``: code points, half-open, so that ``text[start:end]`` is the surface."""


def check_span(text: str, start: int, end: int, what: str) -> None:
    """Raise :class:`OffsetError` unless ``0 <= start < end <= len(text)``."""
    if not 0 <= start < end <= len(text):
        raise OffsetError(
            f"{what} has the span [{start}, {end}), which is empty or outside its text of {len(text)} characters; "
            "offsets are code points, half-open, into the unchanged input"
        )


def check_surface(text: str, start: int, end: int, surface: str, what: str) -> None:
    """Raise :class:`OffsetError` unless ``text[start:end]`` is ``surface``."""
    check_span(text, start, end, what)
    if text[start:end] != surface:
        raise OffsetError(
            f"{what} says {surface!r}, but its span [{start}, {end}) holds {text[start:end]!r}; "
            "offsets are code points (not bytes, not UTF-16 units) into the unchanged input"
        )


def overlaps(left: Span, right: Span) -> bool:
    """Whether the two spans share at least one code point."""
    return left[0] < right[1] and right[0] < left[1]
