"""Logistic regression whose weights are drawn to given ones rather than to zero."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Features = Mapping[str, float]
Vector = NDArray[np.float64]

BIAS = "bias"
_ITERATIONS = 500


@dataclass(frozen=True, kw_only=True)
class Prior:
    """A Gaussian around each weight: ``known`` ones around their value, all others around zero."""

    known: Mapping[str, float]
    """By feature; must hold ``bias``."""
    known_strength: float
    """Precision around the known weights."""
    other_strength: float
    """Precision around zero."""
    minimum_count: int = 1
    """Other features seen less often keep weight zero and are left out."""


def fit_logistic(rows: Sequence[Features], labels: Sequence[bool], prior: Prior) -> dict[str, float]:
    """Weights of the most probable model by feature: every known feature, and every other one that is frequent.

    ``rows`` and ``labels`` have one entry a case. The loss is convex, so the result does not depend on the start.
    """
    counts = Counter(name for row in rows for name in row)
    others = sorted(n for n, count in counts.items() if n not in prior.known and count >= prior.minimum_count)
    names = [*prior.known, *others]
    center = np.array([prior.known.get(name, 0.0) for name in names])
    strength = np.array([prior.known_strength if name in prior.known else prior.other_strength for name in names])
    matrix = _matrix(rows, names)
    truth = np.array(labels, dtype=np.float64)

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = matrix @ weights
        moved = weights - center
        slope = matrix.T @ (1.0 / (1.0 + np.exp(-scores)) - truth) + strength * moved
        cost = (np.logaddexp(0.0, scores) - truth * scores).sum() + 0.5 * (strength * moved * moved).sum()
        return float(cost), slope

    found = minimize(loss, center, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    return dict(zip(names, map(float, found.x), strict=True))


def _matrix(rows: Sequence[Features], names: Sequence[str]) -> csr_matrix:
    """*Shape:* (cases, features); the bias is 1 everywhere."""
    place = {name: at for at, name in enumerate(names)}
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        for name, value in ({BIAS: 1.0} | dict(row)).items():
            if name in place:
                columns.append(place[name])
                values.append(value)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(rows), len(names)))
