import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.document import Label
from mokpyo.data.errors import LabelError
from mokpyo.data.labels import (
    KLUE_CLASSES,
    PROJECT_CLASSES,
    TokenSpan,
    bio_tags,
    decode_bio,
    encode_bio,
    project_label,
)


@st.composite
def token_spans(draw: st.DrawFn) -> tuple[list[TokenSpan], int]:
    """Disjoint spans in order, and the length of their sequence."""
    length = draw(st.integers(0, 30))
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [TokenSpan(first, last, draw(st.sampled_from(KLUE_CLASSES))) for first, last in pairs], length


@given(token_spans())
def test_bio_round_trip(case: tuple[list[TokenSpan], int]) -> None:
    spans, length = case
    tags = encode_bio(spans, length)
    assert length == len(tags)
    assert spans == decode_bio(tags)


@given(st.lists(st.sampled_from(bio_tags(PROJECT_CLASSES)), max_size=30))
def test_decoding_reads_the_tags_back_or_refuses_them(tags: list[str]) -> None:
    try:
        spans = decode_bio(tags)
    except LabelError:
        broken = [
            at
            for at, tag in enumerate(tags)
            if tag.startswith("I-") and (at == 0 or tags[at - 1] not in (tag, f"B-{tag[2:]}"))
        ]
        assert broken
    else:
        assert tags == encode_bio(spans, len(tags))


def test_tags_of_a_scheme() -> None:
    assert ["O", "B-ORG", "I-ORG", "B-REGION", "I-REGION"] == bio_tags(["ORG", "REGION"])
    assert 1 + 2 * 6 == len(bio_tags(KLUE_CLASSES))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("OG", Label.ORG),
        ("LC", Label.REGION),
        ("QT", Label.QUANTITY),
        ("DT", Label.DATE),
        ("PS", None),
        ("TI", None),
        *((label.value, label) for label in Label),
    ],
)
def test_classes_of_both_schemes_have_a_project_label(name: str, expected: Label | None) -> None:
    assert expected == project_label(name)


@pytest.mark.parametrize("name", ["", "O", "org", "B-ORG", "MISC"])
def test_other_labels_are_refused(name: str) -> None:
    with pytest.raises(LabelError, match="in neither scheme"):
        project_label(name)


@pytest.mark.parametrize(
    ("spans", "length", "named"),
    [
        ([TokenSpan(0, 2, "OG"), TokenSpan(1, 3, "LC")], 3, "overlaps"),
        ([TokenSpan(0, 0, "OG")], 3, "of a sequence of 3"),
        ([TokenSpan(2, 4, "OG")], 3, "of a sequence of 3"),
        ([TokenSpan(-1, 1, "OG")], 3, "of a sequence of 3"),
    ],
)
def test_spans_that_cannot_be_tagged_are_refused(spans: list[TokenSpan], length: int, named: str) -> None:
    with pytest.raises(LabelError, match=named):
        encode_bio(spans, length)


@pytest.mark.parametrize(
    "tags", [["I-OG"], ["O", "I-OG"], ["B-LC", "I-OG"], ["B-OG", "O", "I-OG"], ["X"], ["B-"], ["B"], [""]]
)
def test_tags_that_are_not_iob2_are_refused(tags: list[str]) -> None:
    with pytest.raises(LabelError, match="does not continue a span"):
        decode_bio(tags)
