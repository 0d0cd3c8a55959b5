"""Is it a target? Two tables: what each rule and word adds to the log-odds, and trees that see the whole article.

The rules' weights in :mod:`target_table` were set by hand. A run of kind ``rank`` moves them towards annotated
articles, as far as these speak against them, weighs words beside them, and grows trees over the resulting log-odds of
all quantities of an article; the bundled tables are such a run's.
"""

import functools
import math
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Self

from mokpyo.data.errors import ModelError
from mokpyo.inference.linking.boosted_trees import BoostedTrees
from mokpyo.inference.linking.target_table import TARGET_WEIGHTS

WEIGHTS_FILE = "target_weights.tsv"
TREES_FILE = "target_trees.tsv"


class TargetModel:
    """Weights of features, of which one that has none adds nothing; and trees, or none."""

    def __init__(self, weights: Mapping[str, float], trees: BoostedTrees | None = None) -> None:
        self.weights = weights
        self.trees = trees

    @classmethod
    def by_hand(cls) -> Self:
        """The rules alone."""
        return cls(TARGET_WEIGHTS)

    @classmethod
    @functools.cache
    def bundled(cls) -> Self:
        """The model that ships with the package."""
        return cls.open(Path(str(resources.files(__package__))))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what a run of kind ``rank`` left. Raises :class:`ModelError` where a table is missing or damaged."""
        return cls(read_weights(folder / WEIGHTS_FILE), BoostedTrees.read(folder / TREES_FILE))

    def score(self, features: Mapping[str, float]) -> float:
        """Log-odds that a quantity with these features is a target, by the weights alone."""
        return self.weights["bias"] + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def read_weights(path: Path) -> dict[str, float]:
    """Lines of a feature, a tab, and its weight. Raises :class:`ModelError` for anything else."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"the weights {path} cannot be read: {error}; a run of kind rank writes them") from error
    weights = dict(_entry(path, number, line) for number, line in enumerate(lines, 1) if line)
    if "bias" not in weights:
        raise ModelError(f"{path} has no line `bias`; give {WEIGHTS_FILE} of a finished run of kind rank")
    return weights


def _entry(path: Path, number: int, line: str) -> tuple[str, float]:
    name, tab, weight = line.rpartition("\t")
    try:
        value = float(weight) if tab and name else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ModelError(f"{path}, line {number}: expected a feature, a tab and a number, got {line[:60]!r}")
    return name, value
