"""Figures and number words with their date units, and what may not or must follow them."""

from collections.abc import Mapping
from types import MappingProxyType

from mokpyo.inference.dates.interval import Duration

NATIVE_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
        "열": 10, "열두": 12,
    }
)  # fmt: skip
"""Numbers before 달, 해 and 주."""

LENGTH_UNITS: Mapping[str, Duration] = MappingProxyType(
    {
        "년": Duration(months=12),
        "개년": Duration(months=12),
        "해": Duration(months=12),
        "분기": Duration(months=3),
        "개월": Duration(months=1),
        "달": Duration(months=1),
        "주일": Duration(days=7),
        "주": Duration(days=7),
        "일": Duration(days=1),
    }
)
"""What one of each unit lasts."""

NOT_A_DATE_AFTER: Mapping[str, str] = MappingProxyType(
    {
        "년": "생 차 산 식 물 근",
        "월": "호 생 산 급 물 령 회",
        "일": "차 장 시장 치 자리 정 몫 분 본 반",
        "주": "기 년 식 택 차 소 민 자 주 문 거 가 의 식은 당",
        "분기": "별 점",
        "개월": "차 령",
        "주일": "",
        "개년": "",
        "달": "러 성 리 인 려 력 라",
        "해": "상 외 당 양 안 결 제 소",
    }
)
"""After a number and this unit these letters make it something else (``2년차``, ``5주년``, ``3주택``, ``1일차``)."""

WEAK_UNITS = frozenset({"주", "해"})
"""Units that count other things as well (shares, trees): certain only with 간, 동안, 뒤 … after them."""

TIMES = "회 번 차례 시간 잔 알 끼 정"
"""``1일 2회`` is a rate, not a date."""

WEEKS_BEFORE = "과정 프로그램 교육 연속 기준 일정 진단 훈련"
"""Nouns before which a bare ``8주`` is eight weeks."""

YEARS_LONG_BEFORE = "더 넘 안 채 지나 전 걸 이상 이하 만"
"""After a year of two figures these make it a number of years: ``10년도 더``, ``'10년 이상'``."""

SINO_DIGITS = "일이삼사오육칠팔구"
"""1 to 9 as they are spelled."""

SPELLED_CENTURIES: Mapping[str, int] = MappingProxyType({"이천": 2000, "천구백": 1900, "일천구백": 1900})
"""How a spelled year begins; tens and ones follow."""

EVENTS_NAMED_BY_DAY = (
    "대책 선언 운동 사건 비상계엄 계엄 항쟁 혁명 의거 테러 참사 지방선거 총선 대선 보궐선거 재보선 민주화 민주항쟁 "
    "합의 조치 전쟁 사태 만세 여순 공동선언 부동산"
)
"""Before these ``9·7`` is a month and a day."""

COUNTERS_AFTER_YEAR = "명 원 개 가구 여 만 억 건 달러 세대 대 톤 회 곳 호 점 년 월 일 ㎡ kg km 시간 분 m t"
"""A bare ``2026`` followed by one of these is a quantity, not a year."""
