"""How a quantity's number is meant, by the words around its span."""

import re

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.context_table import AFTER, BEFORE, BETWEEN

_WORD_BEFORE = re.compile(r"([가-힣]+)[ (\[“‘\"']*$")
_AFTER = tuple((re.compile(rf" ?(?:{pattern})"), bound) for pattern, bound in AFTER)
_ASIDE = re.compile(r"\([^()\n]{0,40}\)")
_CLOSING = re.compile(r"[^()\n]{0,40}\)")
_REACH = 24
"""Characters before the span that may hold its modifiers."""


def read_bound(text: str, start: int, end: int, *, about: bool) -> Bound:
    """The bound of the number at ``[start, end)``; ``about`` says that its own form is approximate (여, 수, 두세)."""
    after, before = _bound_after(text, end) or _bound_of_aside(text, end), _bound_before(text, start)
    for bound in (after, before):
        if bound in {Bound.AT_LEAST, Bound.AT_MOST}:
            return bound
    return Bound.ABOUT if about or Bound.ABOUT in {after, before} else Bound.EXACT


def _bound_after(text: str, end: int) -> Bound | None:
    if aside := _ASIDE.match(text, end):
        end = aside.end()
    for pattern, bound in _AFTER:
        if pattern.match(text, end):
            return bound
    return None


def _bound_of_aside(text: str, end: int) -> Bound | None:
    """The limit behind a parenthesis that the number stands in: ``40%(60건, 3억원)까지``."""
    closing = _CLOSING.match(text, end)
    bound = _bound_after(text, closing.end()) if closing else None
    return None if bound is Bound.ABOUT else bound


def _bound_before(text: str, start: int) -> Bound | None:
    window = text[max(0, start - _REACH) : start]
    while word := _WORD_BEFORE.search(window):
        surface = word.group(1)
        if surface in BEFORE:
            return BEFORE[surface]
        if surface not in BETWEEN:
            return None
        window = window[: word.start()]
    return None
