"""What test_processes.py has two processes do, each of which calls this: runs that are straight, stopped, gone on with.

Arguments: a folder with ``smoke`` and ``pretrain.yaml``. Lines on stdout tell exit codes, main process first.
"""

import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from mokpyo.cli.app import run
from mokpyo.train.pretraining.stopping import SaveAndStop
from mokpyo.train.processes import do_on_main, is_main, largest
from mokpyo.train.run_folder import RunFolder

SMOKE = Path(__file__).resolve().parents[2] / "configs" / "smoke.yaml"
CHANGED = ("train.epochs=2", "model.dropout=0.2", "train.word_dropout=0.2", "train.accumulate=2", "train.patience=5")


def forbid_writing(patch: pytest.MonkeyPatch) -> None:
    def written(*_: object, **__: object) -> None:
        raise AssertionError("a process writes that is not the main one")

    for name in ("create", "draft"):
        patch.setattr(RunFolder, name, written)


def stop_elsewhere(patch: pytest.MonkeyPatch, step: int) -> None:
    """Let SIGTERM come during ``step``, to a process that is not the main one."""
    before = SaveAndStop.on_step_end

    def on_step_end(self: SaveAndStop, args: Any, state: Any, control: Any, **others: Any) -> None:
        if state.global_step == step and not is_main():
            signal.raise_signal(signal.SIGTERM)
        before(self, args, state, control, **others)

    patch.setattr(SaveAndStop, "on_step_end", on_step_end)


def call(*arguments: str, stopped_at: int | None = None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if not is_main():
            forbid_writing(patch)
        if stopped_at is not None:
            stop_elsewhere(patch, stopped_at)
        code = run(["train", *arguments])
    codes = (largest(code), -largest(-code))
    do_on_main(lambda: print(*codes, flush=True))


def main() -> None:
    folder = Path(sys.argv[1])
    pretrain = str(folder / "pretrain.yaml")
    for name in ("straight", "again"):
        call(str(SMOKE), *CHANGED, f"output={folder / name}")
    call(str(SMOKE), *CHANGED, f"output={folder / 'again'}")
    call(str(SMOKE), *CHANGED, f"output={folder / 'stopped'}", stopped_at=3)
    call(str(folder / "stopped" / "run.yaml"), "resume=true")
    call(pretrain, f"output={folder / 'pretrained'}")
    call(pretrain, f"output={folder / 'pretrained-stopped'}", stopped_at=3)
    call(str(folder / "pretrained-stopped" / "run.yaml"), "resume=true")


if __name__ == "__main__":
    main()
