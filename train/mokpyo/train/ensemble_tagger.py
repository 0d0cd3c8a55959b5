"""Several taggers of one vocabulary as one model: the mean of their log-probabilities."""

from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModelForTokenClassification, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import TokenClassifierOutput

from mokpyo.train.convolution import ConvolutionConfig, ConvolutionTagger


class EnsembleConfig(PreTrainedConfig):  # type: ignore[no-untyped-call]
    """The configs of an ensemble's members, in order."""

    model_type = "mokpyo-ensemble"

    members: list[dict[str, Any]] | None = None
    vocab_size: int = 0
    max_position_embeddings: int = 512


class EnsembleTagger(PreTrainedModel):  # type: ignore[no-untyped-call]
    """Convolution taggers side by side; it is built from trained members, never trained itself."""

    config_class = EnsembleConfig
    base_model_prefix = "ensemble"

    def __init__(self, config: EnsembleConfig) -> None:
        super().__init__(config)
        self.members = nn.ModuleList(ConvolutionTagger(ConvolutionConfig(**member)) for member in config.members or [])
        self.post_init()  # type: ignore[no-untyped-call]

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> TokenClassifierOutput:
        """Mean log-probabilities as logits, *shape* (batch, sequence, tags)."""
        each = [member(input_ids, attention_mask, token_type_ids).logits.log_softmax(-1) for member in self.members]
        return TokenClassifierOutput(logits=torch.stack(each).mean(dim=0))

    def _init_weights(self, module: nn.Module) -> None:
        """Nothing: members come trained."""


AutoConfig.register(EnsembleConfig.model_type, EnsembleConfig)
AutoModelForTokenClassification.register(EnsembleConfig, EnsembleTagger)
