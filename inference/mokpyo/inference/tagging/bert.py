"""The forward pass of a BERT token classifier in torch, over weights with the names of ``transformers``.

Only this module needs torch, and nothing imports it before a model in safetensors is opened. It gives what
``BertForTokenClassification``, ``RobertaForTokenClassification`` and ``ElectraForTokenClassification`` give.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from mokpyo.data.errors import ModelError
from mokpyo.inference.tagging.model_folder import CONFIG_FILE, SAFETENSORS_FILE

_ACTIVATIONS: Mapping[str, Callable[[Tensor], Tensor]] = {
    "gelu": functional.gelu,
    "gelu_new": lambda hidden: functional.gelu(hidden, approximate="tanh"),
    "relu": functional.relu,
}
_FAMILIES = ("bert", "roberta", "electra")


class BertConfig(msgspec.Struct, frozen=True):
    """The keys of ``config.json`` that change the forward pass."""

    model_type: str
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    layer_norm_eps: float = 1e-12
    hidden_act: str = "gelu"
    pad_token_id: int = 0

    @property
    def first_position(self) -> int:
        """RoBERTa counts positions from behind its padding index."""
        return self.pad_token_id + 1 if self.model_type == "roberta" else 0


class BertTokenClassifier:
    """A post-norm transformer encoder with a linear classifier; dropout is never applied."""

    def __init__(self, config: BertConfig, weights: Mapping[str, Tensor]) -> None:
        self._config = config
        self._weights = weights
        self._activation = _ACTIVATIONS[config.hidden_act]

    def logits(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """*Shape:* inputs (batch, sequence); output (batch, sequence, tags)."""
        hidden = self._embed(input_ids, token_type_ids)
        mask = attention_mask[:, None, None, :].bool()
        for index in range(self._config.num_hidden_layers):
            hidden = self._layer(hidden, mask, f"encoder.layer.{index}")
        return self._linear(hidden, "classifier")

    def _embed(self, input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
        positions = torch.arange(input_ids.shape[1], device=input_ids.device) + self._config.first_position
        hidden = (
            functional.embedding(input_ids, self._weights["embeddings.word_embeddings.weight"])
            + functional.embedding(token_type_ids, self._weights["embeddings.token_type_embeddings.weight"])
            + functional.embedding(positions, self._weights["embeddings.position_embeddings.weight"])
        )
        hidden = self._norm(hidden, "embeddings.LayerNorm")
        if "embeddings_project.weight" in self._weights:
            hidden = self._linear(hidden, "embeddings_project")
        return hidden

    def _layer(self, hidden: Tensor, mask: Tensor, name: str) -> Tensor:
        query, key, value = (
            self._heads(self._linear(hidden, f"{name}.attention.self.{part}")) for part in ("query", "key", "value")
        )
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = self._linear(attended.transpose(1, 2).flatten(2), f"{name}.attention.output.dense")
        hidden = self._norm(hidden + attended, f"{name}.attention.output.LayerNorm")
        widened = self._activation(self._linear(hidden, f"{name}.intermediate.dense"))
        return self._norm(hidden + self._linear(widened, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _heads(self, hidden: Tensor) -> Tensor:
        """*Shape:* (batch, sequence, width) to (batch, heads, sequence, width / heads)."""
        batch, sequence, width = hidden.shape
        heads = self._config.num_attention_heads
        return hidden.view(batch, sequence, heads, width // heads).transpose(1, 2)

    def _linear(self, hidden: Tensor, name: str) -> Tensor:
        return functional.linear(hidden, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, hidden: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(hidden, weight.shape, weight, bias, self._config.layer_norm_eps)


def load_bert(
    folder: Path, device: torch.device | str = "cpu", numbers: torch.dtype = torch.float32
) -> BertTokenClassifier:
    """The classifier of a ``transformers`` folder, on ``device`` in ``numbers``.

    Raises :class:`ModelError` for another architecture.
    """
    config = _read_config(folder / CONFIG_FILE)
    try:
        stored = load_file(folder / SAFETENSORS_FILE)
    except SafetensorError as error:
        raise ModelError(f"{folder / SAFETENSORS_FILE} is damaged or no safetensors file: {error}") from error
    prefix = f"{config.model_type}."
    # LayerNorm's gamma and beta are the names of checkpoints from before 2019.
    renamed = {"LayerNorm.gamma": "LayerNorm.weight", "LayerNorm.beta": "LayerNorm.bias"}
    weights: dict[str, Tensor] = {}
    for name, tensor in stored.items():
        short = name.removeprefix(prefix)
        for old, new in renamed.items():
            short = short.replace(old, new)
        weights[short] = tensor.to(device, numbers)
    _check_weights(config, weights, folder)
    return BertTokenClassifier(config, weights)


def _read_config(path: Path) -> BertConfig:
    try:
        config = msgspec.json.decode(path.read_bytes(), type=BertConfig)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise ModelError(f"{path} is not the configuration of a BERT model: {error}") from error
    if config.model_type not in _FAMILIES or config.hidden_act not in _ACTIVATIONS:
        raise ModelError(
            f"{path} describes a {config.model_type!r} model with activation {config.hidden_act!r}; the torch backend "
            f"runs {', '.join(_FAMILIES)} with {', '.join(_ACTIVATIONS)}: export this one to model.onnx instead"
        )
    return config


def _check_weights(config: BertConfig, weights: Mapping[str, Tensor], folder: Path) -> None:
    if "classifier.weight" not in weights:
        raise ModelError(
            f"{folder} holds an encoder without a token classifier (no classifier.weight); fine-tune it first with "
            "`mokpyo train`, then open the trained folder"
        )
    last = f"encoder.layer.{config.num_hidden_layers - 1}.output.LayerNorm.weight"
    for name in ("embeddings.word_embeddings.weight", "embeddings.token_type_embeddings.weight", last):
        if name not in weights:
            raise ModelError(f"{folder / SAFETENSORS_FILE} lacks {name}, which its config.json promises")
