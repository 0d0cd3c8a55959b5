"""Bytes of a file, unpacked if its name says that it is packed, as lines of bounded length."""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

LONGEST_LINE = 64 * 2**20
"""Bytes. A longer line is read past, not kept."""


class Stream(NamedTuple):
    """An open file."""

    content: io.BufferedReader
    """Unpacked."""
    raw: io.BufferedReader
    """As on disk; its position tells how far the file is read."""


class Line(NamedTuple):
    """A line with its end; ``None`` in place of one that is too long."""

    number: int
    data: bytes | None


@contextmanager
def open_stream(path: Path) -> Iterator[Stream]:
    """Open ``path``; ``.gz`` and ``.zst`` are unpacked as they are read. Damage comes up while reading."""
    with path.open("rb") as raw:
        match path.suffix.lower():
            case ".gz":
                yield Stream(io.BufferedReader(gzip.GzipFile(fileobj=raw)), raw)
            case ".zst":
                import pyarrow

                yield Stream(io.BufferedReader(pyarrow.CompressedInputStream(raw, "zstd")), raw)
            case _:
                yield Stream(raw, raw)


def read_lines(content: io.BufferedReader, longest: int = LONGEST_LINE) -> Iterator[Line]:
    """Lines ended by a line feed, counted from 1."""
    number = 0
    while data := content.readline(longest + 1):
        number += 1
        if len(data) <= longest:
            yield Line(number, data)
            continue
        while data and not data.endswith(b"\n"):
            data = content.readline(longest)
        yield Line(number, None)
