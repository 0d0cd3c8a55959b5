"""A run of kind ``pretrain``: raw text in, an encoder to start a fine-tuning run from out."""

import logging
import sys
import time
from pathlib import Path

import torch
from transformers import Trainer, TrainingArguments

from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.train.plots import draw_run
from mokpyo.train.pretraining.checkpointing_trainer import CheckpointingTrainer
from mokpyo.train.pretraining.checkpoints import newest_checkpoint
from mokpyo.train.pretraining.masked_lm import build_masked_lm, read_shape, save_masked_lm
from mokpyo.train.pretraining.masking import WholeWordMasker
from mokpyo.train.pretraining.new_encoding import read_word_counts
from mokpyo.train.pretraining.packed_corpus import INDEX_FILE, PackedIndex, PackedRows
from mokpyo.train.pretraining.packed_rows_dataset import HeldOutRows, RowCollator, Split, TrainingVisits
from mokpyo.train.pretraining.preparation import check_config, prepare_corpus
from mokpyo.train.pretraining.progress import show_progress
from mokpyo.train.pretraining.resumption import reopen_run, require_free
from mokpyo.train.pretraining.settings import PretrainConfig, PretrainSettings
from mokpyo.train.pretraining.stopping import SaveAndStop, StopRequest, how_to_go_on
from mokpyo.train.processes import do_on_main, own_process
from mokpyo.train.run_folder import CONFIG_FILE, Metrics, RunFolder

CHECKPOINTS = "checkpoints"
"""Folder of the checkpoints inside a run."""

_CHECKPOINTS_KEPT = 2
_TENSORBOARD = "tensorboard"
_ADAM_BETA2 = 0.98
_ADAM_EPSILON = 1e-6
"""Both as RoBERTa (Liu et al., 2019) found them steadier in pretraining."""
_log = logging.getLogger(__name__)


def pretrain(config: PretrainConfig) -> Path:
    """Pack the raw text where that is still to do, train, and give back the run's folder, or the packed one.

    SIGTERM and Ctrl-C save what is done and end in a :class:`RunError` that says how to go on.
    """
    check_config(config)
    read_shape(config.model)  # wrong ones are told before hours of packing
    with StopRequest().listening() as stop:
        if not config.pack_only:
            do_on_main(lambda: reopen_run(config) if config.resume else require_free(config.output))
        with how_to_go_on("the same command"):
            prepared = do_on_main(lambda: prepare_corpus(config, stop.check))
            index, encoding = prepared or prepare_corpus(config, stop.check)
        if config.pack_only:
            return config.packed
        if not config.resume:
            inputs = [config.packed / INDEX_FILE, *filter(Path.is_file, config.data.raw)]
            do_on_main(lambda: RunFolder.create(config, inputs))
        run = RunFolder(config.output)
        with how_to_go_on(f"mokpyo train {run.path / CONFIG_FILE} resume=true"):
            _train(config, run, stop, index, encoding)
        return run.path


def _train(
    config: PretrainConfig, run: RunFolder, stop: StopRequest, index: PackedIndex, encoding: TextEncoding
) -> None:
    if config.train.threads is not None:
        torch.set_num_threads(config.train.threads)
    torch.manual_seed(config.train.seed)
    word_counts = read_word_counts(config.packed)  # a damaged file is told before the training
    trainer = build_trainer(config, run, stop, index, encoding)
    with own_process().main_process_first():  # which removes unfinished ones
        checkpoint = newest_checkpoint(run.path / CHECKPOINTS)
    _log.info("training from %s", checkpoint or "the first step")
    began = time.monotonic()
    first_step = int(checkpoint.name.rpartition("-")[2]) if checkpoint else 0
    trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    if trainer.state.global_step < trainer.state.max_steps:
        stop.check()
    seconds = time.monotonic() - began
    loss = trainer.evaluate()["eval_loss"]
    if trainer.is_world_process_zero():
        tokens = _tokens_per_step(config, trainer.args)
        steps = trainer.state.global_step
        metrics = {
            "validation_loss": loss,
            "steps": steps,
            "tokens_seen": steps * tokens,
            "tokens_per_second": round((steps - first_step) * tokens / seconds),
            "word_counts": word_counts,
            "packed": {name: index.count(name) for name in index.shards[0].counts},
            "learning_curve": trainer.state.log_history,
        }
        _save_result(trainer, encoding, run, metrics)


