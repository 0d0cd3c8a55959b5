"""What went wrong, as one sentence on stderr and an exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from types import TracebackType

from mokpyo.data.errors import MokpyoError


class ExitCode(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    SOME_FAILED = 1
    """Some documents failed, or mokpyo itself did."""
    WRONG_CALL = 2
    INTERRUPTED = 130
    """128 + SIGINT."""
    PIPE_CLOSED = 141
    """128 + SIGPIPE, as a program that the closed pipe had ended."""


class CallError(MokpyoError):
    """The call itself is wrong: an argument that names nothing, or that does not fit the others."""


def complain(message: str) -> None:
    """Write ``message`` on stderr as one line."""
    sys.stderr.write(f"mokpyo: {' '.join(message.split())}\n")


@contextmanager
def needs_extra(extra: str) -> Iterator[None]:
    """Turn a missing library into the sentence that names the extra which brings it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "mokpyo":  # a broken installation, which no extra repairs
            raise
        raise CallError(
            f"this command needs {error.name!r}, which is not installed; run: pip install 'mokpyo[{extra}]'"
        ) from error


def report_unexpected(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """A ``sys.excepthook`` for errors of mokpyo's own making: one sentence, no traceback."""
    complain(
        f"stopped by an error of its own, {kind.__name__}: {error}; run again with --debug and report what it says"
    )
