"""From tag probabilities to labelled runs of tokens: the best sequence that BIO allows."""

from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from mokpyo.data.errors import LabelError
from mokpyo.data.labels import OUTSIDE, decode_bio

Probabilities = npt.NDArray[np.float32]
"""*Shape:* (tokens, tags); each row sums to 1."""

_NEVER = np.float32(-1e9)
_SMALLEST = np.float32(1e-30)


class ScoredRun(NamedTuple):
    """A labelled run of tokens ``[first, last)``.

    ``score`` is the lowest probability of its tags: an entity is right only where each of its tokens is.
    """

    first: int
    last: int
    label: str
    score: float


class TagScheme(NamedTuple):
    """The tags of a classifier in the order of its outputs, and which may follow which."""

    tags: tuple[str, ...]
    begin_of: npt.NDArray[np.intp]
    """*Shape:* (tags,). For ``I-X`` the index of ``B-X``; for every other tag its own index."""
    is_inside: npt.NDArray[np.bool_]
    """*Shape:* (tags,)."""

    @classmethod
    def from_tags(cls, tags: tuple[str, ...]) -> Self:
        """The scheme of ``tags``. Raises :class:`LabelError` unless they hold ``O``, and a ``B-X`` for each ``I-X``."""
        if OUTSIDE not in tags or len(set(tags)) < len(tags):
            raise LabelError(f"tags {', '.join(tags)} are not BIO: each must be there once, and {OUTSIDE!r} among them")
        for tag in tags:
            prefix, _, label = tag.partition("-")
            if tag != OUTSIDE and (prefix not in ("B", "I") or not label):
                raise LabelError(f"tag {tag!r} is not BIO: expected 'O', 'B-<label>' or 'I-<label>'")
            if prefix == "I" and f"B-{label}" not in tags:
                raise LabelError(f"tag {tag!r} has no 'B-{label}' beside it, so no span of it could begin")
        begins = [tags.index(f"B-{tag[2:]}") if tag.startswith("I-") else at for at, tag in enumerate(tags)]
        return cls(tags, np.array(begins, dtype=np.intp), np.array([tag.startswith("I-") for tag in tags]))

    def allows(self, path: npt.NDArray[np.intp]) -> bool:
        """Whether each ``I-X`` of a tag sequence follows ``B-X`` or ``I-X``."""
        inside = self.is_inside[path]
        if not inside.any():
            return True
        # A continuation is right where the tag before it belongs to the same B-X.
        follows = self.begin_of[path[1:]] == self.begin_of[path[:-1]]
        return not inside[0] and bool(np.all(follows | ~inside[1:]))


def best_path(probabilities: Probabilities, scheme: TagScheme) -> npt.NDArray[np.intp]:
    """The most probable tag sequence that ``scheme`` allows. *Shape:* (tokens,)."""
    greedy = probabilities.argmax(axis=1)
    # The unconstrained optimum, where it is allowed, is the constrained optimum too.
    return greedy if scheme.allows(greedy) else _viterbi(np.log(np.maximum(probabilities, _SMALLEST)), scheme)


def _viterbi(log_probabilities: Probabilities, scheme: TagScheme) -> npt.NDArray[np.intp]:
    length, width = log_probabilities.shape
    itself = np.arange(width)
    came_from = np.zeros((length, width), dtype=np.intp)
    score = np.where(scheme.is_inside, _NEVER, log_probabilities[0])
    for at in range(1, length):
        # O and B-X may follow anything; I-X only B-X or I-X, whichever scores higher.
        continued = np.where(score[itself] >= score[scheme.begin_of], itself, scheme.begin_of)
        came_from[at] = np.where(scheme.is_inside, continued, score.argmax())
        score = score[came_from[at]] + log_probabilities[at]
    path = np.zeros(length, dtype=np.intp)
    path[-1] = score.argmax()
    for at in range(length - 1, 0, -1):
        path[at - 1] = came_from[at, path[at]]
    return path


def decode(probabilities: Probabilities, scheme: TagScheme) -> list[ScoredRun]:
    """Labelled runs of one sentence's tokens, in order."""
    if not len(probabilities):
        return []
    path = best_path(probabilities, scheme)
    chosen = probabilities[np.arange(len(path)), path]
    spans = decode_bio([scheme.tags[index] for index in path])
    return [ScoredRun(first, last, label, float(chosen[first:last].min())) for first, last, label in spans]
