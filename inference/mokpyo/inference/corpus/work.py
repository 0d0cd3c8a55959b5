"""A shard from records to files: the one piece of work that every engine shares."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from mokpyo.data.document import Document
from mokpyo.inference.corpus.extraction import ArticleReader, Caution, Reports, read_shard
from mokpyo.inference.corpus.receipts import Counts, Progress, Receipt
from mokpyo.inference.corpus.records import Failure, Record
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.shards import Shard, first_places
from mokpyo.inference.corpus.writers import shard_files, write_shard

ReaderOpener = Callable[[str], ArticleReader]
"""Opens a model folder; a function of a module, since worker processes import it."""


class Task(NamedTuple):
    """A shard to be done, and what was learnt from earlier tries."""

    shard: Shard
    caution: Caution


class WorkOrder(NamedTuple):
    """What all shards of a run have in common."""

    open_reader: ReaderOpener
    model: str
    output: Path
    settings: CorpusSettings
    batch_size: int
    """Articles that are read at once: a matter of speed and memory, not of the result."""


class WorkReports(Reports, Protocol):
    """Where a worker is in its task."""

    def writing(self) -> None:
        """The files are written next."""
        ...


def do_shard(reader: ArticleReader, task: Task, order: WorkOrder, reports: WorkReports) -> Receipt:
    """Read a shard, write its files, then its receipt. Raises OSError where they cannot be written."""
    shard, output, form = task.shard, order.output, order.settings.format
    results = read_shard(reader, shard.outcomes, order.batch_size, task.caution, reports)
    reports.writing()
    documents = [result for result in results if isinstance(result, Document)]
    write_shard(output, shard.index, documents, form)
    receipt = Receipt(
        shard=shard.index,
        counts=_counts(shard, documents),
        files={name: (output / name).stat().st_size for name in shard_files(shard.index, form)},
        failures=[result for result in results if isinstance(result, Failure)],
    )
    Progress(output).write(receipt)
    return receipt


def _counts(shard: Shard, documents: list[Document]) -> Counts:
    records = sum(isinstance(outcome, Record) for outcome in shard.outcomes)
    return Counts(
        records=len(shard.outcomes),
        documents=len(documents),
        duplicates=records - len(first_places(shard.outcomes)),
        failures=len(shard.outcomes) - len(documents),
        entities=sum(len(document.entities) for document in documents),
        centers=sum(len(document.centers) for document in documents),
        targets=sum(len(document.targets) for document in documents),
    )
