import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.inference.tagging.windows import (
    Batching,
    MergedProbabilities,
    Unit,
    Window,
    batches,
    centrality,
    plan_windows,
)

LENGTHS = st.lists(st.integers(0, 90), max_size=8)


@pytest.mark.parametrize(
    ("lengths", "unit", "expected"),
    [
        ([], Unit.SENTENCE, []),
        ([0, 0], Unit.ARTICLE, []),
        ([4, 5], Unit.SENTENCE, [Window(0, 4), Window(4, 9)]),
        ([4, 5], Unit.ARTICLE, [Window(0, 9)]),
        ([4, 7], Unit.ARTICLE, [Window(0, 4), Window(4, 11)]),
        ([4, 0, 5], Unit.ARTICLE, [Window(0, 9)]),
        ([12], Unit.SENTENCE, [Window(0, 10, cut_after=True), Window(2, 12, cut_before=True)]),
        (
            [2, 17],
            Unit.SENTENCE,
            [
                Window(0, 2),
                Window(2, 12, cut_after=True),
                Window(9, 19, cut_before=True),
            ],
        ),
    ],
)
def test_windows_of_ten_tokens(lengths: list[int], unit: Unit, expected: list[Window]) -> None:
    assert expected == plan_windows(lengths, capacity=10, overlap=3, unit=unit)


@given(LENGTHS, st.integers(4, 40), st.sampled_from(Unit))
def test_every_token_is_covered_and_no_window_is_too_long(lengths: list[int], capacity: int, unit: Unit) -> None:
    windows = plan_windows(lengths, capacity, overlap=capacity // 3, unit=unit)
    total = sum(lengths)
    assert set(range(total)) == {token for window in windows for token in range(window.first, window.last)}
    assert all(0 < window.length <= capacity for window in windows)


@given(LENGTHS, st.integers(4, 40))
def test_windows_of_one_sentence_share_the_overlap(lengths: list[int], capacity: int) -> None:
    overlap = capacity // 3
    windows = plan_windows(lengths, capacity, overlap, Unit.SENTENCE)
    for before, after in itertools.pairwise(windows):
        assert before.cut_after == after.cut_before
        if before.cut_after:
            assert overlap <= before.last - after.first


@given(LENGTHS, st.integers(4, 40), st.sampled_from(Unit))
def test_merging_rows_that_do_not_depend_on_the_window_changes_nothing(
    lengths: list[int], capacity: int, unit: Unit
) -> None:
    total, overlap = sum(lengths), capacity // 3
    truth = np.random.default_rng(5).dirichlet(np.ones(3), total).astype(np.float32).reshape(total, 3)
    merged = MergedProbabilities(total, 3, overlap)
    for window in plan_windows(lengths, capacity, overlap, unit):
        merged.add(window, truth[window.first : window.last])
    np.testing.assert_allclose(merged.rows(), truth, atol=1e-6)


def test_the_more_central_window_decides() -> None:
    merged = MergedProbabilities(6, 2, overlap=4)
    left, right = Window(0, 5, cut_after=True), Window(1, 6, cut_before=True)
    merged.add(left, np.tile(np.float32([1, 0]), (5, 1)))
    merged.add(right, np.tile(np.float32([0, 1]), (5, 1)))
    expected = [0, 0, 0, 1, 1, 1]
    assert expected == [int(index) for index in (merged.rows()[:, 1] > 0.5)]


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (Window(0, 4), [1, 1, 1, 1]),
        (Window(4, 8, cut_before=True), [0.5, 1, 1, 1]),
        (Window(4, 8, cut_after=True), [1, 1, 1, 0.5]),
        (Window(4, 8, cut_before=True, cut_after=True), [0.5, 1, 1, 0.5]),
    ],
)
def test_centrality_falls_only_towards_a_cut(window: Window, expected: list[float]) -> None:
    assert expected == centrality(window, overlap=2).tolist()


@given(st.lists(st.integers(1, 50), max_size=40), st.builds(Batching, st.integers(1, 120), st.integers(0, 20)))
def test_batches_hold_every_window_once_and_stay_small(lengths: list[int], batching: Batching) -> None:
    windows = plan_windows(lengths, capacity=50, overlap=10, unit=Unit.SENTENCE)
    found = list(batches(windows, batching))
    assert sorted(windows) == sorted(window for batch in found for window in batch)
    for batch in found:
        longest = max(window.length for window in batch)
        assert len(batch) == 1 or len(batch) * longest <= batching.tokens
        assert sum(longest - window.length for window in batch) <= batching.padding
