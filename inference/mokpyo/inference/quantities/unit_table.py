"""Units and counters: kind, dimension, and the factor to the dimension's base unit.

Each row lists spellings of one unit, divided by blanks; the first names it. An underscore stands for a blank inside.
"""

from mokpyo.inference.quantities.kinds import Dimension

MEASURES: tuple[tuple[Dimension, str, float], ...] = (
    # Base: square metre. One 평 is 400/121 m2 by law.
    (Dimension.AREA, "㎡ 제곱미터 평방미터 제곱_미터 평방_미터 m2 m²", 1),
    (Dimension.AREA, "평", 3.305785),
    (Dimension.AREA, "아르", 100),
    (Dimension.AREA, "ha HA 헥타르 ㏊ 헥타아르", 10_000),
    (Dimension.AREA, "㎢ 제곱킬로미터 평방킬로미터 제곱_킬로미터 평방_킬로미터 km2 km²", 1_000_000),
    (Dimension.AREA, "에이커", 4_046.8564224),
    (Dimension.AREA, "제곱피트 평방피트 제곱_피트 평방_피트 ft2 ft²", 0.09290304),
    (Dimension.AREA, "정보", 9_917.355),
    # Base: metre.
    (Dimension.LENGTH, "pm 피코미터", 1e-12),
    (Dimension.LENGTH, "㎚ nm 나노미터 나노", 1e-9),
    (Dimension.LENGTH, "㎛ μm 마이크로미터", 1e-6),
    (Dimension.LENGTH, "㎜ mm 밀리미터 밀리", 0.001),
    (Dimension.LENGTH, "㎝ cm 센티미터 센티 센치", 0.01),
    (Dimension.LENGTH, "dm 데시미터", 0.1),
    (Dimension.LENGTH, "m 미터 ｍ", 1),
    (Dimension.LENGTH, "㎞ km 킬로미터 킬로 Km KM", 1_000),
    (Dimension.LENGTH, "인치", 0.0254),
    (Dimension.LENGTH, "피트 ft", 0.3048),
    (Dimension.LENGTH, "야드", 0.9144),
    (Dimension.LENGTH, "마일", 1_609.344),
    (Dimension.LENGTH, "해리", 1_852),
    # Base: kilogram.
    (Dimension.MASS, "㎎ mg 밀리그램", 1e-6),
    (Dimension.MASS, "g 그램 그람", 0.001),
    (Dimension.MASS, "㎏ kg 킬로그램 Kg KG", 1),
    (Dimension.MASS, "근", 0.6),
    (Dimension.MASS, "온스", 0.028349523125),
    (Dimension.MASS, "t 톤 ｔ ton 미터톤", 1_000),
    (Dimension.MASS, "lb lbs", 0.45359237),
    # Base: litre.
    (Dimension.VOLUME, "㎖ ml mL cc ㏄ 밀리리터", 0.001),
    (Dimension.VOLUME, "㎗ dl dL 데시리터", 0.1),
    (Dimension.VOLUME, "ℓ L l 리터", 1),
    (Dimension.VOLUME, "㎘ kl kL 킬로리터", 1_000),
    (Dimension.VOLUME, "㎥ m3 m³ 세제곱미터 입방미터 세제곱_미터 입방_미터 루베", 1_000),
    (Dimension.VOLUME, "입방피트 세제곱피트 입방_피트 세제곱_피트 ft3 ft³", 28.316846592),
    (Dimension.VOLUME, "배럴", 158.987294928),
    (Dimension.VOLUME, "갤런", 3.785411784),
    # Base: watt.
    (Dimension.POWER, "W 와트", 1),
    (Dimension.POWER, "㎾ kW KW 킬로와트", 1e3),
    (Dimension.POWER, "㎿ MW 메가와트", 1e6),
    (Dimension.POWER, "GW 기가와트", 1e9),
    (Dimension.POWER, "TW 테라와트", 1e12),
    (Dimension.POWER, "마력", 735.49875),
    # Base: watt hour.
    (Dimension.ENERGY, "Wh 와트시", 1),
    (Dimension.ENERGY, "㎾h kWh KWh ㎾H kwh 킬로와트시 킬로와트아워", 1e3),
    (Dimension.ENERGY, "㎿h MWh 메가와트시", 1e6),
    (Dimension.ENERGY, "GWh 기가와트시", 1e9),
    (Dimension.ENERGY, "TWh 테라와트시", 1e12),
    (Dimension.ENERGY, "㎈ cal 칼로리", 0.0011622),
    (Dimension.ENERGY, "㎉ kcal Kcal 킬로칼로리", 1.1622),
    # Base: metre a second.
    (Dimension.SPEED, "m/s ㎧ m/sec", 1),
    (Dimension.SPEED, "km/h ㎞/h km/시 ㎞/시 킬로미터퍼아워", 1 / 3.6),
    (Dimension.SPEED, "노트", 1_852 / 3_600),
    # Base: byte, decimal prefixes as makers use them.
    (Dimension.DATA, "비트 bit", 0.125),
    (Dimension.DATA, "바이트", 1),
    (Dimension.DATA, "KB 킬로바이트", 1e3),
    (Dimension.DATA, "MB 메가바이트 ㎆", 1e6),
    (Dimension.DATA, "GB 기가바이트 ㎇", 1e9),
    (Dimension.DATA, "TB 테라바이트", 1e12),
    (Dimension.DATA, "PB 페타바이트", 1e15),
    # Base: bit a second.
    (Dimension.DATA_RATE, "Mbps 메가bps", 1e6),
    (Dimension.DATA_RATE, "Gbps 기가bps", 1e9),
    (Dimension.DATA_RATE, "Tbps 테라bps", 1e12),
    (Dimension.FREQUENCY, "㎐ Hz 헤르츠", 1),
    (Dimension.FREQUENCY, "㎑ kHz KHz 킬로헤르츠", 1e3),
    (Dimension.FREQUENCY, "㎒ MHz 메가헤르츠", 1e6),
    (Dimension.FREQUENCY, "㎓ GHz 기가헤르츠", 1e9),
    (Dimension.TEMPERATURE, "℃ °C ˚C 도 섭씨_도", 1),
    (Dimension.CONCENTRATION, "㎍/㎥ μg/m3 ㎍/m³ μg/㎥ 마이크로그램", 1),
    (Dimension.CAPACITY, "TEU 티이유", 1),
    (Dimension.CAPACITY, "DWT", 1),
    (Dimension.CAPACITY, "CGT", 1),
)
"""Dimension, spellings, factor to the base unit of the dimension."""

