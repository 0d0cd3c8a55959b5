"""Articles in, entities out: encode, window, classify, decode, and put the borders right."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from mokpyo.data.document import Entity
from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.protocol import EncodedText, TextEncoding
from mokpyo.data.labels import project_label
from mokpyo.data.morphology import Morpheme
from mokpyo.inference.reading.layout import ArticleView, Sentence
from mokpyo.inference.tagging.backends import Backend, BackendName, Logits, default_batching, open_backend
from mokpyo.inference.tagging.boundaries import refine
from mokpyo.inference.tagging.decoding import Probabilities, TagScheme, decode
from mokpyo.inference.tagging.model_folder import open_model
from mokpyo.inference.tagging.windows import Batching, MergedProbabilities, Unit, Window, batches, plan_windows

TokenIds = npt.NDArray[np.int64]
"""*Shape:* (tokens,)."""

_TOKENS_AT_ONCE = 65_536
"""A longer article is classified in portions of about so many tokens: bounds memory, however long it is."""
_SPECIAL_TOKENS = 2
_WORD_TAGS = ("N", "V", "M", "I", "X", "SL", "SH")
"""How the tags of words begin, Korean, Latin and Chinese; a number is ``SN``, marks are other ``S`` tags."""


class _Job(NamedTuple):
    """One sentence on its way through the model."""

    sentence: Sentence
    encoded: EncodedText


class Tagger:
    """A token classifier with its encoding; safe to share between threads where its backend is.

    What it finds in an article depends on nothing but the article. The scores of a model of 8 bits depend on what else
    goes through it in the same call, so no call is shared between articles; on a CPU sharing would gain nothing.
    """

    def __init__(
        self,
        *,
        name: str,
        fingerprint: str,
        encoding: TextEncoding,
        backend: Backend,
        scheme: TagScheme,
        window_tokens: int,
        unit: Unit = Unit.SENTENCE,
        batching: Batching | None = None,
    ) -> None:
        self.name = name
        """What the model calls itself, or what it was opened by."""
        self.fingerprint = fingerprint
        """SHA-256 of the model's files: equal fingerprints tag alike."""
        self._encoding = encoding
        self._backend = backend
        self._scheme = scheme
        self._capacity = window_tokens - _SPECIAL_TOKENS
        self._overlap = self._capacity // 3
        self._unit = unit
        self._batching = batching or Batching()

    @classmethod
    def from_pretrained(
        cls, name: str | Path | None = None, *, backend: BackendName | None = None, threads: int | None = None
    ) -> Self:
        """The bundled model for ``None``, a model folder, or a model of the Hugging Face Hub.

        Raises :class:`~mokpyo.data.errors.ModelError` where it cannot be opened.
        """
        model = open_model(name)
        return cls(
            name=model.name,
            fingerprint=model.fingerprint,
            encoding=load_encoding(model.path, model_vocabulary_size=model.vocabulary_size),
            backend=open_backend(model, backend, threads),
            scheme=model.scheme,
            window_tokens=model.window_tokens,
            unit=model.unit,
            batching=default_batching(model),
        )

    def tag(self, views: list[ArticleView]) -> list[list[Entity]]:
        """Entities of each article: sorted, not overlapping, offsets into ``view.text``.

        ``score`` is the lowest tag probability among the entity's tokens. Classes that the project lacks are dropped.
        """
        return [list(self._tag(view)) for view in views]

    def _tag(self, view: ArticleView) -> Iterator[Entity]:
        for jobs in _portions(self._encode(view)):
            for job, probabilities in zip(jobs, self._classify(jobs), strict=True):
                yield from self._read(view, job, probabilities)

    def _encode(self, view: ArticleView) -> Iterator[_Job]:
        for sentence in view.sentences:
            if not any(morpheme.tag.startswith(_WORD_TAGS) for morpheme in sentence.morphemes):
                continue  # digits and marks alone name nothing, and a file of them would cost minutes
            morphemes = [_shifted(morpheme, -sentence.start) for morpheme in sentence.morphemes]
            yield _Job(sentence, self._encoding.encode(view.text[sentence.start : sentence.end], morphemes))

    def _classify(self, jobs: Sequence[_Job]) -> list[Probabilities]:
        """Tag probabilities of each sentence's tokens."""
        lengths = [len(job.encoded.input_ids) for job in jobs]
        ids = np.fromiter(itertools.chain.from_iterable(job.encoded.input_ids for job in jobs), dtype=np.int64)
        types = np.fromiter(itertools.chain.from_iterable(job.encoded.token_type_ids for job in jobs), dtype=np.int64)
        merged = MergedProbabilities(sum(lengths), len(self._scheme.tags), self._overlap)
        windows = plan_windows(lengths, self._capacity, self._overlap, self._unit)
        for batch in batches(windows, self._batching):
            for window, logits in zip(batch, self._logits(batch, ids, types), strict=True):
                merged.add(window, _softmax(logits[1 : 1 + window.length]))
        return np.split(merged.rows(), np.cumsum(lengths)[:-1])

    def _logits(self, batch: Sequence[Window], ids: TokenIds, types: TokenIds) -> Logits:
        """One model call: ``[CLS] tokens [SEP]`` in each row, padded to the longest."""
        width = max(window.length for window in batch) + _SPECIAL_TOKENS
        input_ids = np.full((len(batch), width), self._encoding.pad_id, dtype=np.int64)
        attention_mask = np.zeros_like(input_ids)
        token_type_ids = np.zeros_like(input_ids)
        for row, window in enumerate(batch):
            last = 1 + window.length
            input_ids[row, 0] = self._encoding.cls_id
            input_ids[row, 1:last] = ids[window.first : window.last]
            input_ids[row, last] = self._encoding.sep_id
            token_type_ids[row, 1:last] = types[window.first : window.last]
            attention_mask[row, : last + 1] = 1
        return self._backend.logits(input_ids, attention_mask, token_type_ids)

    def _read(self, view: ArticleView, job: _Job, probabilities: Probabilities) -> Iterator[Entity]:
        """Entities of one sentence, in order."""
        free_from = job.sentence.start
        for run in decode(probabilities, self._scheme):
            label = project_label(run.label)
            if label is None:
                continue
            offsets = job.encoded.offsets[run.first : run.last]
            start = max(job.sentence.start + offsets[0][0], free_from)
            end = job.sentence.start + max(offset[1] for offset in offsets)
            span = refine(view.text, (start, end), label, job.sentence.morphemes)
            if span is not None and span[0] >= free_from:
                yield Entity(*span, label, view.text[slice(*span)], run.score)
                free_from = span[1]


def _portions(jobs: Iterator[_Job]) -> Iterator[list[_Job]]:
    """An article's sentences in order, about ``_TOKENS_AT_ONCE`` tokens together."""
    portion: list[_Job] = []
    tokens = 0
    for job in jobs:
        portion.append(job)
        tokens += len(job.encoded.input_ids)
        if tokens >= _TOKENS_AT_ONCE:
            yield portion
            portion, tokens = [], 0
    if portion:
        yield portion


def _shifted(morpheme: Morpheme, by: int) -> Morpheme:
    return morpheme._replace(start=morpheme.start + by, end=morpheme.end + by)


def _softmax(logits: Logits) -> Probabilities:
    exponents = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities: Probabilities = exponents / exponents.sum(axis=-1, keepdims=True)
    return probabilities
