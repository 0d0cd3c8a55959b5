"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
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


def write_json(path: Path, contents: object) -> None:
    """Replace ``path`` by ``contents``, indented, in one step."""
    data = msgspec.json.format(msgspec.json.encode(contents, enc_hook=str), indent=2)
    with whole_file(path) as draft:
        draft.write_bytes(data + b"\n")
