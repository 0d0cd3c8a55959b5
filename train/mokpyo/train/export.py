"""A run as a fast artefact: ONNX in fp32, or with 8-bit weights where that costs next to nothing."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from transformers import AutoModelForTokenClassification, PreTrainedModel

from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.protocol import ENCODING_FILE, TextEncoding
from mokpyo.data.encodings.vocabulary import VOCABULARY_FILE
from mokpyo.data.encodings.wordpiece import TOKENIZER_FILE
from mokpyo.data.errors import ConfigError, ModelError
from mokpyo.inference.tagging.backends import OnnxBackend
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.inference.tagging.model_folder import CONFIG_FILE, ONNX_FILE
from mokpyo.train.card import write_card
from mokpyo.train.config import EnsembleRunConfig, FinetuneConfig, TaggerConfig, window_of
from mokpyo.train.config_reading import read_config
from mokpyo.train.examples import Example, Losses, encode_sentences, read_sentences
from mokpyo.train.manifest import write_manifest
from mokpyo.train.measurement import micro_f1
from mokpyo.train.onnx_graph import quantise_graph, write_graph
from mokpyo.train.plots import PICTURES
from mokpyo.train.prediction import predict_logits, torch_classify
from mokpyo.train.run_folder import CONFIG_FILE as RUN_CONFIG_FILE
from mokpyo.train.run_folder import PROVENANCE_FILE, RunFolder
from mokpyo.train.token_classifier import model_tags

MAXIMUM_LOSS = 0.005
"""Micro F1 on held-out sentences that the exported model may be below the trained one."""

_THREADS = 1
_CARRIED = (CONFIG_FILE, ENCODING_FILE, VOCABULARY_FILE, TOKENIZER_FILE, RUN_CONFIG_FILE, PROVENANCE_FILE, *PICTURES)


class ExportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an export measured on the run's validation sentences."""

    precision: str
    bytes: int
    sentences: int
    f1: float
    """Of the exported model."""
    f1_fp32: float
    """Of the trained weights in torch."""
    agreement: float
    """Share of tokens with the same best tag in both."""


def export_onnx(run: Path, output: Path, *, int8: bool) -> ExportReport:
    """Write the model folder ``output`` from a finished run, and measure it against the run's own weights.

    Raises :class:`ModelError` where the run is not finished or the exported model loses more than
    :data:`MAXIMUM_LOSS`; then ``output`` is not written.
    """
    finished = RunFolder(run)
    metrics = finished.read_metrics()
    config = _tagger_config(run)
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise ConfigError(f"{output} is already there and not an empty folder; remove it or name another")
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".export-") as folder:
        draft = RunFolder(Path(folder))
        report = _write_model(config, run, draft.path, int8=int8)
        for name in _CARRIED:
            if (run / name).is_file():
                shutil.copyfile(run / name, draft.path / name)
        draft.write_metrics(metrics | {"export": report})
        scores: dict[str, float] = {
            name: _f1(metrics[name]) for name in ("test_headline", "test", "validation") if name in metrics
        }
        write_manifest(
            draft.path,
            name=config.name,
            window_tokens=window_of(config),
            label_scheme=config.labels,
            scores=scores,
        )
        write_card(config, draft)
        draft.path.chmod(0o755)
        output.mkdir(exist_ok=True)
        for file in sorted(draft.path.iterdir()):
            file.replace(output / file.name)
    return report


def _tagger_config(run: Path) -> TaggerConfig:
    config = read_config(run / RUN_CONFIG_FILE)
    if not isinstance(config, FinetuneConfig | EnsembleRunConfig):
        raise ModelError(f"{run} is a run of another kind; only a tagger can be exported")
    return config


def _write_model(config: TaggerConfig, run: Path, folder: Path, *, int8: bool) -> ExportReport:
    model = _open_weights(run)
    encoding = load_encoding(run, model_vocabulary_size=model.config.vocab_size)
    exported = folder / ONNX_FILE
    if int8:
        full = folder / "fp32.onnx"
        write_graph(model, full)
        quantise_graph(full, exported)
        full.unlink()
    else:
        write_graph(model, exported)
    examples = encode_sentences(
        read_sentences(config.data.validation, config.labels), encoding, window_of(config), Losses()
    )
    scheme = TagScheme.from_tags(model_tags(model))
    report = _compare(model, exported, examples, encoding, scheme, precision="int8 weights" if int8 else "fp32")
    if report.f1_fp32 - report.f1 > MAXIMUM_LOSS:
        raise ModelError(
            f"the exported model scores {report.f1:.4f} on the validation sentences, the trained one "
            f"{report.f1_fp32:.4f}: more than the {MAXIMUM_LOSS} that an export may lose; export without --int8"
        )
    return report


def _open_weights(run: Path) -> PreTrainedModel:
    from mokpyo.train import ensemble_tagger  # noqa: F401 - makes its architecture and its members' known here

    try:
        # Eager attention traces to plain matrix products, which the quantiser knows.
        model: PreTrainedModel = AutoModelForTokenClassification.from_pretrained(run, attn_implementation="eager")
    except (OSError, ValueError) as error:
        raise ModelError(f"the weights in {run} cannot be opened: {str(error).splitlines()[0]}") from error
    model.train(False)
    return model


def _compare(
    model: PreTrainedModel,
    exported: Path,
    examples: Sequence[Example],
    encoding: TextEncoding,
    scheme: TagScheme,
    *,
    precision: str,
) -> ExportReport:
    trained = predict_logits(torch_classify(model), examples, encoding)
    found = predict_logits(OnnxBackend(exported, _THREADS).logits, examples, encoding)
    same = np.concatenate([np.argmax(a, -1) == np.argmax(b, -1) for a, b in zip(trained, found, strict=True)])
    return ExportReport(
        precision=precision,
        bytes=exported.stat().st_size,
        sentences=len(examples),
        f1=micro_f1(found, examples, scheme),
        f1_fp32=micro_f1(trained, examples, scheme),
        agreement=round(float(same.mean()), 4),
    )


def _f1(scores: Any) -> float:
    return float(scores["micro"]["f1"])
