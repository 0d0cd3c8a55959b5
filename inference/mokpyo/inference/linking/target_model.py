"""Is it a target? A logistic model in one table: what a rule or a word adds to the log-odds.

The rules' weights in :mod:`target_table` were set by hand. A run of kind ``rank`` moves them towards annotated
articles, as far as these speak against them, and weighs words beside them; the bundled table is such a run's.
"""

import functools
import math
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Self

from mokpyo.data.errors import ModelError
from mokpyo.inference.linking.target_table import TARGET_WEIGHTS

WEIGHTS_FILE = "target_weights.tsv"


class TargetModel:
    """Weights of features; a feature that has none adds nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    @classmethod
    def by_hand(cls) -> Self:
        """The rules alone."""
        return cls(TARGET_WEIGHTS)

    @classmethod
    @functools.cache
    def bundled(cls) -> Self:
        """The model that ships with the package."""
        return cls.read(Path(str(resources.files(__package__))) / WEIGHTS_FILE)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Lines of a feature, a tab, and its weight. Raises :class:`ModelError` for anything else."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ModelError(f"the weights {path} cannot be read: {error}; a run of kind rank writes them") from error
        weights = dict(_entry(path, number, line) for number, line in enumerate(lines, 1) if line)
        if "bias" not in weights:
            raise ModelError(f"{path} has no line `bias`; give {WEIGHTS_FILE} of a finished run of kind rank")
        return cls(weights)

    def score(self, features: Mapping[str, float]) -> float:
        """Log-odds that a quantity with these features is a target."""
        return self.weights["bias"] + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def _entry(path: Path, number: int, line: str) -> tuple[str, float]:
    name, tab, weight = line.rpartition("\t")
    try:
        value = float(weight) if tab and name else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ModelError(f"{path}, line {number}: expected a feature, a tab and a number, got {line[:60]!r}")
    return name, value
