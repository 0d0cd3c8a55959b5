"""A corpus from its inputs to a complete output folder."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from mokpyo.data.errors import CorpusError, RunError
from mokpyo.inference.corpus.atomic_files import whole_file, write_failure, write_json
from mokpyo.inference.corpus.fingerprints import Provenance, provenance
from mokpyo.inference.corpus.folder import claimed_folder
from mokpyo.inference.corpus.pool import WorkerPool, usable_cores
from mokpyo.inference.corpus.reader import check_columns, read_records
from mokpyo.inference.corpus.receipts import (
    ERRORS_FILE,
    MANIFEST_FILE,
    Counts,
    Manifest,
    Progress,
    Receipt,
    check_unchanged,
)
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.shards import Shard, cut_shards
from mokpyo.inference.corpus.sources import Source, find_sources
from mokpyo.inference.corpus.tables import RowTable
from mokpyo.inference.corpus.work import ReaderOpener, WorkOrder
from mokpyo.inference.corpus.worker import open_extractor
from mokpyo.inference.tagging.model_folder import open_model


class Engine(StrEnum):
    """Who does the shards."""

    LOCAL = "local"
    """Processes on this machine."""
    RAY = "ray"
    """Actors on a Ray cluster."""


class RunListener(Protocol):
    """Who is told how a run goes on."""

    def begin(self, total_bytes: int) -> None:
        """The run has so much to read."""
        ...

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:
        """One more shard is done; ``resumed`` if an earlier call did it."""
        ...


class Outcome(NamedTuple):
    """How a run ended."""

    counts: Counts
    complete: bool
    """False if it was stopped: ``--resume`` does the rest."""


class CorpusRun:
    """One call: what is to be read, by what, and where to."""

    def __init__(
        self,
        *,
        inputs: Sequence[Path | RowTable],
        output: Path,
        settings: CorpusSettings,
        model: str | Path | None = None,
        workers: int | None = 1,
        engine: Engine = Engine.LOCAL,
        batch_size: int = 64,
        open_reader: ReaderOpener = open_extractor,
        listener: RunListener,
        stop: threading.Event,
    ) -> None:
        self._inputs = inputs
        self._output = output
        self._settings = settings
        self._model = model
        self._workers = workers
        self._engine = engine
        self._batch_size = batch_size
        self._open_reader = open_reader
        self._listener = listener
        self._stop = stop
        self._progress = Progress(output)

    def __call__(self, *, resume: bool = False) -> Outcome:
        """Do all that is not done yet.

        Raises :class:`~mokpyo.data.errors.CorpusError` for inputs that cannot be read as the settings say, for an
        output folder in use, and for a resumption on something else; :class:`~mokpyo.data.errors.RunError` where
        the run cannot go on; :class:`~mokpyo.data.errors.ModelError` for the model.
        """
        self._check_apart()
        by_input = find_sources(self._inputs)
        sources = [source for found in by_input for source in found]
        check_columns(sources, self._settings)
        model = open_model(self._model)
        with claimed_folder(self._output, resume=resume):
            now = provenance(self._inputs, by_input, model, self._settings)
            started, finished = self._progress.started(), self._progress.finished()
            if before := started or (finished.provenance if finished is not None else None):
                check_unchanged(before, now, self._output)
            if finished is not None and started is None:
                self._progress.clear()
                return Outcome(finished.counts, complete=True)
            try:
                return self._go_on(sources, now, str(model.path))
            except OSError as error:
                raise write_failure(self._output, error) from error

    def _check_apart(self) -> None:
        for path in self._inputs:
            if isinstance(path, Path) and path.is_dir() and self._output.resolve().is_relative_to(path.resolve()):
                raise CorpusError(
                    f"the output {self._output} lies in the input {path}, whose files would then be its own results; "
                    "choose an --output elsewhere"
                )

    def _go_on(self, sources: Sequence[Source], now: Provenance, model: str) -> Outcome:
        self._progress.start(now)
        self._listener.begin(sum(each.bytes for each in now.inputs))
        shards = _Shards(cut_shards(read_records(sources, self._settings), self._settings.shard_size), self._done)
        order = WorkOrder(self._open_reader, model, self._output, self._settings, self._batch_size)
        with open_pool(self._engine, self._workers, order) as pool:
            for receipt, consumed in pool.run(iter(shards), self._stop):
                self._listener.advance(receipt.counts, consumed, resumed=False)
        return self._end(shards.count, now)

    def _done(self, shard: Shard) -> bool:
        receipt = self._progress.receipt(shard.index)
        if receipt is None:
            return False
        self._listener.advance(receipt.counts, shard.consumed, resumed=True)
        return True

    def _end(self, shards: int, now: Provenance) -> Outcome:
        counts = Counts()
        missing = 0
        with whole_file(self._output / ERRORS_FILE) as draft, draft.open("wb") as errors:
            for receipt in self._receipts(shards):
                missing += receipt is None
                if receipt is not None:
                    counts += receipt.counts
                    errors.writelines(msgspec.json.encode(failure) + b"\n" for failure in receipt.failures)
        if self._stop.is_set() and (missing or not shards):
            return Outcome(counts, complete=False)
        if missing:
            raise RunError(f"{missing} of {shards} shards in {self._output} have vanished; go on with --resume")
        write_json(self._output / MANIFEST_FILE, Manifest(now, shards, counts))
        self._progress.clear()
        return Outcome(counts, complete=True)

    def _receipts(self, shards: int) -> Iterator[Receipt | None]:
        return (self._progress.receipt(index) for index in range(shards))


class ShardPool(Protocol):
    """What does shards."""

    def run(self, shards: Iterator[Shard], stop: threading.Event) -> Iterator[tuple[Receipt, int]]:
        """See :meth:`WorkerPool.run`."""
        ...


def open_pool(engine: Engine, size: int | None, order: WorkOrder) -> AbstractContextManager[ShardPool]:
    """The workers of ``engine``: ``size`` of them, one a core for ``None``."""
    if engine is Engine.RAY:
        from mokpyo.inference.corpus.ray_pool import RayPool

        return RayPool(size=size, order=order)
    return WorkerPool(size=size or usable_cores(), order=order)


class _Shards:
    """The shards that are still to be done; counts all of them as they go by."""

    def __init__(self, shards: Iterator[Shard], done: "_Done") -> None:
        self._shards = shards
        self._done = done
        self.count = 0

    def __iter__(self) -> Iterator[Shard]:
        for shard in self._shards:
            self.count += 1
            if not self._done(shard):
                yield shard


class _Done(Protocol):
    def __call__(self, shard: Shard) -> bool: ...
