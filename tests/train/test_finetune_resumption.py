"""Fine-tuning that is stopped, damaged, and gone on with."""

import json
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from transformers import TrainerControl, TrainerState

from mokpyo.data.errors import ConfigError, CorpusError, ModelError, RunError
from mokpyo.train.length_grouped_order import LengthGroupedOrder
from mokpyo.train.pretraining.stopping import SaveAndStop, SaveAndStopInEpoch, StopRequest
from mokpyo.train.run import run_training

CONFIG = Path(__file__).resolve().parents[2] / "configs" / "smoke.yaml"
DROPOUT = ("model.dropout=0.2", "train.word_dropout=0.2", "train.accumulate=2")


@pytest.fixture
def own(smoke: Path, tmp_path: Path) -> list[str]:
    """Overrides for a short run of one's own over a copy of a third of the corpus."""
    lines = (smoke / "corpus.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "corpus.jsonl").write_text("".join(lines[::3]), encoding="utf-8")
    paths = [f"data.{part}.0.path={tmp_path}/corpus.jsonl" for part in ("train", "validation", "test")]
    return [*paths, f"output={tmp_path}/run", *DROPOUT]


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a SIGTERM come during ``step``."""
    before = SaveAndStop.on_step_end

    def on_step_end(self: SaveAndStop, args: Any, state: Any, control: Any, **others: Any) -> None:
        if state.global_step == step:
            signal.raise_signal(signal.SIGTERM)
        before(self, args, state, control, **others)

    monkeypatch.setattr(SaveAndStop, "on_step_end", on_step_end)


def stopped(overrides: list[str], step: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stop_at(step, patch)
        with pytest.raises(RunError, match=r"stopped by SIGTERM.*mokpyo train .*run\.yaml resume=true"):
            run_training(CONFIG, overrides)


def evaluations(run: Path) -> list[tuple[int, float]]:
    curve = json.loads((run / "metrics.json").read_text())["learning_curve"]
    return [(entry["step"], entry["eval_f1"]) for entry in curve if "eval_f1" in entry]


# The rate of the second is so high that the score soon falls, before the last stop: its patience is half gone then.
@pytest.mark.parametrize(
    "changed",
    [["train.epochs=3"], ["train.epochs=8", "train.patience=2", "train.learning_rate=0.4"]],
    ids=["epochs", "patience"],
)
def test_stopped_and_resumed_is_the_straight_run(own: list[str], tmp_path: Path, changed: list[str]) -> None:
    straight = run_training(CONFIG, [*own, *changed, f"output={tmp_path}/straight"])
    each = evaluations(straight)[0][0]
    handler = signal.getsignal(signal.SIGTERM)
    stopped([*own, *changed], 2)
    for step in (each, 2 * each + 1):  # with an epoch's last step, and within a later one
        stopped([*own, *changed, "resume=true"], step)
    resumed = run_training(tmp_path / "run" / "run.yaml", ["resume=true"])
    assert handler == signal.getsignal(signal.SIGTERM)
    weights = [load_file(run / "model.safetensors") for run in (straight, resumed)]
    assert weights[0].keys() == weights[1].keys()
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])
    metrics = [json.loads((run / "metrics.json").read_text()) for run in (straight, resumed)]
    assert [metrics[0][part] for part in ("validation", "test")] == [
        metrics[1][part] for part in ("validation", "test")
    ]
    assert evaluations(straight) == evaluations(resumed)
    assert len(evaluations(straight)) == 3
    assert list((resumed / "tensorboard").glob("events.*"))


def test_a_run_that_stopped_early_trains_no_more(own: list[str], tmp_path: Path) -> None:
    changed = [*own, "train.epochs=8", "train.patience=1", "train.learning_rate=0.4"]
    straight = run_training(CONFIG, changed)
    weights, scored = load_file(straight / "model.safetensors"), evaluations(straight)
    assert len(scored) < 8
    for name in ("metrics.json", "model.safetensors"):  # as if the end had not been written
        (straight / name).unlink()
    resumed = run_training(CONFIG, [*changed, "resume=true"])
    again = load_file(resumed / "model.safetensors")
    assert evaluations(resumed) == scored
    assert all(torch.equal(weights[name], again[name]) for name in weights)


def test_what_a_stopped_run_needs_is_checked(own: list[str], tmp_path: Path) -> None:
    stopped(own, 4)
    checkpoint = tmp_path / "run" / "checkpoints" / "checkpoint-4"
    with pytest.raises(ConfigError, match="add resume=true to go on with it"):
        run_training(CONFIG, own)
    with pytest.raises(ConfigError, match=r"begun with another train\.seed"):
        run_training(CONFIG, [*own, "resume=true", "train.seed=3"])
    kept = (tmp_path / "corpus.jsonl").read_bytes()
    (tmp_path / "corpus.jsonl").write_bytes(kept + kept[: kept.index(b"\n") + 1])
    with pytest.raises(CorpusError, match=r"begun with another .*corpus\.jsonl"):
        run_training(CONFIG, [*own, "resume=true"])
    (tmp_path / "corpus.jsonl").write_bytes(kept)
    best = json.loads((checkpoint / "trainer_state.json").read_text())["best_model_checkpoint"]
    shutil.move(best, tmp_path / "away")
    with pytest.raises(ModelError, match=r"best checkpoint .* is not there"):
        run_training(CONFIG, [*own, "resume=true"])
    with (checkpoint / "model.safetensors").open("r+b") as weights:
        weights.seek(-4, 2)
        weights.write(b"\1\2\3\4")
    with pytest.raises(ModelError, match=r"checkpoint-4 is damaged: model\.safetensors"):
        run_training(CONFIG, [*own, "resume=true"])
    with pytest.raises(ConfigError, match="there is no run in"):
        run_training(CONFIG, [*own, f"output={tmp_path}/nowhere", "resume=true"])


@pytest.mark.parametrize(("epoch", "saves"), [(0.5, True), (2.0, False)])
def test_an_epoch_that_is_not_over_is_not_evaluated(epoch: float, saves: bool) -> None:
    request = StopRequest()
    callback = SaveAndStopInEpoch(request)
    control = TrainerControl()
    with request.listening():
        signal.raise_signal(signal.SIGINT)
    callback.on_step_end(None, TrainerState(epoch=epoch), control)  # type: ignore[arg-type]
    assert (control.should_training_stop, control.should_save) == (True, saves)
    control.should_evaluate = control.should_save = True  # as the Trainer's own callback has it at an epoch's end
    callback.on_epoch_end(None, TrainerState(), control)  # type: ignore[arg-type]
    assert (control.should_evaluate, control.should_save) == (not saves, not saves)


def test_the_order_of_an_epoch_is_its_own() -> None:
    lengths = [3, 9, 4, 7, 7, 1, 2, 8, 5, 6] * 8
    orders = []
    for seed, epoch in ((0, 0), (0, 1), (1, 0)):
        order = LengthGroupedOrder(lengths, 4, seed)
        order.set_epoch(epoch)
        assert sorted(order) == list(range(len(lengths)))
        assert list(order) == list(order)
        orders.append(list(order))
    assert orders[0] != orders[1] != orders[2] != orders[0]
