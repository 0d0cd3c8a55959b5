"""Train, export and open: the whole way, in seconds."""

import json
from pathlib import Path

import pytest

from mokpyo.data.errors import ConfigError
from mokpyo.train.confusion import NOTHING
from mokpyo.train.evaluate import evaluate_model
from mokpyo.train.export import MAXIMUM_LOSS, export_onnx
from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"


def test_smoke_run_learns_its_templates(smoke: Path) -> None:
    metrics = json.loads((smoke / "finetune" / "metrics.json").read_text())
    assert metrics["test"]["micro"]["f1"] > 0.9
    assert set(metrics["test"]["labels"]) == {"ORG", "REGION", "QUANTITY", "DATE"}


@pytest.mark.parametrize(
    "file",
    [
        "model.safetensors",
        "config.json",
        "encoding.json",
        "vocab.txt",
        "mokpyo.json",
        "run.yaml",
        "provenance.json",
        "README.md",
    ],
)
def test_run_folder_is_complete(smoke: Path, file: str) -> None:
    assert (smoke / "finetune" / file).stat().st_size > 0


def test_card_tells_scores_and_fingerprints(smoke: Path) -> None:
    card = (smoke / "finetune" / "README.md").read_text()
    metrics = json.loads((smoke / "finetune" / "metrics.json").read_text())
    provenance = json.loads((smoke / "finetune" / "provenance.json").read_text())
    assert f"**{100 * metrics['test']['micro']['f1']:.1f}**" in card
    assert all(digest in card for digest in provenance["data"].values())


def test_int8_export_opens_and_tags_as_the_run_does(smoke: Path, tmp_path: Path) -> None:
    report = export_onnx(smoke / "finetune", tmp_path / "model", int8=True)
    assert report.f1_fp32 - report.f1 <= MAXIMUM_LOSS
    trained = evaluate_model(str(smoke / "finetune"), smoke / "corpus.jsonl").scores.micro.f1
    exported = evaluate_model(str(tmp_path / "model"), smoke / "corpus.jsonl").scores.micro.f1
    assert exported == pytest.approx(trained, abs=0.02)
    assert "int8" in (tmp_path / "model" / "README.md").read_text()


def test_evaluation_tells_modes_and_confusion(
    smoke: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    evaluate_model(str(smoke / "finetune"), smoke / "corpus.jsonl", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    gold = {label: row["support"] for label, row in report["scores"]["labels"].items()}
    rows = {label: sum(row.values()) for label, row in report["tables"]["labels"].items() if label != NOTHING}
    assert gold == rows
    printed = capsys.readouterr().out
    for told in (
        "seqeval strict",
        "character F1",
        "gold by predicted",
        "borders",
        f"{report['scores']['character_f1']:.3f}",
    ):
        assert told in printed


def test_a_run_is_never_written_over(smoke: Path) -> None:
    with pytest.raises(ConfigError, match="already there"):
        run_training(CONFIGS / "smoke.yaml")


def test_an_ensemble_of_one_run_twice_is_that_run(smoke: Path, tmp_path: Path) -> None:
    members = [str(smoke / "finetune")] * 2
    corpora = [{"path": str(smoke / "corpus.jsonl"), "part": part} for part in ("train", "validation", "test")]
    config = {
        "kind": "ensemble",
        "name": "twice",
        "output": str(tmp_path / "ensemble"),
        "members": members,
        "window_tokens": 64,
        "data": {"train": corpora[:1], "validation": corpora[1:2], "test": corpora[2:]},
    }
    (tmp_path / "ensemble.yaml").write_text(json.dumps(config))
    run = run_training(tmp_path / "ensemble.yaml")
    alone, joined = (json.loads((folder / "metrics.json").read_text()) for folder in (smoke / "finetune", run))
    assert joined["test"] == alone["test"]
    report = export_onnx(run, tmp_path / "model", int8=True)
    assert report.agreement > 0.98
    assert "ensemble of 2" in (tmp_path / "model" / "README.md").read_text()
