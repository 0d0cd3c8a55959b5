"""The encoded corpus on disk: shards of rows, and the index that says which are whole."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from mokpyo.data.errors import CorpusError
from mokpyo.train.pretraining.atomic_files import write_json
from mokpyo.train.pretraining.settings import MaskingUnit
from mokpyo.train.run_folder import fingerprint

INDEX_FILE = "packed.json"
ENCODING_FOLDER = "encoding"
FORMAT = 1

Rows = npt.NDArray[np.void]
"""*Shape* (rows, window) or (tokens,), of :func:`token_type`."""

_SMALL_VOCABULARY = 1 << 16


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One raw file, by what can be told of it without reading it."""

    name: str
    bytes: int


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the rows depend on: a corpus is gone on with, or used, under an equal recipe alone."""

    sources: list[Source]
    text_field: str
    share: float
    seed: int
    window_tokens: int
    unit: MaskingUnit
    encoding: dict[str, str]
    """SHA-256 of each file of the text encoding."""


class Shard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of rows."""

    name: str
    rows: int
    sha256: str
    counts: dict[str, int]
    """Of its paragraphs, characters, tokens (without specials), unknown tokens and padding."""


class PackedIndex(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Contents of ``packed.json``, written anew after each shard."""

    format: int = FORMAT
    recipe: Recipe
    vocabulary_size: int
    shards: list[Shard]
    complete: bool

    def count(self, name: str) -> int:
        """Sum of one count over all shards."""
        return sum(shard.counts.get(name, 0) for shard in self.shards)

    def save(self, folder: Path) -> None:
        """Replace the index in one step."""
        write_json(folder / INDEX_FILE, self)


def token_type(vocabulary_size: int) -> np.dtype[np.void]:
    """What is kept of a token: its id, its token type, and whether it starts a unit."""
    return np.dtype([("id", "<u2" if vocabulary_size <= _SMALL_VOCABULARY else "<u4"), ("type", "u1"), ("start", "?")])


def read_index(folder: Path) -> PackedIndex | None:
    """The index of ``folder``, ``None`` where there is none. Raises :class:`CorpusError` where it is damaged."""
    path = folder / INDEX_FILE
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=PackedIndex)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}; remove {folder} and pack the raw text again") from error


def check_shards(folder: Path, index: PackedIndex) -> None:
    """Raise :class:`CorpusError` where a shard is missing or is not what was written."""
    for shard in index.shards:
        path = folder / shard.name
        if not path.is_file() or fingerprint(path) != shard.sha256:
            state = "damaged" if path.is_file() else "missing"
            raise CorpusError(f"the packed corpus {path} is {state}; copy {folder} again, or remove it to pack it anew")


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of each file in ``folder``, by name."""
    return {path.name: fingerprint(path) for path in sorted(folder.iterdir()) if path.is_file()}


def differing(left: object, right: object, place: str = "") -> list[str]:
    """Dotted places at which two structures of mappings and plain values differ."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        places = [differing(left.get(key), right.get(key), f"{place}.{key}".lstrip(".")) for key in {**left, **right}]
        return [found for inner in places for found in inner]
    return [] if left == right else [place]


class PackedRows:
    """All rows of a whole packed corpus by number; each is read when it is asked for, so that memory stays flat."""

    def __init__(self, folder: Path, index: PackedIndex) -> None:
        self._files = [str(folder / shard.name) for shard in index.shards]
        self._window = index.recipe.window_tokens
        self._dtype = token_type(index.vocabulary_size)
        self._ends = np.cumsum([shard.rows for shard in index.shards], dtype=np.int64)
        self._headers = [self._header_bytes(folder, shard) for shard in index.shards]

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    def __getitem__(self, index: int) -> Rows:
        """Tokens of one row, *shape* (window,)."""
        if not 0 <= index < len(self):
            raise IndexError(f"row {index} is not in range({len(self)})")
        shard = int(np.searchsorted(self._ends, index, side="right"))
        row = index - (int(self._ends[shard - 1]) if shard else 0)
        # Not a memory map: its pages would count as this process's memory, more of them with a larger corpus.
        offset = self._headers[shard] + row * self._window * self._dtype.itemsize
        return np.fromfile(self._files[shard], dtype=self._dtype, count=self._window, offset=offset)

    def _header_bytes(self, folder: Path, shard: Shard) -> int:
        path = folder / shard.name
        return path.stat().st_size - shard.rows * self._window * self._dtype.itemsize
