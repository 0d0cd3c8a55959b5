"""A headless Chromium for the pages; tests that need it skip where it or its driver is not installed."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium_page() -> Iterator[Any]:
    """The one page of a running browser, which tests fill one after another."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install 'mokpyo[browser]'")
    found = [path for path in map(shutil.which, CHROMIUM_NAMES) if path]
    if not found:
        pytest.skip(f"no browser: none of {', '.join(CHROMIUM_NAMES)} is installed")
    # Chromium's own sandbox does not start for root, which test containers often are.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found[0], args=sandbox)
        yield browser.new_page()
        browser.close()


@pytest.fixture
def open_page(chromium_page: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens HTML; when the test ends, the page may not have complained or asked for anything but itself."""
    page = chromium_page
    complaints: list[str] = []
    requests: list[str] = []
    listeners = {
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: requests.append(request.url),
    }

    def open_html(html: str, *, width: int = 1280, height: int = 800, scheme: str = "light", fragment: str = "") -> Any:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.mouse.move(0, 0)
        page.goto(file.as_uri() + fragment)
        return page

    page.set_default_timeout(10_000)
    for event, listener in listeners.items():
        page.on(event, listener)
    yield open_html
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert [] == complaints
    assert {"file", "blob"} >= {url.partition(":")[0] for url in requests}
    assert 1 == sum(url.startswith("file:") for url in requests)
