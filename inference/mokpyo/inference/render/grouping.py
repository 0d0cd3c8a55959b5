"""A document's targets under the centres that own them, for every renderer alike."""

from collections import Counter
from typing import NamedTuple

from mokpyo.data.document import Center, Document, Label, Target


class CenterTargets(NamedTuple):
    """One centre with its targets in text order; ``center`` is ``None`` for targets that none owns."""

    center: Center | None
    targets: list[Target]


def targets_by_center(document: Document) -> list[CenterTargets]:
    """Every centre in the document's order, then the targets without one, if there are any."""
    groups = [CenterTargets(center, _owned_by(document, center.id)) for center in document.centers]
    unowned = _owned_by(document, None)
    return [*groups, CenterTargets(None, unowned)] if unowned else groups


def _owned_by(document: Document, center_id: str | None) -> list[Target]:
    owned = [target for target in document.targets if target.center == center_id]
    return sorted(owned, key=lambda target: target.quantity.start)


def entity_counts(document: Document) -> dict[Label, int]:
    """How many entities of each label the document has, zeros included."""
    counts = Counter(entity.label for entity in document.entities)
    return {label: counts[label] for label in Label}


def has_unresolved_deadline(document: Document) -> bool:
    """Whether a deadline has no last day although the text gives one, as without a publication date."""
    return any(target.deadline is not None and target.deadline.by is None for target in document.targets)
