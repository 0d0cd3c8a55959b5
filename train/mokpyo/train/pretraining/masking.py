"""Whole-word masking of one packed row, the same for the same random generator."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.train.examples import IGNORED

Ids = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_HIDDEN = 0.8
_REPLACED = 0.1


@dataclass(frozen=True)
class WholeWordMasker:
    """Chooses units by chance ``share`` each; of their tokens 80 % are hidden, 10 % replaced, 10 % left."""

    mask_id: int
    specials: Ids
    """Never chosen."""
    replacements: Ids
    """What a replaced token may become."""
    share: float

    @classmethod
    def of(cls, encoding: TextEncoding, share: float) -> "WholeWordMasker":
        """The masker for texts of ``encoding``."""
        specials = np.array([encoding.pad_id, encoding.cls_id, encoding.sep_id, encoding.mask_id])
        replacements = np.setdiff1d(np.arange(encoding.vocabulary_size), specials)
        return cls(mask_id=encoding.mask_id, specials=specials, replacements=replacements, share=share)

    def mask(self, ids: Ids, starts: Flags, generator: np.random.Generator) -> tuple[Ids, Ids]:
        """Input ids and labels of a row of *shape* (tokens,); a row that holds text has one label at least."""
        chosen = self._choose(ids, starts, generator)
        fate = generator.random(len(ids))
        masked = np.where(chosen & (fate < _HIDDEN), self.mask_id, ids)
        replaced = chosen & (fate >= _HIDDEN) & (fate < _HIDDEN + _REPLACED)
        masked[replaced] = generator.choice(self.replacements, int(replaced.sum()))
        return masked, np.where(chosen, ids, IGNORED)

    def _choose(self, ids: Ids, starts: Flags, generator: np.random.Generator) -> Flags:
        text = ~np.isin(ids, self.specials)
        units = np.cumsum(starts)
        # A separator inside the row belongs to the unit before it, and stays out of it here.
        chosen = text & (generator.random(int(units[-1]) + 1) < self.share)[units]
        if not chosen.any() and text.any():
            chosen = text & (units == generator.choice(units[text]))
        return chosen
