"""Lines on stderr where no progress bar can be drawn, and curves for TensorBoard."""

import sys
import time
from pathlib import Path

from torch.utils.tensorboard import SummaryWriter
from transformers import PrinterCallback, Trainer, TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from transformers.utils import logging

_SHOWN = ("loss", "eval_loss", "eval_f1")


class ProgressLines(TrainerCallback):  # type: ignore[misc, unused-ignore]
    """One line for each time that the Trainer logs: a job's log file has no cursor to move."""

    def __init__(self, tokens_per_step: int | None) -> None:
        self._tokens_per_step = tokens_per_step
        self._last: tuple[float, int] | None = None

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
        losses = [f"{name} {value:.4f}" for name, value in (logs or {}).items() if name in _SHOWN]
        if not losses:
            return
        line = f"step {state.global_step:,} of {state.max_steps:,}: {', '.join(losses)}"
        sys.stderr.write(f"{line}{self._speed(state.global_step)}\n")

    def _speed(self, step: int) -> str:
        now, (then, last) = time.monotonic(), self._last or (0.0, step)
        self._last = (now, step)
        if step <= last:
            return ""
        if self._tokens_per_step is None:
            return f", {(step - last) / (now - then):,.2f} steps/s"
        return f", {(step - last) * self._tokens_per_step / (now - then):,.0f} tokens/s"


class Curves(TrainerCallback):  # type: ignore[misc, unused-ignore]
    """Everything that the Trainer logs, as TensorBoard reads it from ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._writer = SummaryWriter(log_dir=str(folder))  # type: ignore[no-untyped-call, unused-ignore]

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
        for name, value in (logs or {}).items():
            self._writer.add_scalar(name, value, state.global_step)  # type: ignore[no-untyped-call, unused-ignore]

    def on_train_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_kwargs: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, state, control
        self._writer.flush()  # type: ignore[no-untyped-call, unused-ignore]


def show_progress(trainer: Trainer, folder: Path, tokens_per_step: int | None = None) -> None:
    """Give ``trainer`` a bar or lines on stderr (stdout is for results), and curves in ``folder``.

    Without ``tokens_per_step``, where sequences are of unlike length, speed is told in steps.
    """
    trainer.remove_callback(PrinterCallback)
    if not sys.stderr.isatty():
        logging.disable_progress_bar()  # type: ignore[no-untyped-call, unused-ignore]  # each saved file draws one
    if not trainer.is_world_process_zero():
        return
    if not sys.stderr.isatty():
        trainer.add_callback(ProgressLines(tokens_per_step))
    trainer.add_callback(Curves(folder))
