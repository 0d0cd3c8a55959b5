"""axe-core's checks: a report may have no violation that it calls serious or critical."""

from collections.abc import Callable
from typing import Any

import pytest
from report_samples import article, corpus_page, many

from mokpyo.inference.report.article_page import render_html

PAGES = {"article": lambda: render_html(article()), "corpus": lambda: corpus_page([article(), *many(8)])}


def serious_violations(page: Any) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install 'mokpyo[browser]'")
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_have_no_serious_violation(name: str, scheme: str, open_page: Callable[..., Any]) -> None:
    page = open_page(PAGES[name](), scheme=scheme)
    page.fill("#overdue", "2027-07-01")
    if name == "article":
        page.hover("[data-target='1']")
    else:
        page.locator("summary").first.click()
    assert [] == serious_violations(page)
    if name == "corpus":
        page.locator(".rows button").first.click()
        assert [] == serious_violations(page)
        page.keyboard.press("Escape")
        page.locator(".center-link").first.click()
        page.locator("#center-page h2").wait_for()
        assert [] == serious_violations(page)
