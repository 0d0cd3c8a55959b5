import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Article, Entity, Label
from mokpyo.inference.dates.reader import find_dates
from mokpyo.inference.quantities.reader import find_quantities
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.reconcile import GRAMMAR_SCORE, LEXICON_SCORE, UNREAD_FACTOR, reconcile

PARTS = ["순천시", "는 ", "3", "억원", "2033년", " 센터", "장", "(", "을 ", "강릉", "\n"]
PUBLISHED = datetime.date(2031, 5, 26)


def view_of(text: str) -> ArticleView:
    return view_article(Article(text=text, published=PUBLISHED))[0]


def entity(text: str, surface: str, label: str, score: float = 0.8) -> Entity:
    start = text.index(surface)
    return Entity(start, start + len(surface), Label(label), surface, score)


def reconciled(text: str, *tagged: tuple[str, str] | tuple[str, str, float]) -> list[Entity]:
    view = view_of(text)
    entities = sorted((entity(text, *one) for one in tagged), key=lambda found: found.start)
    return reconcile(view, entities, find_quantities(text), find_dates(text, PUBLISHED))


def labelled(entities: list[Entity]) -> list[tuple[str, str]]:
    return [(found.text, found.label.value) for found in entities]


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param(
            "2033년까지 120억원을 쓴다.", [], [("2033년", "DATE"), ("120억원", "QUANTITY")], id="certain readings stand"
        ),
        pytest.param("총 120억원을 쓴다.", [("총 120", "QUANTITY")], [("120억원", "QUANTITY")], id="its border"),
        pytest.param("2033년까지 쓴다.", [("2033년", "QUANTITY")], [("2033년", "DATE")], id="label of the reading"),
        pytest.param(
            "3·1운동100주년기념재단은 문을 연다.",
            [("3·1운동100주년기념재단", "ORG")],
            [("3·1운동100주년기념재단", "ORG")],
            id="a number in a name",
        ),
        pytest.param("기업 50개를 돕는다.", [("기업 50개", "ORG")], [("기업 50개", "ORG")], id="a number in it"),
        pytest.param("기업 50개를 돕는다.", [("50", "ORG")], [("50개", "QUANTITY")], id="a name inside a reading"),
        pytest.param("문은 오후 3시에 연다.", [("3시", "QUANTITY")], [], id="clock times are nothing"),
        pytest.param("문의는 전화로 한다.", [("전화", "QUANTITY")], [], id="no number in it"),
        pytest.param("표의 17 은 틀렸다.", [("17", "QUANTITY")], [], id="no counter beside it"),
        pytest.param("표의 17 은 틀렸다.", [("17", "DATE")], [], id="no date either"),
        pytest.param("2033년까지 쓴다.", [("2033년까지", "DATE")], [("2033년", "DATE")], id="the border of a date"),
        pytest.param("국도 17호선을 넓힌다.", [("17호선", "QUANTITY")], [], id="roads are nothing"),
        pytest.param("제3의 날에 연다.", [("제3의 날", "DATE", 0.5)], [], id="a date below even odds"),
        pytest.param("제3의 날에 연다.", [("제3의 날", "DATE", 0.9)], [("제3의 날", "DATE")], id="a date above them"),
        pytest.param("봄이 왔다.", [], [], id="no reading that is uncertain"),
    ],
)
def test_readings_and_numbers(text: str, tagged: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert expected == labelled(reconciled(text, *tagged))


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param("순천시는 짓는다.", [], [("순천시", "ORG")], id="a name that was missed"),
        pytest.param("순천시는 짓는다.", [("순천", "REGION")], [("순천시", "ORG")], id="a name that was cut"),
        pytest.param("전남 순천시는 짓는다.", [("전남", "REGION")], [("전남 순천시", "ORG")], id="regions in a row"),
        pytest.param("순천시장은 말했다.", [("순천시", "ORG")], [], id="an office holder"),
        pytest.param("누리부 장관은 말했다.", [("누리부 장관", "ORG")], [("누리부", "ORG")], id="a title behind"),
        pytest.param("장관은 말했다.", [("장관", "ORG")], [], id="nothing but a title"),
        pytest.param("강릉이 나섰다.", [("강릉", "ORG")], [("강릉", "ORG")], id="an undecided label is the tagger's"),
        pytest.param("바다가 좋다.", [("바다", "ORG", 0.3)], [], id="below even odds"),
        pytest.param("강릉이 나섰다.", [], [("강릉", "REGION")], id="an undecided label without a tag"),
        pytest.param("꽃집이 나섰다.", [("꽃집", "ORG", 0.8)], [], id="a common noun below high odds"),
        pytest.param("꽃집이 나섰다.", [("꽃집", "ORG", 0.95)], [("꽃집", "ORG")], id="a common noun above them"),
        pytest.param(
            "푸른솔 시장에 간다.",
            [("푸른솔 시장", "REGION", 0.95)],
            [("푸른솔 시장", "REGION")],
            id="no title at a place",
        ),
        pytest.param(
            "푸른솔(이하 솔)에 간다.", [("푸른솔", "REGION", 0.95)], [("푸른솔", "REGION")], id="a place declares none"
        ),
        pytest.param(
            "새길(이하 새길섬)에서 연다.", [("새길", "REGION", 0.95)], [("새길", "REGION")], id="nor a longer one"
        ),
        pytest.param("꿈나래는 연다.", [("나래", "ORG", 0.95)], [("나래", "ORG")], id="no ending of bodies"),
        pytest.param(
            "누리호텔 강릉점이 연다.", [("누리호텔 강릉점", "ORG")], [("누리호텔 강릉점", "ORG")], id="longer"
        ),
    ],
)
def test_names(text: str, tagged: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert expected == labelled(reconciled(text, *tagged))


def test_a_name_tagged_once_is_found_again() -> None:
    text = "해솔바람이 배를 판다.\n어제 해솔바람은 문을 닫았다. 해솔바람개비는 장난감이다."
    assert [0, 16] == [found.start for found in reconciled(text, ("해솔바람", "ORG", 0.9)) if found.label is Label.ORG]


def test_scores_say_where_an_entity_comes_from() -> None:
    text = "순천시는 120억원을 들여 별마루 5뭉텅을 만든다."
    scores = {found.text: found.score for found in reconciled(text, ("5뭉텅", "QUANTITY", 0.8))}
    assert {"순천시": LEXICON_SCORE, "120억원": GRAMMAR_SCORE} == {
        surface: score for surface, score in scores.items() if surface != "5뭉텅"
    }
    assert pytest.approx(0.8 * UNREAD_FACTOR) == scores["5뭉텅"]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["순천시", "는 ", "3", "억원", "2033년", " 센터", "장", "(", "을 ", "강릉", "\n"]), max_size=12
    ),
    st.data(),
)
def test_what_comes_out_is_sorted_apart_and_true_to_the_text(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    view = view_of(text)
    tagged, end = [], 0
    while end < len(view.text) - 1 and data.draw(st.booleans()):
        start = data.draw(st.integers(end, len(view.text) - 1))
        end = data.draw(st.integers(start + 1, len(view.text)))
        tagged.append(Entity(start, end, data.draw(st.sampled_from(Label)), view.text[start:end], 0.8))
    found = reconcile(view, tagged, find_quantities(view.text), find_dates(view.text, PUBLISHED))
    last = 0
    for one in found:
        assert last <= one.start < one.end
        assert view.text[one.start : one.end] == one.text
        last = one.end


def test_the_name_that_a_bracket_declares_is_found_everywhere() -> None:
    view = view_article(Article(text="새길산업진흥원(이하 새진원)은 문을 열었다. 이어 새진원은 공장을 짓는다."))[0]
    found = reconcile(view, [Entity(0, 7, Label.ORG, "새길산업진흥원", 0.9)], [], [])
    assert ["새길산업진흥원", "새진원", "새진원"] == [entity.text for entity in found if entity.label is Label.ORG]


def test_a_name_cut_inside_its_word_is_made_whole() -> None:
    view = view_article(Article(text="꿈나눔재단은 책을 보낸다."))[0]
    found = reconcile(view, [Entity(1, 5, Label.ORG, "나눔재단", 0.9)], [], [])
    assert ["꿈나눔재단"] == [entity.text for entity in found]


def test_an_unknown_name_that_acts_is_a_body() -> None:
    found = reconciled("누리클라우드는 내년까지 300억원을 투자해 공장을 짓는다.")
    assert ("누리클라우드", "ORG") in labelled(found)


def test_a_wordy_date_that_no_grammar_reads_is_none() -> None:
    view = view_article(Article(text="연간 나무를 심는다."))[0]
    assert [] == reconcile(view, [Entity(0, 2, Label.DATE, "연간", 0.9)], [], [])


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("강릉지역", "강릉"),
        ("전남 순천지역", "전남 순천"),
        ("강릉관내", "강릉"),
        ("강릉내", "강릉"),
        ("산간지역", "산간지역"),
    ],
)
def test_an_area_is_no_part_of_a_place(surface: str, expected: str) -> None:
    view = view_article(Article(text=f"{surface} 나무를 심는다."))[0]
    found = reconcile(view, [Entity(0, len(surface), Label.REGION, surface, 0.95)], [], [])
    assert [expected] == [entity.text for entity in found]
