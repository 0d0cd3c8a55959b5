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
