import pytest

from mokpyo.data.document import Entity, Label
from mokpyo.inference.linking.context import place_quantity

HEADLINE = "남쪽 찻집 [26곳|Q] 창업 지원"


def pieces(found) -> list[tuple[str, str]]:
    return [(place.kind.value, found.text[place.sentence.start : place.sentence.end]) for place in found.contexts]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"{HEADLINE} [새길숲|O]은 찻집을 연다.", "새길숲은 찻집을 연다.", id="은"),
        pytest.param(f"{HEADLINE} [새길시|O]는 찻집을 연다.", "새길시는 찻집을 연다.", id="는"),
        pytest.param(f"{HEADLINE} [새길재단|O]이 찻집을 연다.", "새길재단이 찻집을 연다.", id="이"),
        pytest.param(f"{HEADLINE} [새길시|O]가 찻집을 연다.", "새길시가 찻집을 연다.", id="가"),
        pytest.param(
            f"{HEADLINE} [새길시|O](시장 한누리)에 봄이 온다.", "새길시(시장 한누리)에 봄이 온다.", id="its head"
        ),
    ],
)
def test_a_headline_run_into_the_first_sentence_is_cut_off(mark, marked: str, expected: str) -> None:
    assert [("title", "남쪽 찻집 26곳 창업 지원"), ("body", expected)] == pieces(mark(marked))


def test_a_headline_may_end_in_a_suffix(mark) -> None:
    found = mark("남쪽 찻집 [26곳|Q] 창업 활성화 [새길시|O]가 찻집을 연다.")
    assert [("title", "남쪽 찻집 26곳 창업 활성화"), ("body", "새길시가 찻집을 연다.")] == pieces(found)


def test_only_the_first_sentence_of_the_body_has_a_headline(mark) -> None:
    again = f"{HEADLINE} [새길재단|O]이 찻집을 연다."
    assert ["title", "body", "body"] == [kind for kind, _ in pieces(mark(f"{again} {again}"))]
    assert ["title", "title", "body"] == [kind for kind, _ in pieces(mark(f"찻집 [9곳|Q] 연다\n\n{again}"))]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("창업 지원 [새길시|O]가 찻집을 연다.", id="too short"),
        pytest.param("남쪽 찻집 [26곳|Q] 창업 지원 [새길시|O]", id="nothing behind the name"),
        pytest.param("남쪽 찻집 [26곳|Q] 창업 지원 [새길시|O]와 이웃이 찻집을 연다.", id="no subject"),
        pytest.param("남쪽 찻집 [26곳|Q] 창업 지원 [새길동|R]이 봄을 맞는다.", id="a place"),
        pytest.param("남쪽 찻집 [26곳|Q] 창업 지원 오늘도 [새길시|O]가 찻집을 연다.", id="no noun at its end"),
        pytest.param("남쪽 찻집 [26곳|Q] 창업 재단법인[누리숲|O]이 찻집을 연다.", id="joined to the name"),
        pytest.param("남쪽 찻집 [26곳|Q] 열고 창업 지원 [새길시|O]가 돈을 모은다.", id="a clause that goes on"),
        pytest.param("남쪽 찻집 [26곳|Q] 문 열었다 창업 지원 [새길시|O]가 돈을 모은다.", id="a clause that ends"),
        pytest.param("남쪽 마을은 찻집 [26곳|Q] 창업 지원 [새길시|O]가 돈을 모은다.", id="a topic in 은"),
        pytest.param("남쪽 학교는 찻집 [26곳|Q] 창업 지원 [새길시|O]가 돈을 모은다.", id="a topic in 는"),
    ],
)
def test_a_sentence_without_headline_stays_whole(mark, marked: str) -> None:
    found = mark(marked)
    assert [("body", found.text)] == pieces(found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("사진 설명 손님이 찻집을 본다.", "furniture"),
        ("사진 제공 새길시청.", "furniture"),
        ("(사진=새길시) 손님이 찻집을 본다.", "furniture"),
        ("(사진) 손님이 찻집을 본다.", "furniture"),
        ("사진 전시장을 손님이 본다.", "body"),
    ],
)
def test_a_caption_lasts_to_the_end_of_its_line(mark, line: str, expected: str) -> None:
    found = mark(f"새길시는 길을 낸다.\n\n{line} 이웃도 웃는다.\n\n누리시는 숲을 본다.")
    assert ["body", expected, expected, "body"] == [kind for kind, _ in pieces(found)]


