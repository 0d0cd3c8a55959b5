import random

import pytest

from mokpyo.train.ranking.boosting import grow_trees
from mokpyo.train.ranking.settings import TreeSettings

RANDOM = random.Random(5)  # noqa: S311 - no secret
ROWS = [
    {"score": RANDOM.gauss(0, 2), "stem=열": 1.0, **({"line=body": 1.0} if RANDOM.random() < 0.5 else {})}
    for _ in range(300)
]
LABELS = [(row["score"] > 0) != ("line=body" in row) for row in ROWS]
SETTINGS = TreeSettings(count=40, features=1.0, learning_rate=0.2)


def test_trees_learn_what_no_sum_of_weights_can() -> None:
    trees = grow_trees(ROWS, LABELS, SETTINGS, seed=0)
    assert trees is not None
    assert LABELS == [trees.score(row) > 0 for row in ROWS]


def test_words_and_rare_features_are_left_out() -> None:
    rows = [{**row, **({"seldom": 1.0} if at < 14 else {})} for at, row in enumerate(ROWS)]
    trees = grow_trees(rows, [at < 14 or label for at, label in enumerate(LABELS)], SETTINGS, seed=0)
    assert trees is not None
    assert {"score", "line=body", None} == {node.feature for tree in trees.trees for node in tree}


def test_the_seed_decides() -> None:
    one, again, other = (grow_trees(ROWS, LABELS, SETTINGS, seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert one != other


@pytest.mark.parametrize(
    ("rows", "labels"),
    [(ROWS[:5], LABELS[:5]), (ROWS, [True] * len(ROWS)), ([], [])],
    ids=["no feature is frequent", "one answer only", "nothing"],
)
def test_nothing_to_learn_gives_no_trees(rows: list[dict[str, float]], labels: list[bool]) -> None:
    assert grow_trees(rows, labels, SETTINGS, seed=0) is None


@pytest.mark.parametrize("depth", [1, 2])
def test_depth_bounds_the_questions(depth: int) -> None:
    settings = TreeSettings(count=5, depth=depth)
    trees = grow_trees(ROWS, LABELS, settings, seed=0)
    assert trees is not None
    assert all(len(tree) <= 2 ** (depth + 1) - 1 for tree in trees.trees)
