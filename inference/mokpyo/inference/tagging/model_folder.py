"""A tagger's model on disk: which weights, which tags, which window; every way it can be wrong has its sentence."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from mokpyo.data.errors import LabelError, ModelError
from mokpyo.data.labels import KLUE_CLASSES, OUTSIDE, PROJECT_CLASSES, bio_tags, project_label
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.inference.tagging.hub import download
from mokpyo.inference.tagging.windows import Unit

ONNX_FILE = "model.onnx"
SAFETENSORS_FILE = "model.safetensors"
CONFIG_FILE = "config.json"
MANIFEST_FILE = "mokpyo.json"
BUNDLED = Path(__file__).resolve().parent.parent / "models" / "bundled"

_Struct = TypeVar("_Struct", bound=msgspec.Struct)
_FORMAT = 1
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
_SCHEMES = {"klue": KLUE_CLASSES, "project": PROJECT_CLASSES}
_SMALLEST_WINDOW = 8
_DEFAULT_WINDOW = 512


class Manifest(msgspec.Struct, frozen=True):
    """``mokpyo.json``: what a model says of itself. Folders of other tools have none."""

    format: int = _FORMAT
    name: str | None = None
    window_tokens: int | None = None
    """Longest sequence, special tokens included."""
    unit: Unit = Unit.SENTENCE
    label_scheme: str | None = None
    labels: list[str] | None = None
    sha256: dict[str, str] = {}
    """Digest of each file that must not change."""


class Config(msgspec.Struct, frozen=True):
    """The keys of a ``transformers`` ``config.json`` that tagging needs; a folder with ``model.onnx`` may lack it."""

    model_type: str = ""
    id2label: dict[int, str] | None = None
    max_position_embeddings: int | None = None
    pad_token_id: int | None = None
    vocab_size: int | None = None

    @property
    def longest_sequence(self) -> int | None:
        """Tokens that have a position, special tokens included."""
        if self.max_position_embeddings is None or self.model_type != "roberta":
            return self.max_position_embeddings
        # RoBERTa's table has rows up to its padding index that no token ever uses.
        return self.max_position_embeddings - (self.pad_token_id or 0) - 1


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that was checked: its weights are there and its tags can be read."""

    path: Path
    name: str
    scheme: TagScheme
    window_tokens: int
    unit: Unit
    onnx: Path | None
    safetensors: Path | None
    vocabulary_size: int | None
    """Rows of the embedding table, where ``config.json`` tells."""
    fingerprint: str
    """SHA-256 over the weights and every small file that changes what is tagged."""


def open_model(name_or_folder: str | Path | None = None) -> ModelFolder:
    """Check a model: the bundled one for ``None``, a folder, or else a model id of the Hugging Face Hub.

    Raises :class:`ModelError` where it is not there, incomplete, damaged, or not a BIO tagger of a known label scheme.
    """
    path = _locate(name_or_folder)
    onnx, safetensors = _weights(path)
    manifest = _read_manifest(path)
    config = _read(path / CONFIG_FILE, Config) if (path / CONFIG_FILE).is_file() else Config()
    digests = _digests(path, manifest)
    return ModelFolder(
        path=path,
        name=manifest.name or (str(name_or_folder) if name_or_folder else path.name),
        scheme=_scheme(path, _tags(path, manifest, config)),
        window_tokens=_window(path, manifest.window_tokens or config.longest_sequence or _DEFAULT_WINDOW),
        unit=manifest.unit,
        onnx=onnx,
        safetensors=safetensors,
        vocabulary_size=config.vocab_size,
        fingerprint=hashlib.sha256("\n".join(digests).encode()).hexdigest(),
    )


def _locate(name_or_folder: str | Path | None) -> Path:
    if name_or_folder is None:
        if not BUNDLED.is_dir():
            raise ModelError(f"this installation has no bundled model at {BUNDLED}; install mokpyo again")
        return BUNDLED
    path = Path(name_or_folder).expanduser()
    if path.is_dir():
        return path
    if path.exists():
        raise ModelError(f"{path} is a file, and a model is a folder: name the folder that holds its weights")
    if isinstance(name_or_folder, Path):
        raise ModelError(f"there is no model folder {path}")
    return download(name_or_folder)


