"""Where a result's offsets point to: they are believed only where the surface that it carries stands there."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from mokpyo.data.offsets import Span

_BEYOND_UTF_16_UNIT = 0xFFFF


class Counting(StrEnum):
    """What a front end may have counted; the first is Label Studio's own."""

    CODE_POINTS = "code points"
    UTF_16 = "UTF-16 units"
    ONE_NEWLINE = "code points with \\r\\n as one"
    UTF_16_ONE_NEWLINE = "UTF-16 units with \\r\\n as one"


class Claim(NamedTuple):
    """Offsets with the surface that the front end saw between them, if it says so."""

    start: int
    end: int
    surface: str | None


class OffsetReader:
    """Offsets of one text, under every way of counting that makes a difference in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._maps: dict[Counting, dict[int, int] | None] = {Counting.CODE_POINTS: None}
        astral, returns = any(ord(char) > _BEYOND_UTF_16_UNIT for char in text), "\r\n" in text
        if astral:
            self._maps[Counting.UTF_16] = _offsets(text, utf_16=True, one_newline=False)
        if returns:
            self._maps[Counting.ONE_NEWLINE] = _offsets(text, utf_16=False, one_newline=True)
        if astral and returns:
            self._maps[Counting.UTF_16_ONE_NEWLINE] = _offsets(text, utf_16=True, one_newline=True)

    def place(self, claims: Sequence[Claim]) -> list[tuple[Span, Counting] | str]:
        """The span of each claim in code points with the counting that leads there, or why there is none.

        Where several countings lead to the claimed surface, the one that fits most claims of the list is taken.
        """
        fitting = [self._fitting(claim) for claim in claims]
        votes = Counter(counting for spans in fitting for counting in spans)
        return [
            self._elect(spans, votes) if spans else self._why_not(claim)
            for claim, spans in zip(claims, fitting, strict=True)
        ]

    def _fitting(self, claim: Claim) -> dict[Counting, Span]:
        spans = {counting: span for counting in self._maps if (span := self._span(claim, counting)) is not None}
        if claim.surface is None:
            # Nothing tells the countings apart: only a place on which all agree is believed.
            return spans if len(set(spans.values())) == 1 and len(spans) == len(self._maps) else {}
        exact = {counting: span for counting, span in spans.items() if self._text[slice(*span)] == claim.surface}
        return exact or {counting: span for counting, span in spans.items() if self._holds(span, claim.surface)}

    @staticmethod
    def _elect(spans: dict[Counting, Span], votes: Counter[Counting]) -> tuple[Span, Counting]:
        best = max(spans, key=lambda counting: votes[counting])
        return spans[best], best

    def _span(self, claim: Claim, counting: Counting) -> Span | None:
        offsets = self._maps[counting]
        start, end = (claim.start, claim.end) if offsets is None else (offsets.get(claim.start), offsets.get(claim.end))
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return None
        return (start, end)

    def _holds(self, span: Span, surface: str) -> bool:
        return bool(_spellings(self._text[slice(*span)]) & _spellings(surface))

    def _why_not(self, claim: Claim) -> str:
        written = f"[{claim.start}, {claim.end})"
        held = self._span(claim, Counting.CODE_POINTS)
        if held is None:
            return f"the span {written} is empty or outside the text of {len(self._text)} characters"
        if claim.surface is None:
            return f"the span {written} has no text beside it that tells what its offsets count"
        return f"the span {written} says {claim.surface!r}, but there stands {self._text[held[0] : held[1]]!r}"


def _offsets(text: str, *, utf_16: bool, one_newline: bool) -> dict[int, int]:
    """Code point offset by the front end's offset; offsets inside a pair are left out."""
    found, counted = {0: 0}, 0
    for at, character in enumerate(text):
        if not (one_newline and text.startswith("\r\n", at)):
            counted += 2 if utf_16 and ord(character) > _BEYOND_UTF_16_UNIT else 1
        found.setdefault(counted, at + 1)
    return found


def _spellings(surface: str) -> set[str]:
    """A surface as front ends spell its line ends: Label Studio writes each as a backslash and an n."""
    plain = surface.replace("\\n", "\n")
    return {plain.replace("\r\n", "\n").replace("\r", "\n"), plain.replace("\r", "\n")}
