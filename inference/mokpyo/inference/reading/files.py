"""An article from a file or from standard input."""

import sys
from pathlib import Path

from mokpyo.data.document import Article
from mokpyo.data.errors import ArticleError
from mokpyo.inference.reading.decoding import declared_charset, decode
from mokpyo.inference.reading.formats import (
    InputFormat,
    article_from_html,
    article_from_json,
    article_from_text,
    format_of,
    sniff,
)

STANDARD_INPUT = "-"


def read_article(
    source: str | Path, *, input_format: InputFormat | None = None, encoding: str | None = None
) -> Article:
    """The article in the file ``source``, or on standard input for ``"-"``.

    The format follows from the file's suffix (``.json``, ``.html``/``.htm``, else plain text), on standard input from
    the first characters (see :func:`~mokpyo.inference.reading.formats.sniff`), unless ``input_format`` says it.
    The id, where the article has none of its own, is the file's name without suffix, or ``stdin``.

    Raises :class:`~mokpyo.data.errors.ArticleError` for a file that is missing, unreadable, binary, wrongly encoded,
    empty, or not of its format.
    """
    if str(source) == STANDARD_INPUT:
        return article_from_bytes(
            sys.stdin.buffer.read(),
            default_id="stdin",
            origin="standard input",
            input_format=input_format,
            encoding=encoding,
        )
    path = Path(source)
    return article_from_bytes(
        _bytes_of(path),
        default_id=path.stem,
        origin=str(path),
        input_format=input_format or format_of(path),
        encoding=encoding,
    )


def article_from_bytes(
    data: bytes, *, default_id: str, origin: str, input_format: InputFormat | None = None, encoding: str | None = None
) -> Article:
    """The article in ``data``; ``origin`` is what errors call it. Without ``input_format`` the text is sniffed."""
    if encoding is None and input_format is InputFormat.HTML:
        encoding = declared_charset(data)
    text = decode(data, origin, encoding=encoding)
    if not text.strip():
        raise ArticleError(f"{origin} is empty; give a file that holds the text of one article")
    match input_format or sniff(text):
        case InputFormat.TEXT:
            article = article_from_text(text, default_id=default_id)
        case InputFormat.JSON:
            article = article_from_json(text, default_id=default_id, origin=origin)
        case InputFormat.HTML:
            article = article_from_html(text, default_id=default_id, origin=origin)
    if not article.text.strip():
        raise ArticleError(f"{origin} has an empty text; give the text of one article")
    return article


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(f"there is no file {path}; check the path, or give - to read standard input") from error
    except IsADirectoryError as error:
        raise ArticleError(f"{path} is a folder, not an article; give one file of it") from error
    except PermissionError as error:
        raise ArticleError(f"{path} may not be read; change its permissions or copy it") from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"{path} cannot be read: {error}; check the path") from error
