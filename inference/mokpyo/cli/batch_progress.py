"""The progress bar of ``mokpyo batch``, on a terminal only."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.run import RunListener


class _Silence:
    """A run that nobody watches."""

    def begin(self, total_bytes: int) -> None:
        """See :class:`RunListener`."""

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:
        """See :class:`RunListener`."""


class _Bar:
    """Bytes of the corpus as the bar; documents a second of this call as its rate."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None, rate="")
        self._documents = 0
        self._furthest = 0

    def begin(self, total_bytes: int) -> None:
        """See :class:`RunListener`."""
        self._progress.reset(self._task, total=total_bytes, rate="")

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:
        """See :class:`RunListener`."""
        if not resumed:
            self._documents += counts.documents
        elapsed = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._documents / elapsed:.1f} documents/s" if elapsed else ""
        # Shards may come out of order: the bar does not go back.
        self._furthest = max(self._furthest, read_bytes)
        self._progress.update(self._task, completed=self._furthest, rate=rate)


@contextmanager
def shown_progress(stream: TextIO) -> Iterator[RunListener]:
    """A listener that draws a bar on ``stream`` if that is a terminal."""
    if not stream.isatty():
        yield _Silence()
        return
    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=stream)) as progress:
        yield _Bar(progress)
