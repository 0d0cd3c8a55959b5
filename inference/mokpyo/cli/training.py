"""``mokpyo train``, ``evaluate`` and ``export``: the commands that need the extra ``[train]``."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from mokpyo.cli.failures import ExitCode, needs_extra
from mokpyo.cli.options import Debug
from mokpyo.cli.streams import argument_text
from mokpyo.data.errors import MokpyoError

TRAIN_EXTRA = "train"


def train(
    config: Annotated[Path, typer.Argument(metavar="CONFIG.yaml", help="What to train, on what, and how.")],
    overrides: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]...", help="Values that replace the config's, as in train.epochs=3."),
    ] = None,
    _debug: Debug = False,
) -> None:
    """Pretrain or fine-tune a model as a config says; prints the folder of the run."""
    with needs_extra(TRAIN_EXTRA):
        from mokpyo.train.processes import is_main
        from mokpyo.train.run import run_training

        try:
            run = run_training(config, [argument_text(override) for override in overrides or []])
        except MokpyoError as error:
            if is_main():
                raise
            raise typer.Exit(ExitCode.WRONG_CALL) from error
    if is_main():
        typer.echo(run)


def evaluate(
    data: Annotated[Path, typer.Option("--data", metavar="DATA", help="The annotations to measure on.")],
    model: Annotated[
        str | None, typer.Option("--model", metavar="MODEL", help="A model folder or a Hub id; else the bundled one.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.json", help="Write every figure to a JSON file.")
    ] = None,
    targets: Annotated[
        bool, typer.Option("--targets", help="Measure centres and targets of whole articles, not entities.")
    ] = False,
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", metavar="TEXTS.jsonl", help="With --targets: texts of standoff annotations."),
    ] = None,
    _debug: Debug = False,
) -> None:
    """Measure a model on labelled data: its entities, or with --targets what the product makes of them."""
    with needs_extra(TRAIN_EXTRA):
        if targets:
            from mokpyo.train.evaluate_targets import evaluate_targets

            evaluate_targets(model, data, texts or [], report)
            return
        from mokpyo.train.evaluate import evaluate_model

        evaluate_model(model, data, report)


def export(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a training run.")],
    output: Annotated[Path, typer.Option("--output", metavar="DIR", help="The model folder to make.")],
    int8: Annotated[bool, typer.Option("--int8", help="Quantise the weights to 8 bits.")] = False,
    _debug: Debug = False,
) -> None:
    """Export a trained model to ONNX, ready for mokpyo extract --model; prints what was measured."""
    with needs_extra(TRAIN_EXTRA):
        from mokpyo.train.export import export_onnx

        report = export_onnx(run, output, int8=int8)
    typer.echo(msgspec.json.encode(report).decode())
