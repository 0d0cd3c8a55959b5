"""What holds for every document, however forged."""

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st
from report_samples import hostile
from rollup_documents import marked
from strategies import documents

from mokpyo.data.document import Bound, Document
from mokpyo.inference.rollups.amounts import exact
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import RollupKind

OBJECTS = st.sampled_from(["공장", "스마트 공장", "창고", ""])
DAYS = st.sampled_from(["", "?", "2027-06-30", "2027-12-31"])
WORDS = st.sampled_from(["총 ", "등 ", "나머지 ", "한빛센터는 공장 ", "", "\n", "세운다. ", ", "])


@st.composite
def articles(draw: st.DrawFn) -> Document:
    """Short texts of few numbers, so that many of them agree."""
    text = "센터는 "
    for _ in range(draw(st.integers(1, 8))):
        number = draw(st.sampled_from([1, 2, 3, 4, 6, 10, 120, 124]))
        mark = f"[{number}개|{draw(OBJECTS)}|{draw(DAYS)}|{draw(st.sampled_from(['', 'achieved']))}|{draw(st.sampled_from(['', 'c2', '-']))}]"
        text += draw(WORDS) + mark + draw(WORDS)
    return marked(text)


@example(hostile())
@given(st.one_of(documents(), articles()))
def test_a_rollup_points_at_targets_of_one_centre_and_unit(document: Document) -> None:
    for one in find_rollups(document):
        targets = [document.targets[at] for at in (one.whole, *one.parts)]
        assert len(targets) == len({one.whole, *one.parts}) > 1
        assert {0 <= at < len(document.targets) for at in (one.whole, *one.parts)} == {True}
        assert len({target.center for target in targets}) == 1
        assert None is not targets[0].center
        assert len({target.quantity.unit.replace(" ", "") for target in targets}) == 1
        assert {target.quantity.bound for target in targets} == {Bound.EXACT}


@given(articles())
def test_parts_of_a_sum_add_up_and_others_do_not(document: Document) -> None:
    for one in find_rollups(document):
        whole, *parts = (exact(document.targets[at].quantity.value) for at in (one.whole, *one.parts))
        assert (one.kind is RollupKind.SUM) == (whole == sum(parts))
        assert exact(one.total) == sum(parts)


@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_targets_does_not_matter(document: Document, random: object) -> None:
    targets = list(document.targets)
    random.shuffle(targets)  # type: ignore[attr-defined]
    shuffled = msgspec.structs.replace(document, targets=targets)

    def found(one: Document) -> list[tuple[str, tuple[str, ...]]]:
        return [(r.kind, tuple(one.targets[at].id for at in (r.whole, *r.parts))) for r in find_rollups(one)]

    assert found(document) == found(shuffled)


@given(articles())
def test_a_document_is_read_alike_twice(document: Document) -> None:
    assert find_rollups(document) == find_rollups(Document.from_json(document.to_json()))
