"""Results gathered into regions: one labelled span with its fields, placed in the text, or refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mokpyo.data.document import Label
from mokpyo.data.label_studio.names_table import CHOICES, ENDS_OF, FIELDS_OF, LABEL_NAMES, LABELS, TEXT, Arrow, Field
from mokpyo.data.label_studio.offset_readings import Claim, Counting, OffsetReader
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.data.label_studio.results import Meta, Note, RegionResult, RelationResult
from mokpyo.data.offsets import Span

PREDICTED = "prediction"
"""``origin`` of a region that nobody has touched."""

_LABEL_OF = {name: label for label, name in LABEL_NAMES.items()} | {label.value: label for label in Label}


@dataclass
class Region:
    """A span of the text with its label; ``note`` is what it carried through the editor."""

    id: str
    span: Span
    label: Label
    surface: str
    score: float | None
    touched: bool
    note: Note
    fields: dict[Field, str] = field(default_factory=dict)

    def name(self) -> str:
        """The region as messages tell it."""
        return f"{self.label} {self.surface!r} at [{self.span[0]}, {self.span[1]})"


@dataclass
class Gathered:
    """What the results of one annotation hold, before it is read as a document."""

    regions: dict[str, Region]
    arrows: list[tuple[Arrow, str, str]]
    """Kind, id of the tail, id of the head."""


def gather(results: Iterable[object], text: str, problems: ProblemList) -> Gathered:
    """Regions by their id and the arrows between them; everything else is refused, and listed in ``problems``."""
    spans, relations = _split(results, problems)
    regions = _place([one for one in spans if one.from_name == LABELS], text, problems)
    for result in spans:
        if result.from_name != LABELS:
            _describe(result, regions, problems)
    return Gathered(regions, [arrow for one in relations if (arrow := _arrow(one, regions, problems)) is not None])


def _split(results: Iterable[object], problems: ProblemList) -> tuple[list[RegionResult], list[RelationResult]]:
    spans: list[RegionResult] = []
    relations: list[RelationResult] = []
    for raw in results:
        try:
            if isinstance(raw, dict) and raw.get("type") == "relation":
                relations.append(msgspec.convert(raw, RelationResult))
            else:
                spans.append(_region_result(raw, problems))
        except msgspec.ValidationError as error:
            problems.refused(f"not a result of Label Studio: {error}", _id_of(raw))
    return spans, relations


def _region_result(raw: object, problems: ProblemList) -> RegionResult:
    try:
        return msgspec.convert(raw, RegionResult)
    except msgspec.ValidationError:
        if not isinstance(raw, dict) or "meta" not in raw:
            raise
        found = msgspec.convert({key: value for key, value in raw.items() if key != "meta"}, RegionResult)
        problems.repaired("its meta is not what was pushed and is left out", found.id)
        return found


def _id_of(raw: object) -> str | None:
    if not isinstance(raw, dict):
        return None
    if raw.get("type") == "relation":
        return f"{raw.get('from_id')} -> {raw.get('to_id')}"
    return None if raw.get("id") is None else str(raw["id"])


def _place(results: Sequence[RegionResult], text: str, problems: ProblemList) -> dict[str, Region]:
    claims: list[tuple[RegionResult, Label, Claim]] = []
    for result in results:
        label, claim = _label(result, problems), _claim(result, problems)
        if label is not None and claim is not None:
            claims.append((result, label, claim))
    regions: dict[str, Region] = {}
    placed = OffsetReader(text).place([claim for _, _, claim in claims])
    for (result, label, claim), found in zip(claims, placed, strict=True):
        if isinstance(found, str):
            problems.refused(found, result.id)
        elif result.id in regions:
            problems.refused("a region of this id has come before", result.id)
        else:
            span = _noted(found, claim, result, problems)
            regions[result.id] = _region(result, label, _trimmed(span, text, result, problems), text)
    return regions


def _label(result: RegionResult, problems: ProblemList) -> Label | None:
    names = result.value.get("labels")
    if not isinstance(names, list) or len(names) != 1:
        problems.refused(f"a region needs one label, has {names!r}", result.id)
        return None
    label = _LABEL_OF.get(names[0]) if isinstance(names[0], str) else None
    if label is None:
        problems.refused(f"unknown label {names[0]!r}: known are {', '.join(Label)}", result.id)
    return label


def _claim(result: RegionResult, problems: ProblemList) -> Claim | None:
    start, end, surface = (result.value.get(key) for key in ("start", "end", "text"))
    if type(start) is not int or type(end) is not int:
        problems.refused(f"its offsets are no whole numbers: start {start!r}, end {end!r}", result.id)
        return None
    if result.to_name != TEXT:
        problems.refused(f"it stands on {result.to_name!r}, which is not the article's text", result.id)
        return None
    return Claim(start, end, surface if isinstance(surface, str) and surface else None)


def _noted(found: tuple[Span, Counting], claim: Claim, result: RegionResult, problems: ProblemList) -> Span:
    span, counting = found
    if span != (claim.start, claim.end):
        problems.repaired(
            f"[{claim.start}, {claim.end}) counts {counting}: in code points it is [{span[0]}, {span[1]})", result.id
        )
    return span


def _trimmed(span: Span, text: str, result: RegionResult, problems: ProblemList) -> Span:
    """Without the blanks that a hand draws along; what a machine drew stays as it is."""
    surface = text[slice(*span)]
    if result.origin == PREDICTED or not surface.strip() or surface == surface.strip():
        return span
    start = span[0] + len(surface) - len(surface.lstrip())
    end = span[1] - len(surface) + len(surface.rstrip())
    problems.repaired(f"blanks at the ends of [{span[0]}, {span[1]}) are left out: [{start}, {end})", result.id)
    return (start, end)


def _region(result: RegionResult, label: Label, span: Span, text: str) -> Region:
    return Region(
        id=result.id,
        span=span,
        label=label,
        surface=text[slice(*span)],
        score=result.score if result.score is not None and 0 <= result.score <= 1 else None,
        touched=result.origin != PREDICTED,
        note=((result.meta or Meta()).mokpyo) or Note(),
    )


def _describe(result: RegionResult, regions: dict[str, Region], problems: ProblemList) -> None:
    region = regions.get(result.id)
    if region is None:
        problems.refused(f"the field {result.from_name!r} belongs to no region that was kept", result.id)
    elif result.from_name not in tuple(Field):
        problems.refused(f"the labelling config has no control {result.from_name!r}", result.id)
    elif (name := Field(result.from_name)) not in FIELDS_OF[region.label]:
        problems.refused(f"{region.name()} cannot have the field {name.value!r}", result.id)
    elif (value := _answer(result.value, name)) is None:
        problems.refused(f"the field {name.value!r} needs one answer, has {_given(result.value, name)!r}", result.id)
    elif name in region.fields:
        problems.refused(f"the field {name.value!r} has been answered before; {value!r} is left out", result.id)
    else:
        region.fields[name] = value.strip() if region.touched else value


def _given(value: dict[str, Any], name: Field) -> object:
    return value.get("choices" if name in CHOICES else "text")


def _answer(value: dict[str, Any], name: Field) -> str | None:
    given = _given(value, name)
    if isinstance(given, list) and len(given) == 1:
        given = given[0]
    return given if isinstance(given, str) else None


def _arrow(
    relation: RelationResult, regions: dict[str, Region], problems: ProblemList
) -> tuple[Arrow, str, str] | None:
    name = f"{relation.from_id} -> {relation.to_id}"
    told = "/".join(relation.labels) or "an arrow without a name"
    missing = [end for end in (relation.from_id, relation.to_id) if end not in regions]
    if missing:
        problems.refused(f"{told} leads to {missing[0]!r}, which is no region that was kept", name)
        return None
    ends = (relation.from_id, relation.to_id)
    if relation.direction == "left":
        ends = ends[::-1]
    kind = _kind(relation.labels, (regions[ends[0]].label, regions[ends[1]].label))
    if kind is None:
        problems.refused(f"{told} is none of {', '.join(Arrow)}, and its ends do not tell which it is", name)
        return None
    return (kind, *ends)


def _kind(names: Sequence[str], ends: tuple[Label, Label]) -> Arrow | None:
    """What an arrow means: by its name, or, where it has none, by the labels at its ends."""
    if names:
        return Arrow(names[0]) if len(names) == 1 and names[0] in tuple(Arrow) else None
    return next((arrow for arrow, labels in ENDS_OF.items() if ends in (labels, labels[::-1])), None)
