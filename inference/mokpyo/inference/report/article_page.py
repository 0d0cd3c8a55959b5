"""A document as one self-contained page: its targets by centre beside its text, each lighting the other."""

import datetime

import msgspec

from mokpyo.data.document import Document
from mokpyo.inference.report.article_view import view_document
from mokpyo.inference.report.language import Language, interface_texts
from mokpyo.inference.report.page import embedded_json, environment, joined_files, source_hash

STYLES = ("common.css", "article.css")
SCRIPTS = ("common.js", "lighting.js", "timeline.js", "article_page.js")


def render_html(
    document: Document, *, language: Language = Language.KOREAN, overdue: datetime.date | None = None
) -> str:
    """The page. Everything from the article is escaped; its policy lets it load nothing and run its own script only.

    Plans whose last day is before ``overdue`` are marked; the page lets its reader choose another day.
    """
    styles, scripts = joined_files(STYLES), joined_files(SCRIPTS)
    return (
        environment(language)
        .get_template("article_page.html.j2")
        .render(
            view=view_document(document, language),
            overdue=overdue,
            styles=styles,
            scripts=scripts,
            style_hash=source_hash(styles),
            script_hash=source_hash(scripts),
            data=embedded_json(msgspec.json.encode({"texts": dict(interface_texts(language))})),
        )
    )
