"""Days with a name: month and day, or one for each year where the moon decides."""

from collections.abc import Mapping
from types import MappingProxyType

FIXED_HOLIDAYS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "삼일절": (3, 1),
        "3·1절": (3, 1),
        "3.1절": (3, 1),
        "식목일": (4, 5),
        "근로자의 날": (5, 1),
        "장애인의 날": (4, 20),
        "지구의 날": (4, 22),
        "어린이날": (5, 5),
        "어버이날": (5, 8),
        "스승의 날": (5, 15),
        "현충일": (6, 6),
        "환경의 날": (6, 5),
        "제헌절": (7, 17),
        "광복절": (8, 15),
        "국군의 날": (10, 1),
        "노인의 날": (10, 2),
        "개천절": (10, 3),
        "한글날": (10, 9),
        "성탄절": (12, 25),
        "크리스마스": (12, 25),
    }
)

LUNAR_FIRST_YEAR = 2000
"""The first year of :data:`LUNAR_HOLIDAYS`' rows."""

_SEOLLAL = """
0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201
0122 0210 0129 0217 0207 0127 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217
0206 0126 0214 0202 0123
"""
_CHUSEOK = """
0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910
0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 1002 0921 0910 0928 0917 1005 0925
0915 1004 0922 0911 0930
"""
_BUDDHA = """
0511 0501 0519 0508 0526 0515 0505 0524 0512 0502 0521 0510 0528 0517 0506 0525 0514 0503 0522 0512 0430 0519 0508
0527 0515 0505 0524 0513 0502 0520 0509 0528 0516 0506 0525 0515 0503 0522 0511 0430 0518 0507 0526 0516 0505 0524
0513 0502 0520 0509 0528
"""
_DAEBOREUM = """
0219 0207 0226 0215 0205 0223 0212 0304 0221 0209 0228 0217 0206 0224 0214 0305 0222 0211 0302 0219 0208 0226 0215
0205 0224 0212 0303 0221 0210 0227 0217 0206 0225 0214 0305 0222 0211 0301 0218 0207 0226 0215 0205 0224 0213 0303
0220 0209 0228 0216 0206
"""


def _rows(names: str, table: str) -> dict[str, tuple[tuple[int, int], ...]]:
    row = tuple((int(day[:2]), int(day[2:])) for day in table.split())
    return dict.fromkeys(names.split("|"), row)


LUNAR_HOLIDAYS: Mapping[str, tuple[tuple[int, int], ...]] = MappingProxyType(
    _rows("설 명절|설 연휴|설날|설날 연휴", _SEOLLAL)
    | _rows("추석|추석 명절|추석 연휴|한가위", _CHUSEOK)
    | _rows("부처님 오신 날|석가탄신일", _BUDDHA)
    | _rows("정월 대보름", _DAEBOREUM)
)
"""Month and day in each year from 2000 to 2050, by the Korean lunisolar calendar (KASI's rules, Korean time)."""

HOLIDAY_NAMES: tuple[str, ...] = (*FIXED_HOLIDAYS, *LUNAR_HOLIDAYS)
"""A holiday unit's value is an index into this."""


def holiday_in(index: int, year: int) -> tuple[int, int]:
    """Month and day of a holiday. Raises ``ValueError`` for a moon holiday outside the table."""
    name = HOLIDAY_NAMES[index]
    if name in FIXED_HOLIDAYS:
        return FIXED_HOLIDAYS[name]
    row = LUNAR_HOLIDAYS[name]
    if not 0 <= year - LUNAR_FIRST_YEAR < len(row):
        raise ValueError(f"{name} of {year} is not in the table")
    return row[year - LUNAR_FIRST_YEAR]
