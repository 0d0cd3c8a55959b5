"""What Korean predicates say of a target: planned, under way, done, reported, or mere statistics.

Stems are Kiwi's dictionary forms; a verbal noun stands for itself with 하다, 되다 or 받다.
"""

PLAN_NOUNS = frozenset(
    """
    계획 예정 방침 목표 구상 복안 포부 청사진 로드맵 생각 각오 입장 의지 채비 전망 뜻 셈 것 참 작정 요량
    심산
    """.split()
)
"""Nouns that, after a future or present adnominal, make a plan of the clause: ``조성할 계획이다``."""

DATE_MODIFIERS = frozenset({("지나", "ᆫ"), ("오", "는"), ("다가오", "는")})
"""Verb and adnominal ending that only fix a date: ``지난``, ``오는``."""

INTENDING = frozenset(
    """
    려고 으려고 려 으려 고자 어야
    """.split()
)
"""Endings that, with 하다, tell of what is still to be done, whatever 하다's tense: ``늘리려고 했다``."""

PLAN_OBJECTS = frozenset(
    """
    계획 목표 방침 구상 로드맵 청사진 비전 계획안 방안
    """.split()
)
"""Nouns that make a plan of what modifies them whatever the verb's tense: ``육성하는 목표를 세웠다``."""

CONTENT_NOUNS = frozenset(
    """
    내용 협약 업무협약 결정 계약 양해각서 조례안 예산안 개정안
    """.split()
)
"""Nouns that, behind a present adnominal, tell what is yet to be done: ``지원하는 협약을 맺었다``."""

AMOUNTING = frozenset(
    """
    달하 이르 육박 해당 차지 불과 그치 머무르
    """.split()
)
"""Verbs that only say how much it is: ``총액은 41억 원에 달한다``."""

ENABLING = frozenset({"가능"})
"""Adjectives that, closing a clause, offer something: ``4억원까지 대출이 가능하다``."""

PLAN_REACHED = frozenset(
    """
    달성 초과 상회 넘 넘기 넘어서 웃돌 이루 이룩 완수 조기
    """.split()
)
"""Predicates that turn a plan noun into a result: ``목표를 달성했다``."""

REPORTING_STEMS = frozenset(
    """
    밝히 말 전 설명 강조 덧붙이 덧붙 발표 소개 언급 알리 알려지 전해지 당부 보도 보고 주장 지적 평가
    약속 예고 공개 다짐 피력 제시 반기 답 답변 공지 공고 홍보 시사 확인 따르 하 되 보이 풀이
    """.split()
)
"""Predicates that only report the clause before them: ``지원한다고 밝혔다``."""

STATISTICAL_STEMS = frozenset(
    """
    증가 감소 늘 늘어나 줄 줄어들 나타나 기록 집계 차지 달하 이르 발생 급증 급감 상승 하락 오르 내리 넘
    넘어서 웃돌 밑돌 추산 추정 조사 참석 참가 응답 꼽히 분석 보이 머무르 그치 불과 해당 위치 거주 분포
    밀집 등록 운집 사망 다치 부상 확진 숨지 피해 소요 걸리 지나 맞 앞서 뒤지 이기 지 꺾 오르내리 커지
    작아지 맞먹 미치 치솟 떨어지 쏟아지 번지
    """.split()
)
"""Predicates of facts that nobody undertakes: counts in them are background unless something else says target."""

STATE_STEMS = frozenset(
    """
    있 없 이 아니 같 많 적 크 작 높 낮 가능 필요 중요 되 보이 알려지 않 못하 가지 지니 속하 남 모자라
    부족
    """.split()
)
"""Predicates of states: nobody does anything in them."""

UNDERTAKING_STEMS = frozenset(
    """
    구성 투입 투자 지원 조성 구축 설립 설치 건립 건설 신설 증설 개설 개소 개최 열 운영 추진 시행 실시
    진행 유치 확보 편성 배정 반영 책정 마련 모집 채용 고용 선발 선정 발굴 육성 양성 배출 보급 공급 배포
    전달 기부 기탁 후원 납품 수출 판매 생산 제작 개발 출시 출품 도입 확대 확충 늘리 키우 만들 짓 세우 뽑
    사들이 매입 구매 구입 인수 체결 협약 발행 조달 대출 융자 보증 감면 면제 지급 환급 보전 상향 인상
    인하 줄이 감축 절감 저감 단축 낮추 높이 끌어올리 올리 달성 이루 창출 창업 사업화 입주 분양 착공 준공
    완공 완료 마무리 개통 복구 정비 보수 철거 교체 전환 개선 리모델링 재개발 심 식재 방류 살포 점검 단속
    검사 교육 컨설팅 상담 연계 파견 수료 이수 접수 처리 발급 등록 지정 인증 획득 수상 수주 집행 부과
    징수 걷 모으 모금 적립 출연 출자 쏟 쓰 들이 이전 배치 증원 충원 제공 나누 전수 소개 제시 설정 잡
    수립 담 포함 약정 이행 실현 강화 공개 늘어나 완성 거두 출범 발족 가동 운행 투하 증편 신축 증축 개축
    매각 처분 상환 발주 계약 낙찰 공모 선보이 펼치 벌이 나서 착수 돌입 이어가 갖추 두 들어서 채우 넓히
    심의 의결 승인 허가 청약 보상 맡기 수거 회수 재활용 감축하 저장 비축 방출 발송 배송 공연 전시 상영
    방문 탐방 찾 수집 기증 헌혈 제막 조림 벌채
    """.split()
)
"""Predicates of what a body undertakes; a quantity that depends on one is likely a target."""

