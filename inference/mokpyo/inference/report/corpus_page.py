"""A corpus of documents as one self-contained page: overview, table, timeline, totals, centres, articles."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO

import msgspec

from mokpyo.data.document import Document
from mokpyo.inference.quantities.rates_table import RATE_UNITS
from mokpyo.inference.report.article_view import ArticleView, view_document
from mokpyo.inference.report.corpus_data import MOST_CHARACTERS, MOST_TARGETS, STATUSES, CorpusData, TargetRow
from mokpyo.inference.report.language import Language, interface_texts
from mokpyo.inference.report.page import embedded_json, environment, joined_files, source_hash

STYLES = ("common.css", "article.css", "corpus.css")
SCRIPTS = (
    *("common.js", "lighting.js", "timeline.js", "targets.js", "histogram.js", "filters.js", "table.js", "totals.js"),
    *("center_page.js", "centers.js", "csv.js", "reader.js", "corpus_page.js"),
)

MOST_TEXT = 2_000_000
"""Characters of articles that a page carries whole, marked as on a page of their own; beyond, evidence alone."""


@dataclass
class CorpusReport:
    """Takes documents one by one and writes the page; only what the page shows stays in memory."""

    language: Language = Language.KOREAN
    overdue: datetime.date | None = None
    unread_lines: int = 0
    """Lines of the input that were no documents; the page says how many."""
    most_targets: int = MOST_TARGETS
    most_text: int = MOST_TEXT
    data: CorpusData = field(init=False)
    views: list[ArticleView] = field(default_factory=list)
    text_characters: int = 0

    def __post_init__(self) -> None:
        self.data = CorpusData(language=self.language, most_targets=self.most_targets)

    def add(self, document: Document) -> None:
        """Take in one document."""
        if not self.data.add(document):
            return
        if self.text_characters + len(document.text) <= self.most_text:
            self.text_characters += len(document.text)
            self.views.append(view_document(document, self.language, f"a{len(self.data.articles) - 1}-"))

    def write(self, file: TextIO) -> None:
        """Write the page as UTF-8 text."""
        styles, scripts = joined_files(STYLES), joined_files(SCRIPTS)
        template = environment(self.language).get_template("corpus_page.html.j2")
        pieces = template.generate(
            views=self.views,
            facts=self._facts(),
            left_out=list(self._left_out()),
            overdue=self.overdue,
            styles=styles,
            scripts=scripts,
            style_hash=source_hash(styles),
            script_hash=source_hash(scripts),
            data=embedded_json(self._encoded()),
        )
        file.writelines(pieces)

    def _facts(self) -> list[tuple[str, int]]:
        """Key of the interface's words and count; targets by status are counted as the page stands."""
        statuses = [row.status for row in self.data.rows]
        return [
            ("articles", self.data.documents),
            ("with_targets", len(self.data.articles)),
            ("centers", sum(1 for name in self.data.pools["centers"].words if name)),
            ("targets", len(statuses)),
            *((f"status.{status.value}", statuses.count(at)) for at, status in enumerate(STATUSES)),
        ]

    def _left_out(self) -> Iterator[str]:
        texts = interface_texts(self.language)
        without_text = len(self.data.articles) - len(self.views)
        if self.data.left_out_targets:
            yield texts["left_out_targets"].format(count=self.data.left_out_targets, limit=self.most_targets)
        if without_text:
            yield texts["left_out_texts"].format(count=without_text)
        if self.data.cut_values:
            yield texts["left_out_cut"].format(count=self.data.cut_values, limit=MOST_CHARACTERS)
        if self.unread_lines:
            yield texts["left_out_lines"].format(count=self.unread_lines)

    def _encoded(self) -> bytes:
        return msgspec.json.encode(
            {
                "texts": dict(interface_texts(self.language)),
                "fields": TargetRow.__struct_fields__,
                "targets": self.data.rows,
                "articles": self.data.articles,
                "statuses": STATUSES,
                "rates": sorted(RATE_UNITS),
                **{name: pool.words for name, pool in self.data.pools.items()},
            }
        )


def write_corpus_report(
    documents: Iterable[Document],
    file: TextIO,
    *,
    language: Language = Language.KOREAN,
    overdue: datetime.date | None = None,
) -> None:
    """Write one page about all ``documents``; what it leaves out for size, the page says."""
    report = CorpusReport(language=language, overdue=overdue)
    for document in documents:
        report.add(document)
    report.write(file)
