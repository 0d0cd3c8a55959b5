"""Masked-LM runs from config to folder: stopped, damaged, gone on with, and fine-tuned from."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest
import torch
from pretraining_samples import CONFIG, small_disk, write_raw
from safetensors.torch import load_file
from transformers import AutoModelForMaskedLM, AutoModelForTokenClassification

from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.errors import ConfigError, CorpusError, ModelError, RunError
from mokpyo.train.examples import IGNORED
from mokpyo.train.parts import halve_weights
from mokpyo.train.pretraining.masked_lm import build_masked_lm, save_masked_lm
from mokpyo.train.pretraining.settings import EncoderSettings
from mokpyo.train.pretraining.stopping import SaveAndStop
from mokpyo.train.run import run_training

MORPHEMES = ["vocabulary={kind: morpheme, size: 100, pieces: 100, minimum: 1}", "model.embedding_size=8"]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with raw text and ``config.yaml``; the config's variable names the folder."""
    monkeypatch.setenv("TINY", str(tmp_path))
    write_raw(tmp_path / "raw.txt")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a SIGTERM come during ``step``."""
    before = SaveAndStop.on_step_end

    def on_step_end(self: SaveAndStop, args: Any, state: Any, control: Any, **others: Any) -> None:
        if state.global_step == step:
            signal.raise_signal(signal.SIGTERM)
        before(self, args, state, control, **others)

    monkeypatch.setattr(SaveAndStop, "on_step_end", on_step_end)


@pytest.mark.parametrize(
    ("overrides", "stops"), [([], [3, 7]), (MORPHEMES, [6])], ids=["wordpiece-bert", "morpheme-electra"]
)
def test_stopped_and_resumed_gives_the_weights_of_a_straight_run(
    tiny: Path, overrides: list[str], stops: list[int]
) -> None:
    straight = run_training(tiny / "config.yaml", [*overrides, f"output={tiny}/straight"])
    handler = signal.getsignal(signal.SIGTERM)
    for step in stops:
        resume = ["resume=true"] if step != stops[0] else []
        with pytest.MonkeyPatch.context() as patch:
            stop_at(step, patch)
            with pytest.raises(RunError, match=r"stopped by SIGTERM.*mokpyo train .*run\.yaml resume=true"):
                run_training(tiny / "config.yaml", [*overrides, *resume])
        assert not (tiny / "run" / "metrics.json").exists()
        assert (tiny / "run" / "checkpoints" / f"checkpoint-{step}" / "whole.json").is_file()
    resumed = run_training(tiny / "run" / "run.yaml", ["resume=true"])
    assert signal.getsignal(signal.SIGTERM) == handler
    weights = [load_file(folder / "model.safetensors") for folder in (straight, resumed)]
    assert weights[0].keys() == weights[1].keys()
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])
    metrics = [json.loads((folder / "metrics.json").read_text()) for folder in (straight, resumed)]
    assert metrics[0]["validation_loss"] == metrics[1]["validation_loss"]
    losses = [[entry["loss"] for entry in found["learning_curve"] if "loss" in entry] for found in metrics]
    assert losses[0][-1] < losses[0][0]


def test_a_finished_run_is_a_start_for_fine_tuning(tiny: Path, smoke: Path, recwarn: pytest.WarningsRecorder) -> None:
    run = run_training(tiny / "config.yaml", ["model.window_tokens=64", "train.steps=2"])
    encoding = load_encoding(run)
    model = AutoModelForMaskedLM.from_pretrained(run)
    assert type(model).__name__ == "BertForMaskedLM"
    assert json.loads((run / "config.json").read_text())["architectures"] == ["BertForMaskedLM"]
    assert model.config.vocab_size == encoding.vocabulary_size
    (tiny / "half").mkdir()
    half = AutoModelForTokenClassification.from_pretrained(halve_weights(run, tiny / "half"))
    assert half.dtype == torch.float32  # 16 bits are for carrying alone
    smoke_config = Path(__file__).resolve().parents[2] / "configs" / "smoke.yaml"
    overrides = ["model.encoding=null", "model.static_vectors=false", f"model.pretrained={run}", "train.epochs=1"]
    tuned = run_training(smoke_config, [*overrides, f"output={tiny}/tuned"])
    tagger = AutoModelForTokenClassification.from_pretrained(tuned)
    assert type(tagger).__name__ == "BertForTokenClassification"


def test_pretraining_goes_on_with_a_model_of_ones_own(tiny: Path) -> None:
    first = run_training(tiny / "config.yaml", ["train.steps=2"])
    overrides = ["vocabulary=null", f"model.pretrained={first}", f"packed={tiny}/again", "train.steps=1"]
    second = run_training(
        tiny / "config.yaml", [*overrides, "train.learning_rate=0.000000000001", f"output={tiny}/second"]
    )
    weights = [load_file(folder / "model.safetensors") for folder in (first, second)]
    assert all(torch.allclose(weights[0][name], weights[1][name], atol=1e-6) for name in weights[0])


def test_packed_alone_then_trained_without_the_raw_text(tiny: Path) -> None:
    assert run_training(tiny / "config.yaml", ["pack_only=true"]) == tiny / "packed"
    assert not (tiny / "run").exists()
    (tiny / "raw.txt").unlink()
    run = run_training(tiny / "config.yaml", ["train.steps=1", "train.bf16=null"])
    assert (run / "model.safetensors").is_file()


def test_half_a_checkpoint_is_passed_over_and_a_damaged_one_is_named(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stop_at(5, patch)
        with pytest.raises(RunError):
            run_training(tiny / "config.yaml")
    checkpoints = tiny / "run" / "checkpoints"
    half = checkpoints / "checkpoint-9"
    half.mkdir()
    (half / "model.safetensors").write_bytes(b"half")
    optimiser = checkpoints / "checkpoint-5" / "optimizer.pt"
    whole = optimiser.read_bytes()
    optimiser.write_bytes(whole[:-1] + b"!")
    with pytest.raises(ModelError, match=r"checkpoint-5 is damaged: optimizer\.pt .* remove it to go on"):
        run_training(tiny / "config.yaml", ["resume=true"])
    optimiser.write_bytes(whole)
    run_training(tiny / "config.yaml", ["resume=true"])
    assert not half.exists()


@pytest.mark.parametrize("limit", [5_000, 40_000], ids=["weights", "optimiser"])
def test_a_full_disk_leaves_no_half_checkpoint(tiny: Path, limit: int) -> None:
    run_training(tiny / "config.yaml", ["pack_only=true"])
    told = r"checkpoint-4 cannot be written: .*free some disk space, then go on with: "
    with pytest.raises(RunError, match=told), small_disk(limit):
        run_training(tiny / "config.yaml")
    assert list((tiny / "run" / "checkpoints").glob("checkpoint-*")) == []
    assert (run_training(tiny / "config.yaml", ["resume=true"]) / "model.safetensors").is_file()


@pytest.mark.parametrize(
    ("overrides", "error", "message"),
    [
        (["data.raw=[nowhere.txt]"], CorpusError, "nowhere.txt cannot be read"),
        (["data.raw=[nowhere.txt]", "pack_only=true"], CorpusError, "nowhere.txt cannot be read"),
        (["data.raw.0=${TINY}/empty.txt"], CorpusError, r"empty\.txt holds no words"),
        (["data.raw=[]"], CorpusError, "no file"),
        (["vocabulary=null"], ConfigError, "name exactly one of encoding, vocabulary, model.pretrained.*given: none"),
        (["encoding=x"], ConfigError, "given: encoding, vocabulary"),
        (["masking.unit=morpheme"], ConfigError, "morpheme needs a morpheme encoding"),
        (["masking.unit=morphem"], ConfigError, "did you mean morpheme"),
        (["model.heads=5"], ConfigError, "16 is not a multiple of model.heads, 5"),
        (["train.step=5"], ConfigError, r"unknown key train\.step; did you mean steps"),
        (["resume=true"], ConfigError, "there is no run in"),
        (["vocabulary=null", "model.pretrained=${TINY}/bart"], ModelError, "is a bart; pretraining goes on with"),
    ],
)
def test_mistakes_are_named_and_leave_no_run(
    tiny: Path, overrides: list[str], error: type[Exception], message: str
) -> None:
    (tiny / "empty.txt").write_text("\n \n")
    (tiny / "bart").mkdir()
    (tiny / "bart" / "config.json").write_text('{"model_type": "bart"}')
    (tiny / "bart" / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n가\n##가\n")
    with pytest.raises(error, match=message):
        run_training(tiny / "config.yaml", overrides)
    assert not (tiny / "run").exists()


def test_another_recipe_does_not_meet_the_packed_corpus(tiny: Path) -> None:
    run_training(tiny / "config.yaml", ["pack_only=true"])
    with pytest.raises(ConfigError, match="packed from another config or corpus, with other window_tokens"):
        run_training(tiny / "config.yaml", ["model.window_tokens=16"])


def test_a_run_is_not_gone_on_with_under_another_config(tiny: Path) -> None:
    run_training(tiny / "config.yaml", ["train.steps=1"])
    with pytest.raises(ConfigError, match="is finished"):
        run_training(tiny / "config.yaml", ["train.steps=1", "resume=true"])
    (tiny / "run" / "metrics.json").unlink()
    with pytest.raises(ConfigError, match=r"begun with another train\.seed; go on with"):
        run_training(tiny / "config.yaml", ["train.steps=1", "train.seed=4", "resume=true"])


@pytest.mark.parametrize("embedding_size", [None, 8], ids=["bert", "electra"])
def test_loss_at_the_masks_is_transformers_own(tiny: Path, embedding_size: int | None) -> None:
    encoding = load_encoding(run_training(tiny / "config.yaml", ["pack_only=true"]) / "encoding")
    shape = EncoderSettings(hidden_size=16, layers=1, heads=2, feed_forward_size=8, embedding_size=embedding_size)
    model = build_masked_lm(shape, encoding).eval()
    save_masked_lm(model, tiny / "model")
    plain = AutoModelForMaskedLM.from_pretrained(tiny / "model").eval()
    ids = torch.randint(5, encoding.vocabulary_size, (3, 12))
    labels = torch.where(torch.rand(ids.shape) < 0.3, ids, IGNORED)
    labels[0, 0] = ids[0, 0]
    batch = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "token_type_ids": torch.zeros_like(ids)}
    assert model(**batch, labels=labels).loss.item() == pytest.approx(plain(**batch, labels=labels).loss.item(), 1e-5)
