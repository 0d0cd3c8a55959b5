"""The progress bar of ``mokpyo batch``, on a terminal only."""

import datetime
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.run import RunListener


class _Silence:
    """A run that nobody watches."""

    def begin(self, total_bytes: int) -> None:
        """See :class:`RunListener`."""

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:
        """See :class:`RunListener`."""


class _Bar:
    """Bytes of the corpus as the bar; rate and time left are those of this call, without what it found done."""

    def __init__(self, progress: Progress, clock: Callable[[], float] = time.monotonic) -> None:
        self._progress = progress
        self._clock = clock
        self._task = progress.add_task("", total=None, told="")
        self._began = clock()
        self._total = 0
        self._documents = 0
        self._furthest = 0
        self._resumed = 0

    def begin(self, total_bytes: int) -> None:
        """See :class:`RunListener`."""
        self._began = self._clock()
        self._total = total_bytes
        self._progress.update(self._task, total=total_bytes)

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:
        """See :class:`RunListener`."""
        # Shards may come out of order: the bar does not go back.
        step = max(0, read_bytes - self._furthest)
        self._furthest += step
        if resumed:
            self._resumed += step
        else:
            self._documents += counts.documents
        self._progress.update(self._task, completed=self._furthest, told=self._told())

    def _told(self) -> str:
        seconds, done = self._clock() - self._began, self._furthest - self._resumed
        if not seconds or not done:
            return ""
        left = datetime.timedelta(seconds=round((self._total - self._furthest) * seconds / done))
        return f"{self._documents / seconds:.1f} documents/s, {left} left"


@contextmanager
def shown_progress(stream: TextIO) -> Iterator[RunListener]:
    """A listener that draws a bar on ``stream`` if that is a terminal."""
    if not stream.isatty():
        yield _Silence()
        return
    columns = (BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=Console(file=stream)) as progress:
        yield _Bar(progress)
