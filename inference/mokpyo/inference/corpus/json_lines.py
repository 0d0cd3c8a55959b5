"""Rows of JSON Lines files."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mokpyo.data.errors import ArticleError
from mokpyo.inference.corpus.records import Row
from mokpyo.inference.corpus.streams import LONGEST_LINE, open_stream, read_lines
from mokpyo.inference.reading.decoding import decode

_MARK = "\ufeff"
_decoder = msgspec.json.Decoder()


def read_json_lines(path: Path, encoding: str | None = None) -> Iterator[Row]:
    """A row for each line that is not blank. Each line is UTF-8 or CP949, unless ``encoding`` says which."""
    with open_stream(path) as stream:
        for line in read_lines(stream.content):
            consumed = stream.raw.tell()
            if line.data is None:
                yield Row(line.number, None, f"the line is longer than {LONGEST_LINE} bytes", consumed)
            elif line.data.strip():
                yield _row(line.number, line.data, encoding, consumed)


def _row(number: int, data: bytes, encoding: str | None, consumed: int) -> Row:
    try:
        value = _value(data, encoding)
    except (ValueError, RecursionError) as error:
        return Row(number, None, f"the line is not JSON: {error}", consumed)
    if not isinstance(value, dict):
        return Row(number, None, f"the line holds a JSON {_json_kind(value)}, expected an object", consumed)
    return Row(number, value, None, consumed)


def _value(data: bytes, encoding: str | None) -> object:
    if encoding is None:
        try:
            return _decoder.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass  # it may be CP949, or hold half a surrogate pair, which the error should name with the record's id
    try:
        text = decode(data, "the line", encoding=encoding).removeprefix(_MARK)
    except ArticleError as error:
        raise ValueError(str(error)) from error
    return json.loads(text, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _json_kind(value: object) -> str:
    names = {list: "array", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
    return names.get(type(value), type(value).__name__)
