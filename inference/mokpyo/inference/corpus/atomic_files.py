"""Files that are there whole or not at all, and what their writing can fail at."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mokpyo.data.errors import RunError

_DRAFTS = ".*.partial"
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place to write ``path`` in; it gets its name once the body is through, and vanishes where that fails."""
    # The process in the name: a worker of a killed run may still be at the same shard.
    draft = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_json(path: Path, contents: object) -> None:
    """Replace ``path`` by ``contents``, indented, in one step."""
    data = msgspec.json.format(msgspec.json.encode(contents), indent=2)
    with whole_file(path) as draft:
        draft.write_bytes(data + b"\n")


def remove_drafts(folder: Path) -> None:
    """Remove what a killed run left half-written."""
    for draft in folder.glob(_DRAFTS):
        draft.unlink(missing_ok=True)


def write_failure(output: Path, error: OSError) -> RunError:
    """The error for a result that could not be written."""
    if error.errno in _FULL:
        return RunError(f"the disk that holds {output} is full; free some space, then go on with --resume")
    return RunError(
        f"cannot write to {output}: {error.strerror or error}; make it writable, then go on with --resume, "
        "or choose another --output"
    )
