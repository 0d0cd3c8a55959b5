"""Standard streams and arguments as Unicode, whatever the locale says."""

import io
import os
import sys


def use_utf8() -> None:
    """Make stdout and stderr UTF-8: Korean must come out under ``LANG=C`` and ``PYTHONIOENCODING=ascii`` too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def argument_text(argument: str) -> str:
    """An argument's bytes read as UTF-8, which an ASCII locale leaves as lone surrogates."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def discard_output() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain of a closed pipe."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
