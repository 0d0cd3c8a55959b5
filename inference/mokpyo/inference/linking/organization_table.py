"""Names of bodies: provinces with their short and former forms, generic heads, titles that stand for a body."""

PROVINCES: dict[str, tuple[str, ...]] = {
    "서울": ("서울특별시", "서울시"),
    "부산": ("부산광역시", "부산시"),
    "대구": ("대구광역시", "대구시"),
    "인천": ("인천광역시", "인천시"),
    "광주": ("광주광역시", "광주시"),
    "대전": ("대전광역시", "대전시"),
    "울산": ("울산광역시", "울산시"),
    "세종": ("세종특별자치시", "세종시"),
    "경기": ("경기도",),
    "강원": ("강원특별자치도", "강원도"),
    "충북": ("충청북도", "충북도"),
    "충남": ("충청남도", "충남도"),
    "전북": ("전북특별자치도", "전라북도", "전북도"),
    "전남": ("전라남도", "전남도"),
    "경북": ("경상북도", "경북도"),
    "경남": ("경상남도", "경남도"),
    "제주": ("제주특별자치도", "제주도"),
}
"""The seventeen first-tier regions: everyday name, then the forms of their governments, old and new."""

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

TITLES = frozenset(
    """
    시장 군수 구청장 도지사 지사 교육감 장관 차관 청장 처장 원장 회장 사장 대표 대표이사 이사장 총장
    센터장 본부장 국장 과장 실장 단장 부장 팀장 위원장 의장 행장 총재 소장 관장 관계자 대변인 부지사
    부시장 부군수 이사 상임이사 측 담당자 의원 총리 대통령 부총리 부사장 전무 상무 임원 책임자 정책관
    기획관 담당관 감독 교장 학장 사무총장 사무국장 부대표 지점장 공장장 사업소장 지부장 지회장 조합장
    주무관 연구위원 수석 비서관
    """.split()
)
"""Titles and roles behind a body's name; the person speaks and acts for the body."""

LEGAL_FORMS = ("주식회사", "㈜", "(주)", "(재)", "(사)", "재단법인", "사단법인", "학교법인", "농업회사법인", "유한회사")
"""Legal forms that a name carries or not."""

GROUP_SUFFIXES = ("그룹", "그룹사")
"""Suffixes that a business group's name carries or not: ``효성``, ``효성그룹``."""

OFFICE_SUFFIXES = {"시청": "시", "군청": "군", "구청": "구", "도청": "도"}
"""A local government's office stands for the government."""
