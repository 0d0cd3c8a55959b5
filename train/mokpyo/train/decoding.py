"""From a model's raw output to spans, by the rules that the tagger decodes by."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mokpyo.data.corpora import LabelledSpan
from mokpyo.data.offsets import Span
from mokpyo.inference.tagging.decoding import TagScheme, decode


def read_spans(logits: npt.NDArray[np.float32], offsets: Sequence[Span], scheme: TagScheme) -> list[LabelledSpan]:
    """Spans of one sentence, in order, not overlapping; ``logits`` has shape (tokens, tags)."""
    rows = np.asarray(logits, dtype=np.float32)
    exponents = np.exp(rows - rows.max(axis=-1, keepdims=True, initial=-np.inf))
    spans: list[LabelledSpan] = []
    for found in decode(exponents / exponents.sum(axis=-1, keepdims=True), scheme):
        covered = offsets[found.first : found.last]
        start, end = covered[0][0], max(end for _, end in covered)
        # Contracted morphemes share characters: the earlier span keeps them.
        if spans:
            start = max(start, spans[-1].end)
        if start < end:
            spans.append(LabelledSpan(start, end, found.label))
    return spans
