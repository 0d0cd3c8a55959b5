"""What a YAML of kind ``rank`` may say; a key's meaning is its docstring."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from mokpyo.train.annotated import AnnotatedSettings
from mokpyo.train.config_values import Count, Positive


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
    folds: Annotated[int, Meta(ge=2)] = 8
    """Of the cross-validation, by article."""
    seed: int = 0
    """Deals the articles to the folds."""
