import json
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import (
    BertForTokenClassification,
    ElectraConfig,
    ElectraForTokenClassification,
    RobertaConfig,
    RobertaForTokenClassification,
)

from mokpyo.data.errors import ModelError
from mokpyo.inference.tagging import backends
from mokpyo.inference.tagging.backends import (
    BackendName,
    OnnxBackend,
    TorchBackend,
    default_batching,
    default_threads,
    open_backend,
)
from mokpyo.inference.tagging.bert import load_bert
from mokpyo.inference.tagging.model_folder import open_model

NAMES = ("input_ids", "attention_mask", "token_type_ids")


def padded_batch(vocabulary_size: int, types: int = 2) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(3)
    ids = random.integers(5, vocabulary_size, (3, 11))
    mask = np.ones_like(ids)
    mask[1, 6:] = 0
    return ids, mask, random.integers(0, types, (3, 11))


def expected_logits(model: torch.nn.Module, batch: tuple[np.ndarray, ...]) -> np.ndarray:
    with torch.inference_mode():
        return model(**{name: torch.from_numpy(array) for name, array in zip(NAMES, batch, strict=True)}).logits.numpy()


def assert_same_where_attended(expected: np.ndarray, actual: np.ndarray, mask: np.ndarray) -> None:
    np.testing.assert_allclose(actual[mask == 1], expected[mask == 1], atol=1e-4)


def test_torch_backend_gives_what_transformers_gives(tiny_bert: BertForTokenClassification, hub_folder: Path) -> None:
    batch = padded_batch(tiny_bert.config.vocab_size)
    actual = TorchBackend(hub_folder, threads=1).logits(*batch)
    assert actual.dtype == np.float32
    assert_same_where_attended(expected_logits(tiny_bert, batch), actual, batch[1])


def test_onnx_backend_gives_what_transformers_gives(tiny_bert: BertForTokenClassification, onnx_file: Path) -> None:
    batch = padded_batch(tiny_bert.config.vocab_size)
    actual = OnnxBackend(onnx_file, threads=1).logits(*batch)
    assert actual.dtype == np.float32
    assert_same_where_attended(expected_logits(tiny_bert, batch), actual, batch[1])


@pytest.mark.parametrize(
    "model",
    [
        RobertaForTokenClassification(
            RobertaConfig(
                vocab_size=40, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=24,
                max_position_embeddings=30, type_vocab_size=1, num_labels=3,
            )
        ),
        ElectraForTokenClassification(
            ElectraConfig(
                vocab_size=40, embedding_size=8, hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
                intermediate_size=24, max_position_embeddings=30, num_labels=3,
            )
        ),
    ],
    ids=["roberta", "electra"],
)  # fmt: skip
def test_torch_backend_runs_relatives_of_bert(model: torch.nn.Module, tmp_path: Path) -> None:
    model.eval().save_pretrained(tmp_path)
    batch = padded_batch(40, types=1)
    actual = TorchBackend(tmp_path, threads=1).logits(*batch)
    assert_same_where_attended(expected_logits(model, batch), actual, batch[1])


def test_padding_changes_nothing(tiny_bert: BertForTokenClassification, onnx_file: Path) -> None:
    ids, mask, types = padded_batch(tiny_bert.config.vocab_size)
    backend = OnnxBackend(onnx_file, threads=1)
    alone = backend.logits(ids[1:2, :6], mask[1:2, :6], types[1:2, :6])
    np.testing.assert_allclose(backend.logits(ids, mask, types)[1, :6], alone[0], atol=1e-4)


def test_a_file_that_is_no_graph_is_a_model_error(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"not a graph")
    with pytest.raises(ModelError, match=r"model\.onnx is not a model that ONNX Runtime can open"):
        OnnxBackend(file, threads=1)


