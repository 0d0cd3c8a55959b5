"""Extraction: who promised how much, of what, by when, from the text of Korean news articles.

``Extractor`` is the whole way; ``read_quantities`` and ``read_dates`` are the readers alone, without a model. Names
load on first use, so that a reader costs no model runtime and a table no HTML templates.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mokpyo.data.document import Article, Document
    from mokpyo.data.table import documents_to_table
    from mokpyo.inference.dates.mention import DateMention
    from mokpyo.inference.dates.reader import read_dates
    from mokpyo.inference.extractor import Extractor
    from mokpyo.inference.quantities.reader import read_quantities
    from mokpyo.inference.report.article_page import render_html
    from mokpyo.inference.rollups.finder import find_rollups

_HOMES = {
    "Article": "mokpyo.data.document",
    "DateMention": "mokpyo.inference.dates.mention",
    "Document": "mokpyo.data.document",
    "Extractor": "mokpyo.inference.extractor",
    "documents_to_table": "mokpyo.data.table",
    "find_rollups": "mokpyo.inference.rollups.finder",
    "read_dates": "mokpyo.inference.dates.reader",
    "read_quantities": "mokpyo.inference.quantities.reader",
    "render_html": "mokpyo.inference.report.article_page",
}

__all__ = [
    "Article",
    "DateMention",
    "Document",
    "Extractor",
    "documents_to_table",
    "find_rollups",
    "read_dates",
    "read_quantities",
    "render_html",
]


def __getattr__(name: str) -> object:
    """The public name from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
