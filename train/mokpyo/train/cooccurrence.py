"""Static vectors from neighbours: counts, positive pointwise mutual information, singular values.

Source: Levy and Goldberg, "Neural word embedding as implicit matrix factorization" (2014); left and right neighbour are
counted apart from the window, since they tell a name's class better than its topic.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from mokpyo.train.config import VectorSettings

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]
"""*Shape:* (vocabulary, size); rows of length 1, or 0 for an entry without neighbours."""

_CHANNELS = 3  # left neighbour, right neighbour, window
_WINDOW = 2


def entry_vectors(streams: Iterable[Ids], frequency: Ids, settings: VectorSettings) -> Vectors:
    """A vector for each vocabulary entry.

    ``streams`` are token ids in text order with ``len(frequency)`` between sentences; ``frequency`` counts each id.
    """
    contexts = _contexts(frequency, settings.contexts)
    width = int(contexts.max()) + 1
    counts = sparse.csr_matrix((len(frequency), _CHANNELS * width), dtype=np.float32)
    for stream in streams:
        counts = counts + _count(stream, contexts, width, settings.window)
    associations = _positive_information(counts.tocoo(), width, settings)
    size = min(settings.size, min(associations.shape) - 1)
    left, singular, _ = randomized_svd(
        associations, size, n_oversamples=16, n_iter=settings.iterations, random_state=settings.seed
    )
    vectors = left * np.sqrt(singular)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-8
    padded = np.zeros((len(frequency), settings.size), dtype=np.float32)
    padded[:, :size] = vectors
    return padded


def _contexts(frequency: Ids, limit: int) -> Ids:
    """Context column of each id, -1 for none; the sentence break, last, is a context too."""
    contexts = np.full(len(frequency) + 1, -1, dtype=np.int64)
    commonest = np.argsort(-frequency, kind="stable")[: min(limit, len(frequency)) - 1]
    contexts[commonest] = np.arange(len(commonest))
    contexts[-1] = len(commonest)
    return contexts


def _count(stream: Ids, contexts: Ids, width: int, window: int) -> sparse.csr_matrix:
    """Pairs of one shard: rows are entries, columns ``channel * width + context``."""
    stop = len(contexts) - 1
    sentence = np.cumsum(stream == stop)
    keys = []
    for distance in range(1, window + 1):
        inside = sentence[distance:] == sentence[:-distance]
        before, after = stream[:-distance], stream[distance:]
        for channel, target, context in ((0, after, before), (1, before, after)):
            column = contexts[context]
            kept = (target != stop) & (column >= 0)
            # A break next to a word marks the sentence's edge; farther off it tells nothing.
            kept &= inside | (context == stop) if distance == 1 else inside & (context != stop)
            columns = (channel if distance == 1 else _WINDOW) * width + column[kept]
            keys.append(target[kept] * (_CHANNELS * width) + columns)
    pairs, number = np.unique(np.concatenate(keys), return_counts=True)
    place = (pairs // (_CHANNELS * width), pairs % (_CHANNELS * width))
    return sparse.csr_matrix((number.astype(np.float32), place), shape=(stop, _CHANNELS * width))


def _positive_information(counts: sparse.coo_matrix, width: int, settings: VectorSettings) -> sparse.csr_matrix:
    kept = counts.data >= settings.minimum_pairs
    row, column, data = counts.row[kept], counts.col[kept], counts.data[kept].astype(np.float64)
    information = np.zeros(len(data))
    for channel in range(_CHANNELS):
        within = column // width == channel
        row_total = np.bincount(row[within], data[within], counts.shape[0])
        column_total = np.bincount(column[within], data[within], counts.shape[1]) ** settings.smoothing
        share = column_total / max(column_total.sum(), 1.0)
        information[within] = np.log(data[within] / (row_total[row[within]] * share[column[within]]))
    positive = information > 0
    values = information[positive].astype(np.float32)
    return sparse.csr_matrix((values, (row[positive], column[positive])), shape=counts.shape)


def expand_ids(numbers: Ids, pieces: Sequence[Sequence[int]], stop: int, break_number: int) -> Ids:
    """A stream of form numbers as one of token ids: ``pieces`` of each form, ``stop`` for ``break_number``."""
    lengths = np.array([len(ids) for ids in pieces])
    flat = np.concatenate([np.asarray(ids, dtype=np.int64) for ids in pieces])
    starts = np.cumsum(lengths) - lengths
    is_break = numbers == break_number
    safe = np.where(is_break, 0, numbers)
    repeats = np.where(is_break, 1, lengths[safe])
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    expanded = flat[np.repeat(starts[safe], repeats) + within]
    return np.where(np.repeat(is_break, repeats), stop, expanded)