def build_trainer(
    config: PretrainConfig, run: RunFolder, stop: StopRequest, index: PackedIndex, encoding: TextEncoding
) -> Trainer:
    """The Trainer of a run, ready to begin."""
    rows = PackedRows(config.packed, index)
    split = Split.of(len(rows), config.train.validation_rows)
    masker = WholeWordMasker.of(encoding, config.masking.share)
    args = _arguments(config.train, run, split.training)
    visits = args.max_steps * args.train_batch_size * args.gradient_accumulation_steps * args.world_size
    trainer = CheckpointingTrainer(
        model=build_masked_lm(config.model, encoding),
        args=args,
        train_dataset=TrainingVisits(rows, split, masker, length=visits, seed=config.train.seed),
        eval_dataset=HeldOutRows(rows, split, masker, seed=config.train.seed),
        data_collator=RowCollator(encoding.pad_id),
        callbacks=[SaveAndStop(stop)],
    )
    show_progress(trainer, run.path / _TENSORBOARD, _tokens_per_step(config, args))
    return trainer


def _tokens_per_step(config: PretrainConfig, args: TrainingArguments) -> int:
    rows: int = args.train_batch_size * args.gradient_accumulation_steps * args.world_size
    return rows * config.model.window_tokens


def _arguments(settings: PretrainSettings, run: RunFolder, training_rows: int) -> TrainingArguments:
    rows_per_step = settings.batch_size * settings.accumulate * own_process().num_processes
    return TrainingArguments(
        output_dir=str(run.path / CHECKPOINTS),
        max_steps=settings.steps or max(1, round(settings.epochs * training_rows / rows_per_step)),
        per_device_train_batch_size=settings.batch_size,
        per_device_eval_batch_size=settings.batch_size,
        gradient_accumulation_steps=settings.accumulate,
        learning_rate=settings.learning_rate,
        lr_scheduler_type="linear",
        warmup_steps=settings.warmup_steps,
        weight_decay=settings.weight_decay,
        adam_beta2=_ADAM_BETA2,
        adam_epsilon=_ADAM_EPSILON,
        bf16=gains_from_bf16() if settings.bf16 is None else settings.bf16,
        use_cpu=not torch.accelerator.is_available(),
        seed=settings.seed,
        # The dataset is in the order of the steps already: see packed_rows_dataset.
        train_sampling_strategy="sequential",
        eval_strategy="steps",
        eval_steps=settings.save_steps,
        prediction_loss_only=True,
        save_strategy="steps",
        save_steps=settings.save_steps,
        save_total_limit=_CHECKPOINTS_KEPT,
        logging_steps=settings.logging_steps,
        dataloader_num_workers=settings.workers,
        dataloader_pin_memory=torch.cuda.is_available(),
        remove_unused_columns=False,
        ddp_find_unused_parameters=False,
        report_to="none",
        disable_tqdm=not sys.stderr.isatty(),
    )


def gains_from_bf16() -> bool:
    """Whether this machine multiplies bfloat16 in hardware."""
    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    capabilities = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return any(capabilities.get(name) for name in ("avx512_bf16", "amx_bf16"))


def _save_result(trainer: Trainer, encoding: TextEncoding, run: RunFolder, metrics: Metrics) -> None:
    with run.draft() as draft:
        save_masked_lm(trainer.accelerator.unwrap_model(trainer.model), draft.path)
        encoding.save(draft.path)
        draft.write_metrics(metrics)
        draw_run(draft)
