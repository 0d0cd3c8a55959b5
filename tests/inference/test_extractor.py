"""The whole way, from any text whatever: offsets hold, only this package's errors are raised, nothing hangs."""

import datetime
import random
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Article, Document, Entity, Label
from mokpyo.data.errors import ArticleError
from mokpyo.inference import Extractor
from mokpyo.inference.reading.layout import ArticleView

ARTICLE = (
    "순천시, 찻집 40곳 연다\n\n"
    "순천시는 2033년까지 120억원을 들여 찻집 40곳을 열 계획이라고 26일 밝혔다. 시는 올해 일꾼 30여 명도 뽑는다.\n\n"
    "◆양평군, 나무 3만그루 심어\n\n"
    "양평군은 지난해 나무 3만그루를 심었다. 군은 내년 상반기까지 “꽃길 12㎞를 더 낼 예정”이라고 말했다.\n"
)
PUBLISHED = "2031-05-26"

PIECES = [
    *("새길시는 ", "시는 ", "센터", "전북과 경북, 광주 해양센터가 ", "(이하 해원)", "관계자는 ", "에 따르면 "),
    *("40곳을 ", "3조2천억 원", "1,2", "40~50개", "약 ", "12.5%", "제3차 ", "두 곳 ", "9" * 40, "²", "١٢"),
    *("2033년까지 ", "내년 ", "지난 3월 ", "향후 3년간 ", "26일 ", "2월 31일", "0000년 "),
    *("연다. ", "심었다.", "열 계획이라고 ", "밝혔다", "고 있다. ", "공모를 통해 ", "조성 중"),
    *("“", "”", "‘", "’", '"', "'", "(", ")", "[", "]", "<", ">", "◆", "▲", "- ", "※", "·", "→"),
    *("\r\n", "\r", "\n", "\n\n", "\t", "\0", "\u200b", "\u3000", "\u2028", "\ufeff", "\x85"),
    *("👩\u200d🔬", "🇰🇷", "ㄱ", "ㅏ", "\u1112\u1161\u11ab", "각", "e\u0301", "\U0001f600", "\U00020000", "\U000f0000"),
]
"""What articles are made of, and what breaks programs."""

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)
days = st.none() | st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


class RandomTagger:
    """Tags spans anywhere, with any label: sorted and without overlap, as the protocol asks, but senseless."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a test

    def tag(self, views: list[ArticleView]) -> list[list[Entity]]:
        return [list(self._entities(view.text)) for view in views]

    def _entities(self, text: str) -> Iterator[Entity]:
        end = 0
        while (start := end + self.random.randint(0, 12)) < len(text):
            end = min(len(text), start + self.random.randint(1, 9))
            yield Entity(start, end, self.random.choice(list(Label)), text[start:end], self.random.random())


def check(text: str, document: Document) -> None:
    """Every span holds what it says. Building a document checks that too, here it is said once more."""
    assert text == document.text
    for entity in document.entities:
        assert entity.text == text[entity.start : entity.end] != ""
    for center in document.centers:
        assert center.mentions
        assert all(text[start:end] for start, end in center.mentions)
    for target in document.targets:
        quantity, deadline = target.quantity, target.deadline
        assert quantity.text == text[quantity.start : quantity.end] != ""
        assert deadline is None or deadline.text == text[deadline.start : deadline.end] != ""
        assert target.evidence is not None
        assert target.evidence[0] <= quantity.start < quantity.end <= target.evidence[1]
        assert target.center is None or target.center in {center.id for center in document.centers}
    assert document == Document.from_json(document.to_json())


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The bundled model."""
    return Extractor.from_pretrained()


def told(document: Document) -> list[tuple]:
    """What the targets say, without their offsets."""
    names = {center.id: unicodedata.normalize("NFC", center.name) for center in document.centers}
    return [
        (
            names.get(target.center),
            unicodedata.normalize("NFC", target.quantity.text),
            target.quantity.value,
            target.quantity.unit,
            target.object,
            target.deadline and target.deadline.by,
            target.status,
            target.link,
            target.repeat_of,
        )
        for target in document.targets
    ]


@settings(max_examples=150)
@given(texts, days, st.none() | texts, st.integers(0, 1 << 30))
def test_spans_hold_under_any_tagger(text: str, day: datetime.date | None, title: str | None, seed: int) -> None:
    check(text, Extractor(RandomTagger(seed))(text, published=day, title=title))


