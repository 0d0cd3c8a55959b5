"""A token classifier of gated convolutions, which learns from little data; each layer sees further to either side.

Its weights and config are saved and opened as those of any model of ``transformers``, once this module is imported.
"""

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModelForTokenClassification, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import TokenClassifierOutput

_TYPE_DEVIATION = 0.1
_NEIGHBOURHOOD = 3
"""Tokens that one layer reads: itself, left and right."""


class ConvolutionConfig(PreTrainedConfig):  # type: ignore[no-untyped-call]
    """Shape of a :class:`ConvolutionTagger`."""

    model_type = "mokpyo-convolution"

    vocab_size: int = 0
    type_vocab_size: int = 2
    embedding_size: int = 128
    hidden_size: int = 256
    num_hidden_layers: int = 4
    dilations: list[int] | None = None
    """How far each layer's neighbours are; next to the token where it is left out."""
    hidden_dropout_prob: float = 0.25
    max_position_embeddings: int = 512
    """Longest sequence that it is given; it has no positions of its own."""
    pad_token_id: int | None = 0


class GatedConvolution(nn.Module):
    """``norm(x + GLU(linear([left, x, right])))``: a convolution of width 3, written as a matrix product.

    ``left`` and ``right`` are ``dilation`` tokens away. *Shape:* (batch, sequence, size) to the same.
    """

    def __init__(self, size: int, dropout: float, dilation: int = 1) -> None:
        super().__init__()
        self._dilation = dilation
        self.linear = nn.Linear(_NEIGHBOURHOOD * size, 2 * size)
        self.norm = nn.LayerNorm(size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor) -> Tensor:
        """One layer; beyond the ends stand zeros."""
        left = functional.pad(hidden, (0, 0, self._dilation, 0))[:, : -self._dilation]
        right = functional.pad(hidden, (0, 0, 0, self._dilation))[:, self._dilation :]
        gated = functional.glu(self.linear(torch.cat([left, hidden, right], dim=-1)), dim=-1)
        return cast("Tensor", self.norm(hidden + self.dropout(gated)))


class ConvolutionEmbeddings(nn.Module):
    """Word and token type embeddings, summed and normalised; *shape* (batch, sequence, embedding size)."""

    def __init__(self, config: ConvolutionConfig) -> None:
        super().__init__()
        self.word_embeddings: nn.Module = nn.Embedding(config.vocab_size, config.embedding_size)
        self.token_type_embeddings = nn.Embedding(config.type_vocab_size, config.embedding_size)
        # Beside word vectors of length about 0.5, torch's own deviation of 1 would drown the words.
        nn.init.normal_(self.token_type_embeddings.weight, std=_TYPE_DEVIATION)
        self.norm = nn.LayerNorm(config.embedding_size)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, added: Tensor | None = None) -> Tensor:
        """Embeddings of the tokens, ids of *shape* (batch, sequence); ``added`` is one more summand."""
        summed = self.word_embeddings(input_ids) + self.token_type_embeddings(token_type_ids)
        return cast("Tensor", self.dropout(self.norm(summed if added is None else summed + added)))


class ConvolutionEncoder(nn.Module):
    """Embeddings and layers; *shape* (batch, sequence, hidden size)."""

    def __init__(self, config: ConvolutionConfig) -> None:
        super().__init__()
        self.embeddings = ConvolutionEmbeddings(config)
        self.projection = nn.Linear(config.embedding_size, config.hidden_size)
        dilations = config.dilations or [1] * config.num_hidden_layers
        self.layers = nn.ModuleList(
            GatedConvolution(config.hidden_size, config.hidden_dropout_prob, dilation) for dilation in dilations
        )

    def forward(
        self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor, added: Tensor | None = None
    ) -> Tensor:
        """Hidden states; padding is kept at zero, so that it is no neighbour. ``added`` goes to the embeddings."""
        mask = attention_mask.unsqueeze(-1)
        hidden = self.projection(self.embeddings(input_ids, token_type_ids, added))
        for layer in self.layers:
            hidden = layer(hidden * mask)
        return cast("Tensor", hidden)


class ConvolutionTagger(PreTrainedModel):  # type: ignore[no-untyped-call]
    """Tags from the encoder's hidden states."""

    config_class = ConvolutionConfig
    base_model_prefix = "encoder"

    def __init__(self, config: ConvolutionConfig) -> None:
        super().__init__(config)
        self.encoder = ConvolutionEncoder(config)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)
        self.classifier = nn.Linear(config.hidden_size, len(config.id2label or {}))
        self.post_init()  # type: ignore[no-untyped-call]

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor, added: Tensor | None = None
    ) -> TokenClassifierOutput:
        """Logits of *shape* (batch, sequence, tags); ids and mask have *shape* (batch, sequence).

        ``added``, *shape* (batch, sequence, embedding size), is what else is known of each token.
        """
        hidden = self.encoder(input_ids, token_type_ids, attention_mask, added)
        return TokenClassifierOutput(logits=self.classifier(self.dropout(hidden)))

    def _init_weights(self, module: nn.Module) -> None:
        """Nothing: each layer initialises itself when it is made."""


AutoConfig.register(ConvolutionConfig.model_type, ConvolutionConfig)
AutoModelForTokenClassification.register(ConvolutionConfig, ConvolutionTagger)
