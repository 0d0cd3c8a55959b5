"""An article's view: sentences and morphemes over the whole text."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Article
from mokpyo.inference.reading.layout import ArticleView, LineKind
from mokpyo.inference.reading.view import LONGEST_CHUNK, view_article, view_articles

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.text(st.sampled_from("나라시는 공장 10곳을 짓는다.\"“”'▲◆-[]\r\n\t\0🏭😀"), max_size=80),
)


def sentences(view: ArticleView) -> list[str]:
    return [view.text[sentence.start : sentence.end] for sentence in view.sentences]


def check(view: ArticleView) -> None:
    """Every promise of the layout that holds for any text."""
    assert view.text.count("\n") + 1 == len(view.lines)
    assert list(range(len(view.lines))) == [
        line for section in view.sections for line in range(section.first_line, section.last_line)
    ]
    covered = bytearray(len(view.text))
    before = 0
    for number, sentence in enumerate(view.sentences):
        line, section = view.lines[sentence.line], view.sections[sentence.section]
        assert before <= sentence.start < sentence.end
        assert line.start <= sentence.start < sentence.end <= line.end
        assert section.first_line <= sentence.line < section.last_line
        surface = view.text[sentence.start : sentence.end]
        assert surface == surface.strip()
        covered[sentence.start : sentence.end] = b"\1" * len(surface)
        before = sentence.end
        for morpheme in sentence.morphemes:
            assert sentence.start <= morpheme.start <= morpheme.end <= sentence.end
            assert number == morpheme.sentence
    words = [morpheme.word for sentence in view.sentences for morpheme in sentence.morphemes]
    assert sorted(words) == words
    assert "" == "".join(character for character, seen in zip(view.text, covered, strict=True) if not seen).strip()


@settings(deadline=None)
@given(TEXTS, st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=10))
def test_any_text_keeps_the_promises(text: str, title: str | None) -> None:
    view, form = view_article(Article(text=text, title=title))
    check(view)
    assert view.text == form.text


def test_sentences_and_morphemes() -> None:
    text = "나라시, 공장 짓는다\r\n\r\n나라시는 공장 10곳을 짓는다. 예산은 20억원이다.\r\n"
    view, form = view_article(Article(text=text, published=datetime.date(2025, 3, 4)))
    assert ["나라시, 공장 짓는다", "나라시는 공장 10곳을 짓는다.", "예산은 20억원이다."] == sentences(view)
    assert datetime.date(2025, 3, 4) == view.published
    assert [LineKind.TITLE, LineKind.BODY, LineKind.BODY] == [view.kind_of(sentence) for sentence in view.sentences]
    number = next(morpheme for morpheme in view.sentences[2].morphemes if morpheme.form == "20")
    start, end = form.to_original(number.start, number.end)
    assert "20" == text[start:end]


@pytest.mark.parametrize(
    "quoted",
    [
        '시장은 "공장을 짓겠다. 예산도 마련했다. 모두 돕겠다"고 말했다.',
        '군수는 "올해가 중요하다"며 "내년에는 30곳을 더 짓겠다. 기대해 달라"고 강조했다.',
    ],
)
def test_a_quotation_is_not_cut(quoted: str) -> None:
    view, _ = view_article(Article(text=f"{quoted} 행사는 끝났다."))
    assert [quoted, "행사는 끝났다."] == sentences(view)


@pytest.mark.parametrize(
    "follower", ["‘푸른 마을 사업’은 올해 시작한다.", "(사진제공-나라시)", '"돕겠다"고 그는 말했다.']
)
def test_a_sentence_may_begin_with_a_mark(follower: str) -> None:
    view, _ = view_article(Article(text=f"나라시는 공장 10곳을 짓는다고 밝혔다. {follower}"))
    assert ["나라시는 공장 10곳을 짓는다고 밝혔다.", follower] == sentences(view)


def test_words_are_counted_over_the_whole_text() -> None:
    view, _ = view_article(Article(text="공장을 짓는다. 예산이 있다.\n시가 돕는다."))
    firsts = {morpheme.word: morpheme.start for s in reversed(view.sentences) for morpheme in reversed(s.morphemes)}
    assert {0: 0, 1: 4, 2: 9, 3: 13, 4: 17, 5: 20} == firsts


def test_a_long_line_is_cut_between_sentences() -> None:
    sentence = "나라시는 올해 공장 10곳을 짓는다고 밝혔다. "
    text = sentence * (LONGEST_CHUNK // len(sentence) * 2)
    view, _ = view_article(Article(text=text))
    check(view)
    assert {sentence.strip()} == set(sentences(view))


@pytest.mark.parametrize("text", ["1" * 100_000, "가" * 50_000, "\n" * 1000, " ", "\0", "“" * 3000, "▲" * 3000])
def test_odd_inputs(text: str) -> None:
    view, _ = view_article(Article(text=text))
    check(view)


def test_many_articles_come_back_in_order() -> None:
    texts = ["첫 글이다.", "", "둘째 글이다.\n두 줄이다.", " \n ", "셋째 글이다."]
    views = [view for view, _ in view_articles(Article(text=text) for text in texts)]
    assert texts == [view.text for view in views]
    assert [sentences(view_article(Article(text=text))[0]) for text in texts] == [sentences(view) for view in views]