@settings(max_examples=40)
@given(text=texts, day=days)
def test_spans_hold_under_the_bundled_model(extractor: Extractor, text: str, day: datetime.date | None) -> None:
    check(text, extractor(text, published=day))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \t\u3000\u200b\n \r\n", id="blanks"),
        pytest.param("\0" * 500, id="NUL alone"),
        pytest.param("\0".join(ARTICLE), id="NUL between characters"),
        pytest.param("“”‘’\"'" * 500, id="quotation marks"),
        pytest.param("“" * 3000, id="opening quotation marks"),
        pytest.param("([{<「『《" * 400, id="opening brackets"),
        pytest.param(")]}>」』》" * 400, id="closing brackets"),
        pytest.param("◆" * 2000, id="marks"),
        pytest.param("◆\n" * 500, id="empty headings"),
        pytest.param("40곳" * 1000, id="quantities without a blank"),
        pytest.param("2033년까지 " * 500, id="deadlines"),
        pytest.param("새길시는 " * 500, id="subjects"),
        pytest.param("각" * 3000, id="decomposed syllables"),
        pytest.param("\u0301" * 3000, id="combining marks"),
        pytest.param("\U0001f600" * 2000, id="astral characters"),
        pytest.param("9" * 5000 + "원", id="a number of 5,000 digits"),
        pytest.param("9,999" * 1000, id="commas in digits"),
        pytest.param("일이삼사오" * 1000 + "원", id="number words"),
        pytest.param("a" * 5000, id="letters"),
    ],
)
def test_hostile_texts(extractor: Extractor, text: str) -> None:
    check(text, extractor(text, published=PUBLISHED))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 3_000_000, id="3 MB of digits in one line"),
        pytest.param("ㄱ" * 1_000_000, id="a million jamo"),
        pytest.param("순천시는 찻집 40곳을 2033년까지 연다.\n" * 1000, id="1,000 lines"),
    ],
)
def test_large_texts(extractor: Extractor, text: str) -> None:
    check(text, extractor(text, published=PUBLISHED))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 100_000, id="digits in one line"),
        pytest.param("ㄱ" * 100_000, id="jamo"),
        pytest.param("순천시는 찻집 40곳을 2033년까지 연다.\n" * 1000, id="1,000 lines"),
        pytest.param("순천시는 찻집 40곳을 2033년까지 연다. " * 1000, id="1,000 sentences in one line"),
    ],
)
def test_large_texts_full_of_spans(text: str) -> None:
    check(text, Extractor(RandomTagger(7))(text, published=PUBLISHED))


@pytest.mark.parametrize("seed", range(12))
def test_blank_entities_do_no_harm(seed: int) -> None:
    text = "에 따르면   40~50개   12.5%\n   2033년까지   열 계획이다.   30곳을 연다." * 3
    check(text, Extractor(RandomTagger(seed))(text, published=PUBLISHED))


@pytest.mark.parametrize("name", ["text", "title", "id"])
def test_lone_surrogates_are_refused(extractor: Extractor, name: str) -> None:
    with pytest.raises(ArticleError, match=r"lone surrogate \(U\+D83D\) at character 4"):
        extractor(**{"text": ARTICLE, name: "새길시 \ud83d"})


@pytest.mark.parametrize("published", ["어제", "2031-13-01", "2031-02-30", "31-05-26", "2031/05/26/1"])
def test_bad_days_are_refused(extractor: Extractor, published: str) -> None:
    with pytest.raises(ArticleError, match=r"published|day|date|YYYY"):
        extractor(ARTICLE, published=published)


def test_an_article_tells_its_targets(extractor: Extractor) -> None:
    document = extractor(ARTICLE, published=PUBLISHED)
    assert {"40곳", "120억원", "3만그루", "12㎞"} <= {target.quantity.text for target in document.targets}
    assert {"순천시", "양평군"} == {center.name for center in document.centers}


def test_pipe_keeps_order_and_equals_one_by_one_calls(extractor: Extractor) -> None:
    lines = [line for line in ARTICLE.splitlines() if line]
    articles = [Article(text=line, id=str(at)) for at, line in enumerate([ARTICLE, "", *lines, ARTICLE * 2])]
    alone = [extractor(article.text, id=article.id).to_json() for article in articles]
    for batch_size in (1, 3, 32):
        batched = extractor.pipe(iter(articles), batch_size=batch_size)
        assert alone == [document.to_json() for document in batched]


def test_pipe_is_lazy(extractor: Extractor) -> None:
    taken: list[int] = []

    def articles() -> Iterator[Article]:
        for at in range(100):
            taken.append(at)
            yield Article(text=f"새길시는 찻집 {at}곳을 연다.")

    next(extractor.pipe(articles(), batch_size=2))
    assert [0, 1] == taken


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028"])
def test_line_ends_change_nothing_but_offsets(extractor: Extractor, line_end: str) -> None:
    text = ARTICLE.replace("\n", line_end)
    document = extractor(text, published=PUBLISHED)
    check(text, document)
    assert told(extractor(ARTICLE, published=PUBLISHED)) == told(document)


def test_decomposed_text_tells_the_same_targets(extractor: Extractor) -> None:
    text = unicodedata.normalize("NFD", ARTICLE)
    assert text != ARTICLE
    document = extractor(text, published=PUBLISHED)
    check(text, document)
    assert told(extractor(ARTICLE, published=PUBLISHED)) == told(document)


def test_decorations_change_nothing_but_offsets(extractor: Extractor) -> None:
    text = "\ufeff" + ARTICLE.replace("순천시", "순천\u200b시").replace("40곳", "４０곳").replace(" ", "\xa0")
    document = extractor(text, published=PUBLISHED)
    check(text, document)
    assert {"４０곳"} <= {entity.text for entity in document.entities}
