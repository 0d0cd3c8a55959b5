"""Which articles to annotate first: those that the model is least sure of, and not the same article again and again."""

import heapq
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from mokpyo.data.document import Document

if TYPE_CHECKING:
    import numpy.typing as npt

_WEAKEST = 10
"""Spans and targets whose scores decide: an article is as doubtful as its most doubtful parts, however long it is."""
DIVERSITY = 0.3
"""Weight of being unlike the articles that come before; the rest is the weight of doubt."""


def uncertainty(document: Document) -> float:
    """From 0, sure, to 1: the mean doubt of the ten least sure entities and targets.

    0 where nothing was found: no score says whether that is right, and such articles teach least.
    """
    scores = [one.score for one in document.entities] + [one.score for one in document.targets]
    weakest = heapq.nsmallest(_WEAKEST, scores)
    return 1.0 - sum(weakest) / len(weakest) if weakest else 0.0


def order_by_uncertainty(documents: Sequence[Document], diversity: float = DIVERSITY) -> list[Document]:
    """The documents, least confident first, each moved back by its likeness to one that comes before it.

    Maximal marginal relevance over character bigrams: ``(1 - diversity) * doubt - diversity * likeness``, where
    likeness is the greatest cosine to an article already placed. Doubt is scaled to its range in the list.
    """
    if len(documents) < 2:
        return list(documents)
    doubt = _scaled(np.array([uncertainty(one) for one in documents]))
    vectors = _vectors([one.text for one in documents])
    likeness = np.zeros(len(documents))
    left = np.ones(len(documents), dtype=bool)
    order: list[int] = []
    while left.any():
        worth = np.where(left, (1.0 - diversity) * doubt - diversity * likeness, -np.inf)
        best = int(np.argmax(worth))
        order.append(best)
        left[best] = False
        likeness = np.maximum(likeness, vectors @ vectors[best])
    return [documents[at] for at in order]


def _scaled(values: "npt.NDArray[np.float64]") -> "npt.NDArray[np.float64]":
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


_HASHED = 4096


def _vectors(texts: Sequence[str]) -> "npt.NDArray[np.float32]":
    """Hashed counts of character bigrams, of length 1 each. *Shape:* (texts, 4096)."""
    rows = np.zeros((len(texts), _HASHED), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        codes = np.array([ord(character) for character in text if not character.isspace()], dtype=np.int64)
        np.add.at(row, (codes[:-1] * 31 + codes[1:]) % _HASHED, 1.0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1.0)
    return rows
