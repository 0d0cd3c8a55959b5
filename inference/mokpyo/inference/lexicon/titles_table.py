"""Titles and roles of the persons that speak and act for a body (annotation guide, section 1)."""

TITLES = frozenset(
    """
    시장 군수 구청장 도지사 지사 교육감 장관 차관 청장 처장 원장 회장 사장 대표 대표이사 이사장 총장
    센터장 본부장 국장 과장 실장 단장 부장 팀장 위원장 의장 행장 총재 소장 관장 관계자 대변인 부지사
    부시장 부군수 부구청장 이사 상임이사 측 담당자 의원 시의원 도의원 총리 대통령 부총리 부사장 전무 상무
    임원 책임자 정책관 기획관 담당관 감독 교장 학장 사무총장 사무국장 부대표 지점장 공장장 사업소장 지부장
    지회장 조합장 서장 면장 읍장 동장 이장 주무관 연구위원 연구원 수석 비서관 교수 기자 대원 직원 공무원
    """.split()
)
"""What stands behind a body's name after a blank, is no part of it, and lets the body speak."""