def _weights(path: Path) -> tuple[Path | None, Path | None]:
    onnx, safetensors = path / ONNX_FILE, path / SAFETENSORS_FILE
    if onnx.is_file() or safetensors.is_file():
        return onnx if onnx.is_file() else None, safetensors if safetensors.is_file() else None
    wanted = f"{ONNX_FILE} or {SAFETENSORS_FILE}"
    if pickles := sorted(found.name for pattern in _PICKLES for found in path.glob(pattern)):
        raise ModelError(
            f"{path} has its weights in {pickles[0]}, a pickle, which can run any code when it is opened; "
            f"mokpyo opens {wanted} only: save the model again with safe_serialization=True"
        )
    raise ModelError(f"{path} holds no weights: expected {wanted}; name the folder that training or export wrote")


def _read(file: Path, kind: type[_Struct]) -> _Struct:
    try:
        # Keys of JSON objects are strings: not strict, so that id2label's become numbers.
        return msgspec.json.decode(file.read_bytes(), type=kind, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise ModelError(f"{file} does not describe a model: {error}; copy or export the model again") from error


def _read_manifest(path: Path) -> Manifest:
    file = path / MANIFEST_FILE
    manifest = _read(file, Manifest) if file.is_file() else Manifest()
    if manifest.format != _FORMAT:
        raise ModelError(
            f"{file} has format {manifest.format}, and this version of mokpyo reads format {_FORMAT}; "
            "install the version that wrote it, or export the model again"
        )
    return manifest


def _digests(path: Path, manifest: Manifest) -> list[str]:
    """``name digest`` of the files that decide what is tagged. Raises where one is not what the manifest says."""
    hashed = sorted({file.name for file in path.iterdir() if _decides(file)} | set(manifest.sha256))
    lines = []
    for name in hashed:
        file = path / name
        if not file.is_file():
            raise ModelError(f"{path} lacks {name}, which its {MANIFEST_FILE} lists; copy the whole model folder")
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if manifest.sha256.get(name, digest) != digest:
            raise ModelError(
                f"{file} is not the file that {MANIFEST_FILE} lists: its SHA-256 is {digest[:12]}…, expected "
                f"{manifest.sha256[name][:12]}…; copy or download the model again"
            )
        lines.append(f"{name} {digest}")
    return lines


def _decides(file: Path) -> bool:
    return file.is_file() and file.suffix in {".json", ".txt", ".onnx", ".safetensors", ".tsv", ".data"}


def _scheme(path: Path, tags: tuple[str, ...]) -> TagScheme:
    try:
        scheme = TagScheme.from_tags(tags)
        for tag in tags:
            if tag != OUTSIDE:
                project_label(tag[2:])
    except LabelError as error:
        raise ModelError(
            f"{path} is not a tagger of a known label scheme: {error}; fine-tune it on KLUE-NER or on the project's "
            "labels with `mokpyo train`"
        ) from error
    return scheme


def _tags(path: Path, manifest: Manifest, config: Config) -> tuple[str, ...]:
    if manifest.labels:
        return tuple(manifest.labels)
    if config.id2label:
        if set(config.id2label) != set(range(len(config.id2label))):
            raise ModelError(f"{path / CONFIG_FILE} has an id2label whose keys are not 0, 1, 2 …; correct them")
        return tuple(config.id2label[index] for index in range(len(config.id2label)))
    if manifest.label_scheme in _SCHEMES:
        return tuple(bio_tags(_SCHEMES[manifest.label_scheme]))
    raise ModelError(
        f"{path} does not say which labels its outputs mean: expected id2label in {CONFIG_FILE}, or in "
        f"{MANIFEST_FILE} labels or a label_scheme out of {', '.join(_SCHEMES)}"
    )


def _window(path: Path, tokens: int) -> int:
    if tokens < _SMALLEST_WINDOW:
        raise ModelError(f"{path} has a window of {tokens} tokens; {_SMALLEST_WINDOW} is the least that can be tagged")
    return tokens
