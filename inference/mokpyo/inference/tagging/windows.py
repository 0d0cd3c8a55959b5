"""Token windows: what goes through the model at once, and how overlapping windows become one row a token."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mokpyo.inference.tagging.decoding import Probabilities

_LEAST_WEIGHT = np.float32(1e-30)


class Unit(StrEnum):
    """What one window holds at most."""

    SENTENCE = "sentence"
    ARTICLE = "article"
    """As many successive sentences of the article as fit."""


class Window(NamedTuple):
    """Tokens ``[first, last)`` of a token sequence; the flags say where a sentence goes on beyond the window."""

    first: int
    last: int
    cut_before: bool = False
    cut_after: bool = False

    @property
    def length(self) -> int:
        """Tokens in the window."""
        return self.last - self.first


def plan_windows(lengths: Sequence[int], capacity: int, overlap: int, unit: Unit) -> list[Window]:
    """Windows over the tokens of an article's sentences laid end to end; every token is in at least one.

    ``lengths`` holds the token counts of the sentences. A sentence of more than ``capacity`` tokens gets windows that
    share at least ``overlap`` tokens with their neighbours.
    """
    windows: list[Window] = []
    at = 0
    for length in lengths:
        joined = windows[-1] if windows and unit is Unit.ARTICLE else None
        if joined and not joined.cut_before and joined.length + length <= capacity:
            windows[-1] = joined._replace(last=at + length)
        elif length:
            windows.extend(_cover(at, at + length, capacity, overlap))
        at += length
    return windows


def _cover(first: int, last: int, capacity: int, overlap: int) -> Iterator[Window]:
    """Windows of even length over ``[first, last)``."""
    length = last - first
    if length <= capacity:
        yield Window(first, last)
        return
    count = 1 + -(-(length - capacity) // (capacity - overlap))
    for index in range(count):
        start = first + round(index * (length - capacity) / (count - 1))
        yield Window(start, start + capacity, cut_before=start > first, cut_after=start + capacity < last)


class Batching(NamedTuple):
    """How much goes through the model in one call."""

    tokens: int = 1024
    """Padding included. A longer window goes alone."""
    padding: int = 0
    """Tokens of padding that are cheaper than one more call; 0: only windows of one length go together."""
    across_articles: bool = False
    """Whether windows of several articles share a call, as an accelerator needs it."""


def batches(windows: Sequence[Window], batching: Batching) -> Iterator[list[Window]]:
    """Windows of like length together, longest first: memory peaks early."""
    batch: list[Window] = []
    padding = 0
    for window in sorted(windows, key=lambda window: -window.length):
        if batch:
            longest = batch[0].length
            padding += longest - window.length
            if padding > batching.padding or (len(batch) + 1) * longest > batching.tokens:
                yield batch
                batch, padding = [], 0
        batch.append(window)
    if batch:
        yield batch


def centrality(window: Window, overlap: int) -> npt.NDArray[np.float32]:
    """Weight of each token's prediction: it falls towards a border behind which the sentence goes on.

    *Shape:* (window.length,); the highest weight is 1.
    """
    weights: npt.NDArray[np.float32] = np.ones(window.length, dtype=np.float32)
    ramp = np.arange(1, window.length + 1, dtype=np.float32) / max(overlap, 1)
    if window.cut_before:
        weights = np.minimum(weights, ramp)
    if window.cut_after:
        weights = np.minimum(weights, ramp[::-1])
    return weights


class MergedProbabilities:
    """One row of tag probabilities a token: the mean over the windows that hold it, weighted by centrality.

    A mean of probabilities lets the surer window decide between two that are equally central.
    """

    def __init__(self, tokens: int, tags: int, overlap: int) -> None:
        self._sums = np.zeros((tokens, tags), dtype=np.float32)
        self._weights = np.zeros((tokens, 1), dtype=np.float32)
        self._overlap = overlap

    def add(self, window: Window, probabilities: Probabilities) -> None:
        """Count one window's rows in."""
        weights = centrality(window, self._overlap)[:, None]
        self._sums[window.first : window.last] += probabilities * weights
        self._weights[window.first : window.last] += weights

    def rows(self) -> Probabilities:
        """*Shape:* (tokens, tags)."""
        rows: Probabilities = np.divide(self._sums, np.maximum(self._weights, _LEAST_WEIGHT))
        return rows