INCOMPARABLE_MEASURES = "ppm ppb hPa ㎩ dB ㏈ 데시벨 화소 만화소 mAh Ah V 볼트 암페어 lx 룩스 rpm bp bps 캐럿"
"""Units of dimensions with one member each: nothing to convert into."""

FAHRENHEIT = "℉ °F 화씨_도"
"""A temperature that no factor alone converts."""

CURRENCIES: tuple[tuple[str, str], ...] = (
    ("원", "원 won 원정 원권"),
    ("달러", "달러 불 US달러 미달러 미국달러 USD 미_달러 미국_달러 美달러"),
    ("홍콩달러", "홍콩달러 홍콩_달러 HKD"),
    ("호주달러", "호주달러 호주_달러 AUD"),
    ("뉴질랜드달러", "뉴질랜드달러 뉴질랜드_달러"),
    ("대만달러", "대만달러 대만_달러"),
    ("싱가포르달러", "싱가포르달러 싱가포르_달러"),
    ("캐나다달러", "캐나다달러 캐나다_달러"),
    ("센트", "센트"),
    ("펜스", "펜스 페니"),
    ("크로네", "크로네"),
    ("엔", "엔 엔화 일본_엔 JPY"),
    ("유로", "유로 EUR"),
    ("위안", "위안 위안화 RMB CNY 중국위안 중국_위안"),
    ("파운드", "파운드 영국파운드 영국_파운드"),
    ("루블", "루블"),
    ("루피", "루피"),
    ("루피아", "루피아"),
    ("동", "베트남동"),
    ("바트", "바트"),
    ("페소", "페소"),
    ("헤알", "헤알"),
    ("프랑", "프랑 프랑스_프랑"),
    ("스위스프랑", "스위스프랑 스위스_프랑 CHF"),
    ("링깃", "링깃"),
    ("리얄", "리얄"),
    ("디르함", "디르함"),
    ("크로나", "크로나"),
    ("코루나", "코루나"),
    ("마르카", "마르카 핀란드_마르카"),
    ("마르크", "마르크 독일_마르크"),
    ("길더", "길더 휠던 네덜란드_길더 네덜란드_휠던"),
    ("페세타", "페세타 스페인_페세타"),
    ("리라", "리라 튀르키예_리라 터키_리라"),
    ("드라크마", "드라크마"),
    ("즐로티", "즐로티"),
    ("포린트", "포린트"),
    ("디나르", "디나르"),
    ("셰켈", "셰켈"),
    ("리알", "리알"),
    ("텡게", "텡게"),
    ("투그릭", "투그릭"),
    ("라리", "라리"),
    ("콜론", "콜론"),
    ("볼리바르", "볼리바르"),
    ("나이라", "나이라"),
    ("실링", "실링"),
    ("킵", "킵"),
    ("짯", "짯"),
    ("마오", "마오"),
)
"""Name of the currency, its spellings. No rate converts one into another."""

