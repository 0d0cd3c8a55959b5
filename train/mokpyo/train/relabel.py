"""A run of kind ``relabel``: learn how one guideline's labels become another's, and relabel a corpus by it.

KLUE-NER and KoNEC annotate the same sentences by different rules (a hotel is a place here and a facility there). A
small tagger reads each token together with its source label and learns the target's tags where both golds exist;
several of them, begun from other random weights, give the mean of their log-probabilities.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import torch
from torch import Tensor, nn
from torch.nn import functional

from mokpyo.data.corpora import LabelledSpan, LabelledText, Part, part_of, read_corpus
from mokpyo.data.errors import ConfigError, CorpusError
from mokpyo.data.labels import KLUE_CLASSES, bio_tags
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.train.config import CorpusSettings, RelabelConfig
from mokpyo.train.convolution import ConvolutionTagger
from mokpyo.train.decoding import read_spans
from mokpyo.train.examples import IGNORED, Example, Losses, encode_sentences, pad_rows, project_spans
from mokpyo.train.relabelling_model import RelabellingModel, SourceLabels, coarse_class
from mokpyo.train.run_folder import RunFolder
from mokpyo.train.scores import EntityScores, score_entities
from mokpyo.train.token_classifier import build_classifier, open_encoding

if TYPE_CHECKING:
    from mokpyo.data.encodings.protocol import TextEncoding

RELABELLED_FILE = "relabelled.jsonl"

_PREDICTION_BATCH = 64
_GRADIENT_NORM = 1.0


class _Row(NamedTuple):
    """A sentence with both labels: ``example`` carries the target's, empty where it is not known."""

    source: LabelledText
    example: Example
    fine: list[int]
    coarse: list[int]


def relabel(config: RelabelConfig, run: RunFolder) -> None:
    """Train on the train part, score on the validation part, and write the silver corpus under the target's labels."""
    if config.train.threads is not None:
        torch.set_num_threads(config.train.threads)
    torch.manual_seed(config.train.seed)
    pairs = _read_pairs(config)
    known = {source.text for source, _ in pairs}
    silver = list(read_corpus(config.silver))
    kept = [sentence for sentence in silver if sentence.text not in known]
    losses = Losses()
    encoder = _RowEncoder(config, SourceLabels.of(source for source, _ in pairs), losses)
    train, held_out = (
        encoder.rows([pair for pair in pairs if part_of(pair[0].text) is part])
        for part in (Part.TRAIN, Part.VALIDATION)
    )
    if not train or not held_out:
        raise CorpusError(f"{config.source} has {len(train)} sentences to train on and {len(held_out)} to validate on")
    scheme = TagScheme.from_tags(tuple(bio_tags(KLUE_CLASSES)))
    models = [encoder.new_model(scheme, train) for _ in range(config.members)]
    for model in models:
        _train(model, train, scheme, config)
    found = _predict(models, encoder.rows([(sentence, _without_spans(sentence)) for sentence in kept]), scheme)
    _write_corpus(run.path / RELABELLED_FILE, kept, found)
    run.write_metrics(
        {
            "validation": _score(held_out, _predict(models, held_out, scheme)),
            "validation_without_relabelling": _score(held_out, [_coarse_spans(row.source) for row in held_out]),
            "silver_sentences": len(kept),
            "silver_sentences_dropped_as_gold": len(silver) - len(kept),
            "losses": dict(losses.counts),
        }
    )


def _read_pairs(config: RelabelConfig) -> list[tuple[LabelledText, LabelledText]]:
    target = {sentence.text: sentence for sentence in read_corpus(config.target)}
    pairs = [(source, target[source.text]) for source in read_corpus(config.source) if source.text in target]
    if not pairs:
        raise CorpusError(f"{config.source} and {config.target} have no sentence in common; both golds are needed")
    return pairs


class _RowEncoder:
    """Sentences to model inputs, in one encoding and one numbering of source labels."""

    def __init__(self, config: RelabelConfig, labels: SourceLabels, losses: Losses) -> None:
        self._config = config
        self._labels = labels
        self._losses = losses
        self._encoding: TextEncoding = open_encoding(config.model)

    def rows(self, pairs: Sequence[tuple[LabelledText, LabelledText]]) -> list[_Row]:
        corpus = CorpusSettings(path=self._config.target)
        examples = encode_sentences(
            [(target, corpus) for _, target in pairs], self._encoding, self._config.model.window_tokens, self._losses
        )
        return [
            _Row(source, example, *self._labels.of_tokens(example.offsets, source.spans))
            for (source, _), example in zip(pairs, examples, strict=True)
        ]

    def new_model(self, scheme: TagScheme, train: Sequence[_Row]) -> RelabellingModel:
        tagger = build_classifier(
            self._config.model,
            self._encoding,
            scheme.tags,
            [row.example for row in train],
            word_dropout=self._config.train.word_dropout,
            minimum_count=self._config.train.minimum_count,
        )
        if not isinstance(tagger, ConvolutionTagger):
            raise ConfigError("model.architecture: a relabelling run has convolutions alone; write convolution")
        return RelabellingModel(tagger, self._labels, self._config.label_dropout)


