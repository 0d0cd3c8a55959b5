"""Bytes to text, by trying strictly: a wrong guess would shift every offset and spoil every name."""

import codecs
import re

from charset_normalizer import from_bytes

from mokpyo.data.errors import ArticleError
from mokpyo.inference.reading.encodings_table import BYTE_ORDER_MARKS, CHARSET_ALIASES, MAGIC_NUMBERS

_SAMPLE = 65_536
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_HANGUL_OR_HANJA = re.compile("[가-힣ㄱ-ㆎ一-鿿]")
_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")


def decode(data: bytes, origin: str, *, encoding: str | None = None) -> str:
    """The text of ``data``, line ends as they are; a byte order mark is not text and is left out.

    Tried strictly, in this order: ``encoding`` if given, the byte order mark's, UTF-8, CP949 (which contains EUC-KR).
    Raises :class:`~mokpyo.data.errors.ArticleError` naming ``origin`` for anything else, binary files among them.
    """
    if encoding is not None:
        return _as_told(data, origin, encoding)
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as_told(data[len(mark) :], origin, codec)
    _refuse_binary(data, origin)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _korean(data, origin, error)


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page declares in its first kilobytes, if Python has it."""
    match = _DECLARED.search(data, 0, 4096)
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    try:
        return codecs.lookup(CHARSET_ALIASES.get(name, name)).name
    except LookupError:
        return None


def _as_told(data: bytes, origin: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise ArticleError(f"unknown encoding {encoding!r} for {origin}; try utf-8, cp949 or utf-16") from error
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{origin} is not {encoding}: byte 0x{data[error.start]:02x} at offset {error.start} does not fit; "
            "save it as UTF-8 or name its true encoding"
        ) from error


def _korean(data: bytes, origin: str, error: UnicodeDecodeError) -> str:
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    # Chinese and Japanese bytes often decode as CP949 too, but then to rare hanja rather than to Hangul.
    letters = len(_HANGUL_OR_HANJA.findall(text, 0, _SAMPLE))
    if letters and len(_HANGUL.findall(text, 0, _SAMPLE)) * 2 >= letters:
        return text
    best = from_bytes(data[:_SAMPLE]).best()
    seems = f"; it looks like {best.encoding}" if best is not None else ""
    raise ArticleError(
        f"{origin} is neither UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}) nor Korean CP949{seems}; "
        "save it as UTF-8"
    )


def _refuse_binary(data: bytes, origin: str) -> None:
    for magic, kind in MAGIC_NUMBERS:
        if data.startswith(magic):
            raise ArticleError(f"{origin} is {kind}, not text; save the article as a .txt, .html or .json file first")
    # A stray NUL or two is dirt in a text file; more are binary data, or UTF-16 without its mark.
    if data.count(0) > 2 + len(data) // 1000:
        raise ArticleError(
            f"{origin} is not a text file: {data.count(0)} of its {len(data)} bytes are NUL; "
            "save the article as UTF-8 (or as UTF-16 with a byte order mark)"
        )
