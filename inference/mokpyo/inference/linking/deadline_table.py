"""Which dates limit a target, and how strongly."""

from mokpyo.inference.dates.mention import Granularity

DEADLINE_WEIGHTS = {
    "same_clause": 3.0,
    "same_clause_behind": 2.6,
    "earlier_clause": 2.0,
    "later_clause": 1.2,
    "frame": 1.0,
    "until": 1.0,
    "duration": 0.6,
    "day": -2.5,
}
"""Points of a date by its place, and more or less by what it says; the highest sum above zero is the deadline."""

FURTHEST_CARRY = 2
"""Sentences of a paragraph over which a stated period holds when no other date comes between."""

LONGEST_NAME = 25
"""Characters behind a date within which its quotation must close to be a name rather than speech."""

PERIODS = frozenset(
    {
        Granularity.YEAR,
        Granularity.HALF,
        Granularity.QUARTER,
        Granularity.SEASON,
        Granularity.MONTH,
        Granularity.PART,
        Granularity.DECADE,
    }
)
"""Units long enough to be a period in which something is reached; a day is an event."""

NAMED_BY_YEAR = (
    "본예산",
    "예산",
    "추경",
    "추가경정",
    "특별교부금",
    "세입",
    "세출",
    "회계연도",
    "국비",
    "정부예산",
    "정부 예산",
)
"""What a year names rather than limits: ``2026년도 본예산``."""

COMPARED = ("대비", "보다", "에 비해", "에 견줘", "과 비교", "와 비교")
"""What follows a date that something is compared with."""

TIME_NOUNS_OF_NEWS = ("에 따르면", "자로 ", "자 보도")
"""What follows the day of a report rather than of an event."""
