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
    """An argument as Unicode text: UTF-8 that the locale could not read is in it as lone surrogates."""
    if argument.isascii() or not any("\udc80" <= character <= "\udcff" for character in argument):
        return argument
    return os.fsencode(argument).decode("utf-8", errors="replace")


def discard_output() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain of a closed pipe."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