def test_token_ids_outside_the_vocabulary_are_a_model_error(onnx_file: Path) -> None:
    wrong = np.full((1, 4), 10_000, dtype=np.int64)
    with pytest.raises(ModelError, match=r"fails on \(1, 4\) token ids"):
        OnnxBackend(onnx_file, threads=1).logits(wrong, np.ones_like(wrong), np.zeros_like(wrong))


def test_onnx_comes_first_where_both_are_there(hub_folder: Path, onnx_file: Path, tmp_path: Path) -> None:
    for file in [*hub_folder.iterdir(), onnx_file]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    model = open_model(tmp_path)
    assert OnnxBackend is type(open_backend(model))
    assert TorchBackend is type(open_backend(model, BackendName.TORCH))


def test_bfloat16_comes_close(tiny_bert: BertForTokenClassification, hub_folder: Path) -> None:
    """What runs on CUDA, here on the CPU."""
    ids, mask, types = (torch.from_numpy(array) for array in padded_batch(tiny_bert.config.vocab_size))
    scores = load_bert(hub_folder, "cpu", torch.bfloat16).logits(ids, mask, types)
    assert torch.bfloat16 is scores.dtype
    expected = expected_logits(tiny_bert, (ids.numpy(), mask.numpy(), types.numpy()))
    np.testing.assert_allclose(scores.float()[mask == 1], expected[mask.numpy() == 1], atol=0.2)


@pytest.mark.parametrize(("smallest", "cuda", "expected"), [(0, True, True), (0, False, False), (10**9, True, False)])
def test_torch_is_chosen_for_large_weights_where_cuda_is_at_hand(
    smallest: int, cuda: bool, expected: bool, hub_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backends, "_SMALL_MODEL_BYTES", smallest)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    assert expected is backends._pays_on_cuda(open_model(hub_folder))


def test_an_accelerator_gets_calls_of_many_articles(hub_folder: Path) -> None:
    model = open_model(hub_folder)
    assert not default_batching(model).across_articles
    there = default_batching(model, accelerated=True)
    assert there.across_articles
    assert there.tokens > 10 * default_batching(model).tokens


def test_a_backend_without_its_weights_is_a_model_error(hub_folder: Path) -> None:
    with pytest.raises(ModelError, match=r"has no model\.onnx, which the backend onnx needs"):
        open_backend(open_model(hub_folder), BackendName.ONNX)


def rewritten_config(hub_folder: Path, folder: Path, changes: dict[str, object]) -> Path:
    for file in hub_folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    config = json.loads((folder / "config.json").read_text()) | changes
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"model_type": "t5"}, "describes a 't5' model"),
        ({"hidden_act": "swish"}, "activation 'swish'"),
        ({"hidden_size": "wide"}, "is not the configuration of a BERT model: Expected `int`, got `str`"),
        ({"num_hidden_layers": 3}, r"lacks encoder\.layer\.2\.output\.LayerNorm\.weight"),
    ],
)
def test_another_architecture_is_a_model_error(
    hub_folder: Path, tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        TorchBackend(rewritten_config(hub_folder, tmp_path, changes), threads=1)


def test_an_encoder_without_a_classifier_is_a_model_error(
    tiny_bert: BertForTokenClassification, hub_folder: Path, tmp_path: Path
) -> None:
    rewritten_config(hub_folder, tmp_path, {})
    tiny_bert.bert.save_pretrained(tmp_path)
    with pytest.raises(ModelError, match="an encoder without a token classifier"):
        TorchBackend(tmp_path, threads=1)


def test_damaged_safetensors_are_a_model_error(hub_folder: Path, tmp_path: Path) -> None:
    rewritten_config(hub_folder, tmp_path, {})
    (tmp_path / "model.safetensors").write_bytes(b"\x00" * 40)
    with pytest.raises(ModelError, match="damaged or no safetensors file"):
        TorchBackend(tmp_path, threads=1)


def test_a_small_model_gets_one_thread_and_a_large_one_four_at_most() -> None:
    assert 1 == default_threads(6_000_000)
    assert 1 <= default_threads(440_000_000) <= 4
