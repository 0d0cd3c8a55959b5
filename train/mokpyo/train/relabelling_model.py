"""The tagger of a relabelling run: a small encoder that reads each token together with its source label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn

from mokpyo.data.corpora import LabelledSpan, LabelledText
from mokpyo.data.offsets import Span
from mokpyo.train.convolution import ConvolutionTagger

_LABEL_DEVIATION = 0.1
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
    """A tagger with the source labels as one more summand of its embeddings."""

    def __init__(self, tagger: ConvolutionTagger, labels: SourceLabels, label_dropout: float) -> None:
        super().__init__()
        size = tagger.config.embedding_size
        self.tagger = tagger
        self.fine = nn.Embedding(1 + 2 * len(labels.fine), size)
        self.coarse = nn.Embedding(1 + 2 * len(labels.coarse), size)
        for embedding in (self.fine, self.coarse):
            nn.init.normal_(embedding.weight, std=_LABEL_DEVIATION)
        self._label_dropout = label_dropout

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, fine: Tensor, coarse: Tensor, mask: Tensor) -> Tensor:
        """Logits of *shape* (batch, sequence, tags); every input has *shape* (batch, sequence)."""
        if self.training:
            # A sentence without any label teaches to read words, as silver that missed a name needs it.
            labelled = torch.rand(fine.shape[0], 1) >= self._label_dropout
            fine = fine * labelled * (torch.rand(fine.shape) >= self._label_dropout)
            coarse = coarse * labelled * (torch.rand(coarse.shape) >= self._label_dropout / 2)
        output = self.tagger(input_ids, mask, token_type_ids, added=self.fine(fine) + self.coarse(coarse))
        return cast("Tensor", output.logits)
