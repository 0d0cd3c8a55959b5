"""Names of bodies: their generic heads, alone and at the end of a name, and suffixes that a name may lack."""

GENERIC_HEADS = tuple(
    """
    센터 위원회 협의회 진흥원 연구원 공사 공단 재단 협회 조합 그룹 은행 대학교 대학 본부 교육청 경찰청
    소방본부 공장 회의소 테크노파크 기구 사업단 추진단 법인 의회 병원 학교 연합회 중앙회 총연맹 박물관
    도서관 공항 항만공사 시청 도청 군청 구청 보건소 연구소 기술원 평가원 정보원 관리원 개발원 교육원
    수련원 기획단 지원단 조직위 조직위원회 시의회 도의회 군의회 특별자치도 특별자치시 광역시 특별시 부
    처 청 원 도 시 군 구 사 단 당
    """.split()
)
"""Last nouns of bodies, longest of a kind first; a name short of all but one of them still names the body."""

BARE_HEADS = frozenset(
    """
    협의체 추진위 추진위원회 운영위원회 도 시 군 구 센터 위원회 협의회 진흥원 연구원 공사 공단 재단 협회
    조합 그룹 대학 대학교 본부 교육청 회사 당 병원 조직위 조직위원회 사업단 추진단 의회 시의회 도의회
    군의회 은행 법인 연합회 중앙회 기관
    """.split()
)
"""Heads that stand alone for a body named before: ``도는``, ``센터는``, ``회사는``."""

COMPANY_WORDS = frozenset({"회사"})
"""Bare heads that point at whichever company was named last, whatever its ending."""

GENERIC_NAMES = frozenset(
    """
    기업 중소기업 대기업 중견기업 업체 스타트업 벤처기업 소상공인 지자체 산업 기관 단체 학교 농가
    시민단체
    """.split()
)
"""Nouns of kinds of bodies: they name none, whatever a tagger says."""

GROUP_SUFFIXES = ("그룹", "그룹사")
"""Suffixes that a business group's name carries or not: ``효성``, ``효성그룹``."""

OFFICE_SUFFIXES = {"시청": "시", "군청": "군", "구청": "구", "도청": "도"}
"""A local government's office stands for the government."""

NATIONAL_PREFIXES = ("대한민국", "한국", "국립")
"""What a national body's name opens with or not: ``한국농어촌공사``, ``농어촌공사``."""

PARTS_OF_GOVERNMENTS = ("읍", "면", "동")
"""Endings of the parts of a city or county that act as offices."""

PUBLIC_HOUSES = ("시립", "군립", "구립", "도립", "시의회", "군의회", "구의회", "도의회")
"""Beginnings of a local body's name that stand for it without the place: ``나주시립도서관``, ``시립도서관``."""

LEFT_OUT = ("국제", "종합")
"""Words that everyday forms of a name leave out: ``인천국제공항공사``, ``인천공항공사``."""

EVERYDAY_NAMES = {
    "코레일": "한국철도공사", "LH": "한국토지주택공사", "한전": "한국전력공사", "한국전력": "한국전력공사",
    "한수원": "한국수력원자력", "캠코": "한국자산관리공사", "코트라": "대한무역투자진흥공사",
    "KOTRA": "대한무역투자진흥공사", "코이카": "한국국제협력단", "KOICA": "한국국제협력단",
    "aT": "한국농수산식품유통공사", "한은": "한국은행", "건보공단": "국민건강보험공단",
    "행복청": "행정중심복합도시건설청", "선관위": "중앙선거관리위원회", "권익위": "국민권익위원회",
    "방통위": "방송통신위원회", "공정위": "공정거래위원회", "금융위": "금융위원회", "중기중앙회": "중소기업중앙회",
    "전경련": "전국경제인연합회", "한예종": "한국예술종합학교", "카이스트": "한국과학기술원",
    "KAIST": "한국과학기술원", "ETRI": "한국전자통신연구원", "KIST": "한국과학기술연구원",
}  # fmt: skip
"""Public bodies whose everyday name is no part of the official one, by that name."""
