"""The order of training examples, which an epoch's number alone decides: a resumed run meets the same batches."""

from collections.abc import Iterator, Sequence

import torch
from torch.utils.data import Sampler
from transformers.trainer_pt_utils import get_length_grouped_indices

_EPOCHS = 1_000_003
"""More than a run has: no two runs of unlike seeds share an order."""


class LengthGroupedOrder(Sampler[int]):
    """Examples of similar length together, shuffled anew in each epoch.

    Transformers' own sampler draws from the global generator, whose state at an epoch's begin a resumed run lacks.
    """

    def __init__(self, lengths: Sequence[int], batch_size: int, seed: int) -> None:
        self._lengths = list(lengths)
        self._batch_size = batch_size
        self._seed = seed
        self._epoch = 0

    def set_epoch(self, epoch: int) -> None:
        """Choose the order; the Trainer's data loader calls it."""
        self._epoch = epoch

    def __len__(self) -> int:
        return len(self._lengths)

    def __iter__(self) -> Iterator[int]:
        generator = torch.Generator().manual_seed(self._seed * _EPOCHS + self._epoch)
        order: list[int] = get_length_grouped_indices(  # type: ignore[no-untyped-call, unused-ignore]
            self._lengths, self._batch_size, generator=generator
        )
        return iter(order)
