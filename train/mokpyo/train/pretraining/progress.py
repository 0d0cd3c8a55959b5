"""Lines on stderr where no progress bar can be drawn, and curves for TensorBoard."""

import sys
import time
from pathlib import Path

from transformers import PrinterCallback, Trainer, TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from transformers.integrations import TensorBoardCallback


class ProgressLines(TrainerCallback):  # type: ignore[misc]
    """One line for each time that the Trainer logs: a job's log file has no cursor to move."""

    def __init__(self, tokens_per_step: int) -> None:
        self._tokens_per_step = tokens_per_step
        self._last: tuple[float, int] | None = None

    def on_train_begin(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_kwargs: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, control
        self._last = (time.monotonic(), state.global_step)

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: dict[str, float] | None = None,
        **_kwargs: object,
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, control
        losses = {name: value for name, value in (logs or {}).items() if name in ("loss", "eval_loss")}
        if not losses or self._last is None:
            return
        now, (then, step) = time.monotonic(), self._last
        speed = (state.global_step - step) * self._tokens_per_step / max(now - then, 1e-9)
        self._last = (now, state.global_step)
        figures = ", ".join(f"{name} {value:.4f}" for name, value in losses.items())
        rate = f", {speed:,.0f} tokens/s" if speed else ""
        sys.stderr.write(f"step {state.global_step:,} of {state.max_steps:,}: {figures}{rate}\n")


def show_progress(trainer: Trainer, folder: Path, tokens_per_step: int) -> None:
    """Give ``trainer`` a bar or lines on stderr (stdout is for results), and curves in ``folder``."""
    from torch.utils.tensorboard import SummaryWriter

    trainer.remove_callback(PrinterCallback)
    if not sys.stderr.isatty():
        trainer.add_callback(ProgressLines(tokens_per_step))
    trainer.add_callback(TensorBoardCallback(SummaryWriter(log_dir=str(folder))))
