"""The command line: ``mokpyo extract | train | evaluate | export``."""

from mokpyo.cli.app import main

__all__ = ["main"]
