"""Runs over two processes, as on two accelerators; here on the CPU, with gloo between them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from pretraining_samples import CONFIG, write_raw
from safetensors.torch import load_file

pytest.importorskip("accelerate", reason="no accelerate: pip install 'mokpyo[train]'")

HERE = Path(__file__).resolve().parent
LAUNCH = ("-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2", "--num_machines", "1",
          "--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0")  # fmt: skip
EXPECTED = {
    "straight": (0, 0),
    "again": (0, 0),
    "over one that is there": (2, 2),
    "stopped": (2, 2),
    "resumed": (0, 0),
    "pretrained": (0, 0),
    "pretraining stopped": (2, 2),
    "pretraining resumed": (0, 0),
}


@pytest.fixture(scope="module")
def done(smoke: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The folder of the runs that two_processes.py carries out, and what it wrote on stdout and stderr."""
    folder = tmp_path_factory.mktemp("processes")
    write_raw(folder / "raw.txt")
    (folder / "pretrain.yaml").write_text(CONFIG, encoding="utf-8")
    environment = os.environ | {
        "SMOKE": str(smoke),
        "TINY": str(folder),
        "OMP_NUM_THREADS": "1",
        "CUDA_VISIBLE_DEVICES": "",
    }
    command = [sys.executable, *LAUNCH, str(HERE / "two_processes.py"), str(folder)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert ended.returncode == 0, ended.stderr
    return folder, ended.stdout, ended.stderr


def weights(run: Path) -> dict[str, torch.Tensor]:
    return load_file(run / "model.safetensors")


def same(left: dict[str, torch.Tensor], right: dict[str, torch.Tensor]) -> bool:
    return left.keys() == right.keys() and all(torch.equal(left[name], right[name]) for name in left)


@pytest.mark.slow
def test_every_process_ends_alike_and_one_speaks(done: tuple[Path, str, str]) -> None:
    folder, printed, told = done
    lines = printed.splitlines()
    codes = [tuple(map(int, line.split())) for line in lines if not line.startswith(str(folder))]
    assert codes == list(EXPECTED.values())
    assert [Path(line).name for line in lines if line.startswith(str(folder))] == [
        "straight", "again", "stopped", "pretrained", "pretrained-stopped",
    ]  # fmt: skip
    assert told.count("is already there") == 1
    assert told.count("stopped by SIGTERM") == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("left", "right"),
    [("straight", "again"), ("straight", "stopped"), ("pretrained", "pretrained-stopped")],
    ids=["again", "resumed", "pretraining-resumed"],
)
def test_the_same_weights_come_every_time(done: tuple[Path, str, str], left: str, right: str) -> None:
    folder = done[0]
    assert same(weights(folder / left), weights(folder / right))
    metrics = [json.loads((folder / run / "metrics.json").read_text()) for run in (left, right)]
    for name in ("validation", "test", "validation_loss", "steps"):
        assert metrics[0].get(name) == metrics[1].get(name)


@pytest.mark.slow
def test_two_processes_take_twice_the_sentences_in_a_step(done: tuple[Path, str, str], smoke: Path) -> None:
    together, alone = (
        json.loads((run / "metrics.json").read_text())["learning_curve"]
        for run in (done[0] / "straight", smoke / "finetune")
    )
    first = [next(entry["step"] for entry in curve if "eval_f1" in entry) for curve in (together, alone)]
    assert first[0] == -(-first[1] // 4)  # two processes, and two batches accumulated
