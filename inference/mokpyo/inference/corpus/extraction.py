"""A shard's documents, with everything that can go wrong with one article kept from the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from mokpyo.data.document import Article, Document
from mokpyo.data.errors import MokpyoError
from mokpyo.data.table import documents_to_table
from mokpyo.inference.corpus.records import Failure, Record
from mokpyo.inference.corpus.shards import content_key, cut_batches, first_places

QUARANTINED = "reading it ended its worker process twice (out of memory, or a fault in a library); it was left out"


class ArticleReader(Protocol):
    """What turns articles into documents; :class:`~mokpyo.inference.extractor.Extractor` is the one that ships.

    A document depends on its article alone, not on what else is in the stream.
    """

    def pipe(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Document]:
        """Documents in the order of the articles."""
        ...


class Caution(msgspec.Struct, frozen=True):
    """What the parent learnt from workers that died on a shard."""

    banned: frozenset[int] = frozenset()
    """Places of records that killed twice."""
    alone: frozenset[int] = frozenset()
    """Batches that killed twice: their records are read one by one."""


class Reports(Protocol):
    """How a worker says where it is, before it goes there."""

    def batch(self, index: int) -> None:
        """A whole batch is read next."""
        ...

    def record(self, place: int) -> None:
        """One record is read next, by itself."""
        ...


def read_shard(
    reader: ArticleReader, outcomes: Sequence[Record | Failure], batch_size: int, caution: Caution, reports: Reports
) -> list[Document | Failure]:
    """A document or a failure for each outcome, in order.

    What a record comes to does not depend on its batch, so neither caution nor ``batch_size`` changes another's.
    """
    read: dict[int, Document | Failure] = {}
    for index, batch in enumerate(cut_batches(outcomes, batch_size)):
        records = {place: outcomes[place] for place in batch if place not in caution.banned}
        articles = {place: record.article for place, record in records.items() if isinstance(record, Record)}
        if index in caution.alone:
            results = _each(reader, articles, reports.record)
        else:
            reports.batch(index)
            results = _together(reader, articles)
        for place, result in results.items():
            read[place] = result if isinstance(result, Document) else _failure(outcomes[place], result)
    return list(_in_order(outcomes, read, caution))


def _together(reader: ArticleReader, articles: dict[int, Article]) -> dict[int, Document | str]:
    try:
        documents = list(reader.pipe(articles.values(), batch_size=max(1, len(articles))))
        documents_to_table(documents)
    except Exception:  # noqa: BLE001 - one article's failure must not be its batch's: the next line finds which
        return _each(reader, articles, lambda _: None)
    return dict(zip(articles, documents, strict=True))


def _each(
    reader: ArticleReader, articles: dict[int, Article], report: Callable[[int], None]
) -> dict[int, Document | str]:
    results: dict[int, Document | str] = {}
    for place, article in articles.items():
        report(place)
        results[place] = _alone(reader, article)
    return results


def _alone(reader: ArticleReader, article: Article) -> Document | str:
    try:
        document = next(iter(reader.pipe([article], batch_size=1)))
        documents_to_table([document])
    except MokpyoError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - a fault of this package's own is listed, and the corpus goes on
        return f"mokpyo failed on it, {type(error).__name__}: {error}; please report it with the article"
    return document


def _failure(outcome: Record | Failure, reason: str) -> Failure:
    if isinstance(outcome, Failure):
        return outcome
    return Failure(outcome.source, outcome.line, outcome.article.id, reason)


def _in_order(
    outcomes: Sequence[Record | Failure], read: dict[int, Document | Failure], caution: Caution
) -> Iterator[Document | Failure]:
    places = first_places(outcomes)
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield outcome
            continue
        first = places[content_key(outcome)]
        result = read.get(first)
        if isinstance(result, Document):
            same = result.id == outcome.article.id
            yield result if same else msgspec.structs.replace(result, id=outcome.article.id)
        else:
            yield _failure(outcome, QUARANTINED if first in caution.banned else _reason(result))


def _reason(result: Failure | None) -> str:
    return result.reason if result is not None else "it was not read"
