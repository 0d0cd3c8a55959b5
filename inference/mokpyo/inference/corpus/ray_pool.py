"""The shards of a run on a Ray cluster: ``map_batches`` of ``ray.data`` over a pool of actors.

The driver reads the input and writes the result, so the other nodes need the package, the model and nothing else. Each
actor does its shards as the local engine does, in a worker process of its own: what kills one is found out alike.
"""

import logging
import pickle
import queue
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import ray
import ray.data
from ray.data.block import BlockMetadata
from ray.data.datasource import Datasource, ReadTask
from ray.util.queue import Queue

from mokpyo.data.errors import MokpyoError, RunError
from mokpyo.inference.corpus.atomic_files import whole_file
from mokpyo.inference.corpus.pool import WorkerPool
from mokpyo.inference.corpus.receipts import PROGRESS_FOLDER, Progress, Receipt
from mokpyo.inference.corpus.shards import Shard
from mokpyo.inference.corpus.work import WorkOrder

if TYPE_CHECKING:
    import pyarrow

_SHARD = "shard"
_RESULT = "result"
_SECONDS_TO_LOOK = 0.5


class ShardResult(NamedTuple):
    """What an actor sends back: the files of a shard, or the error that ends the run."""

    receipt: Receipt | None
    consumed: int
    files: Mapping[str, bytes]
    error: str | None = None


class ShardActor:
    """Does shards in a process of its own, in a folder of its node, and sends back the files."""

    def __init__(self, order: WorkOrder) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mokpyo-")
        self._output = Path(self._folder.name)
        (self._output / PROGRESS_FOLDER).mkdir()
        self._pool = WorkerPool(size=1, order=order._replace(output=self._output))

    def __call__(self, batch: "pyarrow.Table") -> "pyarrow.Table":
        """*Columns:* ``shard`` in, ``result`` out, each a pickled object of this run's own."""
        shards = [pickle.loads(value) for value in batch.column(_SHARD).to_pylist()]  # noqa: S301
        return _one_column(_RESULT, [self._do(shard) for shard in shards])

    def _do(self, shard: Shard) -> ShardResult:
        try:
            ((receipt, consumed),) = self._pool.run(iter([shard]), threading.Event())
        except MokpyoError as error:
            return ShardResult(None, shard.consumed, {}, str(error))
        files = {name: (self._output / name).read_bytes() for name in receipt.files}
        for name in files:
            (self._output / name).unlink()
        return ShardResult(receipt, consumed, files)


class RayPool:
    """Up to ``size`` actors; as many as the cluster has cores if that is ``None``."""

    def __init__(self, *, size: int | None, order: WorkOrder) -> None:
        self._size = size
        self._order = order
        self._ended = threading.Event()

    def __enter__(self) -> Self:
        if not ray.is_initialized():
            ray.init(log_to_driver=False, logging_level=logging.WARNING)
        logging.getLogger("ray.data").setLevel(logging.ERROR)  # it reports on every data set
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()

    def run(self, shards: Iterator[Shard], stop: threading.Event) -> Iterator[tuple[Receipt, int]]:
        """Do all shards; see :meth:`WorkerPool.run`."""
        waiting = Queue(maxsize=1, actor_options={"num_cpus": 0})
        feeder = _Feeder(shards, waiting, stop, self._ended)
        feeder.start()
        try:
            for row in self._results(waiting):
                yield self._taken_in(pickle.loads(row[_RESULT]))  # noqa: S301
        finally:
            self._ended.set()
            feeder.join()
            waiting.shutdown(force=True)
        if feeder.error is not None:
            raise feeder.error

    def _results(self, waiting: Queue) -> Iterator[dict[str, bytes]]:
        size = self._size or max(1, int(ray.cluster_resources().get("CPU", 1)))
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        # One row a block: each shard moves on by itself instead of waiting for a hundred megabytes of others.
        context.target_max_block_size = 1
        source = ray.data.read_datasource(_WaitingShards(waiting), override_num_blocks=1, num_cpus=0)
        results = source.map_batches(
            ShardActor,
            fn_constructor_kwargs={"order": self._order},
            batch_size=1,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=size, max_tasks_in_flight_per_actor=2),
            num_cpus=1,
        )
        rows: Iterator[dict[str, bytes]] = iter(results.iter_rows())
        return rows

    def _taken_in(self, result: ShardResult) -> tuple[Receipt, int]:
        if result.receipt is None:
            raise RunError(result.error or "")
        for name, content in result.files.items():
            with whole_file(self._order.output / name) as draft:
                draft.write_bytes(content)
        Progress(self._order.output).write(result.receipt)
        return result.receipt, result.consumed


class _Feeder(threading.Thread):
    """Puts shards where the cluster takes them from, so that the input is read as fast as it is used."""

    def __init__(self, shards: Iterator[Shard], waiting: Queue, stop: threading.Event, ended: threading.Event) -> None:
        super().__init__(name="mokpyo-shards", daemon=True)
        self._shards = shards
        self._waiting = waiting
        self._told_to_stop = stop
        self._ended = ended
        self.error: Exception | None = None

    def run(self) -> None:
        """Until the input, the run or the patience of its user ends."""
        try:
            while not self._told_to_stop.is_set() and (shard := next(self._shards, None)) is not None:
                if not self._put(pickle.dumps(shard)):
                    return
        except Exception as error:  # noqa: BLE001 - raised where the run is waited for
            self.error = error
        self._put(None)

    def _put(self, item: bytes | None) -> bool:
        while not self._ended.is_set():
            try:
                self._waiting.put(item, timeout=_SECONDS_TO_LOOK)
            except queue.Full:
                continue
            return True
        return False


class _WaitingShards(Datasource):  # type: ignore[misc]
    """What the feeder puts into a queue, as a source of ``ray.data`` with one reader."""

    def __init__(self, waiting: Queue) -> None:
        super().__init__()
        self._waiting = waiting

    def estimate_inmemory_data_size(self) -> int | None:
        """Unknown."""
        return None

    def get_read_tasks(self, *_: object, **__: object) -> list[ReadTask]:
        """One task, since a corpus is read in order."""
        waiting = self._waiting

        def read() -> "Iterator[pyarrow.Table]":
            while (shard := waiting.get()) is not None:
                yield _one_column(_SHARD, [shard])

        return [ReadTask(read, BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None))]


def _one_column(name: str, values: list[object]) -> "pyarrow.Table":
    import pyarrow

    encoded = [value if isinstance(value, bytes) else pickle.dumps(value) for value in values]
    return pyarrow.table({name: pyarrow.array(encoded, pyarrow.large_binary())})