INTRANSITIVE_BUILDING = frozenset({"들어서"})
"""Verbs of coming to be without a passive."""

BUILDING_STEMS = INTRANSITIVE_BUILDING | frozenset(
    """
    건립 조성 신축 증축 구축 건설 설치 투입 준공 완공 착공 리모델링
    """.split()
)
"""Verbs, in the passive, of what is built: it owns nothing yet."""

ACHIEVED_NOUNS = frozenset(
    """
    확보 선정 체결 완료 달성 돌파 수상 준공 완공 개통 개소 획득 수주 성료 마무리 전달 기탁 기부 배출
    수료 적발 검거 통과 발급 성공 폐막 마감 기록 발굴
    """.split()
)
"""Verbal nouns that, ending a headline, tell what has been done."""

ACCOMPLISHMENTS = frozenset(
    """
    확보 선정 선발 체결 완료 달성 유치 수상 준공 완공 개통 개소 획득 수주 마무리 발굴 채용 매입 인수
    접수 지정 통과 마련 만들 뽑
    """.split()
)
"""Verbs that are done once said with -아/어 before something still under way: ``12곳을 선정해 지원하고 있다``."""

SECURING = frozenset(
    """
    확보 편성 배정 교부 수주 획득 반영
    """.split()
)
"""Verbs after which the amount is in hand: ``452억원을 확보해 추진한다``, ``확보한 88억원으로``."""

PLANNING = frozenset(
    """
    계획 예정 구상 요구 건의 요청 추산 예상
    """.split()
)
"""Predicates of what is yet to be in whatever tense: ``총 8km로 계획돼 있다``, ``30억원을 요청했다``."""

SUMMING = frozenset(
    """
    더 더하 합치 합하 빼 제외
    """.split()
)
"""Verbs that join amounts and have no time of their own: ``5만원을 더한 총 38만원``."""

OFFERING = frozenset(
    """
    할인 감면 걸리 추가 담
    """.split()
)
"""Verbs whose past clause describes an offer or a content that is yet to be: ``10% 할인된 값에 판다``."""

PLANNED_TOPICS = frozenset(
    """
    대상 인원 금액 단가 규모 사업비 예산 정원 상금 요금 물량
    """.split()
)
"""Topics of what a programme offers or costs: ``모집 인원은 30명이다`` tells of no time and so of what is to come."""

OPEN_OFFERS = frozenset(
    """
    최대 선착순
    """.split()
)
"""Words before an amount that is still to be had: ``최대 30만원 지원``."""

FUTURE_WORDS = frozenset(
    """
    내년 연말 연내 향후 내달
    """.split()
)
"""Words that keep a clause without a tense from taking a later clause's past."""

ANNOUNCED = frozenset(
    """
    발표 공개 공지 공고
    """.split()
)
"""Reporting verbs that, in a passive present, tell of an event to come: ``당첨자는 9월에 발표된다``."""

POSSESSING = frozenset(
    """
    갖추 보유
    """.split()
)
"""Verbs whose progressive tells what is there already: ``주차장 30면을 갖추고 있다``."""

BEGINNING = frozenset(
    """
    착수 돌입
    """.split()
)
"""Verbs whose past means that the work goes on: ``공사에 착수했다``."""

GOAL_SETTING = frozenset(
    """
    확정 설정 잡 제시 세우 정하 높이 상향 높여잡 수립 제시하 낮추 하향 내걸 내세우
    """.split()
)
"""Verbs that set a goal: ``목표를 8조원으로 잡았다``."""

PROGRESS_ADVERBS = frozenset(
    """
    현재 지금
    """.split()
)
"""Adverbs that, with no other tense, put a clause under way."""

POSTPOSITIONAL_STEMS = frozenset(
    """
    통하 위하 대하 관하 따르 의하 인하 비하 비롯 포함 걸치 맞추 힘입 기하 대비 중심 향하 더불 둘러싸
    기반 바탕 앞두
    """.split()
)
"""Verbs that serve as case marks (``통해``, ``위해``, ``따라``): no clause of their own."""
