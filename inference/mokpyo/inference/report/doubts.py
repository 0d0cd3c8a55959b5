"""What a reader should check: dates without a day, targets that the extractor was unsure of, amounts that disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mokpyo.data.document import Document, Target
from mokpyo.inference.rollups.rollup import Rollup, RollupKind

LOW_SCORE = 0.6
"""Targets below this probability are shown as doubtful; the linker keeps none below one half. The lowest quarter of the
targets of sixty encyclopaedia news articles lay below it; the probabilities are not calibrated."""


class DoubtKind(StrEnum):
    """Why a target should be checked."""

    UNRESOLVED_DATE = "unresolved_date"
    LOW_SCORE = "low_score"
    PARTS_DIFFER = RollupKind.PARTS_DIFFER.value
    CONTRADICTION = RollupKind.CONTRADICTION.value


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to check the target at index ``target`` of its document."""

    target: int
    kind: DoubtKind
    parts: tuple[int, ...] = ()
    """Indexes of the targets that disagree with this one: its parts, or the other mention."""
    sum: float = 0
    """What they add up to."""


def find_doubts(document: Document, rollups: Sequence[Rollup]) -> list[Doubt]:
    """All doubts in the order of the targets; ``rollups`` are the document's."""
    doubts = [doubt for at, target in enumerate(document.targets) for doubt in _own_doubts(at, target)]
    doubts += [
        Doubt(one.whole, DoubtKind(one.kind.value), one.parts, one.total)
        for one in rollups
        if one.kind is not RollupKind.SUM
    ]
    return sorted(doubts, key=lambda doubt: doubt.target)


def _own_doubts(at: int, target: Target) -> Iterator[Doubt]:
    if target.deadline is not None and target.deadline.by is None:
        yield Doubt(at, DoubtKind.UNRESOLVED_DATE)
    if target.score < LOW_SCORE:
        yield Doubt(at, DoubtKind.LOW_SCORE)
