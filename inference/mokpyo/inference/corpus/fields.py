"""From a row's values to an article, by the names that the caller gives its fields."""

import datetime
import hashlib
from collections.abc import Mapping

import msgspec

from mokpyo.data.document import Article
from mokpyo.data.errors import ArticleError
from mokpyo.inference.dates.published import parse_published

_HASH_DIGITS = 16


class FieldNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which field holds what. ``None``: the usual name, if the record has it."""

    text: str = "text"
    id: str | None = None
    title: str | None = None
    published: str | None = None

    def named(self) -> list[str]:
        """The fields that a table must have."""
        return [name for name in (self.text, self.id, self.title, self.published) if name is not None]

    def wanted(self) -> list[str]:
        """The fields that are looked at."""
        usual = [self.id or "id", self.title or "title", *([self.published] if self.published else PUBLISHED)]
        return [self.text, *usual]


PUBLISHED = ("published", "date")
"""Usual names of the publication date, the first that the record has."""


def read_id(values: Mapping[str, object], fields: FieldNames) -> str | None:
    """The record's own id, ``None`` where it has none. Raises :class:`ArticleError` for one of a wrong type."""
    value = values.get(fields.id or "id")
    if value is None or value == "":
        if fields.id is not None:
            raise ArticleError(f"the record has no {fields.id!r}, which should be its id")
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArticleError(f"the id is a {type(value).__name__}, expected a string or an integer")
    return str(value)


def read_article(values: Mapping[str, object], fields: FieldNames, longest: int) -> Article:
    """The article without its id. Raises :class:`ArticleError` for a field that is missing, or not what it should be.

    A text of more than ``longest`` characters is refused, not cut.
    """
    text = _text(values, fields.text)
    if len(text) > longest:
        raise ArticleError(f"the text has {len(text)} characters, more than the limit of {longest}")
    title = values.get(fields.title or "title")
    if title is not None and not isinstance(title, str):
        raise ArticleError(f"the title is a {type(title).__name__}, expected a string")
    return Article(text=text, title=title or None, published=_published(values, fields))


def hashed_id(article: Article) -> str:
    """An id that depends on nothing but the article: hexadecimal digits of a SHA-256 over its text, title and date."""
    parts = (article.text, article.title or "", str(article.published or ""))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_HASH_DIGITS]


def _text(values: Mapping[str, object], name: str) -> str:
    if name not in values:
        raise ArticleError(f"the record has no field {name!r}; name the one that holds the text with --text-field")
    text = values[name]
    if not isinstance(text, str):
        raise ArticleError(f"the text is {'null' if text is None else f'a {type(text).__name__}'}, expected a string")
    if not text.strip():
        raise ArticleError("the text is empty")
    return text


def _published(values: Mapping[str, object], fields: FieldNames) -> datetime.date | None:
    names = (fields.published,) if fields.published else PUBLISHED
    value = next((values[name] for name in names if values.get(name) is not None), None)
    if isinstance(value, str):
        value = value.strip()
        # The day of an ISO 8601 time stamp.
        return parse_published(value[:10] if len(value) > 10 and value[10] in "T " else value)
    if value is None or isinstance(value, datetime.date):
        return parse_published(value)
    raise ArticleError(f"the publication date is a {type(value).__name__}, expected YYYY-MM-DD or a date")
