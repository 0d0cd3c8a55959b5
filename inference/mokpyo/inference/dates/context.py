"""What surrounds an expression: the marks after it, and the dates before it."""

import datetime
import re
from dataclasses import dataclass, field

from mokpyo.inference.dates.expression import DateExpression
from mokpyo.inference.dates.interval import Interval
from mokpyo.inference.dates.mention import DateRole, Direction
from mokpyo.inference.dates.tails_table import ROLE_MARKS

_ROLES = [(role, re.compile(marks)) for role, marks in ROLE_MARKS]
_STOP = re.compile(r"\.(?=부터|까지)")
_PAREN = re.compile(r" ?\([^)\n]{1,20}\)")
_SENTENCE_END = re.compile(r"\n|[.!?…][\"'”’)\]]* |[.!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """An expression tied to the calendar; ``year_known`` unless its year was only inferred from the direction."""

    expression: DateExpression
    interval: Interval | None
    role: DateRole
    year_known: bool


@dataclass(slots=True)
class DateContext:
    """Everything that an expression may be counted from; it grows as a text is read."""

    text: str
    published: datetime.date | None
    direction: Direction
    sentence: list[ResolvedDate] = field(default_factory=list)
    """Dates of this sentence so far."""
    last_day: datetime.date | None = None
    """The day that 이날 means."""
    last: Interval | None = None
    """The interval that 같은 해 and 이듬해 are counted from."""

    def remember(self, resolved: ResolvedDate) -> None:
        """Take note of a date that has been read."""
        self.sentence.append(resolved)
        interval = resolved.interval
        if interval is None or resolved.expression.is_length:
            return
        self.last = interval
        if interval.first == interval.last:
            self.last_day = interval.last

    def enter(self, gap_start: int, gap_end: int) -> None:
        """Forget the sentence's dates where one ends between the two offsets."""
        if _SENTENCE_END.search(self.text, gap_start, gap_end):
            self.sentence.clear()


def role_after(text: str, end: int) -> DateRole:
    """How the words after ``end`` use the date, a bracket (``26일(화)까지``) or stop between them left out."""
    if stop := _STOP.match(text, end):
        end = stop.end()
    if bracket := _PAREN.match(text, end):
        end = bracket.end()
    return next((role for role, marks in _ROLES if marks.match(text, end)), DateRole.WITHIN)
