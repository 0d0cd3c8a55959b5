import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given
from strategies import documents

from mokpyo.data.document import Bound, Center, Document, Entity, Label, Quantity, Status, Target
from mokpyo.inference.render.html import render_html
from mokpyo.inference.render.visible import visible

TEXT = "\n한빛시는 <b>공장</b> 12곳을 짓는다.\r\n끝.\n"

PAGE_TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "section",
        "div",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
    ),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "mark", "span", "time"),
}


class Page(HTMLParser):
    """What a browser would find: tags, ids, links, and the article's text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.article = ""
        self.depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.add(tag)
        self.attributes |= attributes.keys()
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if self.depth or attributes.get("class") == "article":
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser passes it)
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.article += data


def sample() -> Document:
    start = TEXT.index("12곳")
    quantity = Quantity(start, start + 3, "12곳", 12, None, "곳", Bound.EXACT)
    return Document(
        id="a",
        text=TEXT,
        entities=[Entity(1, 4, Label.ORG, "한빛시"), Entity(start, start + 3, Label.QUANTITY, "12곳")],
        centers=[Center("c1", "한빛시", [], None, [(1, 4)])],
        targets=[Target("t1", "c1", quantity, "공장", None, None, Status.PLANNED, evidence=(1, len(TEXT) - 5))],
    )


def test_the_page_marks_entities_and_links_targets_both_ways() -> None:
    page = Page(render_html(sample()))
    assert ["number-t1", "t1"] == sorted(page.ids)
    assert ["#number-t1", "#t1"] == sorted(page.links)
    assert '<mark class="org" title="기관">한빛시</mark>' in render_html(sample())


def test_the_text_is_whole_and_escaped() -> None:
    assert TEXT.replace("\r\n", "\n") == Page(render_html(sample())).article
    assert "&lt;b&gt;공장&lt;/b&gt;" in render_html(sample())


def test_the_page_may_load_and_run_nothing() -> None:
    page = render_html(sample())
    styles = re.search("<style>(.*)</style>", page, re.DOTALL)
    assert styles is not None
    digest = base64.b64encode(hashlib.sha256(styles[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_document_without_targets_says_so() -> None:
    assert "목표를 찾지 못했습니다." in render_html(Document(id="a", text="오늘은 맑다."))


@given(documents())
def test_hostile_text_stays_text(document: Document) -> None:
    page = Page(render_html(document))
    assert PAGE_TAGS >= page.tags
    assert not {name for name in page.attributes if name.startswith("on")}
    assert {f"#number-{target.id}" for target in document.targets} <= set(page.links)
    assert set(page.links) <= {f"#{identity}" for identity in page.ids}
    expected = visible(document.text).replace("\r\n", "\n").replace("\r", "\n")
    assert expected == page.article
