import msgspec
import pytest
from report_samples import article
from rollup_documents import marked

from mokpyo.data.document import Document
from mokpyo.inference.report.article_page import render_html
from mokpyo.inference.report.article_view import doubt_words, sum_words
from mokpyo.inference.report.doubts import Doubt, DoubtKind, find_doubts
from mokpyo.inference.report.language import Language
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import RollupKind


def doubts_of(document: Document) -> list[Doubt]:
    return find_doubts(document, find_rollups(document))


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
    assert expected == doubts_of(article())


@pytest.mark.parametrize(
    ("at", "value", "differs"),
    [(2, 60, False), (2, 60.5, True), (0, 110, False), (0, 70, False), (1, 30, False), (1, 31, True)],
)
def test_parts_that_sum_are_no_doubt(at: int, value: float, differs: bool) -> None:
    kinds = [doubt.kind for doubt in doubts_of(with_value(at, value))]
    assert differs == (DoubtKind.PARTS_DIFFER in kinds)


def test_a_doubt_says_its_figures() -> None:
    document = article()
    words = [doubt_words(document, doubt, Language.ENGLISH) for doubt in doubts_of(document)]
    assert [
        "parts do not sum: 40 동 + 70 동 = 110 동, the whole is 100 동",
        "date not resolved",
        "low score (0.55)",
    ] == words


def test_two_amounts_of_one_thing_are_a_doubt() -> None:
    text = "한빛센터, 공장 [150개|공장] 세운다\n\n한빛센터는 공장 [130개|공장] 세운다고 밝혔다."
    document = marked(text)
    assert [Doubt(0, DoubtKind.CONTRADICTION, (1,), 130)] == doubts_of(document)
    assert ["elsewhere 130 개"] == [doubt_words(document, doubt, Language.ENGLISH) for doubt in doubts_of(document)]


def test_parts_that_add_up_are_told_but_no_doubt() -> None:
    document = with_value(2, 60)
    (one,) = find_rollups(document)
    assert RollupKind.SUM is one.kind
    assert "합이 맞음: 40동 + 60동" == sum_words(document, one, Language.KOREAN)
    assert f'<span class="sum">{sum_words(document, one, Language.KOREAN)}</span>' in render_html(document)
    assert 'class="sum"' not in render_html(article())
