"""Which dates limit a target, and how strongly."""

from mokpyo.inference.dates.mention import Granularity

DEADLINE_WEIGHTS = {
    "same_clause": 3.0,
    "same_clause_behind": 2.6,
    "earlier_clause": 2.0,
    "later_clause": 1.2,
    "completion": 2.5,
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

COMPLETIONS = frozenset("완공 준공 완료 개통 개소 개장 개원 개관 개교 완성 마무리 입주".split())
"""Nouns that close a work: the date before one limits all that the sentence says of it."""

BEGINNINGS = frozenset("착공 착수 시작 개시 공고 출범".split())
"""Nouns that open a work: the date before one limits nothing."""

NEAR_EVENT = 12
"""Characters behind a date within which such a noun stands."""

AFTER_EVENT = ("이후", "이래", "당시")
"""What follows an event that a date names rather than limits: ``2021년 개관 이후``."""

SIZES = ("단위", "거치", "상환", "평균", "주기", "약정", "만기", "연속")
"""What makes a size of a length of time: ``4년 단위``, ``5년 거치``."""

SEASONS = frozenset({"봄", "여름", "가을", "겨울"})
"""Seasons that nothing ties to a year."""

LIMITS = ("까지", "안에", "내에", "이내", "중에")
"""What makes a limit even of a season."""

TIME_NOUNS_OF_NEWS = ("에 따르면", "자로 ", "자 보도")
"""What follows the day of a report rather than of an event."""
