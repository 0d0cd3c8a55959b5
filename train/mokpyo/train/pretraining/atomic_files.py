"""Files that are there whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place to write ``path`` in; it gets its name once the body is through, and vanishes where that fails."""
    draft = path.with_name(f".{path.name}.partial")
    try:
        yield draft
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path, last: str) -> Iterator[Path]:
    """A place to write files for the folder ``path``; they get there once the body is through, ``last`` behind all.

    Where the body fails, ``path`` is as it was.
    """
    with tempfile.TemporaryDirectory(dir=path, prefix=".draft-") as draft:
        yield Path(draft)
        written = sorted(Path(draft).iterdir(), key=lambda file: (file.name == last, file.name))
        for file in written:
            with suppress(IsADirectoryError), file.open("rb") as stream:
                os.fsync(stream.fileno())
        for file in written:
            file.replace(path / file.name)


def write_json(path: Path, contents: object) -> None:
    """Replace ``path`` by ``contents``, indented, in one step."""
    data = msgspec.json.format(msgspec.json.encode(contents, enc_hook=str), indent=2)
    with whole_file(path) as draft:
        draft.write_bytes(data + b"\n")
