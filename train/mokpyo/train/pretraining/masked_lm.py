"""BERT and ELECTRA with a masked-LM head that is computed at the masked positions alone.

The head is a product with the whole vocabulary: in small models more work than all layers, and at 85 % of the
positions for nothing. Losses and weights are those of transformers' own classes.
"""

from pathlib import Path
from typing import Any, cast

from safetensors import SafetensorError
from torch import Tensor
from torch.nn import functional
from transformers import (
    AutoConfig,
    BertConfig,
    BertForMaskedLM,
    ElectraConfig,
    ElectraForMaskedLM,
    PreTrainedConfig,
    PreTrainedModel,
)
from transformers.modeling_outputs import MaskedLMOutput

from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.errors import ConfigError, ModelError
from mokpyo.train.examples import IGNORED
from mokpyo.train.pretraining.settings import EncoderSettings
from mokpyo.train.token_classifier import pretrained_folder


class BertAtMasks(BertForMaskedLM):  # type: ignore[misc, no-untyped-call, unused-ignore]
    """:class:`BertForMaskedLM` for training; every input has *shape* (batch, sequence)."""

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor, labels: Tensor
    ) -> MaskedLMOutput:
        """Mean loss over the labelled positions and their logits, *shape* (labelled, vocabulary)."""
        hidden = self.bert(input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        logits = self.cls(hidden[labels != IGNORED])
        return MaskedLMOutput(loss=_loss(logits, labels), logits=logits)


class ElectraAtMasks(ElectraForMaskedLM):  # type: ignore[misc, no-untyped-call, unused-ignore]
    """:class:`ElectraForMaskedLM` for training; every input has *shape* (batch, sequence)."""

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor, labels: Tensor
    ) -> MaskedLMOutput:
        """Mean loss over the labelled positions and their logits, *shape* (labelled, vocabulary)."""
        hidden = self.electra(input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        logits = self.generator_lm_head(self.generator_predictions(hidden[labels != IGNORED]))
        return MaskedLMOutput(loss=_loss(logits, labels), logits=logits)


_TRAINED: dict[str, Any] = {"bert": BertAtMasks, "electra": ElectraAtMasks}


def _loss(logits: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float(), labels[labels != IGNORED])


def build_masked_lm(settings: EncoderSettings, encoding: TextEncoding) -> PreTrainedModel:
    """A new model of the shape in ``settings``, or the pretrained one that they name.

    Raises :class:`ModelError` for a model that cannot be opened or is neither BERT nor ELECTRA, :class:`ConfigError`
    where it does not fit the window.
    """
    pretrained = read_shape(settings)
    if pretrained is not None:
        return _open(str(settings.pretrained), pretrained, encoding)
    shape: dict[str, Any] = {
        "vocab_size": encoding.vocabulary_size,
        "type_vocab_size": max(2, encoding.type_vocabulary_size),
        "hidden_size": settings.hidden_size,
        "num_hidden_layers": settings.layers,
        "num_attention_heads": settings.heads,
        "intermediate_size": settings.feed_forward_size,
        "hidden_dropout_prob": settings.dropout,
        "attention_probs_dropout_prob": settings.dropout,
        "max_position_embeddings": settings.window_tokens,
        "pad_token_id": encoding.pad_id,
    }
    if settings.embedding_size is not None:
        return ElectraAtMasks(ElectraConfig(**shape, embedding_size=settings.embedding_size))
    return BertAtMasks(BertConfig(**shape))


def read_shape(settings: EncoderSettings) -> PreTrainedConfig | None:
    """Shape of the pretrained model that the settings name, ``None`` where they name none; reads no weights.

    Raises as :func:`build_masked_lm`.
    """
    name = settings.pretrained
    if name is None:
        return None
    try:
        shape = AutoConfig.from_pretrained(pretrained_folder(name))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model {name} cannot be opened: {str(error).splitlines()[0]}") from error
    if shape.model_type not in _TRAINED:
        raise ModelError(f"{name} is a {shape.model_type}; pretraining goes on with {' or '.join(_TRAINED)} alone")
    if shape.max_position_embeddings < settings.window_tokens:
        raise ConfigError(f"model.window_tokens: {name} reads {shape.max_position_embeddings} tokens at most, "
                          f"not {settings.window_tokens}")  # fmt: skip
    return cast("PreTrainedConfig", shape)


def _open(name: str, shape: PreTrainedConfig, encoding: TextEncoding) -> PreTrainedModel:
    if shape.vocab_size < encoding.vocabulary_size:
        raise ModelError(f"{name} has {shape.vocab_size} embeddings, its vocabulary {encoding.vocabulary_size} "
                         "entries; take both from the same model")  # fmt: skip
    try:
        return cast("PreTrainedModel", _TRAINED[shape.model_type].from_pretrained(pretrained_folder(name)))
    except (OSError, ValueError, SafetensorError) as error:
        raise ModelError(f"the model {name} cannot be opened: {str(error).splitlines()[0]}") from error


def save_masked_lm(model: PreTrainedModel, folder: Path) -> None:
    """Write ``config.json`` and ``model.safetensors``, which transformers' own classes open."""
    parent = type(model).__mro__[1]
    plain = parent(model.config)
    plain.load_state_dict(model.state_dict())
    plain.save_pretrained(folder)
