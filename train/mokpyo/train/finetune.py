"""A run of kind ``finetune``: sentences in, a tagger's folder with its scores and card out."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
import torch
from safetensors import SafetensorError
from transformers import EarlyStoppingCallback, EvalPrediction, PreTrainedModel, Trainer, TrainingArguments

from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.errors import CorpusError, RunError
from mokpyo.data.labels import KLUE_CLASSES, PROJECT_CLASSES, bio_tags
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.inference.tagging.model_folder import ONNX_FILE
from mokpyo.train.annotation_sets import export_problems, used_annotations
from mokpyo.train.card import write_card
from mokpyo.train.config import FinetuneConfig, LabelScheme
from mokpyo.train.convolution import ConvolutionTagger
from mokpyo.train.corpora import fingerprint_corpora
from mokpyo.train.examples import (
    Example,
    Losses,
    PaddingCollator,
    TokenDataset,
    encode_sentences,
    read_sentences,
)
from mokpyo.train.finetune_resumption import require_same_data, train_from_newest
from mokpyo.train.manifest import write_manifest
from mokpyo.train.measurement import measure, micro_f1
from mokpyo.train.onnx_graph import write_graph
from mokpyo.train.plots import draw_run
from mokpyo.train.prediction import predict_logits, torch_classify
from mokpyo.train.pretraining.progress import show_progress
from mokpyo.train.pretraining.resumption import reopen_run, require_free
from mokpyo.train.pretraining.stopping import SaveAndStopInEpoch, StopRequest, how_to_go_on
from mokpyo.train.processes import do_on_main
from mokpyo.train.run_folder import CONFIG_FILE, Metrics, RunFolder
from mokpyo.train.token_classifier import build_classifier, fold_embeddings, open_encoding
from mokpyo.train.weighted_trainer import WeightedTrainer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_EVALUATION_BATCH = 64
_LOGGING_STEPS = 50

CHECKPOINTS = "checkpoints"
"""Folder of the Trainer's checkpoints inside a run."""
TENSORBOARD = "tensorboard"
"""Folder of the curves inside a run."""

_CHECKPOINTS_KEPT = 2


class _Corpora(msgspec.Struct, frozen=True):
    """Examples of the three parts, and what was lost in making them."""

    train: list[Example]
    validation: list[Example]
    test: list[Example]
    losses: Losses


def finetune(config: FinetuneConfig) -> Path:
    """Train, choose the checkpoint by validation F1, measure it on test; gives back the run's folder.

    SIGTERM and Ctrl-C save what is done and end in a :class:`RunError` that says how to go on.
    """
    _set_up_torch(config)
    do_on_main(lambda: reopen_run(config) if config.resume else require_free(config.output))
    encoding = open_encoding(config.model)
    corpora = _encode_corpora(config, encoding)
    scheme = TagScheme.from_tags(
        tuple(bio_tags(KLUE_CLASSES if config.labels is LabelScheme.KLUE else PROJECT_CLASSES))
    )
    model = build_classifier(
        config.model,
        encoding,
        scheme.tags,
        corpora.train,
        word_dropout=config.train.word_dropout,
        minimum_count=config.train.minimum_count,
    )
    run = _open_run(config)
    with (
        StopRequest().listening() as stop,
        how_to_go_on(f"mokpyo train {run.path / CONFIG_FILE} resume=true"),
    ):
        trainer = _train(config, run, stop, model, encoding, scheme, corpora)
        if trainer.is_world_process_zero():
            _write_result(config, run, trainer, encoding, scheme, corpora)
    return run.path


def _open_run(config: FinetuneConfig) -> RunFolder:
    fingerprints = fingerprint_corpora((*config.data.train, *config.data.validation, *config.data.test))
    run = RunFolder(config.output)
    if config.resume:
        require_same_data(run, fingerprints)
    else:
        do_on_main(lambda: RunFolder.create(config, [], fingerprints))
    return run


def _train(
    config: FinetuneConfig,
    run: RunFolder,
    stop: StopRequest,
    model: PreTrainedModel,
    encoding: TextEncoding,
    scheme: TagScheme,
    corpora: _Corpora,
) -> Trainer:
    trainer = _build_trainer(config, run, model, encoding, scheme, corpora)
    trainer.add_callback(SaveAndStopInEpoch(stop))
    show_progress(trainer, run.path / TENSORBOARD)
    train_from_newest(trainer, run.path / CHECKPOINTS, config.train.patience)
    stop.check()
    return trainer


def _write_result(
    config: FinetuneConfig,
    run: RunFolder,
    trainer: Trainer,
    encoding: TextEncoding,
    scheme: TagScheme,
    corpora: _Corpora,
) -> None:
    # Mixed precision stays wrapped around a model by default, and would be traced into its graph.
    model = cast("PreTrainedModel", trainer.accelerator.unwrap_model(trainer.model, keep_fp32_wrapper=False))
    fold_embeddings(model)
    with run.draft() as draft:
        _write_losses(corpora.losses, draft)
        _write_export_problems(config, draft)
        _write_model(model, draft.path)
        encoding.save(draft.path)
        draft.write_metrics(_measure(config, trainer, encoding, scheme, corpora))
        write_manifest(
            draft.path, name=config.name, window_tokens=config.model.window_tokens, label_scheme=config.labels
        )
        draw_run(draft)
        write_card(config, draft)


