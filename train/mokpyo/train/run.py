"""From a config to a finished run: the one entry of ``mokpyo train``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from mokpyo.inference.tagging.model_folder import SAFETENSORS_FILE
from mokpyo.train.annotated import annotation_files
from mokpyo.train.config import (
    CorpusSettings,
    EnsembleRunConfig,
    FinetuneConfig,
    LabelConfig,
    RelabelConfig,
    RunConfig,
    VectorsConfig,
)
from mokpyo.train.config_reading import read_config
from mokpyo.train.corpora import fingerprint_corpora
from mokpyo.train.pretraining.settings import PretrainConfig
from mokpyo.train.ranking.settings import RankConfig
from mokpyo.train.run_folder import RunFolder


def run_training(config_path: Path, overrides: Sequence[str] = ()) -> Path:
    """Carry out the run that a config describes and give back its folder.

    Raises :class:`~mokpyo.data.errors.MokpyoError` for a config, corpus or model that is wrong, before anything is
    trained where that can be known.
    """
    config = read_config(config_path, overrides)
    if isinstance(config, PretrainConfig):  # goes on with a stopped run, or stops before there is one
        from mokpyo.train.pretraining.pretrain import pretrain

        return pretrain(config)
    if isinstance(config, FinetuneConfig):
        from mokpyo.train.finetune import finetune

        return finetune(config)
    run = RunFolder.create(config, sorted(set(_inputs(config))), fingerprint_corpora(_corpora(config)))
    with run.draft() as draft:
        _carry_out(config, draft)
    return run.path


def _carry_out(config: RunConfig, run: RunFolder) -> None:
    # Each kind needs libraries that the others do without: imported where they are needed.
    match config:
        case VectorsConfig():
            from mokpyo.train.vectors import build_vectors

            build_vectors(config, run)
        case RelabelConfig():
            from mokpyo.train.relabel import relabel

            relabel(config, run)
        case LabelConfig():
            from mokpyo.train.label import label

            label(config, run)
        case RankConfig():
            from mokpyo.train.ranking.rank import rank

            rank(config, run)
        case EnsembleRunConfig():
            from mokpyo.train.ensemble import build_ensemble

            build_ensemble(config, run)


def _inputs(config: RunConfig) -> Iterator[Path]:
    match config:
        case VectorsConfig():
            yield from config.raw
        case RelabelConfig():
            yield from (config.source, config.target, config.silver)
        case LabelConfig():
            yield from (*config.articles, *config.exclude)
            yield from (path for corpus in config.annotations for path in (corpus.path, *corpus.texts))
        case RankConfig():
            for corpus in config.articles:
                yield from annotation_files(corpus)
        case EnsembleRunConfig():
            yield from (member / SAFETENSORS_FILE for member in config.members)


def _corpora(config: RunConfig) -> Sequence[CorpusSettings]:
    match config:
        case VectorsConfig():
            return config.task
        case EnsembleRunConfig():
            return (*config.data.train, *config.data.validation, *config.data.test)
        case _:
            return ()
