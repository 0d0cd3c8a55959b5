"""``mokpyo.json``, by which the tagger knows a model folder and whether its files are whole."""

from pathlib import Path

import msgspec

from mokpyo.data.encodings.protocol import ENCODING_FILE
from mokpyo.data.encodings.vocabulary import VOCABULARY_FILE
from mokpyo.data.encodings.wordpiece import TOKENIZER_FILE
from mokpyo.inference.tagging.model_folder import CONFIG_FILE, MANIFEST_FILE, ONNX_FILE, SAFETENSORS_FILE
from mokpyo.train.run_folder import fingerprint

_GUARDED = (ONNX_FILE, SAFETENSORS_FILE, CONFIG_FILE, ENCODING_FILE, VOCABULARY_FILE, TOKENIZER_FILE)


def write_manifest(
    folder: Path, *, name: str, window_tokens: int, label_scheme: str, scores: dict[str, float] | None = None
) -> None:
    """Describe the model in ``folder``; ``scores`` are F1 by the name of what was measured."""
    manifest = {
        "format": 1,
        "name": name,
        "window_tokens": window_tokens,
        "unit": "sentence",
        "label_scheme": label_scheme,
        "scores": scores or {},
        "sha256": {file: fingerprint(folder / file) for file in _GUARDED if (folder / file).is_file()},
    }
    (folder / MANIFEST_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
