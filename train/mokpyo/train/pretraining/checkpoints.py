"""Checkpoints that are known to be whole: a list of their files, with hashes, is written last."""

import logging
import re
import shutil
from pathlib import Path

import msgspec

from mokpyo.data.errors import ModelError
from mokpyo.train.pretraining.atomic_files import write_json
from mokpyo.train.pretraining.packed_corpus import fingerprints

MARK_FILE = "whole.json"
"""SHA-256 of each other file of the checkpoint."""

_STEP = re.compile(r"checkpoint-(\d+)")
_log = logging.getLogger(__name__)


def mark_whole(checkpoint: Path) -> None:
    """Write the mark; the checkpoint's other files are on disk by now."""
    write_json(checkpoint / MARK_FILE, fingerprints(checkpoint))


def newest_checkpoint(folder: Path) -> Path | None:
    """The newest whole checkpoint in ``folder``, ``None`` where there is none; unfinished ones are removed.

    Raises :class:`ModelError` where it was whole once and its files are others now.
    """
    for checkpoint in sorted(folder.glob("checkpoint-*"), key=_step, reverse=True):
        if (checkpoint / MARK_FILE).is_file():
            check_whole(checkpoint)
            return checkpoint
        _log.warning("%s was not written to its end and is removed", checkpoint)
        shutil.rmtree(checkpoint)
    return None


def _step(checkpoint: Path) -> int:
    found = _STEP.fullmatch(checkpoint.name)
    return int(found[1]) if found else -1


def check_whole(checkpoint: Path) -> None:
    """Raise :class:`ModelError` where a file is not what was saved."""
    try:
        expected = msgspec.json.decode((checkpoint / MARK_FILE).read_bytes(), type=dict[str, str])
    except msgspec.DecodeError as error:
        raise ModelError(f"{checkpoint / MARK_FILE} is damaged: {error}; {_fix(checkpoint)}") from error
    found = fingerprints(checkpoint)
    damaged = [name for name, digest in expected.items() if found.get(name) != digest]
    if damaged:
        raise ModelError(
            f"the checkpoint {checkpoint} is damaged: {', '.join(damaged)} is not what was saved; {_fix(checkpoint)}"
        )


def _fix(checkpoint: Path) -> str:
    return f"copy {checkpoint.name} again, or remove it to go on from the one before"
