"""Korean date words. A blank in a key may be left out in a text (``다음 달``, ``다음달``)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mokpyo.inference.dates.interval import Duration
from mokpyo.inference.dates.units import Basis, Modifier, Unit


class DateWord(NamedTuple):
    """What a word stands for; ``certain`` is false for words that are often something else."""

    kind: Unit
    value: int = 0
    basis: Basis = Basis.ABSOLUTE
    length: Duration | None = None
    modifier: Modifier | None = None
    certain: bool = True


def _relative(kind: Unit, offsets: Mapping[int, str], basis: Basis = Basis.PUBLISHED) -> dict[str, DateWord]:
    return {word: DateWord(kind, offset, basis) for offset, words in offsets.items() for word in words.split("|")}


def _numbered(kind: Unit, words: Mapping[int, str], *, certain: bool = True) -> dict[str, DateWord]:
    return {word: DateWord(kind, number, certain=certain) for number, row in words.items() for word in row.split("|")}


_MODIFIERS = {
    Modifier.LAST: "지난|저번|과거",
    Modifier.NEXT: "오는|돌아오는|다가오는",
    Modifier.THIS: "이번",
    Modifier.AHEAD: "향후|앞으로|다음",
    Modifier.RECENT: "최근",
    Modifier.EVERY: "매년|매주|매달|매월|해마다|매해",
}

_YEARS = {
    -2: "재작년|지지난 해",
    -1: "작년|작년도|지난 해|전년|전년도|지난 한 해|전년 동기|전년 동분기|전년 동월|작년 동기",
    0: "올 해|금년|금년도|올 한 해|올해 한 해|이번 해|올 시즌|올해 시즌",
    1: "내년|내년도|명년",
    2: "내후년|후년|다다음 해",
}
_MENTIONED_YEARS = {-1: "그 전해", 0: "같은 해|그 해|동년", 1: "이듬 해|그 다음 해"}
_SAME_PERIOD = "같은 기간|같은 달|같은 분기"
"""After a word for last year these compare with it as a whole, as 전년 동기 does."""


_MONTHS = {
    -2: "지지난 달|전전월",
    -1: "지난 달|전월|저번 달|직전 달",
    0: "이 달|이번 달|금월|당월",
    1: "다음 달|내달|익월|다가오는 달|돌아오는 달",
    2: "다다음 달|내내달",
}
_QUARTERS = {-1: "전 분기|지난 분기", 0: "이번 분기|금 분기", 1: "다음 분기"}

_MENTIONED_MONTHS = {0: "같은 달|그 달", 1: "그 다음 달"}

_WEEKS = {
    -2: "지지난 주",
    -1: "지난 주|저번 주",
    0: "이번 주|금주",
    1: "다음 주|다가오는 주|돌아오는 주",
    2: "다다음 주",
}

_DAYS = {
    -3: "그끄저께|그끄제",
    -2: "그저께|그제|엊그제|엊그저께",
    -1: "어제|어저께|전일",
    0: "오늘|금일",
    1: "내일|명일",
    2: "모레|내일 모레|낼모레",
    3: "글피",
}
_MENTIONED_DAYS = {-1: "전날|그 전날|하루 전날", 0: "이 날|당일|그 날|같은 날", 1: "다음 날|이튿 날|익일|그 다음 날"}

_SPELLED_MONTHS = {
    3: "삼월",
    4: "사월",
    5: "오월",
    6: "유월",
    7: "칠월",
    8: "팔월",
    9: "구월",
    10: "시월",
}
"""Certain only beside another unit: most are names as well."""

_HALVES = {1: "상반기|전반기", 2: "하반기|후반기", 0: "상·하반기|상하반기"}

_SEASONS = {1: "봄철", 2: "여름철|한여름", 3: "가을철", 4: "겨울철|한겨울"}
_BARE_SEASONS = {1: "봄|춘계", 2: "여름|하계", 3: "가을|추계", 4: "겨울|동계"}

_WEEKDAYS = {
    0: "월요일",
    1: "화요일",
    2: "수요일",
    3: "목요일",
    4: "금요일",
    5: "토요일",
    6: "일요일",
    7: "주말",
}

PART_WORDS = {
    1: "초순|상순|초",
    2: "중순|중반|중엽",
    3: "하순|말경|말",
    4: "첫날",
    5: "마지막 날",
    6: "초반|전반",
    7: "후반",
}
"""1, 2, 3: the first, middle and last part; 4, 5: the first and last day; 6, 7: the first and
last third."""

FIRST_AND_LAST_DAY = frozenset({4, 5})
"""The numbers of 첫날 and 마지막 날."""

_YEAR_PARTS = {1: "연초|년초", 3: "연말|년말"}

_LENGTHS = {
    Duration(days=1): "하루|하룻동안",
    Duration(days=2): "이틀",
    Duration(days=3): "사흘",
    Duration(days=4): "나흘",
    Duration(days=5): "닷새",
    Duration(days=6): "엿새",
    Duration(days=7): "일주일",
    Duration(days=8): "여드레",
    Duration(days=9): "아흐레",
    Duration(days=10): "열흘",
    Duration(days=15): "보름",
    Duration(months=6): "반년",
    Duration(months=12): "일년|일 년|한 해",
}

LAST_ORDINAL = 6
"""The number of the last week of a month or year, and of the last Friday."""

ORDINALS = {
    1: "첫째|첫|첫 번째",
    2: "둘째|두 번째",
    3: "셋째|세 번째",
    4: "넷째|네 번째",
    5: "다섯째|다섯 번째",
    LAST_ORDINAL: "마지막",
}
"""Before 주 and before the name of a weekday."""

DATE_WORDS: Mapping[str, DateWord] = MappingProxyType(
    {word: DateWord(Unit.MODIFIER, modifier=mark) for mark, row in _MODIFIERS.items() for word in row.split("|")}
    | _relative(Unit.YEAR, _MENTIONED_YEARS, Basis.MENTIONED)
    | _relative(Unit.YEAR, {1: "다음 해"}, Basis.NEAREST)
    | _relative(Unit.YEAR, _YEARS)
    | {
        f"{year} {period}": DateWord(Unit.YEAR, -1, Basis.PUBLISHED)
        for year in ("지난 해", "작년", "전년")
        for period in _SAME_PERIOD.split("|")
    }
    | {word: DateWord(Unit.YEAR, 0, Basis.TURN, certain=False) for word in ("새해", "신년")}
    | {"올": DateWord(Unit.YEAR, 0, Basis.PUBLISHED, certain=False)}
    | _relative(Unit.QUARTER, _QUARTERS)
    | _relative(Unit.MONTH, _MENTIONED_MONTHS, Basis.MENTIONED)
    | _relative(Unit.MONTH, _MONTHS)
    | _relative(Unit.WEEK, _WEEKS)
    | _relative(Unit.DAY, _MENTIONED_DAYS, Basis.NEAREST)
    | _relative(Unit.DAY, _DAYS)
    | _numbered(Unit.MONTH, _SPELLED_MONTHS, certain=False)
    | _numbered(Unit.HALF, _HALVES)
    | _numbered(Unit.SEASON, _SEASONS)
    | _numbered(Unit.SEASON, _BARE_SEASONS, certain=False)
    | _numbered(Unit.WEEKDAY, _WEEKDAYS)
    | {f"{word} 주": DateWord(Unit.WEEK, number) for number, row in ORDINALS.items() for word in row.split("|")}
    | _numbered(Unit.PART, PART_WORDS)
    | {word: DateWord(Unit.DURATION, certain=False) for word in ("며칠", "몇 일")}
    | {word: DateWord(Unit.DURATION, length=length) for length, row in _LENGTHS.items() for word in row.split("|")}
)
"""Every word that the scanner knows, but those of :data:`YEAR_SPANS`."""

YEAR_SPANS: Mapping[str, int] = MappingProxyType(
    {"연내": 0, "년내": 0} | {word: part for part, row in _YEAR_PARTS.items() for word in row.split("|")}
)
"""Words for (a part of) the year in question: 0 the whole, 1 its beginning, 3 its end."""
