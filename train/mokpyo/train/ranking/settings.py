"""What a YAML of kind ``rank`` may say; a key's meaning is its docstring."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from mokpyo.train.annotated import AnnotatedSettings
from mokpyo.train.config_values import Count, Positive, PositiveShare


class TreeSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Gradient boosting, as scikit-learn names its settings."""

    count: Count = 200
    depth: Count = 2
    learning_rate: Positive = 0.06
    subsample: PositiveShare = 0.6
    """Share of the quantities that a tree sees."""
    features: PositiveShare = 0.3
    """Share of the features that a node chooses from."""
    minimum_leaf: Count = 8
    """Quantities in a leaf."""
    minimum_count: Count = 15
    """A feature seen with fewer quantities is left out."""


class RankConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="rank", tag_field="kind"):
    """Learns the log-odds that a quantity is a target, and writes them as a table."""

    name: str
    output: Path
    articles: Annotated[list[AnnotatedSettings], Meta(min_length=1)]
    model: str | None = None
    """Tagger that finds the entities, as in use: a folder; the bundled one where none is given."""
    rule_strength: Positive = 3.0
    """How firmly a rule's weight holds to what was set by hand: the precision of a Gaussian around it."""
    word_strength: Positive = 10.0
    """How firmly a word's weight holds to zero."""
    minimum_count: Count = 3
    """A word seen with fewer quantities is left out."""
    trees: TreeSettings = TreeSettings()
    folds: Annotated[int, Meta(ge=2)] = 8
    """Of the cross-validation, by article; and of the one inside it that gives the trees log-odds to grow on."""
    seed: int = 0
    """Deals the articles to the folds."""
