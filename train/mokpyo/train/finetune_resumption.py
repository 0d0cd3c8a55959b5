"""Where a stopped fine-tuning run goes on from, and whether it has anything left to train."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from safetensors.torch import load_file
from transformers import EarlyStoppingCallback, Trainer, TrainerState
from transformers.trainer import TRAINER_STATE_NAME
from transformers.utils import SAFE_WEIGHTS_NAME

from mokpyo.data.errors import CorpusError, ModelError
from mokpyo.train.pretraining.checkpoints import check_whole, newest_checkpoint
from mokpyo.train.processes import own_process
from mokpyo.train.run_folder import RunFolder

if TYPE_CHECKING:
    from torch import nn


def require_same_data(run: RunFolder, fingerprints: Mapping[str, str]) -> None:
    """Raise :class:`CorpusError` where an input is not what the run was begun with."""
    before = run.read_provenance().data
    changed = [name for name, digest in fingerprints.items() if before.get(name) != digest]
    if changed:
        raise CorpusError(
            f"resume: the run in {run.path} was begun with another {', '.join(changed)}; put that back, or begin a run "
            "with another output"
        )


def train_from_newest(trainer: Trainer, checkpoints: Path, patience: int | None) -> None:
    """Train from the newest checkpoint in ``checkpoints`` to the end; the model is the best one then.

    Raises :class:`ModelError` for a checkpoint that is damaged, or that a later one needs and is gone.
    """
    with own_process().main_process_first():  # which removes unfinished ones
        newest = newest_checkpoint(checkpoints)
    if newest is None:
        trainer.train()
        return
    state = TrainerState.load_from_json(str(newest / TRAINER_STATE_NAME))
    best = _best(state, checkpoints)
    if best is not None and patience is not None and _waited(state) >= patience:
        # It had stopped early by itself: the Trainer would train an epoch more before it looks.
        trainer.state = state
        cast("nn.Module", trainer.model).load_state_dict(load_file(best / SAFE_WEIGHTS_NAME))
        return
    trainer.train(resume_from_checkpoint=str(newest))


def _best(state: TrainerState, checkpoints: Path) -> Path | None:
    if state.best_model_checkpoint is None:
        return None
    best = Path(state.best_model_checkpoint)
    if not best.is_dir() or not best.samefile(checkpoints / best.name):
        raise ModelError(f"the run's best checkpoint {best} is not there; put it back to go on, or begin a new run")
    check_whole(best)
    return best


def _waited(state: TrainerState) -> int:
    """Evaluations without a better score."""
    saved = cast("Mapping[str, Any]", state.stateful_callbacks or {})
    callback = saved.get(EarlyStoppingCallback.__name__, {"attributes": {}})
    return int(callback["attributes"].get("early_stopping_patience_counter", 0))
