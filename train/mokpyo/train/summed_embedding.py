"""Learned embeddings added to static vectors: rare words keep a place near their likes."""

from typing import cast

import torch
from torch import Tensor, nn

_STATIC_DROPOUT = 0.05
_STATIC_SCALE = 0.5
_LEARNED_DEVIATION = 0.02


class SummedEmbedding(nn.Module):
    """``learned(id) + projection(static(id))``; in training some tokens lose one of the two.

    *Shapes:* ``static`` (vocabulary, vector size), ``known`` (vocabulary,), output (batch, sequence, size).
    Entries that are not ``known`` (too rare in the training data) have their static part alone.
    """

    def __init__(self, *, static: Tensor, known: Tensor, size: int, word_dropout: float) -> None:
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

    def forward(self, input_ids: Tensor) -> Tensor:
        """Embeddings of ``input_ids``, *shape* (batch, sequence)."""
        known = self.known[input_ids]
        static = self.static[input_ids]
        if self.training:
            known = known * _kept(input_ids, self._word_dropout)
            static = static * _kept(input_ids, _STATIC_DROPOUT).unsqueeze(-1)
        learned = self.learned(input_ids) * known.unsqueeze(-1)
        return cast("Tensor", learned + self.projection(static) * _STATIC_SCALE)

    @torch.no_grad()
    def fold(self) -> Tensor:
        """One table that gives the same embeddings outside training, *shape* (vocabulary, size)."""
        static = self.projection(self.static) * _STATIC_SCALE
        return cast("Tensor", self.learned.weight * self.known.unsqueeze(-1) + static)


def _kept(input_ids: Tensor, dropout: float) -> Tensor:
    return (torch.rand(input_ids.shape, device=input_ids.device) >= dropout).float()
