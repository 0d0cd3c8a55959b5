"""The folder that a run leaves: what was asked for, what it was made of, and what came out."""

import hashlib
import importlib.metadata
import platform
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec
import yaml

from mokpyo.data.errors import ConfigError, CorpusError, ModelError
from mokpyo.data.morphology import analyser_version
from mokpyo.train.config import RunConfig
from mokpyo.train.pretraining.atomic_files import whole_folder, write_json

CONFIG_FILE = "run.yaml"
"""The resolved config: defaults and overrides included."""
PROVENANCE_FILE = "provenance.json"
METRICS_FILE = "metrics.json"
CARD_FILE = "README.md"

_PACKAGES = (
    "mokpyo",
    "torch",
    "transformers",
    "accelerate",
    "datasets",
    "tokenizers",
    "numpy",
    "scipy",
    "scikit-learn",
    "seqeval",
)

Metrics = Mapping[str, object]


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What a run was made with and of."""

    versions: dict[str, str]
    commit: str | None
    """Git commit of the working directory, ``+changes`` where it had any; ``None`` outside a checkout."""
    data: dict[str, str]
    """SHA-256 of each input file, by its path as the config says it."""


@dataclass(frozen=True)
class RunFolder:
    """An open run. :meth:`create` makes one; a run is whole once it has metrics, which are written last."""

    path: Path

    @classmethod
    def create(
        cls, config: RunConfig, inputs: Iterable[Path], known: Mapping[str, str] = MappingProxyType({})
    ) -> "RunFolder":
        """Make the folder and write config and provenance; ``known`` has the fingerprints of inputs that are no file.

        Raises :class:`ConfigError` where a run is already there, :class:`CorpusError` for a missing input.
        """
        fingerprints = {str(path): fingerprint(path) for path in inputs} | dict(known)
        path = config.output
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ConfigError(f"output: {path} is already there and not an empty folder; remove it or name another")
        path.mkdir(parents=True, exist_ok=True)
        run = cls(path)
        with whole_folder(path, last=CONFIG_FILE) as draft:
            (draft / CONFIG_FILE).write_text(dump_config(config), encoding="utf-8")
            provenance = Provenance(versions=_versions(), commit=_commit(), data=fingerprints)
            write_json(draft / PROVENANCE_FILE, provenance)
        return run

    @contextmanager
    def draft(self) -> Iterator["RunFolder"]:
        """A copy without results, to write them in; they get here once the body is through, the metrics last.

        Where the body fails, the run stays as unfinished as it was.
        """
        with whole_folder(self.path, last=METRICS_FILE) as folder:
            for name in (CONFIG_FILE, PROVENANCE_FILE):
                shutil.copyfile(self.path / name, folder / name)
            yield RunFolder(folder)

    def write_metrics(self, metrics: Metrics) -> None:
        """Write ``metrics.json``: the mark of a finished run."""
        write_json(self.path / METRICS_FILE, metrics)

    def read_metrics(self) -> dict[str, object]:
        """Metrics of a finished run. Raises :class:`ModelError` where the run has none."""
        try:
            return msgspec.json.decode((self.path / METRICS_FILE).read_bytes(), type=dict[str, object])
        except OSError as error:
            raise ModelError(
                f"{self.path} is no finished run: it has no {METRICS_FILE}; train it to the end"
            ) from error
        except msgspec.DecodeError as error:
            raise ModelError(f"{self.path / METRICS_FILE} is damaged: {error}") from error

    def read_provenance(self) -> Provenance:
        """What :meth:`create` wrote."""
        try:
            return msgspec.json.decode((self.path / PROVENANCE_FILE).read_bytes(), type=Provenance)
        except (OSError, msgspec.DecodeError) as error:
            raise ModelError(f"{self.path / PROVENANCE_FILE} cannot be read: {error}") from error


def dump_config(config: RunConfig) -> str:
    """The config as YAML that :func:`~mokpyo.train.config_reading.read_config` reads back."""
    return yaml.safe_dump(msgspec.to_builtins(config, enc_hook=str), allow_unicode=True, sort_keys=False)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises :class:`CorpusError` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise CorpusError(f"the input {path} cannot be read: {error.strerror}; check the path in the config") from error


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version(), "analyser": analyser_version()}
    for package in _PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = "not installed"
    return found


def _commit() -> str | None:
    try:
        commit = _git("rev-parse", "HEAD")
        return commit + ("+changes" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)  # noqa: S603, S607
    return done.stdout.strip()
