"""From a torch token classifier to an ONNX graph, and from fp32 weights to 8 bits."""

import logging
import warnings
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from mokpyo.train.fused_attention import fused_attention

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""Names of the graph's inputs, each int64 of shape (batch, sequence); the output is ``logits``."""

_LARGEST_BATCH = 4096


class LogitsOf(nn.Module):
    """The classifier with positional inputs and a bare tensor out, as the exporter wants it."""

    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self._model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits of *shape* (batch, sequence, tags)."""
        output = self._model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        return cast("Tensor", output.logits)


def write_graph(model: PreTrainedModel, path: Path) -> None:
    """Trace ``model``, which must be in evaluation mode, for any batch and sequence."""
    ids = torch.ones(2, 7, dtype=torch.long)
    mask = ids.clone()
    mask[0, 5:] = 0
    batch = torch.export.Dim("batch", min=1, max=_LARGEST_BATCH)
    sequence = torch.export.Dim("sequence", min=2, max=model.config.max_position_embeddings)
    with warnings.catch_warnings(), fused_attention(model):
        warnings.simplefilter("ignore")  # notes for the exporter's own developers
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        torch.onnx.export(
            LogitsOf(model),
            (ids, mask, torch.zeros_like(ids)),
            path,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_shapes=({0: batch, 1: sequence},) * 3,
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    strip_traces(path)


def strip_traces(path: Path) -> None:
    """Take out what the exporter notes of its own run: the stack of every node, with the paths of this machine."""
    import onnx

    model = onnx.load(path)
    del model.metadata_props[:]
    for part in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        del part.metadata_props[:]
        part.doc_string = ""
    for tensor in model.graph.initializer:
        del tensor.metadata_props[:]
    onnx.save(model, path)


def quantise_graph(full: Path, exported: Path) -> None:
    """Write the graph ``full`` with 8-bit matrices and embeddings, activations quantised as they come.

    Each column of a matrix has a scale of its own.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().disabled = True  # it warns of a step that this graph does not need
    try:
        # Gather is the embedding table: most of a small model's bytes.
        quantize_dynamic(
            full,
            exported,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
        )
    finally:
        logging.getLogger().disabled = False
