"""Transformers' Trainer whose checkpoints are marked as whole, or are not there."""

import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from transformers import Trainer

from mokpyo.data.errors import RunError
from mokpyo.train.pretraining.checkpoints import mark_whole
from mokpyo.train.processes import own_process


class CheckpointingTrainer(Trainer):  # type: ignore[misc, unused-ignore]
    """Raises :class:`RunError` where a checkpoint cannot be written; what was there of it is removed."""

    # The models here give the mean of a batch: the Trainer has still to divide it by the batches of a step.
    loss_is_scaled_for_ga = False

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.model_accepts_loss_kwargs = False

    def _save_checkpoint(self, model: torch.nn.Module, trial: Any) -> None:
        folder = Path(str(self.args.output_dir)) / f"checkpoint-{self.state.global_step}"
        if self.args.should_save:
            shutil.rmtree(folder, ignore_errors=True)
        own_process().wait_for_everyone()
        try:
            super()._save_checkpoint(model, trial)
            own_process().wait_for_everyone()  # each process has a file of its own in it
            if self.args.should_save:
                mark_whole(folder)
        except (OSError, SafetensorError, RuntimeError) as error:  # torch.save has no other for a full disk
            shutil.rmtree(folder, ignore_errors=True)
            raise RunError(
                f"the checkpoint {folder} cannot be written: {_sentence(error)}; free some disk space"
            ) from error


def _sentence(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")
