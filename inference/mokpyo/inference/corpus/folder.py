"""The output folder of a run: whether it may be written, and that one run has it to itself."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from mokpyo.data.errors import CorpusError
from mokpyo.inference.corpus.atomic_files import write_failure
from mokpyo.inference.corpus.receipts import PROGRESS_FOLDER, is_unused

_LOCK_FILE = "lock"


@contextlib.contextmanager
def claimed_folder(output: Path, *, resume: bool) -> Iterator[None]:
    """Hold ``output`` for one run, made if need be.

    Raises :class:`CorpusError` where it is in use or holds something and is not to be resumed, and
    :class:`~mokpyo.data.errors.RunError` where it cannot be written.
    """
    if output.exists() and not output.is_dir():
        raise CorpusError(f"{output} is a file, and results need a folder; choose another --output")
    try:
        output.mkdir(parents=True, exist_ok=True)
        if not resume and not is_unused(output):
            raise CorpusError(
                f"the folder {output} is not empty; add --resume to go on with its run, or choose another --output"
            )
        (output / PROGRESS_FOLDER).mkdir(exist_ok=True)
        lock = (output / PROGRESS_FOLDER / _LOCK_FILE).open("wb")
    except OSError as error:
        raise write_failure(output, error) from error
    with lock:
        if not _locked(lock.fileno()):
            raise CorpusError(f"another run is writing to {output}; wait for it, or choose another --output")
        yield


def _locked(file: int) -> bool:
    """Whether this process now holds the lock, which ends with it however it ends. Windows has no such lock."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
