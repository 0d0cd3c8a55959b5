"""``mokpyo extract``: one article in, its table of targets out."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from mokpyo.cli.failures import CallError
from mokpyo.cli.options import Debug, Format, Model, Output
from mokpyo.cli.streams import argument_text
from mokpyo.data.document import Article, Document

if TYPE_CHECKING:
    from typing import TextIO

FORMAT_SUFFIXES = {".json": Format.JSON, ".html": Format.HTML, ".htm": Format.HTML}


def extract(
    source: Annotated[str, typer.Argument(metavar="FILE", help="Plain text, JSON or HTML; - reads standard input.")],
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="YYYY-MM-DD", help="Day that relative dates are counted from."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Headline, if the text does not hold it.")] = None,
    model: Model = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Form of the result; if not given, by the output file's suffix, else table."),
    ] = None,
    output: Output = None,
    _debug: Debug = False,
) -> None:
    """Read an article and show who promised how much, of what, by when."""
    article = _read(source, published, title)
    document = _extract(article, model)
    _write(document, form or _format_for(output), output)


def _read(source: str, published: str | None, title: str | None) -> Article:
    # Imported when called: help, version and errors of the call come out without loading the analyser.
    from mokpyo.inference.dates.published import parse_published
    from mokpyo.inference.reading.files import read_article

    day = parse_published(published)
    article = read_article(source)
    return msgspec.structs.replace(
        article,
        published=day or article.published,
        title=article.title if title is None else argument_text(title),
    )


def _extract(article: Article, model: str | None) -> Document:
    from mokpyo.inference.extractor import Extractor

    extractor = Extractor.from_pretrained(model) if model else Extractor.from_pretrained()
    return extractor(article.text, published=article.published, title=article.title, id=article.id)


def _format_for(output: Path | None) -> Format:
    return FORMAT_SUFFIXES.get(output.suffix.lower(), Format.TABLE) if output else Format.TABLE


def _write(document: Document, form: Format, output: Path | None) -> None:
    if output is None:
        _write_to(document, form, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            _write_to(document, form, file)
    except OSError as error:
        raise CallError(
            f"cannot write the result to {str(output)!r}: {error.strerror}; choose another --output"
        ) from error


def _write_to(document: Document, form: Format, file: "TextIO") -> None:
    match form:
        case Format.JSON:
            file.write(document.to_json() + "\n")
        case Format.HTML:
            from mokpyo.inference.report.article_page import render_html

            file.write(render_html(document))
        case Format.TABLE:
            from rich.console import Console

            from mokpyo.inference.render.terminal import print_document

            console = Console(file=file, highlight=False)
            # Captured, because rich ends the process itself when it finds a pipe closed.
            with console.capture() as capture:
                print_document(document, console)
            file.write(re.sub(" +\n", "\n", capture.get()))
