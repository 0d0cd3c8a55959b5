import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.errors import LabelError
from mokpyo.data.labels import KLUE_CLASSES, bio_tags
from mokpyo.inference.tagging.decoding import ScoredRun, TagScheme, best_path, decode

SCHEME = TagScheme.from_tags(("O", "B-OG", "I-OG", "B-QT", "I-QT"))


def rows(*likely: str, surety: float = 0.8) -> np.ndarray:
    """One row a token: ``surety`` for the named tag, the rest spread evenly."""
    probabilities = np.full((len(likely), 5), (1 - surety) / 4, dtype=np.float32)
    for at, tag in enumerate(likely):
        probabilities[at, SCHEME.tags.index(tag)] = surety
    return probabilities


@pytest.mark.parametrize(
    ("likely", "expected"),
    [
        ((), []),
        (("O", "O"), []),
        (("B-OG", "I-OG", "O", "B-QT"), [(0, 2, "OG"), (3, 4, "QT")]),
        (("B-OG", "B-OG", "I-OG"), [(0, 1, "OG"), (1, 3, "OG")]),
        (("B-QT", "I-QT", "I-QT"), [(0, 3, "QT")]),
    ],
)
def test_tags_that_bio_allows_are_read_as_they_are(
    likely: tuple[str, ...], expected: list[tuple[int, int, str]]
) -> None:
    assert expected == [run[:3] for run in decode(rows(*likely), SCHEME)]


@pytest.mark.parametrize("likely", [("I-OG",), ("O", "I-QT"), ("B-OG", "I-QT"), ("O", "I-OG", "I-OG", "O")])
def test_an_inside_tag_never_opens_a_span(likely: tuple[str, ...]) -> None:
    path = [SCHEME.tags[index] for index in best_path(rows(*likely), SCHEME)]
    for before, tag in itertools.pairwise(["O", *path]):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_a_sure_continuation_gives_its_span_a_beginning() -> None:
    probabilities = rows("O", "I-OG")
    probabilities[0] = (0.4, 0.3, 0.1, 0.1, 0.1)
    expected = [(0, 2, "OG")]
    assert expected == [run[:3] for run in decode(probabilities, SCHEME)]


def test_the_score_is_that_of_the_least_sure_token() -> None:
    probabilities = np.concatenate([rows("B-OG", surety=0.9), rows("I-OG", surety=0.6)])
    assert [ScoredRun(0, 2, "OG", pytest.approx(0.6))] == decode(probabilities, SCHEME)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 100), min_size=5, max_size=5), min_size=1, max_size=5))
def test_no_allowed_sequence_is_more_probable(weights: list[list[int]]) -> None:
    probabilities = np.array(weights, dtype=np.float32)
    probabilities /= probabilities.sum(axis=1, keepdims=True)

    def log_probability(path: tuple[int, ...]) -> float:
        return sum(math.log(probabilities[at, index]) for at, index in enumerate(path))

    allowed = [path for path in itertools.product(range(5), repeat=len(weights)) if SCHEME.allows(np.array(path))]
    best = max(log_probability(path) for path in allowed)
    assert best == pytest.approx(log_probability(tuple(best_path(probabilities, SCHEME))), abs=1e-4)


@pytest.mark.parametrize(
    ("path", "expected"),
    [((0, 1, 2), True), ((1, 2, 2), True), ((2,), False), ((0, 2), False), ((1, 4), False), ((3, 4, 1), True)],
)
def test_allows(path: tuple[int, ...], expected: bool) -> None:
    assert expected is SCHEME.allows(np.array(path))


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        (("B-OG", "I-OG"), "are not BIO"),
        (("O", "O"), "each must be there once"),
        (("O", "LABEL_1"), "'LABEL_1' is not BIO"),
        (("O", "B-"), "'B-' is not BIO"),
        (("O", "I-OG"), "no 'B-OG' beside it"),
        (("O", "S-OG"), "'S-OG' is not BIO"),
    ],
)
def test_tags_that_are_not_bio_are_a_label_error(tags: tuple[str, ...], message: str) -> None:
    with pytest.raises(LabelError, match=message):
        TagScheme.from_tags(tags)


def test_klue_tags_in_any_order_make_a_scheme() -> None:
    tags = tuple(reversed(bio_tags(KLUE_CLASSES)))
    scheme = TagScheme.from_tags(tags)
    assert {"B-DT"} == {tags[scheme.begin_of[tags.index(tag)]] for tag in ("B-DT", "I-DT")}
