"""Rows of CSV and TSV files, in UTF-8, UTF-16 with its mark, or CP949."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from mokpyo.inference.corpus.records import Row
from mokpyo.inference.corpus.streams import LONGEST_LINE, Stream, open_stream, read_lines

UNDECODABLE = (
    f"the row has bytes that are neither UTF-8 nor CP949, or more than {LONGEST_LINE} bytes without a line end; "
    "save the file as UTF-8 or name its encoding"
)
_UNREAD = "\udcff\n"
_SAMPLE = 65_536
_PIECE = 2**20
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def delimited_columns(path: Path, delimiter: str, encoding: str | None = None) -> list[str]:
    """Names in the header; none for an empty file."""
    with open_stream(path) as stream:
        return next(csv.reader(_text_lines(stream, encoding), delimiter=delimiter), [])


def read_delimited(path: Path, delimiter: str, longest_cell: int, encoding: str | None = None) -> Iterator[Row]:
    """A row for each row below the header. A cell of more than ``longest_cell`` characters spoils its row only."""
    csv.field_size_limit(longest_cell)
    with open_stream(path) as stream:
        reader = csv.reader(_text_lines(stream, encoding), delimiter=delimiter)
        header = next(reader, [])
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield Row(reader.line_num, None, f"the row cannot be read: {error}", stream.raw.tell())
                continue
            if cells is None:
                return
            if cells:
                yield _row(reader.line_num, header, cells, stream.raw.tell())


def _row(number: int, header: list[str], cells: list[str], consumed: int) -> Row:
    if any("\udc80" <= character <= "\udcff" for cell in cells for character in _not_ascii(cell)):
        return Row(number, None, UNDECODABLE, consumed)
    if len(cells) != len(header):
        return Row(number, None, f"the row has {len(cells)} cells, the header {len(header)}", consumed)
    # An empty cell is how a table without types writes null.
    return Row(number, {name: cell or None for name, cell in zip(header, cells, strict=True)}, None, consumed)


def _not_ascii(cell: str) -> str:
    return "" if cell.isascii() else cell


def _text_lines(stream: Stream, encoding: str | None) -> Iterator[str]:
    sample = stream.content.peek(_SAMPLE)[:_SAMPLE]
    if encoding is None and sample.startswith(_WIDE_MARKS):
        encoding = "utf-16"
    if encoding is not None:
        yield from _lines_in(stream.content, encoding)
        return
    codecs_to_try = ("utf-8", "cp949") if _is_utf8(sample) else ("cp949",)
    for line in read_lines(stream.content):
        text = _UNREAD if line.data is None else _decoded(line.data, codecs_to_try)
        yield text.removeprefix("\ufeff") if line.number == 1 else text


def _lines_in(content: io.BufferedReader, encoding: str) -> Iterator[str]:
    rest = ""
    pieces = iter(lambda: content.read(_PIECE), b"")
    for text in codecs.iterdecode(pieces, encoding, errors="surrogateescape"):
        *lines, rest = (rest + text).split("\n")
        yield from (line + "\n" for line in lines)
        if len(rest) > LONGEST_LINE:
            yield _UNREAD
            rest = ""
    if rest:
        yield rest


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, names: tuple[str, ...]) -> str:
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    # Lone surrogates mark what could not be read; the row that holds them is then a failure.
    return data.decode("utf-8", errors="surrogateescape")
