"""A transformer's graph has one node for each attention, and gives what the traced model gives."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import pytest
import torch
from transformers import (
    BertConfig,
    BertForTokenClassification,
    ElectraConfig,
    ElectraForTokenClassification,
    PreTrainedModel,
    RobertaConfig,
    RobertaForTokenClassification,
)

from mokpyo.inference.tagging.backends import Logits, OnnxBackend
from mokpyo.train.fused_attention import fused_attention
from mokpyo.train.onnx_graph import quantise_graph, write_graph

LAYERS = 2
SHAPE = {
    "vocab_size": 50,
    "hidden_size": 32,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": 4,
    "intermediate_size": 64,
    "max_position_embeddings": 64,
    "initializer_range": 0.5,
}
FAMILIES = (
    (BertForTokenClassification, BertConfig),
    (RobertaForTokenClassification, RobertaConfig),
    (ElectraForTokenClassification, ElectraConfig),
)
LENGTHS = (11, 4, 1)


def batch_of(lengths: tuple[int, ...]) -> tuple[torch.Tensor, torch.Tensor]:
    mask = torch.tensor([[int(at < length) for at in range(max(lengths))] for length in lengths])
    return torch.randint(5, 50, mask.shape, generator=torch.Generator().manual_seed(1)) * mask, mask


class Exported(NamedTuple):
    """A model and its graph in fp32."""

    model: PreTrainedModel
    path: Path

    def logits(self, ids: torch.Tensor, mask: torch.Tensor) -> Logits:
        """What the graph gives."""
        types = torch.zeros_like(ids)
        return OnnxBackend(self.path, threads=1).logits(ids.numpy(), mask.numpy(), types.numpy())


@pytest.fixture(scope="module", params=FAMILIES, ids=lambda family: family[1].model_type)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    torch.manual_seed(0)
    architecture, config = request.param
    model = architecture(config(**SHAPE, pad_token_id=0, num_labels=5)).eval()
    with torch.no_grad():
        # One column a thousand times the others.
        last = next(part for part in reversed(list(model.modules())) if isinstance(part, torch.nn.Linear))
        last.weight[0] *= 1000
    path = tmp_path_factory.mktemp("graph") / "full.onnx"
    write_graph(model, path)
    return Exported(model, path)


def test_the_graph_gives_what_the_model_gives_padding_included(exported: Exported) -> None:
    nodes = [node.op_type for node in onnx.load(exported.path).graph.node]
    assert LAYERS == nodes.count("MultiHeadAttention")
    assert 0 == nodes.count("Softmax")
    ids, mask = batch_of(LENGTHS)
    with torch.inference_mode():
        expected = exported.model(input_ids=ids, attention_mask=mask).logits.numpy()
    inside = mask.numpy().astype(bool)
    np.testing.assert_allclose(exported.logits(ids, mask)[inside], expected[inside], rtol=1e-3, atol=1e-3)


def test_a_row_does_not_depend_on_its_padding(exported: Exported) -> None:
    ids, mask = batch_of(LENGTHS)
    length = LENGTHS[1]
    alone = exported.logits(ids[1:2, :length], mask[1:2, :length])[0]
    np.testing.assert_allclose(exported.logits(ids, mask)[1, :length], alone, rtol=1e-3, atol=1e-3)


def test_the_model_has_its_own_attention_again(exported: Exported) -> None:
    config = exported.model.config
    before = config._attn_implementation
    with fused_attention(exported.model):
        assert before != config._attn_implementation
    assert before == config._attn_implementation


def test_each_column_of_a_matrix_has_its_own_scale_in_8_bits(exported: Exported, tmp_path: Path) -> None:
    """With one scale for all, a column a thousand times the others would leave nothing of them."""
    quantise_graph(exported.path, tmp_path / "model.onnx")
    ids, mask = batch_of((9,))
    full, small = (
        from_graph.logits(ids, mask)[..., 1:]
        for from_graph in (exported, exported._replace(path=tmp_path / "model.onnx"))
    )
    assert np.abs(full - small).mean() < 0.1 * full.std()
