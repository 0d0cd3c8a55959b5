"""Which line is what."""

import pytest

from mokpyo.inference.reading.layout import LineKind
from mokpyo.inference.reading.structure import inline_items, line_spans, read_lines, read_sections

BODY = "나라시는 올해 안에 스마트 공장 10곳을 짓는다고 4일 밝혔다."


def kinds(text: str, title: str | None = None) -> list[LineKind]:
    return [line.kind for line in read_lines(text, title) if line.kind is not LineKind.BLANK]


def kind_after_body(line: str) -> LineKind:
    return kinds(f"{BODY}\n{line}\n{BODY}")[1]


@pytest.mark.parametrize(
    "line",
    [
        "홍길동 기자 gildong@example.com",
        "홍길동기자",
        "[나라일보=홍길동 기자]",
        "gildong@example.com",
        "무단전재 및 재배포 금지",
        "<저작권자 ⓒ 나라일보, 무단 전재 및 재배포 금지>",
        "기사공유하기",
        "댓글 0",
        "첫 번째 댓글을 작성해 보세요.",
        "로딩중",
        "[앵커]",
        "입력 2025-03-04 09:12 | 수정 2025-03-04 10:00",
        "2025.03.04 09:12",
        "작 성 과: 기업지원과",
        "연 락 처: 061) 123-4567",
        "관련부서 : 나라군 여성과(복지 ☎ 123-4567)",
        "【기업지원과장 홍길동 123-4567, 공장팀장 임꺽정 123-4568】",
        "(기업지원과 담당자 061-123-4567)",
        "(새 공장 조감도 1장 첨부)",
        "홍길동 나라시장이 4일 공장 기공식에서 첫 삽을 뜨고 있다. /나라시 제공",
        "새로 지을 공장의 조감도. (사진 제공-나라시)",
        "사진=나라시",
        "사진설명) 나라시가 공장 10곳의 착공식을 열었다.",
        "※ 붙임 : 사업 개요",
        "https://example.com/news/1",
        "[[분류:경제]]",
        "gongjang_01.jpg",
    ],
)
def test_furniture(line: str) -> None:
    assert LineKind.FURNITURE is kind_after_body(line)


@pytest.mark.parametrize(
    "line",
    [
        "[홍길동 기자] 나라시가 공장 10곳을 짓는다.",
        "[나라=새소식] 홍길동 기자 = 나라시가 공장 10곳을 짓는다.",
        "시는 신청을 gildong@example.com으로 받아 100명을 뽑는다.",
        "문의는 061-123-4567로 하면 되며 20명을 모집한다.",
        "시는 이날 설명회를 유튜브 채널로 중계해 3천 명이 보았다.",
        "시는 어르신 500명에게 점심을 제공한다.",
        "노인 200명에게는 도시락(무료 제공)을, 청년에게는 교통비를 준다.",
        "저작권자를 찾는 사업에도 5억원을 쓴다.",
        "사진 100장을 모아 전시회를 연다.",
        "댓글 1만 개를 모아 책으로 낸다.",
        "이어 열린 보고회에서는",
        "분야별로 살펴보면",
        "공장 10곳 가운데 3곳은 2026년까지, 나머지는 2028년까지 차례로 완공",
    ],
)
def test_a_sentence_of_the_body_is_never_furniture(line: str) -> None:
    assert LineKind.BODY is kind_after_body(line)


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("◆나라센터, 공장 100개 보급", "◆"),
        ("■ 2026년, 여행상품 4개 운영", "■"),
        ("◇ 인재 양성 : 2개 사업, 136억원", "◇"),
        ("○ 왜 지금인가?", "○"),
        ("▶ 창업의 문을 열다", "▶"),
        ("1. 추진 배경", "1."),
        ("가. 지원 대상", "가."),
        ("[창업 지원]", ""),
        ("<일자리 대책>", ""),
        ("【향후 계획】", ""),
        ("창업 허브로 도약", ""),
    ],
)
def test_headings(line: str, marker: str) -> None:
    lines = read_lines(f"{BODY}\n\n{line}\n\n{BODY}")
    assert (LineKind.HEADING, marker) == (lines[2].kind, lines[2].marker)


@pytest.mark.parametrize(
    "item",
    ["- 공장 10곳", "▲ 센서 개발에 5억원", "○ 시는 공장 10곳을 짓는다.", "① 공장 짓기", "* 참고로 올해는 다르다."],
)
def test_list_items(item: str) -> None:
    assert LineKind.LIST_ITEM is kind_after_body(item)


def test_alike_marks_in_a_row_are_a_list() -> None:
    expected = [LineKind.BODY, *[LineKind.LIST_ITEM] * 3, LineKind.BODY]
    assert expected == kinds(f"{BODY}\n○ 공장 10곳\n○ 창업 30건\n○ 예산 5억원\n{BODY}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"나라시, 공장 10곳 짓는다\n- 예산 20억원 들여 -\n{BODY}", ["title", "title", "body"]),
        (f"실시간 뉴스\n\n나라시, 공장 10곳\n{BODY}", ["furniture", "title", "body"]),
        (f"기업지원팀\n16:02\n나라시, 공장 10곳 짓는다\n{BODY}", ["furniture", "furniture", "title", "body"]),
        (f"꿈에 날개를 달다! 공장 10곳\n{BODY}", ["title", "body"]),
        (f"공장 10곳 짓는다\n시장이 공장을 보고 있다. /나라시 제공\n{BODY}", ["title", "furniture", "body"]),
        (BODY, ["body"]),
        ("나라시 공장 10곳 완공 예정", ["body"]),
        ("1234567890", ["body"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert expected == kinds(text)


def test_a_given_title_is_found_again() -> None:
    text = f"새 공장\n{BODY}\n새 공장"
    assert ["title", "body", "furniture"] == kinds(text, title="새 공장")


def test_after_the_body_the_page_begins_again() -> None:
    text = f"{BODY}\n다음글\n나라도, 수출 7억 달러 목표\n2025-12-13\n이전글\n나라도, 감사패\n2025-12-12\n인쇄 목록"
    assert ["body", *["furniture"] * 7] == kinds(text)


def test_captions_between_their_word_and_their_credit() -> None:
    text = f"{BODY}\n사진 설명)\n1. 시장이 공장 10곳을 둘러보았다.\n2. 새 공장의 모습이다.\n(사진 제공-나라시)"
    assert ["body", *["furniture"] * 4] == kinds(text)


def test_sections_cover_every_line() -> None:
    text = f"제목 한 줄이 여기 있다면\n{BODY}\n\n◆가나센터 공장\n{BODY}\n◆다라센터 창업\n{BODY}\n\n홍길동 기자"
    sections = read_sections(read_lines(text))
    assert [None, 3, 5, None] == [section.heading for section in sections]
    assert [(0, 3), (3, 5), (5, 8), (8, 9)] == [(section.first_line, section.last_line) for section in sections]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과제로 ▲의료 기기 ▲센서 ▲3D 문화를 골라 지원한다.", ["의료 기기", "센서", "3D 문화"]),
        ("▲창업 지원, ▲판로 개척 등 2개 분야", ["창업 지원", "판로 개척"]),
        ("▲하나뿐인 표시", []),
        ("표시 없는 글", []),
        ("▲▲ ▲", []),
    ],
)
def test_inline_items(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in inline_items(text, 0, len(text))]


def test_lines_are_found_by_line_feed_alone() -> None:
    assert [(0, 1), (2, 2), (3, 4), (5, 5)] == line_spans("가\n\n나\n")
