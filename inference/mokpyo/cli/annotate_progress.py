"""The progress bar of ``mokpyo annotate push``, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn


@contextmanager
def shown_tasks(stream: TextIO) -> Iterator[Callable[[int, int], None] | None]:
    """Takes tasks done and tasks to do, and draws them on ``stream``; ``None`` if that is no terminal."""
    if not stream.isatty():
        yield None
        return
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=stream)) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
