from collections.abc import Callable
from typing import Any

import pytest
from report_samples import article, hostile

from mokpyo.inference.report.article_page import render_html
from mokpyo.inference.report.language import Language

OpenPage = Callable[..., Any]


def lit(page: Any) -> list[str]:
    return page.locator(".article .lit").all_text_contents()


def test_a_target_lights_what_it_rests_on(open_page: OpenPage) -> None:
    page = open_page(render_html(article()))
    assert [] == lit(page)
    page.hover("[data-target='1']")
    assert ["새길물류센터", "새길센터", "새길센터", "상반기", "40동"] == lit(page)
    assert page.locator(".lit-evidence").text_content().startswith("새길센터는 상반기까지")
    page.hover("h1")
    assert [] == lit(page)


@pytest.mark.parametrize(
    ("text", "targets"), [("40동", ["1"]), ("연말", ["2"]), ("가람시", ["4"]), ("새길물류센터", ["0", "1", "2", "3"])]
)
def test_the_text_lights_its_targets(text: str, targets: list[str], open_page: OpenPage) -> None:
    page = open_page(render_html(article()))
    page.locator(".article [data-keys]", has_text=text).last.hover()
    assert targets == page.eval_on_selector_all("tr.lit", "rows => rows.map((row) => row.dataset.target)")


def test_evidence_lights_all_that_rest_on_it(open_page: OpenPage) -> None:
    page = open_page(render_html(article()))
    page.locator(".evidence", has_text="점포").dispatch_event("pointerover")
    assert ["1", "2", "3"] == page.eval_on_selector_all("tr.lit", "rows => rows.map((row) => row.dataset.target)")
    assert {"새길물류센터", "새길센터", "상반기", "40동", "연말", "70동", "12곳"} == set(lit(page))


def test_the_keyboard_lights_too(open_page: OpenPage) -> None:
    page = open_page(render_html(article()))
    page.focus("[data-target='4'] a")
    assert ["가람시", "언젠가", "3만그루"] == lit(page)
    page.keyboard.press("Enter")
    assert page.url.endswith("#q4")


def test_a_click_stays_lit_and_shows_the_number(open_page: OpenPage) -> None:
    page = open_page(render_html(article()), width=390, height=500)
    page.click("[data-target='4'] td:nth-child(4)")
    top = page.locator(".article a", has_text="3만그루").bounding_box()["y"]
    assert 0 < top < 500
    page.hover("h1")
    assert "3만그루" in lit(page)


def test_the_timeline_tells_what_is_overdue(open_page: OpenPage) -> None:
    page = open_page(render_html(article(), language=Language.ENGLISH))
    assert 3 == page.locator(".timeline .dot[data-index]").count()
    assert 0 == page.locator(".is-overdue").count()
    page.fill("#overdue", "2027-07-01")
    assert ["1"] == page.eval_on_selector_all(".is-overdue", "rows => rows.map((row) => row.dataset.target)")
    assert page.locator(".dot.overdue[data-index]").get_attribute("aria-label").endswith("2027-06-30, planned, overdue")
    page.locator(".dot.overdue[data-index]").press("Enter")
    assert "40동" in lit(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_hostile_words_only_show(width: int, open_page: OpenPage) -> None:
    page = open_page(render_html(hostile()), width=width)
    page.hover("[data-target='0']")
    page.fill("#overdue", "2030-01-01")
    assert page.evaluate("window.hit === undefined")
    assert 0 == page.locator("img").count()
    assert page.locator("h1").text_content().startswith("<script>window.hit=1</script><img")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
