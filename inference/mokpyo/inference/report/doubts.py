"""What a reader should check: dates without a day, targets that the extractor was unsure of, parts that do not sum."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mokpyo.data.document import Bound, Document, Status, Target
from mokpyo.inference.render.evidence import evidence_span

LOW_SCORE = 0.6
"""Targets below this probability are shown as doubtful; the linker keeps none below one half. The lowest quarter of the
targets of sixty encyclopaedia news articles lay below it; the probabilities are not calibrated."""


class DoubtKind(StrEnum):
    """Why a target should be checked."""

    UNRESOLVED_DATE = "unresolved_date"
    LOW_SCORE = "low_score"
    PARTS_DIFFER = "parts_differ"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to check the target at index ``target`` of its document."""

    target: int
    kind: DoubtKind
    parts: tuple[int, ...] = ()
    """Indexes of the targets that look like parts of this one, for ``PARTS_DIFFER``."""
    sum: float = 0
    """What the parts add up to."""


def find_doubts(document: Document) -> list[Doubt]:
    """All doubts in the order of the targets."""
    doubts = [doubt for at, target in enumerate(document.targets) for doubt in _own_doubts(at, target)]
    return sorted([*doubts, *_differing_parts(document)], key=lambda doubt: doubt.target)


def _own_doubts(at: int, target: Target) -> Iterator[Doubt]:
    if target.deadline is not None and target.deadline.by is None:
        yield Doubt(at, DoubtKind.UNRESOLVED_DATE)
    if target.score < LOW_SCORE:
        yield Doubt(at, DoubtKind.LOW_SCORE)


def _differing_parts(document: Document) -> Iterator[Doubt]:
    """Wholes whose parts add up to something else.

    Parts are plans of one passage for the same thing by different days (40개 in the first half year, 60개 in the
    second); the whole is a plan of the same centre for the same thing, larger than each, by the last of those days.
    """
    for plans in _plans_alike(document).values():
        by_passage: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at in plans:
            by_passage[evidence_span(document, document.targets[at])].append(at)
        for parts in by_passage.values():
            if len({_last_day(document.targets[at]) for at in parts}) == len(parts) > 1:
                yield from _check_sum(document, plans, parts)


def _plans_alike(document: Document) -> dict[tuple[str | None, str | None, str], list[int]]:
    """Indexes of dated, exact, first-told plans by centre, object and unit."""
    alike: dict[tuple[str | None, str | None, str], list[int]] = defaultdict(list)
    for at, target in enumerate(document.targets):
        exact = target.quantity.bound is Bound.EXACT and target.quantity.high is None
        if exact and target.object and target.status is not Status.ACHIEVED and _last_day(target):
            alike[target.center, target.object, target.quantity.unit].append(at)
    return alike


def _last_day(target: Target) -> str:
    return "" if target.deadline is None or target.deadline.by is None else target.deadline.by.isoformat()


def _check_sum(document: Document, plans: list[int], parts: list[int]) -> Iterator[Doubt]:
    values = [document.targets[at].quantity.value for at in parts]
    last = max(_last_day(document.targets[at]) for at in parts)
    wholes = [
        at
        for at in plans
        if at not in parts
        and document.targets[at].quantity.value > max(values)
        and _last_day(document.targets[at]) == last
    ]
    total = sum(values)
    if wholes and all(document.targets[at].quantity.value != total for at in wholes):
        yield Doubt(wholes[0], DoubtKind.PARTS_DIFFER, tuple(parts), total)
