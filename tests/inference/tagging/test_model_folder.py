import hashlib
import json
import sys
from pathlib import Path

import pytest

from mokpyo.data.errors import ModelError
from mokpyo.data.labels import KLUE_CLASSES, PROJECT_CLASSES, bio_tags
from mokpyo.inference.tagging.model_folder import open_model
from mokpyo.inference.tagging.windows import Unit


def write_folder(folder: Path, **files: object) -> Path:
    """Files by name with ``_`` for ``.``: bytes as they are, anything else as JSON."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(data)
    return folder


def id2label(tags: list[str]) -> dict[str, str]:
    return {str(at): tag for at, tag in enumerate(tags)}


def test_a_folder_of_transformers_says_all_that_is_needed(hub_folder: Path) -> None:
    model = open_model(hub_folder)
    assert tuple(bio_tags(KLUE_CLASSES)) == model.scheme.tags
    assert (48, Unit.SENTENCE) == (model.window_tokens, model.unit)
    assert (None, hub_folder / "model.safetensors") == (model.onnx, model.safetensors)
    assert str(hub_folder) == model.name


@pytest.mark.parametrize(
    ("manifest", "config", "expected"),
    [
        ({"label_scheme": "project"}, None, bio_tags(PROJECT_CLASSES)),
        ({"label_scheme": "klue"}, None, bio_tags(KLUE_CLASSES)),
        ({"labels": ["O", "B-DT"]}, {"id2label": id2label(["O", "B-QT"])}, ["O", "B-DT"]),
        ({}, {"id2label": id2label(["B-QT", "I-QT", "O"])}, ["B-QT", "I-QT", "O"]),
    ],
)
def test_where_the_labels_come_from(
    tmp_path: Path, manifest: dict[str, object], config: object, expected: list[str]
) -> None:
    files = {"mokpyo_json": {"format": 1, **manifest}, "model_onnx": b"graph"}
    write_folder(tmp_path, **files, **({"config_json": config} if config else {}))
    assert tuple(expected) == open_model(tmp_path).scheme.tags


@pytest.mark.parametrize(
    ("manifest", "config", "expected"),
    [
        ({"window_tokens": 128}, {"max_position_embeddings": 300}, 128),
        ({}, {"max_position_embeddings": 300}, 300),
        ({}, {"max_position_embeddings": 514, "model_type": "roberta", "pad_token_id": 1}, 512),
        ({}, {}, 512),
    ],
)
def test_where_the_window_comes_from(
    tmp_path: Path, manifest: dict[str, object], config: dict[str, object], expected: int
) -> None:
    config = {"id2label": id2label(["O", "B-QT"]), **config}
    write_folder(tmp_path, mokpyo_json=manifest, config_json=config, model_onnx=b"graph")
    assert expected == open_model(tmp_path).window_tokens


def test_the_fingerprint_changes_with_the_weights_alone(tmp_path: Path) -> None:
    manifest = {"label_scheme": "project", "unit": "article", "name": "sea"}
    first = open_model(write_folder(tmp_path / "a", mokpyo_json=manifest, model_onnx=b"graph"))
    same = open_model(write_folder(tmp_path / "b", mokpyo_json=manifest, model_onnx=b"graph", README_md=b"card"))
    other = open_model(write_folder(tmp_path / "c", mokpyo_json=manifest, model_onnx=b"other"))
    assert ("sea", Unit.ARTICLE) == (first.name, first.unit)
    assert first.fingerprint == same.fingerprint
    assert first.fingerprint != other.fingerprint


def test_a_listed_checksum_that_fits_is_accepted(tmp_path: Path) -> None:
    manifest = {"label_scheme": "project", "sha256": {"model.onnx": hashlib.sha256(b"graph").hexdigest()}}
    assert open_model(write_folder(tmp_path, mokpyo_json=manifest, model_onnx=b"graph")).onnx is not None


GOOD = {"mokpyo_json": {"label_scheme": "project"}, "model_onnx": b"graph"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, r"holds no weights: expected model\.onnx or model\.safetensors"),
        ({"pytorch_model_bin": b"pickle"}, r"pytorch_model\.bin, a pickle, .* opens model\.onnx or model\.safetensors"),
        ({"model_onnx": b"graph"}, "does not say which labels its outputs mean"),
        (GOOD | {"mokpyo_json": {"label_scheme": "conll"}}, "does not say which labels"),
        (GOOD | {"mokpyo_json": {"labels": ["O", "B-MISC"]}}, "known label scheme: label 'MISC' is in neither scheme"),
        (GOOD | {"mokpyo_json": {"labels": ["LABEL_0", "LABEL_1"]}}, "known label scheme: .* not BIO"),
        (GOOD | {"mokpyo_json": {"labels": ["O", "I-ORG"]}}, "no 'B-ORG' beside it"),
        (GOOD | {"mokpyo_json": {"format": 2}}, "has format 2, and this version of mokpyo reads format 1"),
        (GOOD | {"mokpyo_json": {"window_tokens": "wide"}}, r"Expected `int \| null`, got `str` - at `\$\.window_tok"),
        (GOOD | {"mokpyo_json": {"unit": "page"}}, r"Invalid enum value 'page' - at `\$\.unit`"),
        (GOOD | {"mokpyo_json": b"{"}, "does not describe a model"),
        (GOOD | {"mokpyo_json": b"\xff"}, "does not describe a model"),
        (GOOD | {"mokpyo_json": {"label_scheme": "klue", "window_tokens": 3}}, "a window of 3 tokens"),
        (
            GOOD | {"mokpyo_json": {"label_scheme": "klue", "sha256": {"model.onnx": "0" * 64}}},
            r"model\.onnx is not the file that mokpyo\.json lists: its SHA-256 is [0-9a-f]{12}…, expected 0{12}…",
        ),
        (
            GOOD | {"mokpyo_json": {"label_scheme": "klue", "sha256": {"vocab.txt": "0" * 64}}},
            r"lacks vocab\.txt, which its mokpyo\.json lists",
        ),
        ({"model_onnx": b"", "config_json": {"id2label": {"1": "O"}}}, "keys are not 0, 1, 2"),
        ({"model_onnx": b"", "config_json": {"id2label": {"a": "O"}}}, "does not describe a model"),
    ],
)
def test_a_folder_that_cannot_tag_is_a_model_error(tmp_path: Path, files: dict[str, object], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        open_model(write_folder(tmp_path, **files))


def test_a_file_is_no_model_folder(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"graph")
    with pytest.raises(ModelError, match=r"model\.onnx is a file, and a model is a folder"):
        open_model(file)


def test_a_path_that_is_not_there_is_never_looked_for_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no model folder"):
        open_model(tmp_path / "missing")


@pytest.mark.parametrize("name", ["./runs/sea", "/nowhere/sea", "runs/sea/last", "a b", "-x/y"])
def test_a_name_that_is_no_hub_id_is_a_model_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match="there is no model folder"):
        open_model(name)


def test_a_hub_id_without_the_hub_client_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(ModelError, match=r"no folder 'sea/breeze'; .*`pip install 'mokpyo\[train\]'`"):
        open_model("sea/breeze")


def test_a_hub_id_offline_is_a_model_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    huggingface_hub = pytest.importorskip("huggingface_hub")

    def offline(*_: object, **__: object) -> str:
        raise huggingface_hub.errors.LocalEntryNotFoundError("no connection")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(ModelError, match=r"no folder 'sea/breeze', and no model .* connect to the network"):
        open_model("sea/breeze")


def test_a_hub_id_opens_what_the_client_downloads(hub_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huggingface_hub = pytest.importorskip("huggingface_hub")
    asked: list[tuple[str, list[str]]] = []

    def snapshot_download(model_id: str, allow_patterns: list[str]) -> str:
        asked.append((model_id, allow_patterns))
        return str(hub_folder)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot_download)
    assert "sea/breeze" == open_model("sea/breeze").name
    assert ["sea/breeze"] == [model_id for model_id, _ in asked]
    assert not any(pattern.endswith((".bin", "*")) for pattern in asked[0][1])
