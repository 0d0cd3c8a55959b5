"""A disk that fills while a run writes: told with the way on, and nothing left that looks whole."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
import torch
from pretraining_samples import small_disk
from safetensors.torch import load_file

from mokpyo.data.errors import ModelError, RunError
from mokpyo.inference.tagging.tagger import Tagger
from mokpyo.train import ensemble, evaluate, export, finetune, plots
from mokpyo.train.run import run_training

CONFIG = Path(__file__).resolve().parents[2] / "configs" / "smoke.yaml"
ON = r"; (free some disk space|set that right), then go on with: mokpyo train .*run\.yaml resume=true"
SHORT = ["train.epochs=1"]


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "README.md")


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("limit", [60_000, 100_000], ids=["weights", "optimiser"])
def test_a_checkpoint_that_is_not_whole_goes(smoke: Path, tmp_path: Path, limit: int) -> None:
    overrides = [*SHORT, f"output={tmp_path}/run"]
    with pytest.raises(RunError, match="checkpoint-.* cannot be written: .*" + ON), small_disk(limit):
        run_training(CONFIG, overrides)
    assert [] == list((tmp_path / "run" / "checkpoints").glob("checkpoint-*"))
    assert (run_training(CONFIG, [*overrides, "resume=true"]) / "metrics.json").is_file()


def test_a_run_that_cannot_be_begun_leaves_its_folder_free(smoke: Path, tmp_path: Path) -> None:
    overrides = [*SHORT, f"output={tmp_path}/run"]
    with pytest.raises(OSError, match="File too large"), small_disk(300):
        run_training(CONFIG, overrides)
    assert set() == files(tmp_path / "run")
    assert (run_training(CONFIG, overrides) / "metrics.json").is_file()


@pytest.fixture(scope="module")
def straight(smoke: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that had room."""
    return run_training(CONFIG, [*SHORT, f"output={tmp_path_factory.mktemp('straight')}/run"])


@pytest.mark.parametrize("at", [65_000, 75_000, "write_card"], ids=["weights", "graph", "card"])
def test_a_result_is_written_whole_or_not_at_all(
    straight: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int | str
) -> None:
    overrides = [*SHORT, f"output={tmp_path}/run"]
    write_result = finetune._write_result

    def write_on_small_disk(*arguments: Any) -> None:
        with small_disk(int(at)):
            write_result(*arguments)

    with monkeypatch.context() as patch:
        if isinstance(at, str):
            patch.setattr(finetune, at, full_disk)
        else:
            patch.setattr(finetune, "_write_result", write_on_small_disk)
        with pytest.raises(RunError, match=ON):
            run_training(CONFIG, overrides)
    assert {"run.yaml", "provenance.json", "checkpoints", "tensorboard"} == files(tmp_path / "run")
    with pytest.raises(ModelError, match="no finished run"):
        export.export_onnx(tmp_path / "run", tmp_path / "model", int8=False)
    with pytest.raises(ModelError):
        Tagger.from_pretrained(str(tmp_path / "run"))
    resumed = run_training(CONFIG, [*overrides, "resume=true"])
    assert files(straight) == files(resumed)
    weights = [load_file(run / "model.safetensors") for run in (straight, resumed)]
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])


def test_an_export_is_written_whole_or_not_at_all(smoke: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File too large"), small_disk(50_000):
        export.export_onnx(smoke / "finetune", tmp_path / "model", int8=False)
    assert set() == files(tmp_path)


def test_an_ensemble_is_written_whole_or_not_at_all(
    smoke: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = {"path": str(smoke / "corpus.jsonl"), "part": "validation"}
    config = {
        "kind": "ensemble",
        "name": "one",
        "output": str(tmp_path / "ensemble"),
        "members": [str(smoke / "finetune")],
        "window_tokens": 64,
        "data": {"train": [corpus], "validation": [corpus]},
    }
    (tmp_path / "ensemble.yaml").write_text(json.dumps(config))
    monkeypatch.setattr(ensemble, "write_card", full_disk)
    with pytest.raises(OSError, match="No space left"):
        run_training(tmp_path / "ensemble.yaml")
    assert {"run.yaml", "provenance.json"} == files(tmp_path / "ensemble")


@pytest.mark.parametrize("at", ["picture", "json"])
def test_a_report_is_written_whole_or_not_at_all(
    smoke: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    if at == "picture":
        monkeypatch.setattr(plots, "plot_confusion", full_disk)
        limit = 10**6
    else:
        monkeypatch.setattr(plots, "plot_confusion", lambda _, path: path.write_bytes(b""))
        limit = 1_000
    with pytest.raises(OSError, match=r"No space left|File too large"), small_disk(limit):
        evaluate.evaluate_model(str(smoke / "finetune"), smoke / "corpus.jsonl", tmp_path / "report.json")
    assert not (tmp_path / "report.json").exists()
    assert {name for name in files(tmp_path) if name.endswith(".partial")} == set()
