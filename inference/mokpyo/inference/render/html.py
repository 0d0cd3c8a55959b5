"""A document as one self-contained HTML page: its targets by centre beside its text, linked both ways."""

import base64
import functools
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined

from mokpyo.data.document import Document
from mokpyo.inference.render.grouping import entity_counts, has_unresolved_deadline, targets_by_center
from mokpyo.inference.render.segments import passages
from mokpyo.inference.render.visible import one_line, visible
from mokpyo.inference.render.wording import LABEL_WORDS, NO_CENTER, STATUS_WORDS, quantity_words

TEMPLATE, STYLES = "document.html.j2", "document.css"


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mokpyo.inference.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(quantity_words=quantity_words, visible=visible, one_line=one_line)
    environment.globals.update(status_words=STATUS_WORDS, label_words=LABEL_WORDS, no_center=NO_CENTER)
    return environment


@functools.cache
def _styles() -> str:
    loader = _environment().loader
    if loader is None:  # an Environment may have none; this one is made with it
        raise RuntimeError("the page's templates are missing from the installed package")
    return loader.get_source(_environment(), STYLES)[0]


def render_html(document: Document) -> str:
    """The page. Everything from the article is escaped, and its policy lets it load nothing and run nothing."""
    styles = _styles()
    style_hash = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return (
        _environment()
        .get_template(TEMPLATE)
        .render(
            document=document,
            groups=targets_by_center(document),
            passages=passages(document),
            counts=entity_counts(document),
            needs_published=document.published is None and has_unresolved_deadline(document),
            styles=styles,
            style_hash=style_hash,
        )
    )
