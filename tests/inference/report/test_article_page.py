import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from report_samples import ARTICLE, article, hostile
from strategies import documents

from mokpyo.data.document import Document
from mokpyo.inference.render.visible import visible
from mokpyo.inference.report.article_page import render_html
from mokpyo.inference.report.language import Language
from mokpyo.inference.report.page import embedded_json, source_hash

PAGE_TAGS = set(
    "html head meta title style script body header main section div h1 h2 h3 p ul li table thead tbody tr th td "
    "a mark span time label input".split()
)


class Page(HTMLParser):
    """What a browser would find: tags, attributes, ids, links, and the article's text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.attributes: set[str] = set()
        self.article = ""
        self.depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links |= {value for name, value in attrs if name == "href" and value}
        if self.depth or ("class", "article") in attrs:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser passes it)
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.article += data


@pytest.mark.parametrize("language", Language)
def test_the_page_says_what_the_document_says(language: Language) -> None:
    page = render_html(article(), language=language)
    assert f'<html lang="{language.value}">' in page
    assert ARTICLE == Page(page).article
    assert "새길, 창고 짓는다" in page
    assert 'title="기관"' in page if language is Language.KOREAN else 'title="organisation"' in page


def test_targets_and_numbers_link_both_ways() -> None:
    page = Page(render_html(article()))
    expected = {f"#{kind}{at}" for kind in "qt" for at in range(5)}
    assert expected == page.links
    assert {link[1:] for link in expected} <= set(page.ids)


def test_doubts_are_shown() -> None:
    page = render_html(article())
    assert "합이 맞지 않음: 40동 + 70동 = 110동, 전체는 100동" in page
    assert "신뢰도가 낮은 목표 1건" in page


def test_the_page_may_load_nothing_and_run_its_own_script_only() -> None:
    page = render_html(article())
    styles = re.search("<style>(.*?)</style>", page, re.DOTALL)
    scripts = re.findall("<script>(.*?)</script>", page, re.DOTALL)
    assert styles is not None
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = f"default-src 'none'; style-src {source_hash(styles[1])}; script-src {source_hash(scripts[0])};"
    assert policy[1].startswith(allowed)
    assert 1 == len(scripts)
    namespace = "http://www.w3.org/2000/svg"
    assert "http" not in page.replace("http-equiv", "").replace(namespace, "").replace("hong@", "")


def test_a_document_without_targets_says_so() -> None:
    assert "목표를 찾지 못했습니다." in render_html(Document(id="a", text="오늘은 맑다."))


def test_json_cannot_end_its_block() -> None:
    assert r'"\u003c/script\u003e\u0026\u2028"' == embedded_json('"</script>&\u2028"'.encode())


def check_that_text_stays_text(document: Document) -> None:
    page = Page(render_html(document))
    assert PAGE_TAGS >= page.tags
    assert not {name for name in page.attributes if name.startswith("on") or name in ("src", "style")}
    assert page.links <= {f"#{identity}" for identity in page.ids}
    assert len(page.ids) == len(set(page.ids))
    assert visible(document.text).replace("\r\n", "\n").replace("\r", "\n") == page.article


def test_hostile_words_stay_words() -> None:
    check_that_text_stays_text(hostile())


@settings(max_examples=40)
@given(documents())
def test_any_text_stays_text(document: Document) -> None:
    check_that_text_stays_text(document)
