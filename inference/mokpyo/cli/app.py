"""The commands in one place, and the way from any error to one sentence and an exit code."""

import importlib.metadata
import itertools
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from mokpyo.cli.annotate import annotate
from mokpyo.cli.batch import batch
from mokpyo.cli.extract import extract
from mokpyo.cli.failures import ExitCode, complain, report_unexpected
from mokpyo.cli.options import Call
from mokpyo.cli.report import report
from mokpyo.cli.streams import discard_output, use_utf8
from mokpyo.cli.training import evaluate, export, train
from mokpyo.data.errors import MokpyoError

app = typer.Typer(
    help="Who promised how much, of what, by when: read from Korean news.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(report)
app.command()(batch)
app.command()(train)
app.command()(evaluate)
app.command()(export)
app.add_typer(annotate, name="annotate")


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"mokpyo {importlib.metadata.version('mokpyo')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _mokpyo(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        context.get_help()
        raise typer.Exit(ExitCode.WRONG_CALL)


def run(arguments: Sequence[str]) -> int:
    """Carry out one call and give its exit code; every error that a caller can cause becomes one sentence."""
    use_utf8()
    call = Call()
    try:
        _invoke(arguments, call)
        sys.stdout.flush()
    except typer.Exit as done:
        return done.exit_code
    except typer.TyperException as error:
        complain(_usage_sentence(error, arguments))
    except BrokenPipeError:
        discard_output()
        return ExitCode.PIPE_CLOSED
    except KeyboardInterrupt:
        complain("interrupted")
        return ExitCode.INTERRUPTED
    except (MokpyoError, OSError) as error:
        if call.debug:
            raise
        complain(str(error))
    else:
        return ExitCode.DONE
    return ExitCode.WRONG_CALL


def _invoke(arguments: Sequence[str], call: Call) -> None:
    # Not app(), which handles interruptions and closed pipes in its own way and replaces sys.excepthook.
    command = get_command(app)
    with command.make_context("mokpyo", list(arguments), obj=call) as context:
        command.invoke(context)


def _usage_sentence(error: typer.TyperException, arguments: Sequence[str]) -> str:
    helpful = ["mokpyo", *itertools.takewhile(_command_names().__contains__, arguments[:2]), "--help"]
    return f"{error.format_message().replace('Value error, ', '').rstrip('.')}; see: {' '.join(helpful)}"


def _command_names() -> set[str]:
    """Names of commands and of groups with the commands in them."""
    rooms = [app, *(group.typer_instance for group in app.registered_groups if group.typer_instance is not None)]
    commands = [command.callback.__name__ for room in rooms for command in room.registered_commands if command.callback]
    return {*commands, *(str(group.name) for group in app.registered_groups)}


def main() -> None:
    """The installed script."""
    arguments = sys.argv[1:]
    if "--debug" not in arguments:
        sys.excepthook = report_unexpected
    sys.exit(run(arguments))
