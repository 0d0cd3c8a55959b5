"""Options that several commands share."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


@dataclass
class Call:
    """What the whole call asked for, whichever command it names."""

    debug: bool = False


class Format(StrEnum):
    """Forms that a document can be written in."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


def _set_debug(context: typer.Context, value: bool) -> bool:
    if value:
        context.ensure_object(Call).debug = True
    return value


Debug = Annotated[
    bool, typer.Option("--debug", callback=_set_debug, is_eager=True, help="Show the traceback of an error.")
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="MODEL", help="A model folder or a Hub id; the bundled model if not given."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
]
