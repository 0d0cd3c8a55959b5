"""Dates written in figures alone: ``2025. 12. 16.``, ``’25.3.1.``, ``21/04/2016``, ``(4/22)``, ``2026~2030``."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mokpyo.inference.dates.numbers_table import EVENTS_NAMED_BY_DAY
from mokpyo.inference.dates.tails_table import TAILS
from mokpyo.inference.dates.units import DateUnit, Unit

FIGURE_PATTERNS = (
    r"(?P<full>(?P<y>\d{4})(?P<mark>\. ?|-|/)(?P<m>\d{1,2})(?:(?P=mark)(?P<d>\d{1,2}))?(?P<stop>\.?)(?!\.?\d))"
    r"|(?P<year_last>(?P<lead>\d{1,2})(?P<between>[./-])(?P<mid>\d{1,2})(?P=between)(?P<ly>\d{4})(?![./-]?\d))"
    r"|(?P<quoted>['‘’](?P<qy>\d{2})\. ?(?P<qm>\d{1,2})\. ?(?P<qd>\d{1,2})(?!\.?\d))"
    r"|(?P<slashed>(?P<sy>\d{2})/(?P<sm>\d{2})/(?P<sd>\d{2})(?!/?\d))"
    r"|(?P<year_range>(?P<since>(?:19|20)\d\d) ?[~∼～〜–-] ?(?P<until>(?:19|20)\d\d)(?![\d.,:%/-]| ?년))"
    r"|(?P<month_day>(?P<mm>\d{1,2})\. (?P<dd>\d{1,2})\.(?!\d))"
    r"|(?P<slash_day>(?P<am>\d{1,2})/(?P<ad>\d{1,2})(?![\d/.,%]|분기))"
    rf"|(?P<event>(?P<em>\d{{1,2}})[·.ㆍ](?P<ed>\d{{1,2}})(?= ?(?:{'|'.join(EVENTS_NAMED_BY_DAY.split())})))"
)
"""Alternatives of one regular expression; the outermost group names the row of :data:`FIGURE_BUILDERS`."""

SMALL_DENOMINATOR = 10
"""Fractions are seldom written with a larger one."""
_DATE_GOES_ON = re.compile(r"\s?[(~∼]|까지|부터")
_JOSA = re.compile(rf"(?:{TAILS})(?![가-힣])")


def century_year(number: int) -> int:
    """The year that two figures stand for: 50 to 99 are of the 20th century."""
    return number + (1900 if number >= 50 else 2000)


def _in_calendar(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _whole(match: re.Match[str], year: int, month: int, day: int) -> DateUnit | None:
    if not _in_calendar(month, day):
        return None
    return DateUnit(match.start(), match.end(), Unit.FULL, date=(year, month, day))


def _full(match: re.Match[str]) -> DateUnit | None:
    year, month, day = (int(match[name] or 0) for name in ("y", "m", "d"))
    dotted = match["mark"].startswith(".")
    if not (day or (dotted and match["stop"])) or not 1 <= month <= 12 or day > 31 or not 1000 <= year <= 2999:
        return None
    # A stop that closes the date is part of it only in the spaced style, or where no day stands: 2025. 12. 16.
    keeps_stop = match["mark"] == ". " or not day
    end = match.end() if keeps_stop else match.end() - len(match["stop"])
    return DateUnit(match.start(), end, Unit.FULL, date=(year, month, day))


def _year_last(match: re.Match[str]) -> DateUnit | None:
    """Month first, as Americans write, unless the first figure can only be a day."""
    first, second, year = int(match["lead"]), int(match["mid"]), int(match["ly"])
    month, day = (second, first) if first > 12 else (first, second)
    return _whole(match, year, month, day) if 1900 <= year <= 2099 else None


def _quoted(match: re.Match[str]) -> DateUnit | None:
    return _whole(match, century_year(int(match["qy"])), int(match["qm"]), int(match["qd"]))


def _slashed(match: re.Match[str]) -> DateUnit | None:
    """In Korea the year comes first: 20/07/16 is 16 July 2020."""
    return _whole(match, century_year(int(match["sy"])), int(match["sm"]), int(match["sd"]))


def _year_range(match: re.Match[str]) -> DateUnit | None:
    since, until = int(match["since"]), int(match["until"])
    word_goes_on = re.match("[가-힣]", match.string[match.end() : match.end() + 1])
    if since >= until or (word_goes_on and not _JOSA.match(match.string, match.end())):
        return None
    return DateUnit(match.start(), match.end(), Unit.YEAR, since, until)


def _month_day(match: re.Match[str]) -> DateUnit | None:
    unit = _whole(match, 0, int(match["mm"]), int(match["dd"]))
    return None if unit is None else unit._replace(certain=_is_marked(match))


def _slash_day(match: re.Match[str]) -> DateUnit | None:
    """Certain where it can hardly be a fraction: ``04/22``, ``(4/22)``, ``10/2까지``, ``10/2에``; not ``1/3까지``."""
    month, day = int(match["am"]), int(match["ad"])
    unit = _whole(match, 0, month, day)
    if unit is None:
        return None
    marked = _is_marked(match)
    improper = month > day and (marked or _JOSA.match(match.string, match.end()) is not None)
    return unit._replace(certain=match["am"].startswith("0") or improper or (marked and day > SMALL_DENOMINATOR))


def _is_marked(match: re.Match[str]) -> bool:
    bracketed = match.string.startswith("(", match.start() - 1) if match.start() else False
    return bracketed or _DATE_GOES_ON.match(match.string, match.end()) is not None


def _event(match: re.Match[str]) -> DateUnit | None:
    """The day in the name of an event (``6·3 지방선거``): a date to some, a name to others, so never certain."""
    unit = _whole(match, 0, int(match["em"]), int(match["ed"]))
    return None if unit is None else unit._replace(certain=False)


FIGURE_BUILDERS: Mapping[str, Callable[[re.Match[str]], DateUnit | None]] = MappingProxyType(
    {
        "full": _full,
        "year_last": _year_last,
        "quoted": _quoted,
        "slashed": _slashed,
        "year_range": _year_range,
        "month_day": _month_day,
        "slash_day": _slash_day,
        "event": _event,
    }
)
"""What makes a unit of each alternative; ``None`` where the calendar has no such day."""