def test_a_caption_may_begin_in_the_middle_of_a_line(mark) -> None:
    found = mark("새길시는 길을 낸다. (사진) 손님이 찻집을 본다.\n\n누리시는 숲을 본다.")
    assert [
        ("body", "새길시는 길을 낸다."),
        ("furniture", "(사진)"),
        ("furniture", "손님이 찻집을 본다."),
        ("body", "누리시는 숲을 본다."),
    ] == pieces(found)
    assert ["body"] * 3 == [kind for kind, _ in pieces(mark("새길시는 길을 낸다. (시장) 손님이 찻집을 본다."))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("이웃은 길을 내고 찻집 [4곳|Q]을 열며 숲을 가꾼다.", "찻집 4곳을 열며", id="connectives"),
        pytest.param("이웃은 찻집을 열어 손님 [4명|Q]을 돕는다.", "손님 4명을 돕는다", id="one after the other"),
        pytest.param("이웃은 길을 낸다고 손님 [4명|Q]에게 알렸다.", "손님 4명에게 알렸다", id="reported speech"),
        pytest.param("이웃은 찻집 창업 지원, 나무 [4그루|Q]를 심는다.", ", 나무 4그루를 심는다", id="verbal noun"),
        pytest.param("이웃은 길을 낼 예정, 나무 [4그루|Q]를 심는다.", ", 나무 4그루를 심는다", id="cut at its plan"),
        pytest.param(
            "이웃은 마을을 살린 찻집 [4곳|Q]을 돕는다.", "이웃은 마을을 살린 찻집 4곳을 돕는다", id="a relative clause"
        ),
        pytest.param(
            "이웃은 아이를 위해 찻집 [4곳|Q]을 연다.", "이웃은 아이를 위해 찻집 4곳을 연다", id="for somebody"
        ),
        pytest.param(
            "이웃은 찻집 [4곳|Q]을 통해 마을을 살린다.", "이웃은 찻집 4곳을 통해 마을을 살린다", id="by means of"
        ),
    ],
)
def test_clause(mark, marked: str, expected: str) -> None:
    found = mark(marked)
    start, end = found.quantity().clause
    assert expected == found.text[start:end].strip()


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("이웃은 손님 [4명|Q]을 돌보는 아이를 도왔다.", "돌보는", id="the next verb"),
        pytest.param("이웃은 손님 [4명|Q]에게 위험을 알려 주는 시계를 보냈다.", "보냈다", id="a recipient"),
        pytest.param("손님 [4명|Q]은 길을 묻는 아이를 도왔다.", "도왔다", id="a topic in 은"),
        pytest.param("찻집 [4개|Q]는 길을 묻는 아이를 도왔다.", "도왔다", id="a topic in 는"),
        pytest.param("찻집 [4개|Q]도 길을 묻는 아이를 도왔다.", "도왔다", id="a topic in 도"),
        pytest.param("손님 [4명|Q]은 길을 낼 계획인 마을로 떠났다.", "낼 계획인", id="a plan"),
        pytest.param("찻집 [4개|Q]는 이웃이 가꾼 길", "가꾼", id="nothing behind a relative clause"),
        pytest.param("손님은 [4명|Q]이다.", "명이다", id="a copula begins at the counter"),
        pytest.param("노래하는 [4명|Q]이 숲을 본다.", "본다", id="what stands before does not count"),
        pytest.param("이웃은 손님 [4명|Q]을 위해 노래를 부른다.", "부른다", id="a case mark is no verb"),
    ],
)
def test_governor(mark, marked: str, expected: str) -> None:
    found = mark(marked)
    governor = found.quantity().governor
    assert expected == found.text[governor.start : governor.end]


def test_a_sentence_has_its_own_entities_by_kind(mark) -> None:
    found = mark("[새길시|O]는 [내년|D] [남동|R]에 찻집 [4곳|Q]을 연다. [누리시|O]는 나무 [9그루|Q]를 심는다.")
    first, second = found.contexts
    assert (["내년"], ["남동"], ["4곳"]) == tuple(
        [entity.text for entity in held] for held in (first.dates, first.regions, first.quantities)
    )
    assert ([], [], ["9그루"]) == tuple(
        [entity.text for entity in held] for held in (second.dates, second.regions, second.quantities)
    )


def test_a_quantity_outside_of_all_sentences_has_no_place(mark) -> None:
    found = mark("찻집 [4곳|Q]을 연다. 이웃이 웃는다.")
    quantity = found.quantity()
    over_both = Entity(quantity.start, len(found.text), Label.QUANTITY, found.text[quantity.start :])
    assert place_quantity(over_both, quantity.reading, found.contexts, found.view) is None
    assert place_quantity(quantity.entity, quantity.reading, found.contexts[1:], found.view) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("이웃은 찻집을 연다고 밝혔다.", True), ("이웃은 찻집을 연다.", False), ("찻집", False)]
)
def test_a_report_ends_in_a_verb_of_reporting(mark, text: str, expected: bool) -> None:
    (place,) = mark(text).contexts
    assert expected == place.is_report
