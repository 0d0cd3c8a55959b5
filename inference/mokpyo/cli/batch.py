"""``mokpyo batch``: a corpus in, shards of documents and targets out."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from mokpyo.cli.failures import CallError, ExitCode, complain, needs_extra
from mokpyo.cli.options import Debug, Model
from mokpyo.cli.streams import argument_text

if TYPE_CHECKING:
    from mokpyo.inference.corpus.run import CorpusRun, Engine, Outcome
    from mokpyo.inference.corpus.settings import CorpusSettings
    from mokpyo.inference.corpus.tables import RowTable

FORMATS = ("parquet", "jsonl")
ENGINES = ("local", "ray")
HUB = "hub:"
"""How an input that is a data set begins: an id of the Hub, or a folder that ``datasets`` has saved."""
_SHARD_SIZE = 500
_MAX_CHARACTERS = 200_000


def batch(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT...",
            help="JSONL, CSV or TSV (.gz, .zst too), Parquet; folders of text or HTML; hub:NAME of a data set.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to make.")],
    model: Model = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, metavar="N", help="Processes; one for each core if not given.")
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="local|ray", help="Processes here, or actors on a Ray cluster.")
    ] = ENGINES[0],
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the run that was stopped in DIR.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="parquet|jsonl", help="Form of the shards.")] = FORMATS[0],
    text_field: Annotated[str, typer.Option("--text-field", metavar="NAME", help="Field of the text.")] = "text",
    id_field: Annotated[
        str | None, typer.Option("--id-field", metavar="NAME", help="Field of the id; id, or a hash of the article.")
    ] = None,
    title_field: Annotated[
        str | None, typer.Option("--title-field", metavar="NAME", help="Field of the headline; title if not given.")
    ] = None,
    published_field: Annotated[
        str | None,
        typer.Option("--published-field", metavar="NAME", help="Field of the date; published or date if not given."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Of JSONL, CSV and TSV; UTF-8 or CP949 by itself.")
    ] = None,
    subset: Annotated[
        str | None, typer.Option("--subset", metavar="NAME", help="Of a data set of the Hub that has several.")
    ] = None,
    split: Annotated[str, typer.Option("--split", metavar="NAME", help="Of a data set of the Hub.")] = "train",
    shard_size: Annotated[
        int, typer.Option("--shard-size", min=1, metavar="N", help="Records in a file, and lost at most by a kill.")
    ] = _SHARD_SIZE,
    max_characters: Annotated[
        int, typer.Option("--max-characters", min=1, metavar="N", help="Longer texts are listed as failures.")
    ] = _MAX_CHARACTERS,
    _debug: Debug = False,
) -> None:
    """Read a corpus into a folder of documents and targets, with every record that failed in errors.jsonl."""
    # Imported when called: help and errors of the call come out without loading the analyser.
    from mokpyo.inference.corpus.fields import FieldNames
    from mokpyo.inference.corpus.run import CorpusRun, Engine
    from mokpyo.inference.corpus.settings import CorpusSettings, OutputFormat

    chosen = Engine(_checked(engine, "--engine", ENGINES))
    if chosen is Engine.RAY:
        with needs_extra("ray"):
            import ray.data  # noqa: F401 - before anything is written
    settings = CorpusSettings(
        format=OutputFormat(_checked(form, "--format", FORMATS)),
        shard_size=shard_size,
        max_characters=max_characters,
        encoding=_checked_encoding(encoding),
        fields=FieldNames(
            text=argument_text(text_field),
            id=_name(id_field),
            title=_name(title_field),
            published=_name(published_field),
        ),
    )
    opened = [_opened(path, subset, split) for path in inputs]
    _run(opened, output, settings, model=model, workers=workers, engine=chosen, resume=resume, run_type=CorpusRun)


def _run(
    inputs: "list[Path | RowTable]",
    output: Path,
    settings: "CorpusSettings",
    *,
    model: str | None,
    workers: int | None,
    engine: "Engine",
    resume: bool,
    run_type: "type[CorpusRun]",
) -> None:
    from mokpyo.cli.batch_progress import shown_progress

    stop = threading.Event()
    with shown_progress(sys.stderr) as listener, _stopped_by_interruption(stop):
        run = run_type(
            inputs=inputs,
            output=output,
            settings=settings,
            model=model,
            workers=workers,
            engine=engine,
            listener=listener,
            stop=stop,
        )
        outcome = run(resume=resume)
    _tell(outcome, output)


def _tell(outcome: "Outcome", output: Path) -> None:
    counts = outcome.counts
    if not outcome.complete:
        complain(f"stopped with {counts.documents} documents in {output}; the same call with --resume does the rest")
        raise typer.Exit(ExitCode.INTERRUPTED)
    typer.echo(f"{output}: {counts.documents} documents, {counts.targets} targets, {counts.failures} failures")
    if counts.failures:
        complain(f"{counts.failures} of {counts.records} records failed; {output / 'errors.jsonl'} says why")
        raise typer.Exit(ExitCode.SOME_FAILED)


@contextmanager
def _stopped_by_interruption(stop: threading.Event) -> Iterator[None]:
    """Ctrl-C once lets the shards in work be finished, twice raises KeyboardInterrupt."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        complain("stopping once the shards in work are done; press Ctrl-C again to stop now")

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _opened(path: Path, subset: str | None, split: str) -> "Path | RowTable":
    name = argument_text(str(path))
    if not name.startswith(HUB):
        return path
    with needs_extra("hub"):
        from mokpyo.cli.hub_dataset import HubDataset
    return HubDataset(name.removeprefix(HUB), subset, split)


def _name(field: str | None) -> str | None:
    return None if field is None else argument_text(field)


def _checked(value: str, option: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise CallError(f"unknown {option} {value!r}; choose {' or '.join(known)}")
    return value


def _checked_encoding(encoding: str | None) -> str | None:
    import codecs

    try:
        return None if encoding is None else codecs.lookup(encoding).name
    except LookupError as error:
        raise CallError(f"unknown --encoding {encoding!r}; try utf-8, cp949 or utf-16") from error
