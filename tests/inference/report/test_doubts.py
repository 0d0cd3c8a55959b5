import msgspec
import pytest
from report_samples import article

from mokpyo.data.document import Document
from mokpyo.inference.report.article_view import doubt_words
from mokpyo.inference.report.doubts import Doubt, DoubtKind, find_doubts
from mokpyo.inference.report.language import Language


def with_value(at: int, value: float) -> Document:
    document = article()
    targets = list(document.targets)
    quantity = msgspec.structs.replace(targets[at].quantity, value=value)
    targets[at] = msgspec.structs.replace(targets[at], quantity=quantity)
    return msgspec.structs.replace(document, targets=targets)


def test_what_should_be_checked_is_found() -> None:
    expected = [
        Doubt(0, DoubtKind.PARTS_DIFFER, (1, 2), 110),
        Doubt(4, DoubtKind.UNRESOLVED_DATE),
        Doubt(4, DoubtKind.LOW_SCORE),
    ]
    assert expected == find_doubts(article())


@pytest.mark.parametrize(
    ("at", "value", "differs"),
    [(2, 60, False), (2, 60.5, True), (0, 110, False), (0, 70, False), (1, 30, False), (1, 31, True)],
)
def test_parts_that_sum_are_no_doubt(at: int, value: float, differs: bool) -> None:
    kinds = [doubt.kind for doubt in find_doubts(with_value(at, value))]
    assert differs == (DoubtKind.PARTS_DIFFER in kinds)


def test_a_doubt_says_its_figures() -> None:
    document = article()
    words = [doubt_words(document, doubt, Language.ENGLISH) for doubt in find_doubts(document)]
    assert [
        "parts do not sum: 40 동 + 70 동 = 110 동, the whole is 100 동",
        "date not resolved",
        "low score (0.55)",
    ] == words
