"""Corpora as model inputs: encoded, aligned, cut to the window, with a count of everything that was lost."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import torch

from mokpyo.data.corpora import LabelledSpan, LabelledText, Part
from mokpyo.data.document import Label
from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.errors import CorpusError, LabelError
from mokpyo.data.labels import KLUE_CLASSES, project_label
from mokpyo.data.morphology import analyse_all
from mokpyo.data.offsets import Span
from mokpyo.train.alignment import align_spans
from mokpyo.train.config import CorpusSettings, LabelScheme
from mokpyo.train.corpora import read_labelled

IGNORED = -100
"""Label id of tokens that the loss leaves out: specials and padding."""

SPECIAL_TOKENS = 2


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence; the lists have one length and no special tokens."""

    sentence: LabelledText
    input_ids: list[int]
    token_type_ids: list[int]
    offsets: list[Span]
    tags: list[str]
    weight: float = 1.0
    repeat: int = 1


@dataclass
class Losses:
    """What a corpus lost on its way into examples."""

    counts: Counter[str] = field(default_factory=Counter)
    spans: list[tuple[str, str, LabelledSpan]] = field(default_factory=list)
    """Reason, text and span of each span that no token border fits."""

    def add_spans(self, reason: str, text: str, spans: Sequence[LabelledSpan]) -> None:
        """Count and keep ``spans``."""
        self.counts[reason] += len(spans)
        self.spans.extend((reason, text, span) for span in spans)


def read_sentences(corpora: Sequence[CorpusSettings], scheme: LabelScheme) -> list[tuple[LabelledText, CorpusSettings]]:
    """Sentences of all corpora, their spans in ``scheme``. Raises :class:`CorpusError` where a corpus is empty."""
    sentences = []
    for corpus in corpora:
        found = [(_in_scheme(sentence, corpus, scheme), corpus) for sentence in read_labelled(corpus)]
        if not found:
            part = "" if corpus.part is Part.ALL else f" in its {corpus.part} part"
            raise CorpusError(f"the corpus {corpus.source} holds no sentence{part}; check `path` and `part`")
        sentences.extend(found)
    return sentences


def encode_sentences(
    sentences: Sequence[tuple[LabelledText, CorpusSettings]], encoding: TextEncoding, window_tokens: int, losses: Losses
) -> list[Example]:
    """Examples in the order of ``sentences``, with the repeats and weights of their corpora."""
    examples = encode_examples([sentence for sentence, _ in sentences], encoding, window_tokens, losses)
    return [
        replace(example, weight=corpus.weight, repeat=corpus.repeat)
        for example, (_, corpus) in zip(examples, sentences, strict=True)
    ]


def encode_examples(
    sentences: Sequence[LabelledText], encoding: TextEncoding, window_tokens: int, losses: Losses
) -> list[Example]:
    """Examples in the order of ``sentences``; what is cut or does not align is added to ``losses``."""
    room = window_tokens - SPECIAL_TOKENS
    examples = []
    for sentence, morphemes in zip(sentences, analyse_all(sentence.text for sentence in sentences), strict=True):
        encoded = encoding.encode(sentence.text, morphemes)
        aligned = align_spans(encoded.offsets, sentence.spans)
        losses.add_spans("spans_across_tokens", sentence.text, aligned.inexact)
        losses.add_spans("spans_lost", sentence.text, aligned.lost)
        losses.counts["sentences"] += 1
        losses.counts["spans"] += len(sentence.spans)
        losses.counts["sentences_cut"] += len(encoded.input_ids) > room
        losses.counts["tokens_cut"] += max(0, len(encoded.input_ids) - room)
        examples.append(
            Example(
                sentence=sentence,
                input_ids=encoded.input_ids[:room],
                token_type_ids=encoded.token_type_ids[:room],
                offsets=encoded.offsets[:room],
                tags=aligned.tags[:room],
            )
        )
    return examples


def _in_scheme(sentence: LabelledText, corpus: CorpusSettings, scheme: LabelScheme) -> LabelledText:
    spans = sentence.coarse if corpus.coarse else sentence.spans
    if spans is None:
        raise CorpusError(f"{corpus.path}: the sentence {sentence.id!r} has no field `coarse`; leave `coarse` out")
    return LabelledText(text=sentence.text, id=sentence.id, spans=list(_convert(spans, corpus, scheme)))


def _convert(spans: Iterable[LabelledSpan], corpus: CorpusSettings, scheme: LabelScheme) -> Iterable[LabelledSpan]:
    for span in spans:
        try:
            label = project_label(span.label)
        except LabelError as error:
            raise CorpusError(f"{corpus.path}: {error}; relabel the corpus first, or leave such spans out") from error
        if scheme is LabelScheme.KLUE:
            if span.label not in KLUE_CLASSES:
                raise CorpusError(f"{corpus.path}: label {span.label!r} is not one of KLUE's; set `labels: project`")
            yield span
        elif label is not None:
            yield LabelledSpan(span.start, span.end, label.value)


class TokenDataset(torch.utils.data.Dataset[dict[str, list[int] | float]]):
    """Examples as the Trainer reads them, special tokens added; without ``tag_ids`` no token has a label."""

    def __init__(
        self, examples: Sequence[Example], encoding: TextEncoding, tag_ids: Mapping[str, int] | None = None
    ) -> None:
        self.examples = examples
        self._encoding = encoding
        self._tag_ids = tag_ids

    def __len__(self) -> int:
        return len(self.examples)

    def __getitem__(self, index: int) -> dict[str, list[int] | float]:
        example = self.examples[index]
        labels = (
            [IGNORED] * len(example.tags) if self._tag_ids is None else [self._tag_ids[tag] for tag in example.tags]
        )
        return {
            "input_ids": [self._encoding.cls_id, *example.input_ids, self._encoding.sep_id],
            "token_type_ids": [0, *example.token_type_ids, 0],
            "labels": [IGNORED, *labels, IGNORED],
            "weights": example.weight,
        }


class PaddingCollator:
    """Rows of unlike length as tensors of shape (batch, longest)."""

    def __init__(self, pad_id: int) -> None:
        self._fill = {"input_ids": pad_id, "token_type_ids": 0, "labels": IGNORED}

    def __call__(self, rows: list[dict[str, list[int] | float]]) -> dict[str, torch.Tensor]:
        """Pad and add ``attention_mask``."""
        batch = {name: pad_rows([row[name] for row in rows], fill) for name, fill in self._fill.items()}  # type: ignore[misc]
        batch["attention_mask"] = pad_rows([[1] * len(row["input_ids"]) for row in rows], 0)  # type: ignore[arg-type]
        batch["weights"] = torch.tensor([row["weights"] for row in rows], dtype=torch.float32)
        return batch


def pad_rows(rows: Sequence[Sequence[int]], fill: int) -> torch.Tensor:
    """A tensor of shape (rows, longest row), ``fill`` behind the shorter ones."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *itertools.repeat(fill, longest - len(row))] for row in rows], dtype=torch.long)


def project_spans(spans: Iterable[LabelledSpan]) -> list[tuple[int, int, Label]]:
    """Spans under the project's four labels; classes that it lacks are left out."""
    return [(span.start, span.end, label) for span in spans if (label := project_label(span.label)) is not None]
