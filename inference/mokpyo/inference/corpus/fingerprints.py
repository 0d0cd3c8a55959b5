"""What a run's result depends on, written down so that a resumed run can tell whether it is still the same."""

import hashlib
import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import analyser_version
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.sources import Source, printable
from mokpyo.inference.corpus.tables import RowTable
from mokpyo.inference.tagging.model_folder import ModelFolder

FORMAT = 1
_PACKAGES = ("mokpyo", "onnxruntime", "pyarrow")


class ModelFingerprint(msgspec.Struct, frozen=True):
    """Which model tags."""

    name: str
    sha256: str


class InputFingerprint(msgspec.Struct, frozen=True):
    """One input as given, and what is in it."""

    path: str
    files: int
    bytes: int
    sha256: str
    """Of the only file, or over the name and digest of each; of a data set of the Hub its revision."""


class Provenance(msgspec.Struct, frozen=True):
    """Equal provenance gives equal bytes."""

    format: int
    versions: dict[str, str]
    model: ModelFingerprint
    settings: CorpusSettings
    inputs: list[InputFingerprint]

    def changes(self, other: "Provenance") -> list[str]:
        """Which of its parts ``other`` has otherwise."""
        return [name for name in self.__struct_fields__ if getattr(self, name) != getattr(other, name)]


def provenance(
    inputs: Sequence[Path | RowTable], sources: Sequence[Sequence[Source]], model: ModelFolder, settings: CorpusSettings
) -> Provenance:
    """The provenance of a run; reads every input once."""
    return Provenance(
        format=FORMAT,
        versions={
            **{package: importlib.metadata.version(package) for package in _PACKAGES},
            "analyser": analyser_version(),
        },
        model=ModelFingerprint(model.name, model.fingerprint),
        settings=settings,
        inputs=[_fingerprint(path, files) for path, files in zip(inputs, sources, strict=True)],
    )


def _fingerprint(path: Path | RowTable, sources: Sequence[Source]) -> InputFingerprint:
    if not isinstance(path, Path):
        return InputFingerprint(path=path.name, files=0, bytes=0, sha256=path.version)
    digests = [_digest(source.path) for source in sources]
    over_all = hashlib.sha256()
    for source, digest in zip(sources, digests, strict=True):
        over_all.update(f"{source.name}\0{digest}\n".encode())
    return InputFingerprint(
        path=printable(path),
        files=len(sources),
        bytes=sum(source.path.stat().st_size for source in sources),
        sha256=digests[0] if len(digests) == 1 else over_all.hexdigest(),
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}; correct that or leave it out") from error
