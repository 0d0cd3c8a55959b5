"""Learned embeddings added to static vectors and affixes: rare words keep a place near their likes."""

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn

_STATIC_DROPOUT = 0.05
_AFFIX_DROPOUT = 0.15
_STATIC_SCALE = 0.5
_LEARNED_DEVIATION = 0.02


class SummedEmbedding(nn.Module):
    """``learned(id) + projection(static(id)) + affixes(id)``; in training some tokens lose some of the summands.

    *Shapes:* ``static`` (vocabulary, vector size), ``known`` and each of ``affixes`` (vocabulary,), output (batch,
    sequence, size). Entries that are not ``known`` (too rare in the training data) have no learned part.
    """

    def __init__(
        self, *, static: Tensor, known: Tensor, size: int, word_dropout: float, affixes: Sequence[Tensor] = ()
    ) -> None:
        super().__init__()
        self.static: Tensor
        self.known: Tensor
        self.register_buffer("static", static, persistent=False)
        self.register_buffer("known", known.float(), persistent=False)
        self.projection = nn.Linear(static.shape[1], size, bias=False)
        nn.init.orthogonal_(self.projection.weight)
        self.learned = nn.Embedding(static.shape[0], size)
        nn.init.normal_(self.learned.weight, std=_LEARNED_DEVIATION)
        self._word_dropout = word_dropout
        self.columns: Tensor
        # An empty list of columns cannot be stacked.
        columns = torch.stack(list(affixes)) if affixes else torch.zeros(0, len(static), dtype=torch.long)
        self.register_buffer("columns", columns, persistent=False)
        self.affixes = nn.ModuleList(nn.Embedding(int(column.max()) + 1, size) for column in affixes)
        for embedding in self.affixes:
            nn.init.normal_(cast("nn.Embedding", embedding).weight, std=_LEARNED_DEVIATION)

    def forward(self, input_ids: Tensor) -> Tensor:
        """Embeddings of ``input_ids``, *shape* (batch, sequence)."""
        known = self.known[input_ids]
        static = self.static[input_ids]
        if self.training:
            known = known * _kept(input_ids, self._word_dropout)
            static = static * _kept(input_ids, _STATIC_DROPOUT).unsqueeze(-1)
        summed = self.learned(input_ids) * known.unsqueeze(-1) + self.projection(static) * _STATIC_SCALE
        for embedding, column in zip(self.affixes, self.columns, strict=True):
            affix = embedding(column[input_ids])
            summed = summed + (affix * _kept(input_ids, _AFFIX_DROPOUT).unsqueeze(-1) if self.training else affix)
        return cast("Tensor", summed)

    @torch.no_grad()
    def fold(self) -> Tensor:
        """One table that gives the same embeddings outside training, *shape* (vocabulary, size)."""
        table = self.learned.weight * self.known.unsqueeze(-1) + self.projection(self.static) * _STATIC_SCALE
        for embedding, column in zip(self.affixes, self.columns, strict=True):
            table = table + embedding(column)
        return cast("Tensor", table)


def _kept(input_ids: Tensor, dropout: float) -> Tensor:
    return (torch.rand(input_ids.shape, device=input_ids.device) >= dropout).float()