MINOR_UNITS = {
    "달러": ("센트", 100),
    "유로": ("센트", 100),
    "파운드": ("펜스", 100),
    "원": ("전", 100),
    "엔": ("전", 100),
}
"""Currency, its smaller unit, and how many of those make one: ``1,385원 50전``."""

CURRENCY_SIGNS = {"$": "달러", "€": "유로", "£": "파운드", "¥": "엔", "₩": "원", "￦": "원"}
"""Signs that stand before the number."""

SHARES = "% %p %P %포인트 %_포인트 퍼센트 퍼센티지 퍼센트포인트 프로 ‰ 퍼밀 할"
MULTIPLES = "배 배수 곱절 갑절"

COUNTERS: tuple[tuple[Dimension, str], ...] = (
    (Dimension.PEOPLE, "명 인 사람 명분 인분 분 쌍 커플 부부 자녀 식구 조합원"),
    (Dimension.HOUSEHOLDS, "가구 세대 농가 어가 호 임가"),
    (
        Dimension.PLACES,
        "곳 개소 군데 개_소 채 실 객실 병상 석 좌석 자리 면 필지 층 구간 차로 차선 노선 "
        "점포 매장 개점 홀 레인 구좌 계좌 역 정거장 읍 동네 마을 코스 개구 개동 선석",
    ),
    (
        Dimension.BODIES,
        "개사 개_사 개국 개_국 개교 개_교 교 사 팀 개팀 업체 단체 기관 부서 학급 반 개반 조합 부처 학교 "
        "대학 기업 시군 개시군 개단",
    ),
    (Dimension.OCCURRENCES, "건 회 차례 번 가지 회차 경기 게임 라운드 판 바퀴 걸음 조회_수 뷰 클릭 콜 타석"),
    (
        Dimension.THINGS,
        "개 종 종류 대 척 량 편 기 본 그루 주 두 수 마리 장 매 부 권 쪽 페이지 통 병 잔 상자 박스 포 포기 포대 가마 "
        "가마니 세트 켤레 벌 점 작품 곡 표 의석 과목 학점 품목 조각 끼 줄 칸 문항 자 글자 단어 구 발 정 알 "
        "캡슐 그릇 접시 다발 송이 꾸러미 팩 묶음 톨 개비 자루 축 손 쾌 톳 접 필 폭 겹 단 문 좌 항목 대목 포인트 "
        "부문 분야 도즈 회분 식 폰 모 마디 마당 한판 컷 캔 컵 타래 다스 켤 개입 개들이 뿌리 박자 마일리지 "
        "계단 가닥 갈래 글로벌본부 극 특 축종 홉 뭇 짝 채널 정식 배속",
    ),
)

ORDINALS = "위 등 번째 회째 건째 개째 명째 호째 차전 순위 대째 년째 연속 승째 골째 학년 등급 급 회_연속 곳째"
"""``년째`` is a duration told as a count, and stays out by the longer rows of DURATIONS."""

