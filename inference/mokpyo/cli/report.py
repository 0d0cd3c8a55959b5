"""``mokpyo report``: documents in, one page to look at out."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mokpyo.cli.failures import CallError, ExitCode, complain
from mokpyo.cli.options import Debug
from mokpyo.data.document import Document
from mokpyo.inference.report.language import Language

if TYPE_CHECKING:
    from mokpyo.inference.report.corpus_page import CorpusReport

MOST_LISTED = 20
"""Records that are named one by one when they cannot be read."""


def report(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="DIR|FILE", help="One document (.json), documents (.jsonl, .parquet), or a batch's folder."
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page to write.")],
    overdue: Annotated[
        str | None,
        typer.Option(
            "--overdue", metavar="YYYY-MM-DD", help="Plans that end before this day are overdue; today if not given."
        ),
    ] = None,
    language: Annotated[
        Language, typer.Option("--language", help="Language of the page's own words.")
    ] = Language.KOREAN,
    _debug: Debug = False,
) -> None:
    """Make one self-contained page of an article's targets, or of a whole corpus's."""
    from mokpyo.inference.report.documents import is_single

    day = _day(overdue)
    unread = 0
    if is_single(source):
        _write_article(source, output, language, day)
    else:
        unread = _write_corpus(source, output, language, day)
    if unread:
        complain(f"{unread} records of {source} are no documents and are missing from {output}, which says so")
        raise typer.Exit(ExitCode.SOME_FAILED)


def _day(overdue: str | None) -> datetime.date:
    if overdue is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(overdue)
    except ValueError as error:
        raise CallError(f"--overdue must be a day such as 2026-06-30, was: {overdue!r}") from error


@contextmanager
def _named(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CallError(
            f"cannot write the report to {str(output)!r}: {error.strerror}; choose another --output"
        ) from error


def _write_article(source: Path, output: Path, language: Language, day: datetime.date) -> None:
    from mokpyo.inference.report.article_page import render_html
    from mokpyo.inference.report.documents import read_document

    if not source.exists():
        raise CallError(f"there is no file {source}; check the path")
    page = render_html(read_document(source), language=language, overdue=day)
    with _named(output):
        output.write_text(page, encoding="utf-8", newline="\n")


def _write_corpus(source: Path, output: Path, language: Language, day: datetime.date) -> int:
    from mokpyo.inference.report.corpus_page import CorpusReport

    made = CorpusReport(language=language, overdue=day)
    for document in _documents(source, made):
        made.add(document)
    with _named(output), output.open("w", encoding="utf-8", newline="\n") as file:
        made.write(file)
    return made.unread_lines


def _documents(source: Path, made: "CorpusReport") -> Iterator[Document]:
    from mokpyo.inference.report.documents import Unread, read_documents

    for record in read_documents(source):
        if not isinstance(record, Unread):
            yield record
            continue
        made.unread_lines += 1
        if made.unread_lines <= MOST_LISTED:
            complain(f"{record.source}, record {record.record}: {record.reason}")
