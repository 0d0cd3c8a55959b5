"""What is masked: whole units, in the right shares, the same each time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.errors import CorpusError
from mokpyo.train.examples import IGNORED
from mokpyo.train.pretraining.masking import WholeWordMasker
from mokpyo.train.pretraining.packed_rows_dataset import Split

PAD, CLS, SEP, MASK = 0, 2, 3, 4
SPECIALS = [PAD, CLS, SEP, MASK]
MASKER = WholeWordMasker(mask_id=MASK, specials=np.array(SPECIALS), replacements=np.arange(5, 90), share=0.15)


def row(lengths: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """[CLS], units of so many tokens, [SEP] after every third, [SEP] and two [PAD]; ids tell the units apart."""
    ids, starts = [CLS], [False]
    for number, length in enumerate(lengths):
        ids += [100 + number] * length
        starts += [True] + [False] * (length - 1)
        if number % 3 == 2:
            ids.append(SEP)
            starts.append(False)
    return np.array([*ids, SEP, PAD, PAD]), np.array([*starts, False, False, False])


@given(st.lists(st.integers(1, 5), min_size=1, max_size=40), st.integers(0, 2**32))
def test_units_are_chosen_whole_and_specials_never(lengths: list[int], seed: int) -> None:
    ids, starts = row(lengths)
    masked, labels = MASKER.mask(ids, starts, np.random.default_rng(seed))
    chosen = labels != IGNORED
    assert chosen.any()
    assert np.array_equal(labels[chosen], ids[chosen])
    assert np.array_equal(masked[~chosen], ids[~chosen])
    assert not np.isin(ids[chosen], SPECIALS).any()
    for unit in set(ids[chosen].tolist()):
        assert chosen[ids == unit].all()


def test_shares_are_15_and_80_10_10() -> None:
    ids, starts = row([3, 1, 2] * 10_000)
    masked, labels = MASKER.mask(ids, starts, np.random.default_rng(0))
    chosen = labels != IGNORED
    assert chosen.sum() / (ids >= 100).sum() == pytest.approx(0.15, abs=0.01)
    fates = [masked[chosen] == MASK, np.isin(masked[chosen], MASKER.replacements), masked[chosen] == ids[chosen]]
    assert [fate.mean() for fate in fates] == pytest.approx([0.8, 0.1, 0.1], abs=0.01)


def test_a_row_without_text_has_no_label() -> None:
    ids = np.array([CLS, SEP, PAD, PAD, SEP])
    masked, labels = MASKER.mask(ids, np.array([False, True, False, False, False]), np.random.default_rng(0))
    assert np.array_equal(masked, ids)
    assert (labels == IGNORED).all()


@given(st.integers(2, 3_000), st.integers(1, 600))
def test_training_and_held_out_rows_share_none_and_are_all(rows: int, validation: int) -> None:
    split = Split.of(rows, validation)
    training = [split.training_row(at) for at in range(split.training)]
    held_out = [at * split.step for at in range(split.held_out)]
    assert sorted([*training, *held_out]) == list(range(rows))


def test_one_row_is_too_little() -> None:
    with pytest.raises(CorpusError, match="has 1 row"):
        Split.of(1, 10)
