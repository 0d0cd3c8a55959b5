"""Labelled sentences from what ``datasets`` loads: an id of the Hub, or a folder."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import datasets

from mokpyo.data.corpora import LabelledSpan, LabelledText
from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, LabelError, MokpyoError
from mokpyo.data.labels import OUTSIDE, decode_bio
from mokpyo.train.document_sentences import cut_documents

_DOCUMENTS = "document"
"""Column of whole documents' JSON, as ``mokpyo annotate pull --dataset`` and batches write it."""
_TOKENS = "tokens"
_TAGS = ("ner_tags", "tags", "labels")
_IDS = ("guid", "id")
_SAVED = ("dataset_dict.json", "state.json")
"""Files by which a folder of ``save_to_disk`` is known."""
_LOOKED_AT = 100

_log = logging.getLogger(__name__)


def read_hub_corpus(name: str, configuration: str | None, split: str) -> Iterator[LabelledText]:
    """Sentences of one split: of whole documents, or with BIO tags, as KLUE-NER's ``tokens`` and ``ner_tags``.

    Tokens that are all single characters are joined as they are, words with a blank between them. An ``I-`` tag that
    continues nothing, as published data sets have some, begins an entity; the log tells how many there were.
    Raises :class:`CorpusError` where the data set cannot be loaded, or has other columns or tags.
    """
    rows = _load(name, configuration, split)
    if _DOCUMENTS in rows.column_names:
        yield from cut_documents(_documents(rows, f"{name}, split {split}"))
        return
    tags = next((column for column in _TAGS if column in rows.column_names), None)
    if tags is None or _TOKENS not in rows.column_names:
        raise CorpusError(
            f"the data set {name} has the columns {', '.join(rows.column_names)}; a corpus needs `{_TOKENS}` and one "
            f"of {', '.join(_TAGS)}"
        )
    names = _tag_names(rows.features[tags])
    head = rows[:_LOOKED_AT][_TOKENS]
    between = "" if all(len(token) == 1 for tokens in head for token in tokens) else " "
    begun = 0
    for number, row in enumerate(rows):
        try:
            named = _named_tags(row, tags, names)
            sound = _begin_spans(named)
            begun += sum(tag != before for tag, before in zip(sound, named, strict=True))
            yield _sentence(row[_TOKENS], sound, between, _id(row, split, number))
        except (LabelError, IndexError, ValueError) as error:
            raise CorpusError(f"row {number} of {name}, split {split}: {error}") from error
    if begun:
        _log.warning(
            "%s, split %s: %d tags I- that continue nothing were read as the begin of an entity", name, split, begun
        )


def _documents(rows: datasets.Dataset, place: str) -> Iterator[Document]:
    for number, row in enumerate(rows):
        try:
            yield Document.from_json(row[_DOCUMENTS])
        except MokpyoError as error:
            raise CorpusError(f"row {number} of {place}: {error}") from error


def _load(name: str, configuration: str | None, split: str) -> datasets.Dataset:
    try:
        if any((Path(name) / file).is_file() for file in _SAVED):
            saved = datasets.load_from_disk(name)
            return saved[split] if isinstance(saved, datasets.DatasetDict) else saved
        return datasets.load_dataset(name, configuration, split=split)
    except KeyError as error:
        raise CorpusError(f"the data set {name} has no split {split!r}; it has {', '.join(saved)}") from error
    except (OSError, ValueError, datasets.exceptions.DatasetsError) as error:
        raise CorpusError(
            f"the data set {name} cannot be loaded: {' '.join(str(error).split())}; check `path`, `configuration` and "
            "`split`, and the network"
        ) from error


def _tag_names(feature: Any) -> Sequence[str] | None:
    """Names by number of a column of class labels; ``None`` where the column has the names themselves."""
    return getattr(getattr(feature, "feature", None), "names", None)


def _named_tags(row: Mapping[str, Any], column: str, names: Sequence[str] | None) -> list[str]:
    tags = row[column]
    if len(row[_TOKENS]) != len(tags):
        raise CorpusError(f"{len(row[_TOKENS])} tokens have {len(tags)} tags")
    if names is None and not all(isinstance(tag, str) for tag in tags):
        raise CorpusError("tags are numbers without names; give the column the feature ClassLabel")
    return [tag if isinstance(tag, str) else (names or ())[tag] for tag in tags]


def _begin_spans(tags: Sequence[str]) -> list[str]:
    """``tags`` with ``B-`` for each ``I-`` that stands after another entity or none."""
    continues = (tag[:2] != "I-" or before[2:] == tag[2:] for before, tag in zip([OUTSIDE, *tags], tags, strict=False))
    return [tag if sound else f"B-{tag[2:]}" for tag, sound in zip(tags, continues, strict=True)]


def _sentence(tokens: Sequence[str], tags: Sequence[str], between: str, name: str) -> LabelledText:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + len(between))
    spans = [
        LabelledSpan(starts[first], starts[last - 1] + len(tokens[last - 1]), label)
        for first, last, label in decode_bio(tags)
    ]
    return LabelledText(text=between.join(tokens), spans=spans, id=name)


def _id(row: Mapping[str, Any], split: str, number: int) -> str:
    return next((str(row[column]) for column in _IDS if row.get(column) is not None), f"{split}-{number}")
