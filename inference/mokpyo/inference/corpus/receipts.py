"""What a run has done so far, kept in its output folder until it is complete."""

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from mokpyo.data.errors import CorpusError
from mokpyo.inference.corpus.atomic_files import remove_drafts, write_json
from mokpyo.inference.corpus.fingerprints import Provenance
from mokpyo.inference.corpus.records import Failure

PROGRESS_FOLDER = ".progress"
MANIFEST_FILE = "manifest.json"
ERRORS_FILE = "errors.jsonl"
_RUN_FILE = "run.json"
_Contents = TypeVar("_Contents", bound=msgspec.Struct)


class Counts(msgspec.Struct, frozen=True):
    """What a run or a shard of it came to."""

    records: int = 0
    documents: int = 0
    duplicates: int = 0
    """Documents that share text, title and date with an earlier one of their shard, and so its reading."""
    failures: int = 0
    entities: int = 0
    centers: int = 0
    targets: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


class Receipt(msgspec.Struct, frozen=True):
    """A shard that is done; written after its files, so that its presence means theirs."""

    shard: int
    counts: Counts
    files: dict[str, int]
    """Size of each file in bytes."""
    failures: list[Failure]


class Manifest(msgspec.Struct, frozen=True):
    """``manifest.json``: written last, so that its presence means that the result is complete."""

    provenance: Provenance
    shards: int
    counts: Counts


class Progress:
    """The receipts in an output folder."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._folder = output / PROGRESS_FOLDER

    def started(self) -> Provenance | None:
        """What the run in this folder was started on, ``None`` where none is under way."""
        return _read(self._folder / _RUN_FILE, Provenance)

    def finished(self) -> Manifest | None:
        """The manifest of a complete run."""
        return _read(self._output / MANIFEST_FILE, Manifest)

    def start(self, started_on: Provenance) -> None:
        """Begin, or go on with what is already there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        remove_drafts(self._output)
        remove_drafts(self._folder)
        write_json(self._folder / _RUN_FILE, started_on)

    def receipt(self, shard: int) -> Receipt | None:
        """The receipt of a shard whose files are there as it says."""
        receipt = _read(self._path(shard), Receipt)
        return receipt if receipt is not None and self._holds(receipt) else None

    def write(self, receipt: Receipt) -> None:
        """Record a shard as done."""
        write_json(self._path(receipt.shard), receipt)

    def clear(self) -> None:
        """Remove the receipts of a complete run."""
        # First what says that a run is under way: a kill in between leaves a complete result.
        (self._folder / _RUN_FILE).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            shutil.rmtree(self._folder)

    def _path(self, shard: int) -> Path:
        return self._folder / f"shard-{shard:05d}.json"

    def _holds(self, receipt: Receipt) -> bool:
        try:
            return all((self._output / name).stat().st_size == size for name, size in receipt.files.items())
        except OSError:
            return False


def is_unused(output: Path) -> bool:
    """Whether nothing lies in the folder but what a run leaves that was killed before it began."""
    return all(path.name == PROGRESS_FOLDER and not (path / _RUN_FILE).exists() for path in output.iterdir())


def check_unchanged(before: Provenance, now: Provenance, output: Path) -> None:
    """Raise :class:`CorpusError` naming what differs from the run that is to be resumed."""
    if changes := before.changes(now):
        raise CorpusError(
            f"the run in {output} was started with other {_listed(changes)} than this call; "
            "resume it with those, or start anew in another --output"
        )


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _read(path: Path, kind: type[_Contents]) -> _Contents | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise CorpusError(f"{path} is not of this version of mokpyo: {error}; choose another --output") from error
