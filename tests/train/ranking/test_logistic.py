import numpy as np
import pytest

from mokpyo.train.ranking.logistic import Prior, fit_logistic

ROWS = [{"planned": 1.0}, {"planned": 1.0, "stem=열": 1.0}, {"stem=노래": 1.0}, {}] * 5
LABELS = [True, True, False, False] * 5


def prior(known_strength: float = 1.0, other_strength: float = 1.0, minimum_count: int = 1) -> Prior:
    known = {"bias": -0.5, "planned": 1.0, "statistic": -2.0}
    return Prior(known=known, known_strength=known_strength, other_strength=other_strength, minimum_count=minimum_count)


def test_weights_follow_the_labels() -> None:
    weights = fit_logistic(ROWS, LABELS, prior())
    assert weights["planned"] > 1.0
    assert weights["stem=열"] > 0.0 > weights["stem=노래"]


def test_what_the_labels_do_not_touch_keeps_its_weight() -> None:
    assert fit_logistic(ROWS, LABELS, prior())["statistic"] == pytest.approx(-2.0)


def test_a_firm_prior_holds_every_weight() -> None:
    weights = fit_logistic(ROWS, LABELS, prior(known_strength=1e7, other_strength=1e7))
    assert {"bias": -0.5, "planned": 1.0, "statistic": -2.0, "stem=열": 0.0, "stem=노래": 0.0} == pytest.approx(
        weights, abs=1e-4
    )


def test_rare_features_are_left_out() -> None:
    assert {"bias", "planned", "statistic"} == set(fit_logistic(ROWS, LABELS, prior(minimum_count=6)))


def test_the_fit_is_the_minimum_of_its_loss() -> None:
    chosen = prior()
    weights = fit_logistic(ROWS, LABELS, chosen)

    def loss(moved: dict[str, float]) -> float:
        scores = np.array([moved["bias"] + sum(moved.get(n, 0) * v for n, v in row.items()) for row in ROWS])
        fit = (np.logaddexp(0, scores) - np.array(LABELS) * scores).sum()
        return float(fit + 0.5 * sum((w - chosen.known.get(n, 0.0)) ** 2 for n, w in moved.items()))

    for name in weights:
        for step in (-0.01, 0.01):
            assert loss(weights) < loss({**weights, name: weights[name] + step})
