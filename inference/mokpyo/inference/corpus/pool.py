"""Worker processes on this machine, each with one shard at a time; one that dies is replaced."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import connection
from typing import TYPE_CHECKING, Self

from mokpyo.data.errors import RunError
from mokpyo.inference.corpus.deaths import ShardTrial
from mokpyo.inference.corpus.receipts import Receipt
from mokpyo.inference.corpus.shards import Shard
from mokpyo.inference.corpus.work import WorkOrder
from mokpyo.inference.corpus.worker import Broken, Done, Message, Ready, work

if TYPE_CHECKING:
    from mokpyo.inference.corpus.work import Task

_DEATHS_AT_START = 3
_SECONDS_TO_END = 5.0


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, order: WorkOrder) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy locks that other threads hold
        self.pipe: connection.Connection[Task | None, Message]
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, order), name="mokpyo-batch")
        with _interruptions_ignored():
            self._process.start()
        # With the worker's end closed here, its death closes the pipe.
        theirs.close()
        self.ready = False
        self.trial: ShardTrial | None = None

    def give(self, trial: ShardTrial) -> None:
        """Hand over a shard. A worker that has died shows at the next ``recv``."""
        self.trial = trial
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(trial.task())

    def dismiss(self) -> None:
        """Ask the process to end by itself."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(None)

    def end(self, patience: float = 0.0) -> None:
        """End the process, after as many seconds of ``patience``."""
        self._process.join(patience)
        self._process.kill()
        self._process.join()
        self.pipe.close()


class _Trials:
    """Shards to be tried, up to where their source breaks off: what came before is still to be done."""

    def __init__(self, shards: Iterator[Shard]) -> None:
        self._shards = shards
        self.error: RunError | None = None

    def __iter__(self) -> Iterator[ShardTrial]:
        try:
            yield from map(ShardTrial, self._shards)
        except RunError as error:
            self.error = error


class WorkerPool:
    """Up to ``size`` workers, started as shards come in."""

    def __init__(self, *, size: int, order: WorkOrder) -> None:
        self._size = size
        self._order = order
        self._workers: list[_Worker] = []
        self._again: list[ShardTrial] = []
        self._deaths_at_start = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            for worker in self._workers:
                worker.dismiss()
        for worker in self._workers:
            worker.end(_SECONDS_TO_END if kind is None else 0.0)

    def run(self, shards: Iterator[Shard], stop: threading.Event) -> Iterator[tuple[Receipt, int]]:
        """Do all shards; receipts as they come, each with its shard's ``consumed``.

        Once ``stop`` is set no further shard is begun. Raises :class:`RunError` where the run cannot go on.
        """
        trials = _Trials(shards)
        waiting = iter(trials)
        pending = None if stop.is_set() else next(waiting, None)
        while True:
            while pending is not None and not stop.is_set() and (worker := self._free_worker()) is not None:
                worker.give(pending)
                pending = self._next(waiting)
            if pending is not None and not stop.is_set():
                self._grow()
            elif not any(worker.trial for worker in self._workers):
                break
            yield from self._listen()
            if pending is None:
                pending = self._next(waiting)
        if trials.error is not None:
            raise trials.error

    def _next(self, waiting: Iterator[ShardTrial]) -> ShardTrial | None:
        return self._again.pop() if self._again else next(waiting, None)

    def _free_worker(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.ready and worker.trial is None), None)

    def _grow(self) -> None:
        """Start as many workers as are ready, the first alone: a run that cannot start shows it at little cost."""
        ready = sum(worker.ready for worker in self._workers)
        while len(self._workers) < min(self._size, ready + max(1, ready)):
            self._workers.append(_Worker(self._order))

    def _listen(self) -> Iterator[tuple[Receipt, int]]:
        """Take in what workers say until something has changed."""
        for pipe in connection.wait([worker.pipe for worker in self._workers]):
            worker = next(worker for worker in self._workers if worker.pipe is pipe)
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            match message:
                case Ready():
                    worker.ready = True
                    self._deaths_at_start = 0
                case Broken(error):
                    raise error
                case Done(receipt):
                    consumed = worker.trial.consumed if worker.trial is not None else 0
                    worker.trial = None
                    yield receipt, consumed
                case _ if worker.trial is not None:
                    worker.trial.at = message

    def _bury(self, worker: _Worker) -> None:
        worker.end()
        self._workers.remove(worker)
        if worker.trial is not None:
            worker.trial.learn_from_death()
            self._again.append(worker.trial)
            return
        self._deaths_at_start += 1
        if self._deaths_at_start >= _DEATHS_AT_START:
            raise RunError(
                f"{self._deaths_at_start} workers in a row were ended before they had opened the model, probably for "
                "want of memory; go on with --resume and fewer --workers"
            )


def usable_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _interruptions_ignored() -> Iterator[None]:
    """A process that is started in here ignores Ctrl-C for good: the terminal sends it to all, the parent decides."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
