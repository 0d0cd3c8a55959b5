"""Packed rows as the Trainer reads them: the order and the masks follow from the seed and the place alone.

Nothing here draws from a global random generator, so that a run that is stopped and gone on with, or read by any
number of processes, sees the same rows with the same masks at the same steps as one that was not.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.utils.data import Dataset

from mokpyo.data.errors import CorpusError
from mokpyo.train.pretraining.masking import WholeWordMasker
from mokpyo.train.pretraining.packed_corpus import PackedRows
from mokpyo.train.pretraining.permutation import Permutation

Row = dict[str, npt.NDArray[np.int64]]

_VALIDATION_STREAM = 1 << 62
"""Apart from every visit of training."""


@dataclass(frozen=True)
class Split:
    """Every ``step``-th row is held out, beginning with the first."""

    rows: int
    step: int

    @classmethod
    def of(cls, rows: int, validation_rows: int) -> "Split":
        """About ``validation_rows`` held out of ``rows``. Raises :class:`CorpusError` where nothing is left."""
        if rows < 2:
            raise CorpusError(f"the packed corpus has {rows} row; training and the held-out loss need one each: give "
                              "it more text, or a smaller model.window_tokens")  # fmt: skip
        return cls(rows, max(2, rows // validation_rows))

    @property
    def held_out(self) -> int:
        """Number of held-out rows."""
        return -(-self.rows // self.step)

    @property
    def training(self) -> int:
        """Number of rows to train on."""
        return self.rows - self.held_out

    def training_row(self, index: int) -> int:
        """The row that is number ``index`` of those to train on."""
        return index // (self.step - 1) * self.step + index % (self.step - 1) + 1


class TrainingVisits(Dataset[Row]):
    """``length`` rows in the order in which they are learned from: all of them shuffled, then all again."""

    def __init__(self, rows: PackedRows, split: Split, masker: WholeWordMasker, *, length: int, seed: int) -> None:
        self._rows = rows
        self._split = split
        self._masker = masker
        self._length = length
        self._seed = seed

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, visit: int) -> Row:
        epoch, place = divmod(visit, self._split.training)
        order = Permutation(self._split.training, hash((self._seed, epoch)))
        row = self._split.training_row(order[place])
        return masked_row(self._rows, row, self._masker, (self._seed, visit))


class HeldOutRows(Dataset[Row]):
    """Held-out rows, masked in the same way each time."""

    def __init__(self, rows: PackedRows, split: Split, masker: WholeWordMasker, *, seed: int) -> None:
        self._rows = rows
        self._split = split
        self._masker = masker
        self._seed = seed

    def __len__(self) -> int:
        return self._split.held_out

    def __getitem__(self, index: int) -> Row:
        row = index * self._split.step
        return masked_row(self._rows, row, self._masker, (self._seed, _VALIDATION_STREAM + row))


def masked_row(rows: PackedRows, row: int, masker: WholeWordMasker, seed: tuple[int, int]) -> Row:
    """``input_ids``, ``token_type_ids`` and ``labels`` of one row, each of *shape* (window,)."""
    tokens = rows[row]
    ids = tokens["id"].astype(np.int64)
    masked, labels = masker.mask(ids, tokens["start"], np.random.default_rng(seed))
    return {"input_ids": masked, "token_type_ids": tokens["type"].astype(np.int64), "labels": labels}


class RowCollator:
    """Rows of one length as tensors of *shape* (batch, window), with ``attention_mask``."""

    def __init__(self, pad_id: int) -> None:
        self._pad_id = pad_id

    def __call__(self, rows: list[Row]) -> dict[str, torch.Tensor]:
        """One batch."""
        batch = {name: torch.from_numpy(np.stack([row[name] for row in rows])) for name in rows[0]}
        batch["attention_mask"] = (batch["input_ids"] != self._pad_id).long()
        return batch
