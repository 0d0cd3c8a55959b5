"""Label schemes and BIO tags: KLUE's six classes, the project's four, and the way between them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mokpyo.data.document import Label
from mokpyo.data.errors import LabelError

OUTSIDE = "O"

KLUE_CLASSES = ("PS", "LC", "OG", "DT", "TI", "QT")
"""Classes of KLUE-NER v1.1: person, location, organisation, date, time, quantity."""

PROJECT_CLASSES = tuple(label.value for label in Label)

KLUE_TO_PROJECT: Mapping[str, Label] = MappingProxyType(
    {"OG": Label.ORG, "LC": Label.REGION, "QT": Label.QUANTITY, "DT": Label.DATE}
)
"""KLUE classes that the project keeps; PS and TI have no counterpart and are dropped."""


class TokenSpan(NamedTuple):
    """A labelled run of tokens, ``[first, last)``, as BIO tags spell it."""

    first: int
    last: int
    label: str


def bio_tags(classes: Sequence[str]) -> list[str]:
    """All tags of a scheme, ``O`` first, then ``B-X``, ``I-X`` for each class in order."""
    return [OUTSIDE] + [f"{prefix}-{name}" for name in classes for prefix in "BI"]


def project_label(name: str) -> Label | None:
    """The project's label for a class of either scheme; ``None`` for KLUE's PS and TI.

    Raises :class:`LabelError` for a class of neither scheme.
    """
    if name in PROJECT_CLASSES:
        return Label(name)
    if name in KLUE_CLASSES:
        return KLUE_TO_PROJECT.get(name)
    raise LabelError(f"label {name!r} is in neither scheme: known are {', '.join((*PROJECT_CLASSES, *KLUE_CLASSES))}")


def encode_bio(spans: Sequence[TokenSpan], length: int) -> list[str]:
    """Tags of ``length`` tokens. Raises :class:`LabelError` where spans overlap or leave the sequence."""
    tags = [OUTSIDE] * length
    for first, last, label in spans:
        if not 0 <= first < last <= length:
            raise LabelError(f"{label} covers tokens [{first}, {last}) of a sequence of {length}")
        if any(tag != OUTSIDE for tag in tags[first:last]):
            raise LabelError(f"{label} at tokens [{first}, {last}) overlaps another span")
        tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return tags


def decode_bio(tags: Sequence[str]) -> list[TokenSpan]:
    """Spans of a tag sequence. Raises :class:`LabelError` where an ``I-X`` follows neither ``B-X`` nor ``I-X``."""
    spans: list[TokenSpan] = []
    for at, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if prefix == "B" and label:
            spans.append(TokenSpan(at, at + 1, label))
        elif prefix == "I" and spans and spans[-1].last == at and spans[-1].label == label:
            spans[-1] = spans[-1]._replace(last=at + 1)
        elif tag != OUTSIDE:
            raise LabelError(
                f"tag {tag!r} at token {at} does not continue a span; IOB2 has {tags[max(0, at - 1)]!r} before"
            )
    return spans
