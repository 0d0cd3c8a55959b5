"""A data set as ``datasets`` opens it: an id of the Hugging Face Hub, read as it comes in, or a folder saved here."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import datasets
import huggingface_hub
from huggingface_hub.errors import HfHubHTTPError

from mokpyo.data.errors import CorpusError, RunError

_SAVED = ("dataset_dict.json", "state.json")
"""Files by which a folder of ``save_to_disk`` is known."""


class HubDataset:
    """One split of a data set; see :class:`~mokpyo.inference.corpus.tables.RowTable`."""

    def __init__(self, path: str, subset: str | None, split: str) -> None:
        self._path = path
        self._split = split
        self.name = f"hub:{path}" + (f"/{subset}" if subset else "") + f", {split}"
        try:
            self.version, self._rows = self._saved() if _is_saved(path) else self._streamed(subset)
        except KeyError as error:
            raise CorpusError(f"{self.name}: the data set has no such split: {error}; name one with --split") from error
        except _WRONG as error:
            raise CorpusError(
                f"the data set {self.name} cannot be opened: {_sentence(error)}; check its name, --subset, --split and "
                "the network"
            ) from error

    def columns(self) -> list[str] | None:
        """See :class:`~mokpyo.inference.corpus.tables.RowTable`."""
        return cast("list[str] | None", self._rows.column_names)

    def rows(self) -> Iterator[Mapping[str, object]]:
        """See :class:`~mokpyo.inference.corpus.tables.RowTable`."""
        try:
            yield from self._rows
        except _FAILURES as error:
            raise RunError(
                f"the data set {self.name} broke off: {_sentence(error)}; go on with --resume once it can be reached"
            ) from error

    def _saved(self) -> tuple[str, Any]:
        saved = datasets.load_from_disk(self._path)
        rows = saved[self._split] if isinstance(saved, datasets.DatasetDict) else saved
        digest = hashlib.sha256()
        for file in sorted(Path(self._path).rglob("*")):
            if file.is_file():
                digest.update(f"{file.relative_to(self._path).as_posix()}\0".encode())
                with file.open("rb") as stream:
                    digest.update(hashlib.file_digest(stream, "sha256").digest())
        return digest.hexdigest(), rows

    def _streamed(self, subset: str | None) -> tuple[str, Any]:
        # The revision is looked up first and then read, so that nothing changes under a run that is resumed.
        revision = str(huggingface_hub.HfApi().dataset_info(self._path).sha)
        rows = datasets.load_dataset(self._path, subset, split=self._split, revision=revision, streaming=True)
        return revision, rows


# Second in line is the base of all errors of the HTTP library, whichever this version of the Hub's client uses.
_FAILURES: tuple[type[Exception], ...] = (OSError, datasets.exceptions.DatasetsError, HfHubHTTPError.__mro__[1])
_WRONG: tuple[type[Exception], ...] = (ValueError, *_FAILURES)


def _is_saved(path: str) -> bool:
    return any((Path(path) / file).is_file() for file in _SAVED)


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
