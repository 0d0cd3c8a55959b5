"""Korean number words, and what typography makes of digits."""

from collections.abc import Mapping
from types import MappingProxyType

FULL_WIDTH: Mapping[int, str] = MappingProxyType(
    {
        **{0xFF10 + digit: str(digit) for digit in range(10)},
        ord("，"): ",",
        ord("．"): ".",
        ord("％"): "%",
        ord("＄"): "$",
        ord("～"): "~",
        ord("－"): "-",
        ord("\u00a0"): " ",
        **dict.fromkeys((0x2002, 0x2003, 0x2005, 0x2007, 0x2009, 0x200A, 0x202F), " "),
        ord("\u3000"): " ",
    }
)
"""One code point for one, so that offsets stay: full-width forms and odd blanks to their ASCII counterparts."""

SINO_DIGITS: Mapping[str, int] = MappingProxyType(
    {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
)

COPULA = "이"
COPULA_ENDINGS = frozenset("다고며나면라었지")
"""Before these 이 is the copula, not two: ``구백이다``."""

SMALL_UNITS: Mapping[str, int] = MappingProxyType({"십": 10, "백": 100, "천": 1_000})
"""Multipliers inside a group of four digits."""

BIG_UNITS: Mapping[str, int] = MappingProxyType({"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16})
"""Multipliers of a whole group."""

NATIVE_TENS: Mapping[str, int] = MappingProxyType(
    {
        "열": 10,
        "스물": 20,
        "서른": 30,
        "마흔": 40,
        "쉰": 50,
        "예순": 60,
        "일흔": 70,
        "여든": 80,
        "아흔": 90,
    }
)

NATIVE_ONES: Mapping[str, int] = MappingProxyType(
    {
        "한": 1,
        "두": 2,
        "세": 3,
        "네": 4,
        "다섯": 5,
        "여섯": 6,
        "일곱": 7,
        "여덟": 8,
        "아홉": 9,
    }
)

NATIVE_SINGLE: Mapping[str, int] = MappingProxyType({"첫": 1, "스무": 20, "석": 3, "넉": 4})
"""Forms that combine with nothing."""

NATIVE_ALONE: Mapping[str, int] = MappingProxyType({"하나": 1, "둘": 2, "셋": 3, "넷": 4})
"""Forms that stand without a counter."""

SINO_ALONE: Mapping[str, int] = MappingProxyType({"영": 0, "삼": 3, "육": 6, "칠": 7})
"""Lone Sino-Korean digits that are seldom another word before a josa, as 이, 일, 사, 오, 구 and 팔 are."""

DECIMALS = "영일이삼사오육칠팔구"
"""The digits behind 점, in words: ``이 점 영삼`` is 2.03."""

HALF = "반"
DOZEN = "다스"

SIGNS = ("마이너스", "음수")
"""Words that make the number after them negative."""

MINUSES = "-−"

BELOW_ZERO = "영하"
ABOVE_ZERO = "영상"
SCALES = ("섭씨", "화씨")

NATIVE_RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "한두": (1, 2),
        "두세": (2, 3),
        "두어": (2, 3),
        "두서너": (2, 4),
        "서너": (3, 4),
        "너댓": (4, 5),
        "네댓": (4, 5),
        "네다섯": (4, 5),
        "대여섯": (5, 6),
        "예닐곱": (6, 7),
        "일고여덟": (7, 8),
    }
)

SEVERAL = frozenset({"수", "몇"})
"""Before a multiplier: ``수십``, ``몇천``. The value is that of the multiplier, the bound ``about``."""

ODD = frozenset({"여", "몇"})
"""After a number: ``30여``, ``20몇``."""


def native_numbers() -> dict[str, tuple[int, int | None]]:
    """Every native number word up to 99 that stands before a counter, with its value and a range's other end."""
    words: dict[str, tuple[int, int | None]] = {word: (value, None) for word, value in NATIVE_ONES.items()}
    words |= {word: (value, None) for word, value in (*NATIVE_TENS.items(), *NATIVE_SINGLE.items())}
    words |= {ten + one: (tens + ones, None) for ten, tens in NATIVE_TENS.items() for one, ones in NATIVE_ONES.items()}
    return words | dict(NATIVE_RANGES)
