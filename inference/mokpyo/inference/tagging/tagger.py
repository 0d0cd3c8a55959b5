"""Articles in, entities out: encode, window, classify, decode, and put the borders right."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

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

_Item = TypeVar("_Item")

_TOKENS_AT_ONCE = 65_536
"""A longer article is classified in portions of about so many tokens: bounds memory, however long it is."""
_SPECIAL_TOKENS = 2
_WORD_TAGS = ("N", "V", "M", "I", "X", "SL", "SH")
"""How the tags of words begin, Korean, Latin and Chinese; a number is ``SN``, marks are other ``S`` tags."""


class _Job(NamedTuple):
    """One sentence on its way through the model."""

    sentence: Sentence
    encoded: EncodedText


class _Portion(NamedTuple):
    """Successive sentences of one article."""

    article: int
    jobs: list[_Job]


class Tagger:
    """A token classifier with its encoding; safe to share between threads where its backend is.

    On a CPU what it finds in an article depends on nothing but the article. The scores of a model of 8 bits depend on
    what else goes through it in the same call, so no call is shared between articles; sharing would gain nothing there.
    On an accelerator calls are shared, and scores may differ in their third digit with an article's company.
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
        runtime = open_backend(model, backend, threads)
        return cls(
            name=model.name,
            fingerprint=model.fingerprint,
            encoding=load_encoding(model.path, model_vocabulary_size=model.vocabulary_size),
            backend=runtime,
            scheme=model.scheme,
            window_tokens=model.window_tokens,
            unit=model.unit,
            batching=default_batching(model, accelerated=runtime.accelerated),
        )

    def tag(self, views: list[ArticleView]) -> list[list[Entity]]:
        """Entities of each article: sorted, not overlapping, offsets into ``view.text``.

        ``score`` is the lowest tag probability among the entity's tokens. Classes that the project lacks are dropped.
        """
        entities: list[list[Entity]] = [[] for _ in views]
        for portions in self._together(views):
            jobs = [(portion.article, job) for portion in portions for job in portion.jobs]
            for (article, job), probabilities in zip(jobs, self._classify(portions), strict=True):
                entities[article].extend(self._read(views[article], job, probabilities))
        return entities

    def _together(self, views: Sequence[ArticleView]) -> Iterator[list[_Portion]]:
        """Portions whose windows share calls: one at a time, or about ``_TOKENS_AT_ONCE`` tokens of them."""
        portions = (
            _Portion(article, jobs) for article, view in enumerate(views) for jobs in _portions(self._encode(view))
        )
        if self._batching.across_articles:
            yield from _cut(portions, lambda portion: sum(map(_length, portion.jobs)))
        else:
            yield from ([portion] for portion in portions)

    def _encode(self, view: ArticleView) -> Iterator[_Job]:
        for sentence in view.sentences:
            if not any(morpheme.tag.startswith(_WORD_TAGS) for morpheme in sentence.morphemes):
                continue  # digits and marks alone name nothing, and a file of them would cost minutes
            morphemes = [_shifted(morpheme, -sentence.start) for morpheme in sentence.morphemes]
            yield _Job(sentence, self._encoding.encode(view.text[sentence.start : sentence.end], morphemes))

    def _classify(self, portions: Sequence[_Portion]) -> list[Probabilities]:
        """Tag probabilities of each sentence's tokens."""
        jobs = [job for portion in portions for job in portion.jobs]
        lengths = [_length(job) for job in jobs]
        ids = np.fromiter(itertools.chain.from_iterable(job.encoded.input_ids for job in jobs), dtype=np.int64)
        types = np.fromiter(itertools.chain.from_iterable(job.encoded.token_type_ids for job in jobs), dtype=np.int64)
        merged = MergedProbabilities(sum(lengths), len(self._scheme.tags), self._overlap)
        for batch in batches(list(self._windows(portions)), self._batching):
            for window, logits in zip(batch, self._logits(batch, ids, types), strict=True):
                merged.add(window, _softmax(logits[1 : 1 + window.length]))
        return np.split(merged.rows(), np.cumsum(lengths)[:-1])

    def _windows(self, portions: Sequence[_Portion]) -> Iterator[Window]:
        """Windows over the tokens of all portions laid end to end; none holds tokens of two."""
        at = 0
        for portion in portions:
            lengths = [_length(job) for job in portion.jobs]
            for window in plan_windows(lengths, self._capacity, self._overlap, self._unit):
                yield window._replace(first=window.first + at, last=window.last + at)
            at += sum(lengths)

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


def _length(job: _Job) -> int:
    return len(job.encoded.input_ids)


def _portions(jobs: Iterator[_Job]) -> Iterator[list[_Job]]:
    """An article's sentences in order, about ``_TOKENS_AT_ONCE`` tokens together."""
    return _cut(jobs, _length)


def _cut(items: Iterator[_Item], tokens_of: Callable[[_Item], int]) -> Iterator[list[_Item]]:
    together: list[_Item] = []
    tokens = 0
    for item in items:
        together.append(item)
        tokens += tokens_of(item)
        if tokens >= _TOKENS_AT_ONCE:
            yield together
            together, tokens = [], 0
    if together:
        yield together


def _shifted(morpheme: Morpheme, by: int) -> Morpheme:
    return morpheme._replace(start=morpheme.start + by, end=morpheme.end + by)


def _softmax(logits: Logits) -> Probabilities:
    exponents = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities: Probabilities = exponents / exponents.sum(axis=-1, keepdims=True)
    return probabilities