def _write_model(model: PreTrainedModel, folder: Path) -> None:
    try:
        model.save_pretrained(folder)
    except SafetensorError as error:  # what it makes of a full disk
        raise RunError(f"the weights cannot be written: {error}; free some disk space") from error
    if isinstance(model, ConvolutionTagger):
        # Torch's side of the tagger knows the BERT family alone; a graph opens anywhere.
        model.train(False)
        write_graph(model, folder / ONNX_FILE)


def _set_up_torch(config: FinetuneConfig) -> None:
    if config.train.threads is not None:
        torch.set_num_threads(config.train.threads)
    torch.manual_seed(config.train.seed)


def _encode_corpora(config: FinetuneConfig, encoding: TextEncoding) -> _Corpora:
    losses = Losses()
    parts = {
        name: read_sentences(getattr(config.data, name), config.labels) for name in ("train", "validation", "test")
    }
    held_out = {sentence.text for name in ("validation", "test") for sentence, _ in parts[name]}
    kept = [(sentence, corpus) for sentence, corpus in parts["train"] if sentence.text not in held_out]
    if not kept:
        raise CorpusError(
            f"all {len(parts['train'])} training sentences are among those of validation or test, where they must not "
            "be; choose another `part` or `path` in data"
        )
    losses.counts["train_sentences_dropped_as_held_out"] = len(parts["train"]) - len(kept)
    examples = {
        name: encode_sentences(sentences, encoding, config.model.window_tokens, losses)
        for name, sentences in (parts | {"train": kept}).items()
    }
    return _Corpora(losses=losses, **examples)


def _write_losses(losses: Losses, run: RunFolder) -> None:
    rows = [{"reason": reason, "text": text, "span": span} for reason, text, span in losses.spans]
    (run.path / "unaligned.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def _write_export_problems(config: FinetuneConfig, run: RunFolder) -> None:
    problems = export_problems(config.data.corpora())
    if problems:
        lines = [msgspec.json.encode(problem) + b"\n" for problem in problems]
        (run.path / "annotation_problems.jsonl").write_bytes(b"".join(lines))


def _build_trainer(
    config: FinetuneConfig,
    run: RunFolder,
    model: PreTrainedModel,
    encoding: TextEncoding,
    scheme: TagScheme,
    corpora: _Corpora,
) -> Trainer:
    tag_ids = {tag: at for at, tag in enumerate(scheme.tags)}
    repeated = [example for example in corpora.train for _ in range(example.repeat)]
    return WeightedTrainer(
        model=model,
        args=_arguments(config, run),
        train_dataset=TokenDataset(repeated, encoding, tag_ids),
        eval_dataset=TokenDataset(corpora.validation, encoding, tag_ids),
        data_collator=PaddingCollator(encoding.pad_id),
        compute_metrics=lambda found: _validation_metrics(found, corpora.validation, scheme),
        callbacks=[EarlyStoppingCallback(config.train.patience)] if config.train.patience else [],
        label_smoothing=config.train.label_smoothing,
        lengths=[len(example.input_ids) for example in repeated],
    )


def _arguments(config: FinetuneConfig, run: RunFolder) -> TrainingArguments:
    settings = config.train
    return TrainingArguments(
        output_dir=str(run.path / CHECKPOINTS),
        num_train_epochs=settings.epochs,
        per_device_train_batch_size=settings.batch_size,
        per_device_eval_batch_size=_EVALUATION_BATCH,
        gradient_accumulation_steps=settings.accumulate,
        learning_rate=settings.learning_rate,
        lr_scheduler_type="linear",
        warmup_steps=settings.warmup_steps,
        weight_decay=settings.weight_decay,
        bf16=settings.bf16,
        use_cpu=not torch.cuda.is_available(),
        seed=settings.seed,
        eval_strategy="epoch",
        save_strategy="epoch",
        save_total_limit=_CHECKPOINTS_KEPT,
        restore_callback_states_from_checkpoint=config.resume,
        load_best_model_at_end=True,
        metric_for_best_model="f1",
        greater_is_better=True,
        logging_steps=_LOGGING_STEPS,
        remove_unused_columns=False,
        ddp_find_unused_parameters=False,
        label_names=["labels"],
        dataloader_pin_memory=torch.cuda.is_available(),
        report_to="none",
        disable_tqdm=not sys.stderr.isatty(),
    )


def _validation_metrics(found: EvalPrediction, examples: Sequence[Example], scheme: TagScheme) -> dict[str, float]:
    padded = cast("npt.NDArray[np.float32]", found.predictions)
    logits = [rows[1 : 1 + len(example.offsets)] for example, rows in zip(examples, padded, strict=True)]
    return {"f1": micro_f1(logits, examples, scheme)}


def _measure(
    config: FinetuneConfig, trainer: Trainer, encoding: TextEncoding, scheme: TagScheme, corpora: _Corpora
) -> Metrics:
    classify = torch_classify(cast("PreTrainedModel", trainer.model))
    metrics: dict[str, object] = {"losses": dict(corpora.losses.counts), "learning_curve": trainer.state.log_history}
    for name, examples in (("validation", corpora.validation), ("test", corpora.test)):
        if examples:
            logits = predict_logits(classify, examples, encoding)
            metrics |= measure(name, logits, examples, scheme, config.data.headline)
    if used := used_annotations(config.data.corpora()):
        metrics["annotation_sets"] = used
    return metrics
