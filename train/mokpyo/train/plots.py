"""Pictures of a run: how it learned, and which labels it takes for which."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from mokpyo.train.confusion import NOTHING, Confusion
from mokpyo.train.run_folder import RunFolder

CURVE_FILE = "learning-curve.png"
CONFUSION_FILE = "confusion.png"
PICTURES = (CURVE_FILE, CONFUSION_FILE)

History = Sequence[Mapping[str, Any]]
"""What the Trainer logged, by its own names, each entry with its ``step``."""

_PARTS = ("test", "validation")
"""Whose confusion is drawn: the first that was measured."""
_DOTS_PER_INCH = 144
_DARK = 0.55
"""Share of its row from which a cell is so dark that its number is white."""
_BLUE, _ORANGE = "#1f5fa8", "#c2570c"
"""Told apart by colour-blind readers too, and by their marks."""
_LINES = {"training": (_BLUE, ""), "validation": (_ORANGE, "o")}


def draw_run(run: RunFolder) -> None:
    """Draw what the run's metrics hold: a curve where it was trained, the confusion where it was measured."""
    metrics = run.read_metrics()
    history = msgspec.convert(metrics.get("learning_curve", []), list[dict[str, Any]])
    if _losses(history):
        plot_learning_curve(history, run.path / CURVE_FILE)
    part = next((part for part in _PARTS if f"{part}_confusion_tables" in metrics), None)
    if part is not None:
        plot_confusion(msgspec.convert(metrics[f"{part}_confusion_tables"], Confusion), run.path / CONFUSION_FILE)


def plot_learning_curve(history: History, path: Path) -> None:
    """A PNG of the losses over the steps and, where it was measured, of the F1 that chose the checkpoint."""
    scores = _series(history, "eval_f1")
    figure = Figure(figsize=(7, 5.2 if scores else 3.2), layout="constrained")
    panels = figure.subplots(2 if scores else 1, sharex=True, squeeze=False)[:, 0]
    for label, points in _losses(history).items():
        colour, mark = _LINES[label]
        panels[0].plot(*zip(*points, strict=True), color=colour, marker=mark or "." * (len(points) == 1), label=label)
    panels[0].set_ylabel("loss")
    panels[0].legend(frameon=False)
    if scores:
        _plot_scores(panels[1], scores)
    panels[-1].set_xlabel("step")
    for panel in panels:
        _set_bare(panel)
    _save(figure, path)


def plot_confusion(tables: Confusion, path: Path) -> None:
    """A PNG of ``tables.labels``; a cell's colour is its share of the row, its number the count."""
    names = list(tables.labels)
    counts = [[tables.labels[row][column] for column in names] for row in names]
    shares = [[count / max(1, sum(row)) for count in row] for row in counts]
    figure = Figure(figsize=(2.2 + 0.95 * len(names), 1.4 + 0.7 * len(names)), layout="constrained")
    axes = figure.subplots()
    image = axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for at, row in enumerate(counts):
        for to, count in enumerate(row):
            if (names[at], names[to]) != (NOTHING, NOTHING):
                colour = "white" if shares[at][to] > _DARK else "black"
                axes.text(to, at, f"{count:,}", ha="center", va="center", color=colour)
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("predicted")
    axes.set_ylabel("gold")
    figure.colorbar(image, label="share of the row")
    _save(figure, path)


def _losses(history: History) -> dict[str, list[tuple[float, float]]]:
    found = {"training": _series(history, "loss"), "validation": _series(history, "eval_loss")}
    return {label: points for label, points in found.items() if points}


def _series(history: History, name: str) -> list[tuple[float, float]]:
    return [(entry["step"], entry[name]) for entry in history if name in entry]


def _plot_scores(axes: Axes, scores: Sequence[tuple[float, float]]) -> None:
    step, best = max(scores, key=lambda point: (point[1], -point[0]))
    axes.plot(*zip(*scores, strict=True), color=_ORANGE, marker="o", label="validation")
    axes.plot([step], [best], color=_ORANGE, marker="*", markersize=14, linestyle="", label=f"chosen: {best:.3f}")
    axes.set_ylabel("micro F1 of entities")
    axes.legend(frameon=False, loc="lower right")


def _set_bare(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", alpha=0.3)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))


def _save(figure: Figure, path: Path) -> None:
    # Nothing of the day or the library's version: the same run draws the same file.
    figure.savefig(path, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
