"""The order in which articles are annotated."""

import pytest
from annotation_samples import model_document
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from mokpyo.annotations.uncertainty import order_by_uncertainty, uncertainty
from mokpyo.data.document import Document, Entity, Label


def scored(name: str, text: str, *scores: float) -> Document:
    entities = [Entity(at, at + 1, Label.ORG, text[at], score) for at, score in enumerate(scores)]
    return Document(id=name, text=text, entities=entities)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((), 0.0), ((1.0,), 0.0), ((0.5,), 0.5), ((0.6, 0.8), 0.3), ((0.5,) * 10 + (1.0,) * 30, 0.5)],
)
def test_doubt_is_that_of_the_weakest(scores: tuple[float, ...], expected: float) -> None:
    assert expected == pytest.approx(uncertainty(scored("a", "가" * 50, *scores)))


def test_the_least_sure_come_first() -> None:
    found = order_by_uncertainty([model_document(number) for number in range(20)], diversity=0.0)
    doubts = [uncertainty(one) for one in found]
    assert sorted(doubts, reverse=True) == doubts


def test_a_twin_of_an_article_waits_behind_what_is_unlike_it() -> None:
    flood = "강물이 불어나 다리가 잠겼다"
    festival = "축제에 천막 서른 개를 세운다"
    twins = [scored("a", flood, 0.5), scored("b", flood, 0.52), scored("c", festival, 0.6), scored("d", festival, 0.9)]
    assert ["a", "b", "c", "d"] == [one.id for one in order_by_uncertainty(twins, diversity=0.0)]
    assert ["a", "c", "b", "d"] == [one.id for one in order_by_uncertainty(twins, diversity=0.5)]


@given(st.lists(documents(), max_size=6), st.floats(0, 1))
def test_every_article_comes_once(found: list[Document], diversity: float) -> None:
    ordered = order_by_uncertainty(found, diversity)
    assert sorted(map(id, found)) == sorted(map(id, ordered))
