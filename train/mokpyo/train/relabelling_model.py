"""The tagger of a relabelling run: a small encoder that reads each token together with its source label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from mokpyo.data.corpora import LabelledSpan, LabelledText
from mokpyo.data.offsets import Span
from mokpyo.train.config import ModelSettings

_VECTOR_SCALE = 0.5
_LABEL_DEVIATION = 0.05
_COARSE = 2


def coarse_class(label: str) -> str:
    """KoNEC's fine classes begin with the two letters of a coarse one: ``LCP_CITY`` and ``LC_OTHERS`` with ``LC``."""
    return label[:_COARSE]


@dataclass(frozen=True)
class SourceLabels:
    """Numbers of the source guideline's classes, fine and coarse; 0 is no label, then a begin and an inside each."""

    fine: dict[str, int]
    coarse: dict[str, int]

    @classmethod
    def of(cls, sentences: Iterable[LabelledText]) -> "SourceLabels":
        """The classes that occur in ``sentences``."""
        names = sorted({span.label for sentence in sentences for span in sentence.spans})
        return cls(
            {name: at for at, name in enumerate(names)},
            {name: at for at, name in enumerate(sorted({coarse_class(name) for name in names}))},
        )

    def of_tokens(self, offsets: Sequence[Span], spans: Sequence[LabelledSpan]) -> tuple[list[int], list[int]]:
        """Fine and coarse label numbers of each token; a class that training lacked has its coarse number alone."""
        fine, coarse = [0] * len(offsets), [0] * len(offsets)
        for span in spans:
            touched = [at for at, (start, end) in enumerate(offsets) if start < span.end and span.start < end]
            for order, at in enumerate(touched):
                inside = int(order > 0)
                fine[at] = _number(self.fine.get(span.label), inside)
                coarse[at] = _number(self.coarse.get(coarse_class(span.label)), inside)
        return fine, coarse


def _number(index: int | None, inside: int) -> int:
    return 0 if index is None else 1 + 2 * index + inside


class RelabellingModel(nn.Module):
    """Static vectors, source labels and token types in; target tags out.

    Words have no embedding of their own: a few thousand sentences are too few to learn them, not to learn the labels.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        vectors: Tensor,
        token_types: int,
        labels: SourceLabels,
        tags: int,
        label_dropout: float,
    ) -> None:
        super().__init__()
        size = settings.hidden_size
        self.vectors: Tensor
        self.register_buffer("vectors", vectors)
        self.projection = nn.Linear(vectors.shape[1], size, bias=False)
        self.fine = nn.Embedding(1 + 2 * len(labels.fine), size)
        self.coarse = nn.Embedding(1 + 2 * len(labels.coarse), size)
        for embedding in (self.fine, self.coarse):
            nn.init.normal_(embedding.weight, std=_LABEL_DEVIATION)
        shape = BertConfig(
            vocab_size=1,  # its own table is never read
            type_vocab_size=token_types,
            hidden_size=size,
            num_hidden_layers=settings.layers,
            num_attention_heads=settings.heads,
            intermediate_size=settings.feed_forward_size,
            hidden_dropout_prob=settings.dropout,
            max_position_embeddings=settings.window_tokens,
        )
        self.encoder = BertModel(shape, add_pooling_layer=False)
        self.dropout = nn.Dropout(settings.dropout)
        self.classifier = nn.Linear(size, tags)
        self._label_dropout = label_dropout

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, fine: Tensor, coarse: Tensor, mask: Tensor) -> Tensor:
        """Logits of *shape* (batch, sequence, tags); every input has *shape* (batch, sequence)."""
        if self.training:
            fine = fine * (torch.rand(fine.shape) >= self._label_dropout)
        words = self.dropout(self.projection(self.vectors[input_ids])) * _VECTOR_SCALE
        hidden = self.encoder(
            inputs_embeds=words + self.fine(fine) + self.coarse(coarse),
            token_type_ids=token_type_ids,
            attention_mask=mask,
        ).last_hidden_state
        logits: Tensor = self.classifier(self.dropout(hidden))
        return logits
