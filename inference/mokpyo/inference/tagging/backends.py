"""What runs a token classifier: ONNX Runtime, or torch where it is installed."""

import importlib.util
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from mokpyo.data.errors import ModelError
from mokpyo.inference.tagging.model_folder import ModelFolder
from mokpyo.inference.tagging.windows import Batching

if TYPE_CHECKING:
    from mokpyo.inference.tagging.bert import BertTokenClassifier

Ids = npt.NDArray[np.int64]
"""*Shape:* (batch, sequence)."""
Logits = npt.NDArray[np.float32]
"""*Shape:* (batch, sequence, tags)."""


_SMALL_MODEL_BYTES = 64 * 2**20
_SLOW_FUSIONS = ("SkipLayerNormFusion",)
"""ONNX Runtime's fused sum and layer norm goes number by number: 13 % of BERT's time, where the two apart take 4 %."""


class BackendName(StrEnum):
    """The runtimes that a model folder can be opened with."""

    ONNX = "onnx"
    TORCH = "torch"


class Backend(Protocol):
    """A token classifier; padding is where ``attention_mask`` is 0."""

    @property
    def accelerated(self) -> bool:
        """Whether calls of many thousand tokens are the fastest."""
        ...

    def logits(self, input_ids: Ids, attention_mask: Ids, token_type_ids: Ids) -> Logits:
        """Unnormalised tag scores of each token."""
        ...


class OnnxBackend:
    """``model.onnx`` on ONNX Runtime's CPU provider."""

    accelerated = False

    def __init__(self, weights: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only: they are raised as well
        try:
            self._session = onnxruntime.InferenceSession(
                weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW_FUSIONS
            )
        except _onnx_errors() as error:
            raise ModelError(f"{weights} is not a model that ONNX Runtime can open: {_first_line(error)}") from error
        self._inputs = {node.name for node in self._session.get_inputs()}

    def logits(self, input_ids: Ids, attention_mask: Ids, token_type_ids: Ids) -> Logits:
        """See :class:`Backend`. Inputs that the graph lacks are left out."""
        given = {"input_ids": input_ids, "attention_mask": attention_mask, "token_type_ids": token_type_ids}
        feed = {name: ids for name, ids in given.items() if name in self._inputs}
        try:
            output = self._session.run(None, feed)[0]
        except _onnx_errors() as error:
            raise ModelError(
                f"the ONNX model fails on {input_ids.shape} token ids: {_first_line(error)}; "
                "it takes int64 input_ids, attention_mask and token_type_ids of any batch and sequence"
            ) from error
        return np.asarray(output, dtype=np.float32)


class TorchBackend:
    """``model.safetensors`` and ``config.json`` of the BERT family: in bfloat16 on CUDA, or in fp32 on the CPU."""

    def __init__(self, folder: Path, threads: int) -> None:
        try:
            import torch

            from mokpyo.inference.tagging.bert import load_bert
        except ImportError as error:
            raise ModelError(
                f"{folder} holds weights in safetensors, which need torch: install the extra with "
                "`pip install 'mokpyo[train]'`, or export the model to ONNX with `mokpyo export`"
            ) from error
        torch.set_num_threads(threads)
        self.accelerated = torch.cuda.is_available()
        if self.accelerated:
            self._device, numbers = torch.device("cuda"), torch.bfloat16
        else:
            self._device, numbers = torch.device("cpu"), torch.float32
        self._model: BertTokenClassifier = load_bert(folder, self._device, numbers)

    def logits(self, input_ids: Ids, attention_mask: Ids, token_type_ids: Ids) -> Logits:
        """See :class:`Backend`."""
        import torch

        ids = (torch.from_numpy(array).to(self._device) for array in (input_ids, attention_mask, token_type_ids))
        with torch.inference_mode():
            scores: Logits = self._model.logits(*ids).float().cpu().numpy()
        return scores


def open_backend(model: ModelFolder, backend: BackendName | None = None, threads: int | None = None) -> Backend:
    """The runtime of ``model``.

    If none is asked for: torch for large weights in safetensors where a CUDA device is at hand, else ONNX where the
    folder has it.

    ``threads`` is by default what :func:`default_threads` says for the weights.
    """
    weights = model.safetensors if backend is BackendName.TORCH else model.onnx or model.safetensors
    threads = threads or default_threads(weights.stat().st_size if weights is not None else 0)
    if backend is None and _pays_on_cuda(model):
        backend = BackendName.TORCH
    if model.onnx is not None and backend is not BackendName.TORCH:
        return OnnxBackend(model.onnx, threads)
    if model.safetensors is not None and backend is not BackendName.ONNX:
        return TorchBackend(model.path, threads)
    lacking = "model.onnx" if backend is BackendName.ONNX else "model.safetensors"
    raise ModelError(f"{model.path} has no {lacking}, which the backend {backend} needs; choose the other backend")


def default_threads(weights_bytes: int) -> int:
    """One for a small model, else the cores that this process may use, four at most.

    The bundled model loses by a second thread (19 articles a second with one, 13 with two, on two busy cores):
    sentences are too short to be shared out.
    """
    if weights_bytes < _SMALL_MODEL_BYTES:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(4, usable)


def _pays_on_cuda(model: ModelFolder) -> bool:
    weights = model.safetensors
    if weights is None or weights.stat().st_size < _SMALL_MODEL_BYTES or importlib.util.find_spec("torch") is None:
        return False
    import torch

    return torch.cuda.is_available()


def default_batching(model: ModelFolder, *, accelerated: bool = False) -> Batching:
    """Windows of one length for a small model, of like length for a large one.

    On a CPU the cost of a call grows with its tokens, padding included, from the first on: the bundled model takes
    17 microseconds a token alone and 20 in a batch that leaves the cache. A model of BERT-base's size adds what a dozen
    tokens cost to each call. An accelerator gets calls that fill it, of windows from many articles.
    """
    if accelerated:
        return Batching(tokens=32_768, padding=2_048, across_articles=True)
    weights = model.onnx or model.safetensors
    small = weights is None or weights.stat().st_size < _SMALL_MODEL_BYTES
    return Batching(tokens=256) if small else Batching(tokens=1024, padding=12)


def _onnx_errors() -> tuple[type[Exception], ...]:
    # ONNX Runtime's exceptions share no base of their own but these.
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    return (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf, state.NoSuchFile,
            state.NotImplemented, state.RuntimeException, ValueError)  # fmt: skip


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
