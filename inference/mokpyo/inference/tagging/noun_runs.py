"""Nouns written together, without the josa behind them: the words that names are made of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span

_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "XR", "XPN", "XSN", "MM"})
_NAMING = frozenset({"NNP", "SL", "SH"})


class NounRun(NamedTuple):
    """Nominal morphemes ``[first, last)`` of a sentence that touch each other in one word."""

    start: int
    end: int
    surface: str
    first: int
    last: int
    is_proper: bool
    """Whether it holds a proper noun or Latin letters."""

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


def noun_runs(text: str, morphemes: Sequence[Morpheme]) -> Iterator[NounRun]:
    """Noun runs of one sentence, in order."""
    first = 0
    while first < len(morphemes):
        if morphemes[first].tag not in _NOMINAL:
            first += 1
            continue
        last = first + 1
        while last < len(morphemes) and _joins(morphemes[last - 1], morphemes[last]):
            last += 1
        start, end = morphemes[first].start, morphemes[last - 1].end
        is_proper = any(morpheme.tag in _NAMING for morpheme in morphemes[first:last])
        if start < end:
            yield NounRun(start, end, text[start:end], first, last, is_proper)
        first = last


def _joins(before: Morpheme, after: Morpheme) -> bool:
    return after.tag in _NOMINAL and before.end == after.start
