"""Folders in parts small enough to carry: to a machine with an accelerator, and its weights back.

    python -m mokpyo.train.parts split FOLDER PARTS [--halve]
    python -m mokpyo.train.parts join PARTS FOLDER

``--halve`` writes the weights in 16 bits and leaves out checkpoints, TensorBoard's files and earlier drafts.
"""

import hashlib
import io
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import typer

from mokpyo.data.errors import MokpyoError, RunError

PART_BYTES = 16_000_000
LIST_FILE = "parts.json"

_WEIGHTS = "model.safetensors"
_PRESET = 3

app = typer.Typer(add_completion=False)


class Parts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Contents of ``parts.json``: names of the parts in order, and SHA-256 of each."""

    sha256: dict[str, str]


class _PartWriter(io.RawIOBase):
    """A stream cut into files of :data:`PART_BYTES`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pending = bytearray()
        self.sha256: dict[str, str] = {}

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = bytes(memoryview(data))  # type: ignore[arg-type]
        self._pending += given
        while len(self._pending) >= PART_BYTES:
            self._write_part()
        return len(given)

    def finish(self) -> None:
        """Write the last part and the list."""
        if self._pending:
            self._write_part()
        (self._folder / LIST_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(Parts(sha256=self.sha256))))

    def _write_part(self) -> None:
        part = bytes(self._pending[:PART_BYTES])
        del self._pending[:PART_BYTES]
        name = f"part-{len(self.sha256):03}"
        (self._folder / name).write_bytes(part)
        self.sha256[name] = hashlib.sha256(part).hexdigest()


class _PartReader(io.RawIOBase):
    """The parts as one stream, each checked before any of it is given out."""

    def __init__(self, folder: Path, parts: Parts) -> None:
        self._parts = self._checked(folder, parts)
        self._pending = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        if not self._pending:
            self._pending = next(self._parts, b"")
        target = memoryview(buffer)  # type: ignore[arg-type]
        taken = self._pending[: len(target)]
        target[: len(taken)] = taken
        self._pending = self._pending[len(taken) :]
        return len(taken)

    @staticmethod
    def _checked(folder: Path, parts: Parts) -> Iterator[bytes]:
        for name, digest in parts.sha256.items():
            part = (folder / name).read_bytes() if (folder / name).is_file() else b""
            if hashlib.sha256(part).hexdigest() != digest:
                raise RunError(f"{folder / name} is {'damaged' if part else 'missing'}; copy it again")
            yield part


@app.command()
def split(folder: Path, parts: Path, halve: bool = False) -> None:
    """Write ``folder``, compressed, as parts of at most 16 MB into the new folder ``parts``.

    Raises :class:`RunError` where ``folder`` is none or ``parts`` is already there.
    """
    if not folder.is_dir():
        raise RunError(f"{folder} is no folder; name a run, or a packed corpus")
    if parts.exists():
        raise RunError(f"{parts} is already there; remove it or name another")
    with tempfile.TemporaryDirectory() as draft:
        if halve:
            folder = halve_weights(folder, Path(draft))
        parts.mkdir(parents=True)
        writer = _PartWriter(parts)
        with tarfile.open(fileobj=writer, mode="w:xz", preset=_PRESET) as archive:  # type: ignore[call-overload]
            archive.add(folder, arcname=".")
        writer.finish()


@app.command()
def join(parts: Path, folder: Path) -> None:
    """Unpack what :func:`split` wrote into the new folder ``folder``; it appears whole or not at all.

    Raises :class:`RunError` for a part that is missing or damaged, and where ``folder`` is already there.
    """
    if folder.exists():
        raise RunError(f"{folder} is already there; remove it or name another")
    try:
        listed = msgspec.json.decode((parts / LIST_FILE).read_bytes(), type=Parts)
    except (OSError, msgspec.DecodeError) as error:
        raise RunError(f"{parts / LIST_FILE} cannot be read: {error}; copy it again") from error
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".join-") as draft:
        whole = Path(draft) / folder.name
        stream = io.BufferedReader(_PartReader(parts, listed))
        with tarfile.open(fileobj=stream, mode="r|xz") as archive:
            archive.extractall(whole, filter="data")
        whole.replace(folder)


def halve_weights(run: Path, folder: Path) -> Path:
    """Copy the files of a finished run's own level into ``folder``, its weights in float16.

    A weight is rounded to 11 bits: far below what fine-tuning changes. Raises :class:`RunError` where the run has
    no weights.
    """
    import torch
    from safetensors.torch import load_file, save_file

    if not (run / _WEIGHTS).is_file():
        raise RunError(f"{run} has no {_WEIGHTS}: train it to the end, or split it without --halve")
    for file in run.iterdir():
        if file.is_file() and file.name != _WEIGHTS:
            (folder / file.name).write_bytes(file.read_bytes())
    weights = load_file(run / _WEIGHTS)
    halved = {name: value.to(torch.float16) if value.is_floating_point() else value for name, value in weights.items()}
    save_file(halved, folder / _WEIGHTS, metadata={"format": "pt"})
    return folder


if __name__ == "__main__":
    try:
        app()
    except MokpyoError as error:
        raise SystemExit(f"mokpyo: {error}") from error
