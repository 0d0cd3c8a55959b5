"""One statement told with two amounts: flagged, never resolved, and only where nothing else explains the difference.

A false accusation is worse than a missed one. Two targets of one centre, unit and day contradict each other where

- the lead tells one and the text behind it the other, of the same object and like size, in nearly the
  same words, or
- both are totals and their sentences share two other quantities, or
- one is a whole, and parts of it by several days, the last of them the whole's, add up to something else.

Rounding (148 for 150), parts of a sum, increments and whatever stands in a list are no contradiction.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mokpyo.data.document import Document, Label
from mokpyo.inference.rollups.amounts import Amount, amounts_by_unit, in_one_sentence, last_place
from mokpyo.inference.rollups.rollup import Rollup, RollupKind
from mokpyo.inference.rollups.stages import Difference, differing_parts
from mokpyo.inference.rollups.words_table import PART_BEFORE, PART_BEHIND, TOTAL_BEFORE

MOST_AMOUNTS = 200
"""Of one unit; a text with more is a table, not an article, and is not searched for contradictions."""
LONG_LINE = 60
"""Characters of a line that is no headline any more: the lead ends with it."""
LONGEST_LEAD = 400
WORDS_AROUND = 40
"""Characters before and behind a number whose words are compared."""
SAME_WORDS = 0.5
"""Least share of two-syllable pieces that two mentions of one statement have in common."""
LARGEST_RATIO = 2
"""Of the two amounts of a statement that is told twice; a part, or all years together, differs by more."""
SHARED_QUANTITIES = 2

_HANGUL = re.compile("[가-힣]+")
_BLANKS = re.compile(r"\s+")


def find_contradictions(document: Document, sums: Sequence[Rollup]) -> list[Rollup]:
    """Contradictions and parts that differ from their whole, in text order; ``sums`` are those of the document."""
    summed = {at for one in sums for at in one.parts}
    found: list[Difference] = []
    for amounts in amounts_by_unit(document).values():
        single = [one for one in amounts if one.plain and one.center is not None and one.target not in summed]
        staged = list(differing_parts(single))
        parts = {part.target for one in staged for part in one.parts}
        found += staged
        if len(amounts) <= MOST_AMOUNTS:
            unstaged = [one for one in single if one.target not in parts]
            found += _Mentions(document, amounts).contradictions(unstaged)
    found.sort(key=lambda one: (one.whole.start, one.parts[0].start, one.kind))
    return [one.rollup() for one in found]


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The amounts of one unit in their document."""

    document: Document
    amounts: Sequence[Amount]

    def contradictions(self, single: Sequence[Amount]) -> Iterator[Difference]:
        """Pairs of ``single`` amounts, the first of them in the lead."""
        lead_end = _lead_end(self.document.text)
        told: set[int | None] = set()
        for first in single:
            if first.start >= lead_end:
                return
            for second in single:
                same = second.start > first.start and _may_be_one(first, second)
                if same and second.target not in told and self._is_one(first, second, lead_end):
                    told.add(second.target)
                    yield Difference(RollupKind.CONTRADICTION, first, [second])

    def _is_one(self, first: Amount, second: Amount, lead_end: int) -> bool:
        """Whether both mentions are of one statement; an amount that is told on both sides is not in dispute."""
        for other in self.amounts:
            if other.value == first.value and other.start > second.start:
                return False
            if other.value == second.value and other.start < lead_end and other is not second:
                return False
        return self._are_same_words(first, second) or self._are_totals(first, second)

    def _are_same_words(self, first: Amount, second: Amount) -> bool:
        if first.status is not second.status or not _have_one_object(first, second):
            return False
        if max(first.value, second.value) > LARGEST_RATIO * min(first.value, second.value):
            return False
        if not (self._stands_alone(first) and self._stands_alone(second)):
            return False
        left, right = _pieces(self.document.text, first), _pieces(self.document.text, second)
        return len(left & right) >= SAME_WORDS * max(1, min(len(left), len(right)))

    def _stands_alone(self, amount: Amount) -> bool:
        return not any(other is not amount and in_one_sentence(amount, other) for other in self.amounts)

    def _are_totals(self, first: Amount, second: Amount) -> bool:
        if not (first.before.endswith(TOTAL_BEFORE) and second.before.endswith(TOTAL_BEFORE)):
            return False
        return len(self._beside(first) & self._beside(second)) >= SHARED_QUANTITIES

    def _beside(self, amount: Amount) -> set[str]:
        """The other quantities of the sentence as written, without blanks."""
        return {
            _BLANKS.sub("", entity.text)
            for entity in self.document.entities
            if entity.label is Label.QUANTITY
            and amount.sentence[0] <= entity.start < amount.sentence[1]
            and not amount.start <= entity.start < amount.end
        }


def _lead_end(text: str) -> int:
    """Where the headlines and the first paragraph end."""
    at = 0
    for line in text[:LONGEST_LEAD].split("\n"):
        at += len(line) + 1
        if len(line) > LONG_LINE:
            break
    return min(at, LONGEST_LEAD)


def _may_be_one(first: Amount, second: Amount) -> bool:
    if first.center != second.center or in_one_sentence(first, second) or _is_part(first) or _is_part(second):
        return False
    if first.dated and second.dated and (first.last_day is None or first.last_day != second.last_day):
        return False
    # 148 told as 150 is rounded; 130 is not.
    return abs(first.value - second.value) >= max(last_place(first.value), last_place(second.value))


def _is_part(amount: Amount) -> bool:
    return amount.before.endswith(PART_BEFORE) or amount.behind.startswith(PART_BEHIND)


def _have_one_object(first: Amount, second: Amount) -> bool:
    short, long = sorted((first.object, second.object), key=len)
    return short != "" and long.endswith(short)


def _pieces(text: str, amount: Amount) -> set[str]:
    """Pieces of two syllables around the number, within its sentence."""
    first, last = amount.sentence
    before = text[max(first, amount.start - WORDS_AROUND) : amount.start]
    behind = text[amount.end : min(last, amount.end + WORDS_AROUND)]
    words = _HANGUL.findall(f"{before} {behind}")
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}
