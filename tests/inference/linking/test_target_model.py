from pathlib import Path

import pytest

from mokpyo.data.errors import ModelError
from mokpyo.inference.linking.target_model import TREES_FILE, WEIGHTS_FILE, TargetModel, read_weights
from mokpyo.inference.linking.target_table import TARGET_WEIGHTS


def test_score_adds_the_weights_of_what_holds() -> None:
    model = TargetModel.by_hand()
    assert TARGET_WEIGHTS["bias"] == model.score({})
    expected = TARGET_WEIGHTS["bias"] + TARGET_WEIGHTS["planned"] + 0.5 * TARGET_WEIGHTS["money"]
    assert expected == pytest.approx(model.score({"planned": 1.0, "money": 0.5, "stem=노래": 1.0}))


def test_the_bundled_model_weighs_every_rule_and_words_besides() -> None:
    model = TargetModel.bundled()
    assert set(TARGET_WEIGHTS) < set(model.weights)
    assert model.trees is not None
    asked = {node.feature for tree in model.trees.trees for node in tree}
    assert {"score", "others", "same_amount"} < asked


def test_open_reads_both_tables(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS_FILE).write_text("bias\t-0.5\n", encoding="utf-8")
    (tmp_path / TREES_FILE).write_text("0.25\n", encoding="utf-8")
    model = TargetModel.open(tmp_path)
    assert model.trees is not None
    assert (-0.5, 0.25) == (model.score({}), model.trees.score({}))


def test_read_gives_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("bias\t-0.5\nbehind=\t\t1.25\nstem=열\t2\n", encoding="utf-8")
    assert {"bias": -0.5, "behind=\t": 1.25, "stem=열": 2.0} == read_weights(path)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        pytest.param("stem=열\t1\n", "no line `bias`", id="no bias"),
        pytest.param("bias\t0\nstem=열 1\n", "line 2: expected a feature, a tab and a number", id="no tab"),
        pytest.param("bias\tviel\n", "line 1: expected", id="no number"),
        pytest.param("bias\tnan\n", "line 1: expected", id="not finite"),
        pytest.param("\t1\n", "line 1: expected", id="no name"),
    ],
)
def test_a_damaged_table_is_an_error(tmp_path: Path, contents: str, message: str) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text(contents, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        read_weights(path)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="a run of kind rank writes them"):
        read_weights(tmp_path / "none.tsv")
