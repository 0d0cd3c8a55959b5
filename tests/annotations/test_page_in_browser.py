"""The labelling page in a real browser: spans and arrows where they belong, and a person's mouse."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from annotation_samples import model_document
from label_studio_server import EMAIL, PASSWORD, LabelStudioServer, Person

pytest.importorskip("httpx", reason="no httpx: pip install 'mokpyo[annotations]'")

from mokpyo.annotations.credentials import Credentials
from mokpyo.annotations.pull import pull_project
from mokpyo.annotations.push import PushSettings, push_documents
from mokpyo.annotations.server import Server
from mokpyo.data.document import Bound, Document, Entity, Label, Quantity, Status, Target

pytestmark = pytest.mark.slow
TITLE = "브라우저"
DOCUMENT = model_document(3)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
SCREENSHOTS_VARIABLE = "MOKPYO_SCREENSHOTS"
"""Names a folder for pictures of the page, to be looked at."""

HIGHLIGHTS = """() => [...document.querySelectorAll('.htx-highlight')].map(
  one => [one.dataset.label.split(':')[1], one.textContent, Number(one.dataset.start)])"""
ARROWS = """() => {
  const boxes = [...document.querySelectorAll('.htx-highlight')].map(
    one => [Number(one.dataset.start), one.getBoundingClientRect()]);
  const nearest = rect => boxes.map(([start, box]) =>
    [Math.abs(box.x - rect.x) + Math.abs(box.y - rect.y) + Math.abs(box.right - rect.right), start])
    .sort((one, two) => one[0] - two[0])[0];
  return [...document.querySelectorAll('svg.relations-overlay > g')].map(group => {
    const ends = [...group.querySelectorAll(':scope > rect')].map(one => nearest(one.getBoundingClientRect()));
    return [group.querySelector('text').textContent, ...ends];
  });
}"""
PLACE = """surface => {
  const root = document.querySelector('[class*=htx-richtext]');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent.indexOf(surface);
    if (at >= 0) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + surface.length);
      const box = range.getBoundingClientRect();
      return [box.left, box.right, (box.top + box.bottom) / 2];
    }
  }
}"""


@pytest.fixture(scope="module")
def page(label_studio: LabelStudioServer) -> Iterator[Any]:
    """The task's page, signed in."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install 'mokpyo[browser]'")
    found = [path for path in map(shutil.which, CHROMIUM_NAMES) if path]
    if not found:
        pytest.skip(f"no browser: none of {', '.join(CHROMIUM_NAMES)} is installed")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found[0], args=sandbox)
        opened = browser.new_page(viewport={"width": 1500, "height": 1000})
        opened.set_default_timeout(30_000)
        opened.goto(f"{label_studio.url}/user/login/")
        opened.fill("input[name=email]", EMAIL)
        opened.fill("input[name=password]", PASSWORD)
        opened.click("button[type=submit]")
        opened.wait_for_url("**/")
        yield opened
        browser.close()


def picture(page: Any, name: str) -> None:
    folder = os.environ.get(SCREENSHOTS_VARIABLE)
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def draw(page: Any, surface: str, key: str) -> None:
    """Mark a surface with the mouse, as the label of a key."""
    page.keyboard.press(key)
    left, right, height = page.evaluate(PLACE, surface)
    page.mouse.move(left + 1, height)
    page.mouse.down()
    page.mouse.move((left + right) / 2, height, steps=4)
    page.mouse.move(right - 1, height, steps=4)
    page.mouse.up()


def test_spans_and_arrows_stand_in_place_and_a_drawn_target_comes_back(
    label_studio: LabelStudioServer, first_person: Person, page: Any, tmp_path: Path
) -> None:
    with Server.open(Credentials(label_studio.url, label_studio.token)) as server:
        push_documents(server, [DOCUMENT], PushSettings(title=TITLE, model_version="모형 1"))
        (task,) = first_person.tasks(TITLE)
        page.goto(f"{label_studio.url}/projects/{task['project']}/data?task={task['id']}")
        page.wait_for_selector("svg.relations-overlay > g")
        page.wait_for_function("document.querySelectorAll('svg.relations-overlay > g').length >= 5")
        check_spans(page)
        check_arrows(page)
        picture(page, "pre-annotated")
        draw_target(page)
        picture(page, "edited")
        page.click("text=Submit")
        page.wait_for_function("!document.body.innerText.includes('Submit')")
        pulled = pull_project(server, TITLE, tmp_path / "set")
    assert [] == pulled.export.problems
    assert [with_drawn_target(DOCUMENT)] == pulled.export.documents()


NAMES = {Label.ORG: "기관", Label.REGION: "지역", Label.QUANTITY: "수량", Label.DATE: "날짜"}


def check_spans(page: Any) -> None:
    shown = [(label, surface, start) for label, surface, start in page.evaluate(HIGHLIGHTS)]
    assert sorted((NAMES[one.label], one.text, one.start) for one in DOCUMENT.entities) == sorted(shown)


def check_arrows(page: Any) -> None:
    """Each arrow's two boxes are, to a few pixels, those of the spans that it joins."""
    shown = page.evaluate(ARROWS)
    assert all(distance < 12 for _, *ends in shown for distance, _ in ends), shown
    found = Counter((label, *(start for _, start in ends)) for label, *ends in shown)
    first, second, third = (target.quantity.start for target in DOCUMENT.targets)
    city, short = (mention[0] for mention in DOCUMENT.centers[0].mentions)
    deadline = DOCUMENT.targets[0].deadline
    assert deadline is not None
    expected = [
        ("주체", first, city),
        ("주체", second, short),
        ("주체", third, short),
        ("기한", first, deadline.start),
        ("되풀이", third, first),
    ]
    assert Counter(expected) == found


def draw_target(page: Any) -> None:
    """소식 [3]: a quantity behind an emoji of seven UTF-16 units, planned, with its object typed."""
    page.keyboard.press("Escape")
    draw(page, "3", "3")
    page.click(f".htx-highlight[data-start='{DOCUMENT.text.index('3')}']")
    page.locator("label", has_text="계획").click()
    field = page.get_by_placeholder("무엇을: 기업, 일자리, 펀드")
    field.fill("소식")
    field.press("Enter")
    page.keyboard.press("Escape")


def with_drawn_target(document: Document) -> Document:
    start = document.text.index("3")
    entity = Entity(start, start + 1, Label.QUANTITY, "3")
    target = Target(
        id="t4",
        center=None,
        quantity=Quantity(start, start + 1, "3", 3, None, "", Bound.EXACT),
        object="소식",
        deadline=None,
        region=None,
        status=Status.PLANNED,
        link="annotator",
    )
    return msgspec.structs.replace(
        document,
        entities=[entity, *(msgspec.structs.replace(one, score=1.0) for one in document.entities)],
        targets=[*(msgspec.structs.replace(one, score=1.0, link="annotator") for one in document.targets), target],
    )