def _train(model: RelabellingModel, rows: Sequence[_Row], scheme: TagScheme, config: RelabelConfig) -> None:
    settings = config.train
    tag_ids = {tag: at for at, tag in enumerate(scheme.tags)}
    order = random.Random(settings.seed)  # noqa: S311 - shuffling
    batches = [batch for _ in range(round(settings.epochs)) for batch in _shuffled(rows, settings.batch_size, order)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / max(settings.warmup_steps, 1), 1 - step / len(batches))
    )
    model.train()
    for batch in batches:
        labels = pad_rows([[tag_ids[tag] for tag in row.example.tags] for row in batch], IGNORED)
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bf16):
            logits = model(*_inputs(batch))
        loss = functional.cross_entropy(
            logits.float().transpose(1, 2), labels, label_smoothing=settings.label_smoothing, ignore_index=IGNORED
        )
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), _GRADIENT_NORM)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()


def _shuffled(rows: Sequence[_Row], size: int, order: random.Random) -> list[Sequence[_Row]]:
    """Batches of sentences of similar length, in random order."""
    by_length = sorted((row for row in rows if row.fine), key=lambda row: (len(row.fine), order.random()))
    batches: list[Sequence[_Row]] = [by_length[at : at + size] for at in range(0, len(by_length), size)]
    order.shuffle(batches)
    return batches


def _inputs(batch: Sequence[_Row]) -> tuple[Tensor, ...]:
    """Arguments of the model's forward pass."""
    return (
        pad_rows([row.example.input_ids for row in batch], 0),
        pad_rows([row.example.token_type_ids for row in batch], 0),
        pad_rows([row.fine for row in batch], 0),
        pad_rows([row.coarse for row in batch], 0),
        pad_rows([[1] * len(row.fine) for row in batch], 0),
    )


@torch.inference_mode()
def _predict(models: Sequence[RelabellingModel], rows: Sequence[_Row], scheme: TagScheme) -> list[list[LabelledSpan]]:
    found: list[list[LabelledSpan]] = [[] for _ in rows]
    order = sorted((at for at, row in enumerate(rows) if row.fine), key=lambda at: len(rows[at].fine))
    for first in range(0, len(order), _PREDICTION_BATCH):
        chosen = order[first : first + _PREDICTION_BATCH]
        inputs = _inputs([rows[at] for at in chosen])
        mean = torch.stack([model.eval()(*inputs).log_softmax(-1) for model in models]).mean(dim=0).numpy()
        for at, scores in zip(chosen, mean, strict=True):
            offsets = rows[at].example.offsets
            found[at] = read_spans(scores[: len(offsets)], offsets, scheme)
    return found


def _without_spans(sentence: LabelledText) -> LabelledText:
    return msgspec.structs.replace(sentence, spans=[])


def _coarse_spans(sentence: LabelledText) -> list[LabelledSpan]:
    """The source's own labels, taken for KLUE's where the coarse classes have the same name."""
    classes = ((span, coarse_class(span.label)) for span in sentence.spans)
    return [LabelledSpan(span.start, span.end, name) for span, name in classes if name in KLUE_CLASSES]


def _score(rows: Sequence[_Row], found: Sequence[Sequence[LabelledSpan]]) -> EntityScores:
    return score_entities(
        [row.example.sentence.text for row in rows],
        [project_spans(row.example.sentence.spans) for row in rows],
        [project_spans(spans) for spans in found],
    )


def _write_corpus(path: Path, sentences: Sequence[LabelledText], found: Sequence[list[LabelledSpan]]) -> None:
    with path.open("wb") as lines:
        for line in _lines(sentences, found):
            lines.write(line)


def _lines(sentences: Sequence[LabelledText], found: Sequence[list[LabelledSpan]]) -> Iterator[bytes]:
    for sentence, spans in zip(sentences, found, strict=True):
        yield msgspec.json.encode(LabelledText(text=sentence.text, id=sentence.id, spans=spans)) + b"\n"
