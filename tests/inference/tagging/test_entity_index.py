from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import overlaps
from mokpyo.inference.tagging.entity_index import EntityIndex

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def entity(span: tuple[int, int]) -> Entity:
    return Entity(*span, Label.ORG, "x" * (span[1] - span[0]))


@given(st.lists(SPANS, max_size=20))
def test_replacing_keeps_only_what_was_put_last(spans: list[tuple[int, int]]) -> None:
    index = EntityIndex([])
    expected: list[Entity] = []
    for span in spans:
        touching = [one for one in expected if overlaps(one.span, span)]
        assert touching == index.touching(span)
        index.replace(span, entity(span))
        expected = sorted([*(one for one in expected if one not in touching), entity(span)], key=lambda one: one.start)
        assert expected == list(index)


def test_replacing_by_nothing_removes() -> None:
    index = EntityIndex([entity((4, 6)), entity((0, 3))])
    index.replace((2, 5), None)
    assert [] == list(index)
