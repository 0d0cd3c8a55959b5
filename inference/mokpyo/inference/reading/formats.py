"""Decoded text to an article: plain text, JSON, HTML."""

import datetime
from enum import StrEnum
from pathlib import PurePath

import msgspec

from mokpyo.data.document import Article
from mokpyo.data.errors import ArticleError
from mokpyo.inference.dates.published import parse_published


class InputFormat(StrEnum):
    """What an article is written in."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


SUFFIXES = {
    ".json": InputFormat.JSON,
    ".html": InputFormat.HTML,
    ".htm": InputFormat.HTML,
    ".xhtml": InputFormat.HTML,
}
"""Every other suffix is plain text."""

_MANY_ARTICLES = {".jsonl", ".ndjson", ".parquet", ".arrow", ".csv", ".tsv"}


class _ArticleObject(msgspec.Struct):
    """The keys of a JSON article that are read; others are ignored."""

    text: str
    title: str | None = None
    published: str | None = None
    date: str | None = None
    id: str | int | None = None


def format_of(path: PurePath) -> InputFormat:
    """The format by the file's suffix. Raises :class:`ArticleError` for files that hold many articles."""
    suffix = path.suffix.lower()
    if suffix in _MANY_ARTICLES:
        raise ArticleError(f"{path} holds many articles, not one; give one article a file, or name its format")
    return SUFFIXES.get(suffix, InputFormat.TEXT)


def sniff(text: str) -> InputFormat:
    """The format of text without a file name, by its first characters only.

    ``<!doctype html`` or ``<html`` begins HTML; ``{"`` begins JSON, which no article does; all else is plain text.
    """
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<!doctype html", "<html")):
        return InputFormat.HTML
    return InputFormat.JSON if start[:1] == "{" and start[1:].lstrip()[:1] == '"' else InputFormat.TEXT


def article_from_text(text: str, *, default_id: str) -> Article:
    """Plain text is taken as it is, line ends and all."""
    return Article(text=text, id=default_id)


def article_from_json(text: str, *, default_id: str, origin: str) -> Article:
    """A JSON object with ``text`` and, if it likes, ``title``, ``published`` or ``date``, and ``id``."""
    try:
        read = msgspec.json.decode(text, type=_ArticleObject)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ArticleError(
            f'{origin} is no JSON article: {error}; an article is {{"text": ..., "title": ..., "published": '
            '"YYYY-MM-DD", "id": ...}, of which only text is required'
        ) from error
    published = _day(read.published or read.date, origin)
    return Article(
        text=read.text, id=default_id if read.id is None else str(read.id), title=read.title, published=published
    )


def article_from_html(text: str, *, default_id: str, origin: str) -> Article:
    """The article that trafilatura finds on the page; offsets then point into that text, not into the HTML."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ArticleError(f"reading HTML ({origin}) needs the html extra: pip install 'mokpyo[html]'") from error
    # Only dates that the page states in its metadata: a guessed one would move every relative date.
    page = bare_extraction(
        text,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise ArticleError(f"no article was found on the page {origin}; save the article's text as a .txt file")
    return Article(text=page.text or "", id=default_id, title=page.title or None, published=_day(page.date, origin))


def _day(value: str | None, origin: str) -> datetime.date | None:
    """The day of a date or of an ISO 8601 time stamp."""
    try:
        return parse_published(value[:10] if value and len(value) > 10 and value[10] in "T " else value)
    except ArticleError as error:
        raise ArticleError(f"{origin}: {error}") from error
