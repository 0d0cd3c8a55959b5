"""A document's page inside a notebook cell."""

from html import escape

from mokpyo.data.document import Document

_HEIGHT = 640
"""Pixels of the frame in the cell; the page scrolls inside it."""


def notebook_page(document: Document) -> str:
    """The page in a frame of its own, so that neither its style nor anything in the article reaches the notebook."""
    from mokpyo.inference.report.article_page import render_html

    page = escape(render_html(document), quote=True)
    return f'<iframe sandbox="allow-scripts" srcdoc="{page}" style="width:100%;height:{_HEIGHT}px;border:0"></iframe>'
