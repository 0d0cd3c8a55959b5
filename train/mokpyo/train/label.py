"""A run of kind ``label``: sentences of articles, tagged by one trained model or several, as a corpus."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from mokpyo.data.corpora import LabelledText
from mokpyo.data.document import Document
from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.errors import ConfigError, CorpusError
from mokpyo.data.morphology import analyse_all
from mokpyo.inference.tagging.backends import OnnxBackend
from mokpyo.inference.tagging.model_folder import ModelFolder, open_model
from mokpyo.train.annotated import read_annotated
from mokpyo.train.annotated_names import annotated_sentences, beside_names
from mokpyo.train.config import LabelConfig
from mokpyo.train.decoding import read_spans
from mokpyo.train.examples import Example, Losses, encode_examples
from mokpyo.train.prediction import Logits, predict_logits
from mokpyo.train.run_folder import RunFolder

LABELLED_FILE = "labelled.jsonl"

_SHORTEST = 10
"""Characters; shorter sentences are captions and list marks."""


class _Article(msgspec.Struct, frozen=True):
    text: str


def label(config: LabelConfig, run: RunFolder) -> None:
    """Write ``labelled.jsonl``: the models' mean probabilities decoded, sentences without any entity included."""
    models = [open_model(folder) for folder in config.models]
    _check_alike(models)
    if bool(config.articles) == bool(config.annotations):
        raise ConfigError("name either `articles`, all of whose labels models give, or `annotations`")
    encoding = load_encoding(models[0].path)
    excluded = {article.text for path in config.exclude for article in _articles(path)}
    articles: Sequence[_Article | Document] = (
        read_annotated(config.annotations)
        if config.annotations
        else [article for path in config.articles for article in _articles(path)]
    )
    kept = [article for article in articles if article.text not in excluded]
    read: dict[str, LabelledText] = {}
    for sentence in _sentences(kept):
        read.setdefault(sentence.text, sentence)
    chosen = [sentence for sentence in read.values() if sentence.text not in excluded][: config.limit]
    if not chosen:
        named = [*config.articles, *(corpus.path for corpus in config.annotations)]
        raise CorpusError(f"the articles in {', '.join(map(str, named))} hold no sentence to label")
    losses = Losses()
    bare = [msgspec.structs.replace(sentence, spans=[]) for sentence in chosen]
    examples = encode_examples(bare, encoding, models[0].window_tokens, losses)
    found = _label(models, examples, encoding, config.threads or 1)
    if config.annotations:
        found = [
            msgspec.structs.replace(after, spans=beside_names(before.spans, after.spans))
            for before, after in zip(chosen, found, strict=True)
        ]
    with (run.path / LABELLED_FILE).open("wb") as lines:
        for sentence in found:
            lines.write(msgspec.json.encode(sentence) + b"\n")
    run.write_metrics(
        {
            "sentences": len(chosen),
            "articles_excluded": len(articles) - len(kept),
            "sentences_excluded_or_over_the_limit": len(read) - len(chosen),
            "spans": sum(len(sentence.spans) for sentence in found),
            "losses": dict(losses.counts),
        }
    )


def _check_alike(models: Sequence[ModelFolder]) -> None:
    if not models:
        raise ConfigError("models: name at least one model folder")
    for model in models[1:]:
        vocabularies = [(folder.path / "vocab.txt").read_bytes() for folder in (models[0], model)]
        if model.scheme.tags != models[0].scheme.tags or vocabularies[0] != vocabularies[1]:
            raise ConfigError(f"models: {model.path} has other tags or another vocabulary than {models[0].path}")


def _graph(model: ModelFolder) -> Path:
    if model.onnx is None:
        raise ConfigError(f"models: {model.path} has no model.onnx; export it with `mokpyo export` first")
    return model.onnx


def _articles(path: Path) -> Iterator[_Article]:
    decoder = msgspec.json.Decoder(_Article)
    try:
        with path.open("rb") as lines:
            yield from (decoder.decode(line) for line in lines if line.strip())
    except OSError as error:
        raise CorpusError(f"the articles {path} cannot be read: {error.strerror}") from error
    except msgspec.DecodeError as error:
        raise CorpusError(f'{path}: {error}; a line is {{"text": "…"}}') from error


def _sentences(articles: Sequence["_Article | Document"]) -> Iterator[LabelledText]:
    """Sentences of annotated documents with their names, of other articles without any span."""
    annotated = [article for article in articles if isinstance(article, Document)]
    lines = (line.strip() for article in articles if isinstance(article, _Article) for line in article.text.split("\n"))
    yield from annotated_sentences(annotated)
    yield from (LabelledText(text=text, spans=[]) for text in _split(lines))


def _split(lines: Iterator[str]) -> Iterator[str]:
    """Sentences of ``lines``, by the morphological analyser."""
    kept, analysed = itertools.tee(line for line in lines if line)
    for line, morphemes in zip(kept, analyse_all(analysed), strict=True):
        for _, group in itertools.groupby(morphemes, key=lambda morpheme: morpheme.sentence):
            inside = list(group)
            sentence = line[inside[0].start : max(morpheme.end for morpheme in inside)].strip()
            if len(sentence) >= _SHORTEST:
                yield sentence


def _label(
    models: Sequence[ModelFolder], examples: Sequence[Example], encoding: TextEncoding, threads: int
) -> list[LabelledText]:
    each = [predict_logits(OnnxBackend(_graph(model), threads).logits, examples, encoding) for model in models]
    found = []
    for example, *rows in zip(examples, *each, strict=True):
        scores = np.mean([_log_probabilities(logits) for logits in rows], axis=0)
        spans = read_spans(scores, example.offsets, models[0].scheme)
        found.append(msgspec.structs.replace(example.sentence, spans=spans))
    return found


def _log_probabilities(logits: Logits) -> Logits:
    shifted = logits - logits.max(axis=-1, keepdims=True, initial=-np.inf)
    scores: Logits = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return scores
