"""Results of one annotation or prediction as a document."""

import datetime
import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from mokpyo.data.document import Article, Document, Entity
from mokpyo.data.label_studio.centers import Centers
from mokpyo.data.label_studio.normaliser import Normaliser
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.data.label_studio.regions import Gathered, Region, gather
from mokpyo.data.label_studio.targets import read_targets
from mokpyo.data.offsets import overlaps


class Origin(StrEnum):
    """Who answers for the results: scores and links of a machine do not outlive a person's reading."""

    MODEL = "model"
    PERSON = "person"


def decode_results(
    results: Iterable[object],
    article: Article,
    *,
    origin: Origin,
    problems: ProblemList,
    normaliser: Normaliser | None = None,
) -> Document:
    """The document that the results describe: entities by their start, centres and targets by the number in their id.

    What cannot be read is left out and listed in ``problems``; the rest stays. ``normaliser`` reads numbers and days
    where their fields are empty or were filled for another span; without it such targets are refused.
    """
    gathered = gather(results, article.text, problems)
    _drop_overlapping(gathered, problems)
    if origin is Origin.PERSON:
        _count_as_entities(gathered)
    centers = Centers(gathered, problems)
    targets = read_targets(
        gathered, centers, article, by_person=origin is Origin.PERSON, normaliser=normaliser, problems=problems
    )
    return Document(
        id=article.id,
        title=article.title,
        published=article.published,
        text=article.text,
        entities=_entities(gathered, origin),
        centers=sorted(centers.records(targets), key=lambda center: natural_order(center.id)),
        targets=sorted(targets, key=lambda target: natural_order(target.id)),
    )


def natural_order(name: str) -> list[tuple[int, str]]:
    """A key that puts ``t2`` before ``t10``."""
    parts = re.split(r"([0-9]+)", name)
    return [(int(part), "") if at % 2 else (-1, part) for at, part in enumerate(parts)]


def parse_day(value: object) -> datetime.date | None:
    """A day of a task's data, ``None`` where it is none."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _entities(gathered: Gathered, origin: Origin) -> list[Entity]:
    return [
        Entity(
            *region.span,
            region.label,
            region.surface,
            1.0 if origin is Origin.PERSON or region.score is None else region.score,
        )
        for region in sorted(gathered.regions.values(), key=lambda region: region.span)
        if region.note.entity
    ]


def _count_as_entities(gathered: Gathered) -> None:
    """What a person has left standing with a label is an entity, where it crosses none."""
    entities = [region for region in gathered.regions.values() if region.note.entity]
    for region in sorted(gathered.regions.values(), key=lambda region: region.span):
        if not region.note.entity and not any(overlaps(one.span, region.span) for one in entities):
            region.note = msgspec.structs.replace(region.note, entity=True)
            entities.append(region)


def _drop_overlapping(gathered: Gathered, problems: ProblemList) -> None:
    """Of regions that overlap one is kept: drawn by a person before a machine's, then the longer, then the first."""
    kept: list[Region] = []
    for region in sorted(gathered.regions.values(), key=_precedence):
        if not region.note.entity:
            continue
        other = next((one for one in kept if overlaps(one.span, region.span)), None)
        if other is None:
            kept.append(region)
            continue
        del gathered.regions[region.id]
        if other.span == region.span and other.label is region.label:
            problems.repaired(f"{region.name()} is there twice; {other.id} is kept", region.id)
            _lead_to(gathered, region, other)
        else:
            problems.refused(f"{region.name()} overlaps {other.name()}, which is kept", region.id)
    _drop_arrows(gathered, problems)


def _precedence(region: Region) -> tuple[bool, int, int]:
    return (not region.touched, region.span[0] - region.span[1], region.span[0])


def _lead_to(gathered: Gathered, gone: Region, kept: Region) -> None:
    """Arrows and fields of a twin, where the kept one has none of its own."""
    for name, value in gone.fields.items():
        kept.fields.setdefault(name, value)
    gathered.arrows = [
        (arrow, kept.id if tail == gone.id else tail, kept.id if head == gone.id else head)
        for arrow, tail, head in gathered.arrows
    ]


def _drop_arrows(gathered: Gathered, problems: ProblemList) -> None:
    for arrow, tail, head in gathered.arrows:
        gone = next((end for end in (tail, head) if end not in gathered.regions), None)
        if gone is not None:
            problems.refused(f"{arrow} leads to {gone!r}, which is no region that was kept", f"{tail} -> {head}")
    gathered.arrows = [one for one in gathered.arrows if one[1] in gathered.regions and one[2] in gathered.regions]
