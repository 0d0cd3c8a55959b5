"""``mokpyo annotate``: rounds of annotation in Label Studio. They need the extra ``[annotations]``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mokpyo.cli.failures import CallError, ExitCode, complain, needs_extra
from mokpyo.cli.options import Debug, Model
from mokpyo.cli.streams import argument_text
from mokpyo.data.document import Article, Document

if TYPE_CHECKING:
    from mokpyo.annotations.push import PushOutcome
    from mokpyo.data.label_studio import Problem
    from mokpyo.inference.tagging.tagger import Tagger

ANNOTATIONS_EXTRA = "annotations"
MOST_LISTED = 20
"""Problems that are named one by one; all of them are in the set's ``problems.jsonl``."""

Project = Annotated[str, typer.Option("--project", metavar="TITLE", help="Title of the Label Studio project.")]

annotate = typer.Typer(
    help="Annotate in Label Studio; LABEL_STUDIO_URL and LABEL_STUDIO_API_KEY say where, and who asks.",
    pretty_exceptions_enable=False,
)


@annotate.callback(invoke_without_command=True)
def _annotate(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        context.get_help()
        raise typer.Exit(ExitCode.WRONG_CALL)


@annotate.command()
def push(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="INPUT...", help="Articles in any form that mokpyo batch reads."),
    ],
    project: Project,
    model: Model = None,
    annotators: Annotated[
        int | None, typer.Option("--annotators", min=1, metavar="N", help="People who are to annotate each article.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help="Add N new articles at most, the least sure first."),
    ] = None,
    _debug: Debug = False,
) -> None:
    """Send articles with the model's reading, least sure first; again sends only what is new."""
    with needs_extra(ANNOTATIONS_EXTRA):
        import label_studio_sdk  # noqa: F401 - its absence is said before anything is read

        from mokpyo.annotations.credentials import Credentials
        from mokpyo.annotations.push import PushSettings, push_documents, read_before
        from mokpyo.annotations.server import Server
        from mokpyo.cli.annotate_progress import shown_tasks

    with Server.open(Credentials.from_environment()) as server:
        articles, failed = _articles(inputs)
        tagger = _tagger(model)
        settings = PushSettings(
            title=argument_text(project), model_version=_version(tagger), annotators=annotators, limit=limit
        )
        known = read_before(server, settings)
        fresh = [article for article in articles if known.get(article.id) != article.text]
        with shown_tasks(sys.stderr) as progress:
            outcome = push_documents(server, _read(fresh, tagger), settings, progress)
    outcome.present += len(articles) - len(fresh)
    _tell_push(outcome, failed)


@annotate.command()
def pull(
    project: Project,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to make or renew.")],
    dataset: Annotated[
        bool, typer.Option("--dataset", help="Write the documents for the library datasets too.")
    ] = False,
    _debug: Debug = False,
) -> None:
    """Bring the annotations back as documents, with their agreement and all that was repaired or refused."""
    with needs_extra(ANNOTATIONS_EXTRA):
        import label_studio_sdk  # noqa: F401 - its absence is said before anything is asked

        from mokpyo.annotations.credentials import Credentials
        from mokpyo.annotations.pull import pull_project
        from mokpyo.annotations.server import Server

        if dataset:
            import datasets  # noqa: F401 - same

    with Server.open(Credentials.from_environment()) as server:
        pulled = pull_project(server, argument_text(project), output, as_dataset=dataset)
    manifest = pulled.manifest
    typer.echo(
        f"{output}: {manifest.annotated} of {manifest.tasks} tasks annotated by {len(manifest.annotators)} people, "
        f"{manifest.repaired} repairs, {manifest.refused} refusals"
    )
    _tell_problems(pulled.export.problems, output)


@annotate.command()
def agreement(
    source: Annotated[
        Path, typer.Argument(metavar="DIR|EXPORT.json", help="A pulled set, or a JSON export of Label Studio.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write a page (.html) or the figures (.json).")
    ] = None,
    _debug: Debug = False,
) -> None:
    """Show how well annotators agree and how much of the model's work they changed."""
    from rich.console import Console

    from mokpyo.annotations.agreement_files import read_report, write_report
    from mokpyo.annotations.agreement_report import tables

    with needs_extra(ANNOTATIONS_EXTRA):
        report, manifest = read_report(source)
    if output is not None:
        write_report(report, manifest, output)
    found = tables(report)
    if not found:
        complain(f"{source} has no annotation beside another's or a model's: there is nothing to compare")
    Console().print(*found)


def _articles(inputs: list[Path]) -> tuple[list[Article], int]:
    from mokpyo.inference.corpus.reader import read_records
    from mokpyo.inference.corpus.records import Record
    from mokpyo.inference.corpus.settings import CorpusSettings
    from mokpyo.inference.corpus.sources import find_sources

    sources = [source for found in find_sources(inputs) for source in found]
    articles, failed = [], 0
    for record in read_records(sources, CorpusSettings()):
        outcome = record.outcome
        if isinstance(outcome, Record):
            articles.append(outcome.article)
        else:
            failed += 1
            complain(f"{outcome.source}, record {outcome.line}: {outcome.reason}")
    if not articles:
        raise CallError("the input holds no article that can be read; see mokpyo annotate push --help")
    return articles, failed


def _tagger(model: str | None) -> "Tagger":
    from mokpyo.inference.tagging.tagger import Tagger

    return Tagger.from_pretrained(model)


def _version(tagger: "Tagger") -> str:
    """The name that a model's predictions bear. No comma: the server lists the versions of a task between commas."""
    return f"{tagger.name} {tagger.fingerprint[:12]}".replace(",", " ")


def _read(articles: list[Article], tagger: "Tagger") -> list[Document]:
    from mokpyo.inference.extractor import Extractor

    return list(Extractor(tagger).pipe(articles))


def _tell_push(outcome: "PushOutcome", failed: int) -> None:
    for name, reason in outcome.refused:
        complain(f"article {name!r} was not sent: {reason}")
    left = f", {outcome.beyond_limit} left for later" if outcome.beyond_limit else ""
    typer.echo(
        f"project {outcome.project.id} {outcome.project.title!r}: {outcome.created} tasks added, {outcome.predicted} "
        f"given a new prediction, {outcome.present} there before{left}, {len(outcome.refused) + failed} refused"
    )
    if outcome.refused or failed:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _tell_problems(problems: "list[Problem]", output: Path) -> None:
    from mokpyo.data.label_studio import ProblemKind
    from mokpyo.data.label_studio.annotation_set import PROBLEMS

    for problem in problems[:MOST_LISTED]:
        complain(str(problem))
    if len(problems) > MOST_LISTED:
        complain(f"{len(problems) - MOST_LISTED} more are in {output / PROBLEMS}")
    if any(problem.kind is ProblemKind.REFUSED for problem in problems):
        raise typer.Exit(ExitCode.SOME_FAILED)
