"""A run of kind ``ensemble``: finished runs become one model, which is measured and exported as any other."""

import filecmp
from collections.abc import Sequence
from pathlib import Path

from transformers import AutoModelForTokenClassification

from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.protocol import ENCODING_FILE
from mokpyo.data.encodings.vocabulary import VOCABULARY_FILE
from mokpyo.data.errors import ConfigError, ModelError
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.inference.tagging.model_folder import ONNX_FILE
from mokpyo.train.card import write_card
from mokpyo.train.config import EnsembleRunConfig
from mokpyo.train.convolution import ConvolutionTagger
from mokpyo.train.ensemble_tagger import EnsembleConfig, EnsembleTagger
from mokpyo.train.examples import Losses, encode_sentences, read_sentences
from mokpyo.train.manifest import write_manifest
from mokpyo.train.measurement import measure
from mokpyo.train.onnx_graph import write_graph
from mokpyo.train.plots import draw_run
from mokpyo.train.prediction import predict_logits, torch_classify
from mokpyo.train.run_folder import RunFolder
from mokpyo.train.token_classifier import model_tags


def build_ensemble(config: EnsembleRunConfig, run: RunFolder) -> None:
    """Write the ensemble of ``config.members`` with scores and card; nothing is trained."""
    members = [_open_member(folder) for folder in config.members]
    _check_alike(config.members, members)
    model = join_members(members, config.window_tokens)
    model.save_pretrained(run.path)
    write_graph(model, run.path / ONNX_FILE)
    encoding = load_encoding(config.members[0], model_vocabulary_size=model.config.vocab_size)
    encoding.save(run.path)
    scheme = TagScheme.from_tags(model_tags(model))
    losses = Losses()
    metrics: dict[str, object] = {}
    for name, corpora in (("validation", config.data.validation), ("test", config.data.test)):
        if corpora:
            sentences = read_sentences(corpora, config.labels)
            examples = encode_sentences(sentences, encoding, config.window_tokens, losses)
            logits = predict_logits(torch_classify(model), examples, encoding)
            metrics |= measure(name, logits, examples, scheme, config.data.headline)
    run.write_metrics({"losses": dict(losses.counts)} | metrics)
    write_manifest(run.path, name=config.name, window_tokens=config.window_tokens, label_scheme=config.labels)
    draw_run(run)
    write_card(config, run)


def join_members(members: Sequence[ConvolutionTagger], window_tokens: int) -> EnsembleTagger:
    """The members as one model, with copies of their weights, in evaluation mode."""
    first = members[0].config
    config = EnsembleConfig(
        members=[member.config.to_dict() for member in members],
        vocab_size=first.vocab_size,
        max_position_embeddings=window_tokens,
        id2label=first.id2label,
        label2id=first.label2id,
    )
    model = EnsembleTagger(config)
    for own, member in zip(model.members, members, strict=True):
        own.load_state_dict(member.state_dict())
    model.train(False)
    return model


def _open_member(folder: Path) -> ConvolutionTagger:
    RunFolder(folder).read_metrics()
    try:
        model = AutoModelForTokenClassification.from_pretrained(folder)
    except (OSError, ValueError) as error:
        raise ModelError(f"the weights in {folder} cannot be opened: {str(error).splitlines()[0]}") from error
    if not isinstance(model, ConvolutionTagger):
        raise ConfigError(f"members: {folder} is a {type(model).__name__}; only convolutions can be joined")
    return model


def _check_alike(folders: Sequence[Path], members: Sequence[ConvolutionTagger]) -> None:
    for folder, member in zip(folders, members, strict=True):
        same = all(
            filecmp.cmp(folders[0] / name, folder / name, shallow=False) for name in (VOCABULARY_FILE, ENCODING_FILE)
        )
        if not same or member.config.id2label != members[0].config.id2label:
            raise ConfigError(f"members: {folder} has other tags or another encoding than {folders[0]}")
