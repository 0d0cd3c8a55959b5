"""Nouns around a number that are, or are not, what it counts."""

BOUND_WORDS = frozenset(
    """
    이상 이하 미만 초과 가량 정도 안팎 내외 여 약 총 최대 최소 모두 각각 각 이내 한도 남짓 수준 등 전체
    씩 단 상당수
    """.split()
)
"""Words between a number and its noun that only say how the number is meant."""

MEASURE_WORDS = frozenset(
    """
    규모 상당 어치 분량 분 짜리 크기 면적 길이 넓이 높이 폭
    """.split()
)
"""Words that join an amount to what it measures: ``100억원 규모의 펀드``."""

DIMENSION_NOUNS = frozenset(
    """
    길이 넓이 높이 폭 깊이 무게 너비 두께 지름
    """.split()
)
"""What is measured of a thing, not the thing: ``부두는 길이 300m`` measures 부두."""

ATTACHED_SUFFIXES = frozenset({"급"})
"""Suffixes, besides the words above, glued to a number before what it measures: ``40MW급 데이터센터``."""

MONEY_ENDINGS = (
    "비",
    "금",
    "액",
    "료",
    "예산",
    "펀드",
    "수당",
    "융자",
    "대출",
    "보증",
)
"""Endings of the kinds of money."""

OWN_COUNTERS = frozenset(
    """
    명 곳 개소 대 점 동 그루 채 가구 세대 종 호 필지 마리 척 ㎞ km ㎡ ha ㏊ 농가 개교 여명 실 칸
    """.split()
)
"""Counters of a kind of thing; 개, 건 and 회 count whatever stands on either side."""

EMPTY_NOUNS = frozenset(
    """
    나머지 그중 이중 것 수 등 중 가운데 이상 이하 바 때 이후 이전 전 후 뒤 동안 경우 정도 차례 당 내 외
    간 데 분야 부문 곳 개 명 원 총 약 월 매월 선착순 전액 급 짜리 여 의 를 을 연 분기별 추가 대상 모두
    최종 우선 신규 올해 내년 지난해 현재 향후 기준 대비 합계 누적 규모
    """.split()
)
"""Nouns that never are the object by themselves, nor open it."""

TRAILING_NOUNS = frozenset(
    """
    본격 순차적 조기 집중 정기 전면 특별 대폭 추가 최종 등 이상 이하 가량 규모 수준 내외 안팎 총 약 각각
    모두 최대 최소 전체 각 합계 누적 중 가운데
    """.split()
)
"""Words dropped from the end of a noun phrase to the left of a number."""

STRIPPED_ACTIONS = frozenset(
    """
    출범 시작 분담 활성화 재생활성화 개편 소각 회수 파견 시연 체험 관람 신청 정식 창업 보급 구축 조성
    육성 양성 지원 발굴 유치 확보 설치 건립 건설 신설 증설 설립 모집 채용 고용 선정 선발 공급 생산 투입
    투자 개최 운영 추진 실시 시행 제공 배포 전달 확대 도입 개발 개선 정비 창출 달성 완료 진행 확충 마련
    매입 구입 구매 체결 집행 지급 배치 수료 배출 출품 접수 보수 교체 철거 식재 이전 입주 분양 착공 준공
    완공 편성 배정 반영 출연 출자 적용 개점 출시 소진 할인 조달 상향 인상 감축 절감 전환 판매 수출 납품
    처리 수행 등록
    """.split()
)
"""Verbal nouns dropped from the end of an object: ``기업 창업을`` counts 기업."""

LEADING_MODIFIERS = frozenset(
    """
    지역 관내 도내 시내 관련 유망 우수 국내 해외 전국 연간 총 신규 추가 약 최대 각 전체 해당 기존
    """.split()
)
"""Nouns dropped from the front of an object of several words: ``지역 기업`` is 기업."""

CUT_AFTER = frozenset(
    """
    분야 부문 관련
    """.split()
)
"""Nouns that close a modifier: ``해조류 분야 창업팀`` is 창업팀."""

OBJECT_OF_UNIT = {
    "가구": "가구",
    "농가": "농가",
    "세대": "세대",
    "어가": "어가",
    "팀": "팀",
    "개 팀": "팀",
    "개팀": "팀",
    "개사": "기업",
    "개 사": "기업",
    "개교": "학교",
    "개 학교": "학교",
    "학급": "학급",
    "반": "반",
    "개반": "반",
}
"""Counters that say themselves what they count."""

OBJECT_OF_PREDICATE = {
    "투입": "사업비",
    "들이": "사업비",
    "쏟": "사업비",
    "쓰": "사업비",
    "투자": "투자",
    "지원": "지원금",
    "지급": "지원금",
    "편성": "예산",
    "배정": "예산",
    "반영": "예산",
    "집행": "예산",
    "융자": "융자",
    "대출": "대출",
    "보증": "보증",
    "수출": "수출",
    "수주": "수주",
    "기부": "기부금",
    "기탁": "성금",
    "출연": "출연금",
    "출자": "출자금",
    "모금": "성금",
    "조달": "자금",
    "확보": "예산",
}
"""What money is called where only the verb tells."""
