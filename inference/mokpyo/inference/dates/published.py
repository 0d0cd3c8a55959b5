"""The publication date as callers write it."""

import datetime

from mokpyo.data.errors import ArticleError


def parse_published(value: str | datetime.date | None) -> datetime.date | None:
    """The day of ``value``: a date, ``YYYY-MM-DD``, or nothing (``None`` or an empty string).

    Raises :class:`~mokpyo.data.errors.ArticleError` for anything else, naming the value and the form.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return _from_iso(value)


def _from_iso(value: str) -> datetime.date:
    # date.fromisoformat also takes 20150526 and week dates, which are more often mistakes than meant.
    parts = value.strip().split("-") if isinstance(value, str) else []
    if [len(part) for part in parts] == [4, 2, 2] and all(part.isascii() and part.isdigit() for part in parts):
        try:
            return datetime.date(*(int(part) for part in parts))
        except ValueError as error:
            raise ArticleError(
                f"publication date {value!r} is no day of the calendar ({error}); write it as YYYY-MM-DD"
            ) from error
    raise ArticleError(f"publication date {value!r} is not of the form YYYY-MM-DD, for example 2015-05-26")
