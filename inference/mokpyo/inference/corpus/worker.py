"""A worker process: opens the model once, then does shards until it is told to stop or its parent is gone."""

import os
import threading
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import NamedTuple

from mokpyo.data.errors import MokpyoError
from mokpyo.inference.corpus.atomic_files import write_failure
from mokpyo.inference.corpus.extraction import ArticleReader
from mokpyo.inference.corpus.receipts import Receipt
from mokpyo.inference.corpus.work import Task, WorkOrder, do_shard


class Ready(NamedTuple):
    """The model is open."""


class AtBatch(NamedTuple):
    """A batch is begun."""

    batch: int


class AtRecord(NamedTuple):
    """A record is begun, by itself."""

    place: int


class AtFiles(NamedTuple):
    """The shard is read, its files are begun."""


class Done(NamedTuple):
    """The shard's files and its receipt are written."""

    receipt: Receipt


class Broken(NamedTuple):
    """An error that ends the run: the next shard would meet it too."""

    error: MokpyoError


Message = Ready | AtBatch | AtRecord | AtFiles | Done | Broken


def open_extractor(model: str) -> ArticleReader:
    """The extractor of a model folder, on one thread: as many workers as cores share them better than threads do."""
    from mokpyo.inference.extractor import Extractor
    from mokpyo.inference.tagging.tagger import Tagger

    return Extractor(Tagger.from_pretrained(Path(model), threads=1))


class _Reports:
    """Sends the parent where the worker is: what it heard last before a death tells what killed."""

    def __init__(self, parent: "connection.Connection[Message, Task | None]") -> None:
        self._parent = parent

    def batch(self, index: int) -> None:
        self._parent.send(AtBatch(index))

    def record(self, place: int) -> None:
        self._parent.send(AtRecord(place))

    def writing(self) -> None:
        self._parent.send(AtFiles())


def work(parent: "connection.Connection[Message, Task | None]", order: WorkOrder) -> None:
    """The whole life of a worker process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        reader = order.open_reader(order.model)
        parent.send(Ready())
        while (task := parent.recv()) is not None:
            parent.send(Done(do_shard(reader, task, order, _Reports(parent))))
    except MokpyoError as error:
        parent.send(Broken(error))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone
    except OSError as error:
        parent.send(Broken(write_failure(order.output, error)))


def _end_with_parent() -> None:
    """End at once when the parent is killed: what a worker still wrote would meet a resumed run's files."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
