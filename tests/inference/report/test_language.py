import re
import string
from importlib import resources

import pytest

from mokpyo.data.document import Bound, Label, Status
from mokpyo.inference.render.wording import LABEL_WORDS, STATUS_WORDS
from mokpyo.inference.report.doubts import DoubtKind
from mokpyo.inference.report.language import Language, interface_texts

KOREAN, ENGLISH = interface_texts(Language.KOREAN), interface_texts(Language.ENGLISH)
COMPUTED = {
    *(f"status.{status.value}" for status in Status),
    *(f"label.{label.value}" for label in Label),
    *(f"bound.{bound.value}" for bound in Bound if bound is not Bound.EXACT),
    *(f"{name}.{kind.value}" for kind in DoubtKind for name in ("doubt", "doubts")),
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", KOREAN)
def test_both_languages_say_everything(key: str) -> None:
    assert KOREAN[key].strip()
    assert ENGLISH[key].strip()
    assert places(KOREAN[key]) == places(ENGLISH[key])


def used_keys() -> set[str]:
    templates = resources.files("mokpyo.inference.report").joinpath("templates")
    sources = [file.read_text(encoding="utf-8") for file in templates.iterdir() if file.name.endswith((".js", ".j2"))]
    return {key for source in sources for key in re.findall(r"\b(?:t|words)\(\"([a-z_.]+[a-z])\"", source)}


def test_every_key_that_pages_use_is_there() -> None:
    assert set() == (used_keys() | COMPUTED) - KOREAN.keys()


def test_the_page_and_the_terminal_use_the_same_words() -> None:
    assert {f"status.{status.value}": word for status, word in STATUS_WORDS.items()}.items() <= KOREAN.items()
    assert {f"label.{label.value}": word for label, word in LABEL_WORDS.items()}.items() <= KOREAN.items()
