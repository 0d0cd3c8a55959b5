"""What stands on a news page and is not the article. Patterns see one line in normal form, stripped of blanks."""

import re

BUTTONS = frozenset(
    """
    실시간뉴스 포토뉴스 관련기사 관련뉴스 인기기사 인기뉴스 추천기사 추천뉴스 주요기사 주요뉴스 최신기사
    최신뉴스 속보 헤드라인 많이본뉴스 많이본기사 가장많이본뉴스 랭킹뉴스 오늘의주요뉴스 이시각주요뉴스
    이시각헤드라인 핫이슈 이슈 핫뉴스 동영상 영상 기사공유하기 공유하기 공유 기사공유 SNS공유 URL복사 주소복사
    링크복사 페이스북 트위터 카카오톡 카카오스토리 네이버밴드 밴드 네이버블로그 블로그 텔레그램 라인 인스타그램
    유튜브 facebook twitter kakaotalk instagram youtube 인쇄 인쇄하기 프린트 목록 목록보기 목록으로 인쇄목록
    이전 다음 이전글 다음글 이전기사 다음기사 위로 맨위로 top 더보기 닫기 열기 스크랩 글자크기 글씨크기
    글자크기조절 글자크기변경 글자크기설정 폰트 폰트크기 크게 작게 확대 축소 가 가가 본문듣기 기사듣기 음성듣기
    번역 댓글 댓글쓰기 댓글보기 댓글달기 댓글등록 댓글작성 댓글0 의견쓰기 등록 답글 좋아요 싫어요 추천 공감
    비공감 신고 신고하기 구독 구독하기 구독중 기자구독 기자페이지 뉴스레터 알림받기 로그인 로그아웃 회원가입
    마이페이지 검색 메뉴 전체메뉴 사이트맵 홈 home 본문바로가기 메뉴바로가기 주메뉴바로가기 기사본문 본문
    바로가기 기사제보 제보하기 기사원문 원문보기 기사저장 기사보기 로딩중 loading alert close menu search share
    print email 이메일 메일 메일보내기 pdf 지면보기 신문보기 구글뉴스 담당부서 작성자 작성일 등록일 조회수
    첨부파일 새로운글 새글 보도자료 광고 ad advertisement 배너 저작권안내 앵커 기자 리포트 인터뷰 앵커멘트 사진
    사진설명 그래픽 자료사진 끝
    """.split()
)
"""Whole lines, blanks, marks and letter case left out."""

SECTION_NAMES = frozenset(
    """
    정치 경제 사회 문화 국제 스포츠 연예 오피니언 사설 칼럼 산업 금융 부동산 전국 지역 생활 과학 교육 뉴스 종합
    """.split()
)
"""After the body, a page's own sections; inside it they may well be headings."""

_PHONE = (
    r"(?:\(?0\d{1,2}[)\-.]\s?\d{3,4}[-.]\d{4}|(?<!\d)1[5-8]\d{2}-\d{4}"
    r"|(?<![\d-])(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{3,4}-\d{4}(?!\d))"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DAY = r"\d{4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?"
_CLOCK = r"(?:오전|오후)?\s?\d{1,2}:\d{2}(?::\d{2})?"
_WHO = r"[가-힣]{2,4}\s?(?:[가-힣]{2,4}\s?)?(?:기자|특파원|리포터|앵커|논설위원|통신원)"
_STAMP = (
    r"(?:(?:기사)?\s?(?:입력|승인|수정|등록|송고|게재|발행|작성|업데이트|최종\s?수정|최종\s?업데이트)\w*\s?[:|]?\s?)"
)
_CONTACT = (
    r"작\s?성\s?[과팀자]|담\s?당\s?(?:부\s?서|과|팀|자)|관련\s?부서|소관\s?부서|연\s?락\s?처|전\s?화|문\s?의(?:\s?처)?"
    r"|제\s?공\s?(?:일|자|부서)|배\s?포\s?일(?:시|자)?|보도\s?(?:일시|시점)|보도자료\s?제공|자료\s?제공|팩\s?스|이\s?메\s?일"
)
_PICTURED = r"(?:[.\s]|모습|조감도|투시도|전경|포스터|사진|장면|위치도|노선도|홍보물)"

ANY_LENGTH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^[<\[(]?\s?(?:저작권자(?![가-힣])|copyright|ⓒ|©)",
        r"무단\s?(?:전재|복제|배포|도용).{0,20}(?:금지|불허)",
        r"^\[\[.*\]\]$",
    )
)
"""Furniture whatever the line's length."""

EVEN_SENTENCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Captions: only with the credit at their end or the word for them at their beginning.
        r"^[\[(<【▲▶※]?\s?사진\s?(?:설명|제공|출처|자료)?\s?\d*\s?[)=:\]>]",
        rf"(?:^|{_PICTURED})\s?/\s?(?:사진\s?[=:]?\s?)?[가-힣A-Za-z0-9·]+(?:\s[가-힣A-Za-z0-9·]+)?\s제공\.?$",
        r"[(\[<]\s?사진\s?[^()\[\]<>]{0,25}[)\]>]\.?$",
        rf"(?:^|{_PICTURED})\s?/\s?사진\s?[=:]\s?\S.{{0,20}}$",
        r"(?:^|\s)사진\s?=\s?\S.{0,20}$",
        r"^첫\s?번째\s?댓글|^로그인\s?후\s?(?:댓글|이용)|^여러분의\s?(?:제보|의견)|^(?:다음|이전)\s?글이\s",
    )
)
"""Furniture where the line is short, and be it a sentence."""

FRAGMENTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Whose page: byline, address, time stamps.
        rf"^[\[(<【=]?\s?(?:[가-힣A-Za-z0-9·]{{2,10}}\s?[=/|]\s?)?(?:[가-힣]{{2,10}}\s)?{_WHO}"
        rf"\s?[\])>】=]?\s?[=/|]?\s?(?:{_MAIL})?$",
        rf"^\D{{0,30}}{_MAIL}\W*$",
        r"^(?:https?://|www\.)\S+$",
        rf"^{_STAMP}?{_DAY}(?:\s?\([월화수목금토일]\))?\s?(?:{_CLOCK})?(?:\s?[|/]?\s?{_STAMP}{_DAY}\s?(?:{_CLOCK})?)?$",
        rf"^{_CLOCK}$",
        r"^(?:조회수?|댓글|추천|좋아요|공감|답글)\s?[:(]?\s?[\d,]*\s?[)개]?\s?-?$",
        # Contact blocks of press releases.
        rf"^\W*(?:{_CONTACT})\s?:",
        rf"^[\[(【<].*{_PHONE}.*[\])】>]$",
        rf"^(?:☎|전화|tel|문의)?\W*{_PHONE}$",
        r"^[\[(【<].{0,40}(?:사진|이미지|자료|노선도|조감도|포스터)\s?\d*\s?[장매부]?\s?(?:첨부|있음|제공)?\.?[\])】>]$",
        r"^[※*]\s?(?:별첨|붙임|첨부|사진)",
        r"^(?:별첨|붙임|첨부)\s?\d?\s?[:.)]",
        # Pictures.
        r"^[(\[<]\s?[가-힣A-Za-z0-9·]+(?:\s[가-힣A-Za-z0-9·]+)?\s제공\s?[)\]>]\s?(?:[ⓒ©].*)?$",
        r"\.(?:jpe?g|png|gif|webp|svg)$",
        # Around the comment box and the list of other articles.
        r"^(?:댓글\s?(?:쓰기|작성|입력|달기|목록|\d)|이\s?기사를|기사를?\s?공유)",
        r"^(?:관련\s?기사|관련\s?뉴스|인기\s?기사|추천\s?기사|많이\s?본\s?(?:뉴스|기사)|다음\s?글|이전\s?글)\s?[:|>▶]?",
        r"(?:네이버|구글|카카오|유튜브)(?:에서|로|톡)?.{0,15}(?:구독|친구\s?추가|채널)",
        r"^(?:제보는|▷|▶)?\s?(?:카카오톡|이메일|전화)\s?:",
    )
)
"""Furniture where the line is short and no sentence."""

CAPTION_OPENER = re.compile(r"^[\[(<]?\s?사진\s?설명\s?[)\]>:]*$")
CAPTION_CLOSER = re.compile(r"^[(\[<]\s?사진\s?[^()\[\]]{0,25}[)\]>]\.?$")
"""The lines between these two are captions."""
LONGEST_CAPTION_BLOCK = 8
"""In lines."""

TAIL_OPENERS = re.compile(
    r"^\W*(?:다음\s?글|이전\s?글|관련\s?기사|관련\s?뉴스|인기\s?기사|추천\s?기사|주요\s?뉴스|많이\s?본|포토\s?뉴스|댓글"
    r"|저작권자|copyright|ⓒ|©|로딩중|기사\s?공유)",
    re.IGNORECASE,
)
"""After the body, such a line says that what follows is the page again."""

DATE_ONLY = re.compile(rf"^{_DAY}(?:\s?{_CLOCK})?$")
"""In a list of other articles, the line under each headline."""
