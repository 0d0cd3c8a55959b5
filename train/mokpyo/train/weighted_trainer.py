"""Transformers' Trainer with a weight for each sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import torch
from torch import Tensor
from torch.nn import functional
from torch.utils.data import Dataset, Sampler, SequentialSampler

from mokpyo.train.examples import IGNORED
from mokpyo.train.length_grouped_order import LengthGroupedOrder
from mokpyo.train.pretraining.checkpointing_trainer import CheckpointingTrainer

if TYPE_CHECKING:
    from collections.abc import Sized


class WeightedTrainer(CheckpointingTrainer):
    """Cross-entropy over tokens, each counted by its sentence's ``weights``; embeddings are not decayed."""

    def __init__(self, *, label_smoothing: float, lengths: Sequence[int], **settings: Any) -> None:
        super().__init__(**settings)
        self._label_smoothing = label_smoothing
        self._lengths = lengths

    def compute_loss(
        self,
        model: torch.nn.Module,
        inputs: dict[str, Tensor],
        return_outputs: bool = False,
        num_items_in_batch: Tensor | int | None = None,  # noqa: ARG002 - the Trainer passes it by name
    ) -> Tensor | tuple[Tensor, Any]:
        """See the Trainer; the loss is the weighted mean over the batch's tokens."""
        weights, labels = inputs.pop("weights"), inputs["labels"]
        outputs = model(**{name: value for name, value in inputs.items() if name != "labels"})
        losses = functional.cross_entropy(
            outputs.logits.float().transpose(1, 2), labels, reduction="none", label_smoothing=self._label_smoothing
        )
        counted = (labels != IGNORED) * weights.unsqueeze(1)
        loss = (losses * counted).sum() / counted.sum().clamp_min(1e-6)
        return (loss, outputs) if return_outputs else loss

    def _get_train_sampler(self, train_dataset: Dataset[Any] | None = None) -> Sampler[int]:
        del train_dataset
        step_size = self.args.train_batch_size * self.args.gradient_accumulation_steps * self.args.world_size
        return LengthGroupedOrder(self._lengths, step_size, self.args.seed)

    def _get_eval_sampler(self, eval_dataset: Dataset[Any]) -> SequentialSampler:
        # The Trainer would group evaluation by length too, and predictions would come back in that order.
        return SequentialSampler(cast("Sized", eval_dataset))

    def get_decay_parameter_names(self, model: torch.nn.Module) -> list[str]:
        """Decayed parameters: a rare word's vector would fade, being pulled to zero far more often than it is seen."""
        names: list[str] = super().get_decay_parameter_names(model)
        return [name for name in names if "embeddings." not in name]
