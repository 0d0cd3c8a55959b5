"""The command line: ``mokpyo extract | batch | report | train | evaluate | export | annotate``."""

from mokpyo.cli.app import main

__all__ = ["main"]
