"""Nouns written together, without the josa behind them: the words that names are made of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView

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


NounRuns = Sequence[Sequence[NounRun]]
"""The noun runs of each sentence of a view."""


def all_noun_runs(view: ArticleView) -> NounRuns:
    """What several blocks of one article ask for, read once."""
    return [list(noun_runs(view.text, sentence.morphemes)) for sentence in view.sentences]


def noun_runs(text: str, morphemes: Sequence[Morpheme]) -> Iterator[NounRun]:
    """Noun runs of one sentence, in order."""
    last = 0
    while last < len(morphemes):
        first = last
        start, end, _, tag, _, _ = morphemes[first]
        last += 1
        if tag not in _NOMINAL:
            continue
        is_proper = tag in _NAMING
        while last < len(morphemes) and morphemes[last].start == end and morphemes[last].tag in _NOMINAL:
            end = morphemes[last].end
            is_proper = is_proper or morphemes[last].tag in _NAMING
            last += 1
        if start < end:
            yield NounRun(start, end, text[start:end], first, last, is_proper)