PHASES = "차 단계 막 장면 주기 부작 시즌 세션 섹션 탄 화 쿼터 기수 심 범 라운드째"
NAMES = "기_신도시 호기 호점 호함 번함 호차 호실 번_홀 번홀 사단 군단 여단 공장 별관 청사 부두 유형 호_태풍 호골 루"
AGES = "세 살 대_중반 대_초반 대_후반"
SCORES = "골 승 패 무 득점 실점 홈런 안타 도루 이닝 타점 연승 연패 강 타 언더파 오버파 도움 어시스트 무승부 리바운드"

DURATIONS = (
    "년 년간 년도 년대 년생 년산 년차 개년 년째 년_동안 개년도 월 개월 개월간 개월째 개월_동안 달 달간 달째 "
    "일 일간 일째 "
    "일차 일자 일장 일_동안 주 주간 주일 주일간 주째 주년 분기 반기 학기 학년도 세기 해 해째 "
    "년여 개월여 년물 박 시즌째 년형 "
    "영업일 주차 돌 사분기 월호 월분 년분 일분 회계연도"
)
TIMES = "시 시간 분 초 시간대 시간째 분간 초간 시간여 분_만 시경 교시 초짜리 시부터 밀리초 회말 회초"
ROUTES = (
    "호선 번_국도 번국도 번_출구 번출구 번_게이트 번_버스 번버스 번길 번지 번지길 조_제 항 호_국도 번_지방도 "
    "호_지방도 번_고속도로 학번 학번들 페이지째 번_채널 번홈 번_홈 번_트랙 호_법정 호법정 호_국가지원지방도 번_문제"
)

SITES = "구역 지구 단지 블록 블럭 공구 동 생활권 주구 산단"
"""Numbered sites; several of them are counted with 개 (``3개 단지``)."""

NATIVE_COUNTERS = (
    "명 곳 개 가지 차례 마리 사람 번째 군데 배 살 번 건 회 대 척 채 권 장 편 종 종류 단계 팀 쌍 송이 그루 병 잔 분 벌 "
    "켤레 자루 점 줄 칸 통 상자 박스 포대 포기 표 골 경기 조각 끼 곡 동 갈래 축 개국 개교 개사 개소 업체 "
    "기업 기관 학교 "
    "단체 농가 가구 세대 바퀴 판 걸음 마디 달 해 주 주일 시 시간 달간 달째 곱절 갑절 층 가닥 자녀 식구 그릇 "
    "접시 문항 작품 과목 부문 분야 시군 코스 자리 폭 시즌 다스"
)
"""What a native number word may stand before, with a blank between."""

GLUED_NATIVE_COUNTERS = "명 곳 개 가지 차례 마리 사람 번째 군데 배 살 달 달간"
"""What a native number word may be written together with: elsewhere it makes other words (``한편``, ``세대``)."""

UNCERTAIN_AFTER_ONE = frozenset(
    {
        "번",
        "판",
        "걸음",
        "마디",
        "줄",
        "편",
        "표",
        "가지",
        "사람",
        "분",
        "층",
        "대",
        "점",
        "축",
        "자리",
        "주",
        "칸",
        "폭",
    }
)
"""After ``한`` these make adverbs and idioms (``한 번``, ``한 걸음``) as often as they count."""

GLUED_SINO_COUNTERS = "원 달러 명 개 곳 건 회 가구 세대 마리 평 톤 배 대 퍼센트"
"""What a number in Sino-Korean words may be written together with (``오천명``); not ``삼천포``, ``만점``, ``천장``."""

FIRST_COUNTERS = frozenset({"번째", "해"})
"""What 첫 makes an ordinal with; before other counters it is an adjective (``첫 경기``)."""

SHARED_WITH_NAMES = frozenset({"부", "호", "도", "국", "팀", "반", "사", "교", "실", "구", "선", "관", "군"})
"""Counters that also number courts, houses, islands and offices; glued to a name they do that."""

OTHER_WORDS = ("정도", "대비", "대로", "수도", "인도", "주의", "건의", "점차", "분의", "조의", "초과", "사이")
"""Words that begin like a counter and a josa; behind a blank they are themselves (``5 정도``)."""

EXCEEDING = "초과"
"""Not 초 with a josa, even where no blank parts it from the number."""

ANAPHORIC = frozenset({"기관", "기업", "업체", "단체", "학교", "도시", "작품", "팀", "종목"})
"""After a native number these point back at bodies already named (``두 기관은``) more often than they count."""
