"""Exact borders: a span from any tokenisation, moved to the borders of morphemes and freed of josa and marks.

| what stands at a border           | what happens                            | table                         |
|-----------------------------------|-----------------------------------------|-------------------------------|
| the inside of a content morpheme  | the span grows to the morpheme's border |                               |
| the inside of a josa or an ending | the span shrinks to before it           | ``TRAILING_TAGS``             |
| a josa, copula or verbal ending   | stripped from the end                   | ``TRAILING_TAGS``             |
| 이상, 규모, 만, 쯤, 께, 중 …      | stripped from the end                   | ``TRAILING_WORDS``            |
| 약, 총, 최대 …                    | stripped from the beginning             | ``LEADING_WORDS``             |
| blanks, separators, list marks    | trimmed                                 | ``TRIMMED``                   |
| half a pair of quotes or brackets | trimmed                                 | ``BRACKETS``, ``SAME_QUOTES`` |

A span grows in the first case only, and nothing is stripped that would leave it empty of content.
"""

from bisect import bisect_left
from collections.abc import Sequence

from mokpyo.data.document import Label
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.tagging.boundary_table import (
    BRACKETS,
    KEPT_BEFORE,
    LEADING_WORDS,
    SAME_QUOTES,
    TRAILING_TAGS,
    TRAILING_WORDS,
    TRIMMED,
)

_CLOSING = {closing: opening for opening, closing in BRACKETS.items()}
_GROWTH = 4
"""A span that would have to grow by more characters than this is left alone: the analyser took a phrase for a word."""


def refine(text: str, span: Span, label: Label, morphemes: Sequence[Morpheme]) -> Span | None:
    """The span with exact borders; ``None`` where only marks are left of it.

    ``morphemes`` are those of the sentence, sorted, with offsets into ``text``.
    """
    start, end = trim(text, *span, label=label)
    if start >= end:
        return None
    inside = _touching(morphemes, start, end)
    start, end = _complete(start, end, inside)
    start = _strip_leading(start, end, label, inside)
    end = _strip_trailing(start, end, label, inside)
    start, end = trim(text, start, end, label=label)
    return (start, end) if start < end else None


def trim(text: str, start: int, end: int, *, label: Label) -> Span:
    """The span without marks at its borders that belong to what surrounds it."""
    while start < end:
        kept = label is Label.QUANTITY and text[start] in KEPT_BEFORE and text[start + 1 : start + 2].isdigit()
        if (text[start] in TRIMMED and not kept) or _is_unmatched(text[start], text[start + 1 : end]):
            start += 1
        elif text[end - 1] in TRIMMED or _is_unmatched(text[end - 1], text[start : end - 1]):
            end -= 1
        elif _is_wrapped(text[start], text[end - 1], text[start + 1 : end - 1]):
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def _is_unmatched(mark: str, rest: str) -> bool:
    if mark in BRACKETS:
        return BRACKETS[mark] not in rest
    if mark in _CLOSING:
        return _CLOSING[mark] not in rest
    return mark in SAME_QUOTES and mark not in rest


def _is_wrapped(first: str, last: str, within: str) -> bool:
    """Whether one pair of marks encloses the whole span."""
    if first in SAME_QUOTES:
        return last == first
    return first in BRACKETS and BRACKETS[first] == last and first not in within


def _touching(morphemes: Sequence[Morpheme], start: int, end: int) -> Sequence[Morpheme]:
    """Morphemes that share characters with the span."""
    # Starts never decrease; contracted morphemes may begin up to a word's length before they end.
    first = bisect_left(morphemes, start, key=lambda morpheme: morpheme.end)
    last = bisect_left(morphemes, end, key=lambda morpheme: morpheme.start)
    return [morpheme for morpheme in morphemes[max(0, first - 2) : last] if morpheme.end > start]


def _complete(start: int, end: int, morphemes: Sequence[Morpheme]) -> Span:
    new_start, new_end = start, end
    for morpheme in morphemes:
        if morpheme.tag in TRAILING_TAGS:
            if start < morpheme.start < end < morpheme.end:
                new_end = min(new_end, morpheme.start)
            continue
        if morpheme.start < start < morpheme.end and start - morpheme.start <= _GROWTH:
            new_start = min(new_start, morpheme.start)
        if morpheme.start < end < morpheme.end and morpheme.end - end <= _GROWTH:
            new_end = max(new_end, morpheme.end)
    return new_start, new_end


def _strip_leading(start: int, end: int, label: Label, morphemes: Sequence[Morpheme]) -> int:
    for morpheme in morphemes:
        if morpheme.start != start or morpheme.end >= end or morpheme.form not in LEADING_WORDS[label]:
            continue
        following = [other.start for other in morphemes if other.start >= morpheme.end]
        start = min(following, default=start)
    return start


def _strip_trailing(start: int, end: int, label: Label, morphemes: Sequence[Morpheme]) -> int:
    """The end without josa, endings and qualifying words, as long as a content morpheme is left."""
    for morpheme in reversed(morphemes):
        if morpheme.start >= end:
            continue
        qualifies = morpheme.form in TRAILING_WORDS[label]
        if morpheme.start <= start or not (qualifies or morpheme.tag in TRAILING_TAGS or _is_mark(morpheme)):
            break
        if not _is_mark(morpheme) or _more_to_strip(morphemes, morpheme, label):
            end = morpheme.start
        else:
            break
    return end


def _is_mark(morpheme: Morpheme) -> bool:
    return morpheme.tag in {"SP", "SF", "SE"}


def _more_to_strip(morphemes: Sequence[Morpheme], mark: Morpheme, label: Label) -> bool:
    before = [other for other in morphemes if other.end <= mark.start]
    return bool(before) and (before[-1].tag in TRAILING_TAGS or before[-1].form in TRAILING_WORDS[label])
