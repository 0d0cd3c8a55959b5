"""What a user gets wrong in a training run, an evaluation or an export: told, with nothing left behind."""

import json
from pathlib import Path

import pytest

from mokpyo.data.errors import ConfigError, CorpusError, ModelError, MokpyoError
from mokpyo.train.evaluate import evaluate_model
from mokpyo.train.export import export_onnx
from mokpyo.train.run import run_training

CONFIG = Path(__file__).resolve().parents[2] / "configs" / "smoke.yaml"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A folder with an empty corpus, one of a label that no scheme has, and a folder without any."""
    (tmp_path / "empty.jsonl").write_text("")
    label = {"text": "푸른항", "spans": [[0, 3, "XX"]]}
    (tmp_path / "label.jsonl").write_text(json.dumps(label), encoding="utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("override", "error", "message"),
    [
        ("data.train.0.path=${WRONG}/none.jsonl", CorpusError, r"none\.jsonl cannot be read: No such file"),
        ("data.train.0.path=${WRONG}/folder", CorpusError, r"folder holds no \.json or \.jsonl file"),
        ("data.train.0={path: '${WRONG}/empty.jsonl'}", CorpusError, r"empty\.jsonl holds no sentence; check"),
        ("data.validation.0.path=${WRONG}/empty.jsonl", CorpusError, "holds no sentence in its validation part"),
        ("data.test.0.path=${WRONG}/empty.jsonl", CorpusError, "holds no sentence in its test part"),
        ("data.train.0={path: '${WRONG}/label.jsonl'}", CorpusError, r"label\.jsonl: label 'XX' is in neither scheme"),
        (
            "data.train.0.part=validation",
            CorpusError,
            "all .* training sentences are among those of validation or test",
        ),
        ("trian.epochs=1", ConfigError, r"unknown key trian; did you mean train\?"),
    ],
)
def test_a_run_is_not_begun(
    smoke: Path, wrong: Path, monkeypatch: pytest.MonkeyPatch, override: str, error: type[MokpyoError], message: str
) -> None:
    monkeypatch.setenv("WRONG", str(wrong))
    with pytest.raises(error, match=message):
        run_training(CONFIG, [f"output={wrong}/run", override])
    assert not (wrong / "run").exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("none.jsonl", r"none\.jsonl cannot be read: No such file"),
        ("folder", r"folder holds no \.json or \.jsonl file"),
        ("empty.jsonl", r"empty\.jsonl holds no sentence"),
        ("label.jsonl", r"label\.jsonl: label 'XX' is in neither scheme"),
    ],
)
def test_a_corpus_to_evaluate_on_is_checked(smoke: Path, wrong: Path, data: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        evaluate_model(str(smoke / "finetune"), wrong / data, wrong / "report.json")
    assert not (wrong / "report.json").exists()


def test_what_is_no_finished_tagger_is_not_exported(smoke: Path, wrong: Path) -> None:
    with pytest.raises(ModelError, match="no finished run"):
        export_onnx(wrong / "folder", wrong / "model", int8=False)
    with pytest.raises(ModelError, match="only a tagger can be exported"):
        export_onnx(smoke / "vectors", wrong / "model", int8=False)
    (wrong / "model").mkdir()
    (wrong / "model" / "mine.txt").write_text("")
    with pytest.raises(ConfigError, match="already there and not an empty folder"):
        export_onnx(smoke / "finetune", wrong / "model", int8=False)
    assert [path.name for path in (wrong / "model").iterdir()] == ["mine.txt"]
