"""The model of a fine-tuning run: a pretrained encoder with a new classifier, or a small encoder from nothing."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModelForTokenClassification, ElectraConfig, ElectraForTokenClassification, PreTrainedModel

from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.errors import ConfigError, ModelError
from mokpyo.train.affixes import affix_columns
from mokpyo.train.config import Architecture, ModelSettings
from mokpyo.train.convolution import ConvolutionConfig, ConvolutionTagger
from mokpyo.train.examples import Example
from mokpyo.train.summed_embedding import SummedEmbedding
from mokpyo.train.vectors import VECTORS_FILE


def open_encoding(settings: ModelSettings) -> TextEncoding:
    """The text encoding of a run. Raises :class:`ConfigError` where the config names none, or two."""
    if (settings.pretrained is None) == (settings.encoding is None):
        raise ConfigError("model: name either `pretrained` (an encoder to start from) or `encoding` (for a new model)")
    if settings.encoding is not None:
        return load_encoding(settings.encoding)
    return load_encoding(pretrained_folder(str(settings.pretrained)))


def pretrained_folder(name: str) -> Path:
    """Local folder of a pretrained encoder; a Hub id is downloaded."""
    if Path(name).is_dir():
        return Path(name)
    from mokpyo.inference.tagging.hub import download

    return download(name)


def build_classifier(
    settings: ModelSettings,
    encoding: TextEncoding,
    tags: Sequence[str],
    examples: Sequence[Example],
    *,
    word_dropout: float,
    minimum_count: int,
) -> PreTrainedModel:
    """A token classifier over ``tags``; ``examples`` tell which entries are common enough for an embedding."""
    id2label = dict(enumerate(tags))
    label2id = {tag: at for at, tag in id2label.items()}
    if settings.pretrained is not None:
        folder = pretrained_folder(settings.pretrained)
        try:
            model = AutoModelForTokenClassification.from_pretrained(folder, id2label=id2label, label2id=label2id)
        except (OSError, ValueError) as error:
            raise ModelError(
                f"the encoder {settings.pretrained} cannot be opened: {str(error).splitlines()[0]}"
            ) from error
        return _checked(model, encoding, settings)
    model = _new_model(settings, encoding, id2label, label2id)
    if settings.static_vectors:
        cast("Any", model.base_model).embeddings.word_embeddings = SummedEmbedding(
            static=read_vectors(settings, encoding),
            known=_is_known(examples, encoding.vocabulary_size, minimum_count),
            size=settings.embedding_size,
            word_dropout=word_dropout,
            affixes=_affixes(encoding) if settings.affixes else (),
        )
    elif settings.affixes:
        raise ConfigError("model.affixes: they are added to static vectors; set model.static_vectors: true too")
    return model


def model_tags(model: PreTrainedModel) -> tuple[str, ...]:
    """The tags in the order of the model's outputs."""
    names = cast("dict[int, str]", model.config.id2label)
    return tuple(names[at] for at in range(len(names)))


def fold_embeddings(model: PreTrainedModel) -> None:
    """Make a plain model of one with :class:`SummedEmbedding`, in place; it tags the same."""
    embeddings: Any = getattr(model.base_model, "embeddings", None)
    summed = getattr(embeddings, "word_embeddings", None)
    if isinstance(summed, SummedEmbedding):
        table = summed.fold()
        plain = nn.Embedding(*table.shape)
        plain.weight.data.copy_(table)
        embeddings.word_embeddings = plain


def _new_model(
    settings: ModelSettings, encoding: TextEncoding, id2label: dict[int, str], label2id: dict[str, int]
) -> PreTrainedModel:
    types = max(2, encoding.type_vocabulary_size)
    if settings.architecture is Architecture.CONVOLUTION:
        if settings.dilations and len(settings.dilations) != settings.layers:
            raise ConfigError(
                f"model.dilations: {len(settings.dilations)} numbers for {settings.layers} layers; give one for each"
            )
        return ConvolutionTagger(
            ConvolutionConfig(
                vocab_size=encoding.vocabulary_size,
                type_vocab_size=types,
                embedding_size=settings.embedding_size,
                hidden_size=settings.hidden_size,
                num_hidden_layers=settings.layers,
                dilations=settings.dilations or None,
                hidden_dropout_prob=settings.dropout,
                max_position_embeddings=settings.window_tokens,
                pad_token_id=encoding.pad_id,
                id2label=id2label,
                label2id=label2id,
            )
        )
    return ElectraForTokenClassification(
        ElectraConfig(
            vocab_size=encoding.vocabulary_size,
            type_vocab_size=types,
            embedding_size=settings.embedding_size,
            hidden_size=settings.hidden_size,
            num_hidden_layers=settings.layers,
            num_attention_heads=settings.heads,
            intermediate_size=settings.feed_forward_size,
            hidden_dropout_prob=settings.dropout,
            classifier_dropout=settings.dropout,
            max_position_embeddings=settings.window_tokens,
            pad_token_id=encoding.pad_id,
            id2label=id2label,
            label2id=label2id,
        )
    )


def _checked(model: PreTrainedModel, encoding: TextEncoding, settings: ModelSettings) -> PreTrainedModel:
    size = model.config.vocab_size
    if encoding.vocabulary_size > size:
        raise ModelError(f"the encoder has {size} embeddings, its vocabulary {encoding.vocabulary_size} entries; "
                         "take both from the same model")  # fmt: skip
    positions = getattr(model.config, "max_position_embeddings", None)
    if positions is not None and settings.window_tokens > positions:
        raise ConfigError(
            f"model.window_tokens is {settings.window_tokens}, but the encoder {settings.pretrained} reads no more "
            f"than {positions} tokens; set model.window_tokens={positions}, or less"
        )
    return model


def read_vectors(settings: ModelSettings, encoding: TextEncoding) -> Tensor:
    """Static vectors beside the encoding. Raises :class:`ModelError` where they are missing or do not fit."""
    path = Path(str(settings.encoding)) / VECTORS_FILE
    try:
        vectors = np.load(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read ({error}); run the config of kind `vectors` first") from error
    if vectors.ndim != 2 or len(vectors) != encoding.vocabulary_size:
        raise ModelError(f"{path} has the shape {vectors.shape}, its vocabulary {encoding.vocabulary_size} entries")
    return torch.from_numpy(vectors.astype(np.float32))


def _affixes(encoding: TextEncoding) -> list[Tensor]:
    if not isinstance(encoding, MorphemeEncoding):
        raise ConfigError(f"model.affixes: they are of morpheme encodings, this one is {encoding.kind}; leave them out")
    return affix_columns(encoding.vocabulary)


def _is_known(examples: Sequence[Example], size: int, minimum: int) -> Tensor:
    counts: Counter[int] = Counter()
    for sentence_ids in {example.sentence.text: example.input_ids for example in examples}.values():
        counts.update(sentence_ids)
    known = torch.zeros(size)
    # Specials stand in every sequence, but in no example.
    known[: min(5, size)] = 1
    known[[at for at, count in counts.items() if count >= minimum]] = 1
    return known
