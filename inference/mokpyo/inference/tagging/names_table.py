"""How names of bodies are built and used: endings, ministries, roles (annotation guide, section 1)."""
# Long lists stand as words: a reader checks them better than a column of quotes.

MINISTRIES = frozenset(
    """
    기획재정부 재정경제부 기획예산처 교육부 과학기술정보통신부 과기정통부 과기부 외교부 통일부 법무부
    국방부 행정안전부 행안부 국가보훈부 문화체육관광부 문체부 농림축산식품부 농식품부 산업통상자원부
    산업통상부 산업자원부 지식경제부 산업부 보건복지부 복지부 환경부 기후에너지환경부 고용노동부 노동부
    여성가족부 성평등가족부 국토교통부 국토부 해양수산부 해수부 중소벤처기업부 중기부 미래창조과학부
    미래부 기재부 교육과학기술부 안전행정부 행정자치부 인사혁신처 법제처 식품의약품안전처 식약처
    국가데이터처 지식재산처 국세청 관세청 조달청 통계청 병무청 방위사업청 경찰청 소방청 국가유산청
    문화재청 농촌진흥청 농진청 산림청 특허청 기상청 질병관리청 해양경찰청 해경청 중소기업청 중기청
    우주항공청 재외동포청 새만금개발청 행정중심복합도시건설청 행복청 국무조정실 국무총리실 대통령실
    청와대 감사원 국가정보원 국정원 금융감독원 금감원 금융위원회 금융위 공정거래위원회 공정위
    국민권익위원회 권익위 방송통신위원회 방통위 개인정보보호위원회 원자력안전위원회 국가인권위원회
    인권위 중앙선거관리위원회 선관위 국회 대법원 헌법재판소 헌재 한국은행 한은 검찰 대검찰청 검찰청 정부
    백악관 유엔 유네스코 세계은행
    """.split()
)
"""State bodies by their full and everyday names, those renamed since 2013 too."""

BODY_ENDINGS = tuple(
    """
    위원회 공사 공단 재단 진흥원 연구원 연구소 교육청 교육지원청 경찰서 경찰청 소방서 협회
    연합회 중앙회 조합 상공회의소 상의 은행 그룹 테크노파크 센터 보건소 보건지소 의회 시청 군청
    구청 도청 공동체 사업단 추진단 지원단 조직위 운영위 추진위 노조 사무소 학교 병원 의료원
    증권 전자 건설 중공업 화학 제약 텔레콤 통신 신문 일보 방송 농협 수협 축협 신협 법원
    검찰청 지검 지청 세무서 우체국 장학회 봉사단 문화원 체육회 예총 교육원 평가원 정보원 관리원
    개발원 기술원 과학원 대학 대학원 금고 연맹 협력단 번영회 협의체 자치회 향우회 동문회 부녀회
    청년회 이사회 주식회사 법인 기구 당국 본부 복지관 지부 연수원 합창단 전남대 전북대 경북대
    경남대 충남대 충북대 부산대 강원대 제주대 인천대 공대 과학대 교대 여대
    """.split()
)
"""Last nouns of bodies, of which none ends in another. A name needs a proper noun, a region or Latin letters before."""

SITE_ENDINGS = tuple(
    """
    컨벤션센터 주차장 체육센터 쇼핑센터 스포츠센터 아트센터 안내센터 복합문화센터 역 항 공원
    국가정원 둘레길 체육관 도서관 회관 미술관 박물관 전시관 해수욕장 산단 산업단지 농공단지
    신도시 스포츠파크 경기장 운동장 해변 항만 대교 터널 나들목 휴게소 전통시장 중앙시장 특구
    """.split()
)
"""Endings of named sites, which are REGIONs; some end like bodies. A proper noun or a region stands before one."""

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감호음빈동온범좌팽승간견상시갈단당화창독"
)
"""First syllables of persons' names."""

PUBLIC_HOUSES = ("국립", "시립", "도립", "군립", "구립", "공립")
"""Beginnings of the names of public museums and libraries, which are sites, but bodies where they act."""

FUSED_TITLES = {
    "시장": "시", "군수": "군", "구청장": "구", "도지사": "도", "지사": "", "교육감": "교육청", "시의원": "시",
    "도의원": "도", "군의원": "군", "구의원": "구", "센터장": "센터", "위원장": "위원회", "이사장": "",
    "회장": "회", "원장": "원", "단장": "단", "본부장": "본부", "총장": "", "서장": "서", "청장": "청",
    "소장": "소", "의장": "의회", "조합장": "조합",
}  # fmt: skip
"""Titles written to a body's name without a blank, and what of the body they swallow: such a word is no ORG."""

HEADS_OF_BODIES = tuple("대표 회장 사장 이사장 원장 총장 단장 관장 위원장 조합장 센터장 의장 은행장 CEO".split())
"""Titles that, in brackets behind a name, make it a body: ``카프로드(대표 김다온)``."""

HEADS_OF_COMPANIES = ("대표", "사장", "부사장", "최고경영자", "CEO")
"""Titles that make a body of the proper noun before them even without brackets."""

COMMON_HEADED = frozenset(
    """
    공동 신임 전임 현 전 각 여성 청년 주민 학생 노조 국민 민주 한국 미국 중국 일본 마을 상인 기업 업체
    회사
    """.split()
)
"""Words before such titles that name no body."""

TITLE_ENDINGS = tuple(
    """
    국장 과장 팀장 실장 단장 부장 본부장 센터장 위원장 회장 이사장 담당관 정책관 기획관
    """.split()
)
"""Endings of a last word that is a role inside a body (``에너지산업국장``)."""

DEPARTMENT_ENDINGS = ("과", "팀", "국", "실", "담당관", "사업소", "본부")
"""Endings of a body's parts, taken for such only in the word after the body."""

NO_DEPARTMENTS = tuple(
    """
    효과 성과 결과 경과 학과 사과 통과 전국 약국 외국 개국 교실 사무실 회의실 화장실 현실 진실 확실 충실
    내실 성실 창의실 대회의실 상황실 보건실 강의실
    """.split()
)
"""Words that end like a department."""

BARE_BODIES = frozenset(
    """
    도 시 군 구 당 여당 야당 경찰 군청 시청 도청 구청 회사 교육청 경찰서 법원 협의회 시교육청 도교육청
    """.split()
)
"""Common nouns that stand for a body alone."""

SUBJECT_JOSA = frozenset({"은", "는", "이", "가"})

LOCATIVES = frozenset("내 일대 일원 지역 관내 소재 전역 인근 곳곳 출신 거주 남쪽 북쪽 동쪽 서쪽".split())
"""Nouns after a blank that make a place of the name before them."""

PRESIDENTS = tuple("이승만 박정희 최규하 전두환 노태우 김영삼 김대중 노무현 이명박 박근혜 문재인 윤석열 이재명".split())
"""Whose governments are named after them: ``노무현 정부``."""

TOWN_BODIES = frozenset(
    """
    행정복지센터 주민센터 면사무소 읍사무소 지역사회보장협의체 주민자치회 주민자치위원회 이장단 이장협의회
    통장협의회 이장단협의회 새마을협의회 새마을부녀회 부녀회 청년회 노인회 체육회 자율방재단 의용소방대
    발전협의회 번영회 상가번영회
    """.split()
)
"""Bodies of a town or a quarter, named behind it."""

PARTS_OF_TOWNS = ("읍", "면", "동", "리")
"""Endings of the parts of towns and counties; taken for such only behind a region."""
