from pathlib import Path

import pytest

from mokpyo.data.errors import ModelError
from mokpyo.inference.linking.boosted_trees import BoostedTrees, TreeNode

TREES = BoostedTrees(
    0.5,
    [
        [
            TreeNode("score", 1.5, 1, 2, 0.0),
            TreeNode(None, 0.0, 0, 0, -1.0),
            TreeNode("line=body", 0.5, 3, 4, 0.0),
            TreeNode(None, 0.0, 0, 0, 2.0),
            TreeNode(None, 0.0, 0, 0, 3.0),
        ],
        [TreeNode(None, 0.0, 0, 0, 0.25)],
    ],
)


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ({}, -0.25),
        ({"score": 1.5, "line=body": 1.0}, -0.25),
        ({"score": 1.6}, 2.75),
        ({"score": 1.6, "line=body": 1.0, "other": 9.0}, 3.75),
    ],
)
def test_score_adds_a_leaf_of_each_tree(features: dict[str, float], expected: float) -> None:
    assert expected == TREES.score(features)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "trees.tsv"
    path.write_text("".join(TREES.lines()), encoding="utf-8")
    assert TREES == BoostedTrees.read(path)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        pytest.param("", "damaged", id="empty"),
        pytest.param("viel\n", "damaged", id="no start"),
        pytest.param("nan\n", "not finite", id="not finite"),
        pytest.param("0\n0\tscore\t1\n", "expected 6 columns", id="short"),
        pytest.param("0\n0\tscore\t1\t0\t0\t0\n", "node 0 of a tree of 1 leads to 0 and 0", id="a circle"),
        pytest.param("0\n0\tscore\t1\t1\t7\t0\n0\t-\t0\t0\t0\t1\n", "leads to 1 and 7", id="leads nowhere"),
        pytest.param("0\n3\t-\t0\t0\t0\t1\n", "damaged", id="trees out of order"),
    ],
)
def test_damaged_trees_are_an_error(tmp_path: Path, contents: str, message: str) -> None:
    path = tmp_path / "trees.tsv"
    path.write_text(contents, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        BoostedTrees.read(path)


def test_missing_trees_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        BoostedTrees.read(tmp_path / "none.tsv")
