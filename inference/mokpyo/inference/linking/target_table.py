"""What tells a target from background: features with their weights, and the words that they look for."""

TARGET_WEIGHTS = {
    "bias": -0.6,
    "action": 1.0,
    "undertaking": 1.2,
    "undertaking_noun": 1.0,
    "planned": 1.0,
    "done_or_doing": 0.1,
    "has_subject": 0.8,
    "money": 0.3,
    "headline": 0.6,
    "bound": 0.3,
    "becomes": 1.5,
    "part_of_target": 1.0,
    "statistic": -2.6,
    "increment": -2.6,
    "baseline": -4.0,
    "threshold": -3.0,
    "attendance": -3.0,
    "uncounted_noun": -3.6,
    "background_noun": -1.5,
    "per_one": -5.0,
    "definition": -0.3,
    "no_predicate": 0.0,
    "caption": -2.0,
    "quoted_name": -2.5,
    "conditional": -2.0,
    "comparison": -1.5,
    "year_count": -1.0,
    "measured_topic": 1.6,
    "arrow": -3.0,
    "received": -2.8,
    "unknown_unit": -1.5,
    "floor_of_building": -3.0,
    "ability": -1.2,
    "only": -2.0,
    "definition_frame": -2.0,
    "denomination": -4.0,
    "share": -1.2,
    "share_of_whole": -2.0,
    "former_level": -3.5,
    "forecast": -3.0,
    "major": -3.5,
    "cohort": -3.5,
    "past_result": -2.5,
    "weather_or_game": -4.0,
    "ownerless": -1.6,
    "weak_owner": -0.6,
    "people_act": -1.5,
    "sanction": -3.0,
    "participants": -2.0,
    "nationwide": -2.5,
    "one_of": -2.5,
}
"""Log-odds that each feature adds; a quantity is a target when the sum is above zero."""

RULING_OUT = -2.5
"""A feature of at most this weight stands against a list mate's lift."""

WEAK_LINKS = frozenset({"leading", "possessor"})
"""Links that find an owner only because some body has to be it."""

UNCOUNTED_NOUNS = frozenset(
    """
    분야 부문 영역 항목 국가 개국 광역 시군 시·군 지자체 자치단체 광역자치단체 기초자치단체 기초지자체
    차례 가지 축종 단계 유형 과목 종목 요일 학년 방면 측면 주체 기관 부처 전략 축 구간 권역 부서 회원
    조건 요건 기준 원칙 시도 시·도 읍면동 지점 세대주 정당 위원 발제 세션 코스 시리즈 컨소시엄 회원국
    회원사
    """.split()
)
"""Nouns whose count describes a programme rather than measures it."""

BACKGROUND_NOUNS = frozenset(
    """
    인구 실업률 고용률 점유율 지지율 만족도 응답자 응답률 설문 출산율 물가 주가 환율 금리 시세 평균
    사망자 확진자 피해 강수량 기온 키 몸무게 나이 기록 득표율 시청률 관객 경쟁률 매출액 영업이익 순이익
    당기순이익 부채 적자 재고 비중 출생아 고령화율 유권자 전국 조사 통계 감염 사고 화재 부상자 관람객
    누적강수량 진도 규모 시가총액
    """.split()
)
"""Nouns of statistics that nobody undertakes."""

MEASURED_TOPICS = frozenset(
    """
    인원 규모 물량 사업비 총사업비 면적 부지면적 연면적 예산 목표 투자액 투자금 투자 금액 사업량 한도
    지원금 지원액 보조금 정원 고용인원 모집인원 대상 용량 연장 길이 상금 총상금 보상금 국비 도비 시비
    군비 구비 지방비 자부담 민자 융자
    """.split()
)
"""Nouns that a programme is measured by: ``고용인원은 10명이다`` states a target without a verb."""

FORMER_LEVELS = ("기존", "당초", "종전", "평소", "예년", "지금의", "현재의", "종래", "원래")
"""Words right before a number that is left behind: ``기존 350만 원에서``."""

DEFINED_NOUNS = frozenset(
    """
    제도 사업 공간 기관 곳 시설 행사 축제 대회 프로그램 것 정책 상 시스템 플랫폼 보험 모임 단체
    """.split()
)
"""What a definition says that something is: ``22개 사업을 지원하는 제도다``."""

FORECASTS = (
    "것으로 보",
    "것으로 본",
    "것으로 봤",
    "것으로 전망",
    "것으로 예상",
    "것으로 예측",
    "것으로 추정",
    "것으로 내다",
    "전망이다",
    "전망된다",
    "예상된다",
)
"""Ends of clauses that foretell what nobody undertakes."""

SANCTIONS = ("과징금", "과태료", "이행강제금", "벌금", "추징금", "배상금", "벌점", "과료", "손해배상", "변상금")
"""What an authority imposes: it undertakes nothing with it."""

RESULT_NOUNS = frozenset(
    """
    매출 매출액 영업이익 순이익 당기순이익 영업손실 흑자 적자 수입 소득
    """.split()
)
"""Financial results: background once they are past."""

GAME_STEMS = frozenset(
    """
    올리 넣 따 따내 내주 꺾 이기 지 앞서 뒤지 잡아내 터뜨리
    """.split()
)
"""Predicates of points in games."""

INCREMENT_WORDS = frozenset(
    """
    증가 늘 늘어나 감소 줄 줄어들 상승 하락 급증 급감 오르 내리 높 낮 많 적 크 빠르 뛰
    """.split()
)
"""Predicates right behind a number that make it a difference: ``12% 증가한``."""

BECOMES_WORDS = frozenset(
    """
    확대 늘리 늘 증가 상향 늘어나 높이 인상 증원 증편 확충 올리 끌어올리 키우 줄이 감축 낮추 인하 단축
    """.split()
)
"""Predicates that make ``Q로`` the level to reach: ``2000명으로 확대``."""

ATTENDANCE_STEMS = frozenset(
    """
    참석 참가 참여 운집 모이 방문 찾 관람 몰리 함께
    """.split()
)
"""What people who are counted did without being a target."""

ELIGIBILITY_NOUNS = frozenset(
    """
    기업 법인 가구 업체 사업장 농가 세대 자 사람 청년 근로자 주민 소상공인 단체 시설 차량 건물 주택 토지
    경우 대상 대상자 신청자 이용자 차주 고객 중소기업 중견기업 농어가 어가 가정 학생 자녀 아동 노인
    어르신 여성 남성 고령자 장애인 업소 점포 음식점 대학 학교 병원 사업 업체수 매장 회사
    """.split()
)
"""Whom a threshold picks out: ``매출 50억원 이상 기업``."""

CONDITION_ENDINGS = ("면", "거나", "어야")
"""Endings that make a condition of their clause."""
