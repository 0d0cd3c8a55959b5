"""The result: which targets of a document add up, and which say different amounts of one thing."""

from dataclasses import dataclass
from enum import StrEnum


class RollupKind(StrEnum):
    """What the targets of a rollup are to each other."""

    SUM = "sum"
    """The parts add up to the whole."""
    PARTS_DIFFER = "parts_differ"
    """Parts by several days and a whole by the last of them, which they do not add up to."""
    CONTRADICTION = "contradiction"
    """One statement told with two amounts; which of them is right is left open."""


@dataclass(frozen=True, slots=True)
class Rollup:
    """Indexes into ``Document.targets``. All targets of a rollup have one centre and one unit."""

    kind: RollupKind
    whole: int
    """The whole of the parts; of a contradiction the mention that comes first in the text."""
    parts: tuple[int, ...]
    """The parts in text order; of a contradiction the one other mention."""
    total: int | float
    """What the parts add up to, in the unit's base; of a contradiction the other mention's amount."""
