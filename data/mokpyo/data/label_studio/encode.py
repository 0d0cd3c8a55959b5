"""A document as what Label Studio is given: the task's data, and the results of a prediction or annotation."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from mokpyo.data.document import Center, Deadline, Document, Entity, Label, Target
from mokpyo.data.errors import DocumentError
from mokpyo.data.label_studio.names_table import CHOICES, LABELS, TEXT, Arrow, Field
from mokpyo.data.label_studio.results import (
    CenterNote,
    DateNote,
    Meta,
    Note,
    QuantityNote,
    RegionResult,
    RelationResult,
    TargetNote,
)
from mokpyo.data.offsets import Span, overlaps


class _Region:
    """A labelled span on its way into results."""

    def __init__(self, id_: str, span: Span, label: Label, *, entity: bool, score: float | None) -> None:
        self.id, self.span, self.label, self.score = id_, span, label, score
        self.note = Note(entity=entity)
        self.fields: dict[Field, str] = {}

    def add(self, **notes: object) -> None:
        """Put more into the region's note."""
        self.note = msgspec.structs.replace(self.note, **notes)


def task_data(document: Document) -> dict[str, Any]:
    """``data`` of the task: the text and what else the page shows or a pull needs."""
    return {
        "id": document.id,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        TEXT: document.text,
    }


def encode_document(document: Document) -> list[dict[str, Any]]:
    """Results of a prediction that says what the document says; entities come back sorted by their start.

    Raises :class:`DocumentError` for what flat spans cannot say: entities that overlap, two centres of one name, a
    centre that neither the text nor a target mentions.
    """
    regions = _Regions(document)
    regions.add_centers()
    arrows = [arrow for target in document.targets for arrow in regions.add_target(target)]
    arrows += regions.repeats()
    regions.check_centers()
    results = [result for region in regions.all for result in _results(region, document.text)]
    return [msgspec.to_builtins(result) for result in (*results, *arrows)]


class _Regions:
    """Regions of a document: its entities, and what its centres and targets need beside them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = itertools.count(1)
        self.all: list[_Region] = []
        entities = sorted(document.entities, key=lambda entity: entity.span)
        _check_flat(document, entities)
        for entity in entities:
            self._new(entity.span, entity.label, entity=True, score=entity.score)
        self._mentions: dict[str, list[_Region]] = {}
        self._quantities: dict[str, _Region] = {}
        self._unmentioned = {center.id: center for center in document.centers if not center.mentions}
        self._owned_unmentioned: set[str] = set()

    def _new(self, span: Span, label: Label, *, entity: bool, score: float | None = None) -> _Region:
        # No dots in ids: the page makes CSS classes of them.
        region = _Region(f"m{next(self._numbers)}", span, label, entity=entity, score=score)
        self.all.append(region)
        return region

    def _free(self, span: Span, label: Label, taken: str) -> _Region:
        """The region of the span whose note has no ``taken`` yet, or a new one."""
        for region in self.all:
            if region.span == span and region.label is label and getattr(region.note, taken) is None:
                return region
        return self._new(span, label, entity=False)

    def add_centers(self) -> None:
        """Notes on the mentions of every centre; the first that is an entity shows the name and the region."""
        names = [center.name for center in self._document.centers]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise DocumentError(
                f"document {self._document.id!r} has two centres of the name {twice!r}; one record per organisation"
            )
        for center in self._document.centers:
            regions = [self._free(mention, Label.ORG, "center") for mention in center.mentions]
            self._mentions[center.id] = regions
            shown = next((region for region in regions if region.note.entity), regions[0] if regions else None)
            for region in regions:
                region.add(center=_center_note(center, self._document.text, fields=region is shown))
            if shown is not None:
                _put(shown, Field.CENTER, center.name)
                _put(shown, Field.CENTER_REGION, center.region)

    def add_target(self, target: Target) -> Iterator[RelationResult]:
        """Fields and notes of the target's quantity, and its arrows."""
        region = self._free(target.quantity.span, Label.QUANTITY, "target")
        self._quantities[target.id] = region
        _describe(region, target)
        if target.deadline is not None:
            yield _arrow(region, self._dated(target.deadline), Arrow.DEADLINE)
        if target.center in self._unmentioned:
            center = self._unmentioned[target.center]
            self._owned_unmentioned.add(center.id)
            region.add(center=_center_note(center, self._document.text, fields=True))
            _put(region, Field.OWNER, center.name)
        elif target.center is not None:
            yield _arrow(region, _nearest(self._mentions[target.center], region.span), Arrow.OWNER)

    def repeats(self) -> Iterator[RelationResult]:
        """Arrows between targets."""
        for target in self._document.targets:
            if target.repeat_of is not None:
                yield _arrow(self._quantities[target.id], self._quantities[target.repeat_of], Arrow.REPEAT)

    def check_centers(self) -> None:
        """Raise for a centre that nothing could carry."""
        lost = self._unmentioned.keys() - self._owned_unmentioned
        if lost:
            raise DocumentError(
                f"document {self._document.id!r}: centre {min(lost)!r} has neither a mention nor a target to stand on; "
                "give it a mention or leave it out"
            )

    def _dated(self, deadline: Deadline) -> _Region:
        note = DateNote(span=deadline.span, from_=deadline.from_, by=deadline.by)
        for region in self.all:
            if region.note.date == note and region.label is Label.DATE:
                return region
        region = self._free(deadline.span, Label.DATE, "date")
        region.add(date=note)
        _put(region, Field.FROM, None if deadline.from_ is None else deadline.from_.isoformat())
        _put(region, Field.BY, None if deadline.by is None else deadline.by.isoformat())
        return region


def _check_flat(document: Document, entities: Sequence[Entity]) -> None:
    for before, after in itertools.pairwise(entities):
        if overlaps(before.span, after.span):
            raise DocumentError(
                f"document {document.id!r}: {after.label} at [{after.start}, {after.end}) overlaps the entity before "
                "it; annotations are flat"
            )


def _center_note(center: Center, text: str, *, fields: bool) -> CenterNote:
    return CenterNote(
        id=center.id,
        name=center.name,
        aliases=center.aliases,
        region=center.region,
        surfaces=[text[start:end] for start, end in center.mentions],
        fields=fields,
    )


def _describe(region: _Region, target: Target) -> None:
    quantity = target.quantity
    region.add(
        target=TargetNote(id=target.id, link=target.link, score=target.score, evidence=target.evidence),
        quantity=QuantityNote(
            span=quantity.span, value=quantity.value, high=quantity.high, unit=quantity.unit, bound=quantity.bound
        ),
    )
    _put(region, Field.STATUS, target.status.value)
    _put(region, Field.OBJECT, target.object)
    _put(region, Field.PLACE, target.region)
    _put(region, Field.VALUE, str(quantity.value))
    _put(region, Field.HIGH, None if quantity.high is None else str(quantity.high))
    _put(region, Field.UNIT, quantity.unit)
    _put(region, Field.BOUND, quantity.bound.value)


def _put(region: _Region, field: Field, value: str | None) -> None:
    if value is not None:
        region.fields[field] = value


def _nearest(mentions: Sequence[_Region], span: Span) -> _Region:
    """The last mention before the quantity, else the first: the arrow is short and points back as the reader does."""
    shown = [mention for mention in mentions if mention.note.entity] or mentions
    before = [mention for mention in shown if mention.span[0] <= span[0]]
    return max(before, key=lambda mention: mention.span) if before else shown[0]


def _arrow(tail: _Region, head: _Region, arrow: Arrow) -> RelationResult:
    return RelationResult(from_id=tail.id, to_id=head.id, type="relation", direction="right", labels=[arrow.value])


def _results(region: _Region, text: str) -> Iterator[RegionResult]:
    start, end = region.span
    place = {"start": start, "end": end, "text": text[start:end]}
    meta = None if region.note == Note() else Meta(mokpyo=region.note)

    def result(name: str, kind: str, value: dict[str, Any]) -> RegionResult:
        return RegionResult(
            id=region.id,
            from_name=name,
            to_name=TEXT,
            type=kind,
            origin="prediction",
            value=place | value,
            score=region.score if kind == "labels" else None,
            meta=meta,
        )

    yield result(LABELS, "labels", {"labels": [region.label.value]})
    for field, value in region.fields.items():
        chosen = field in CHOICES
        yield result(field.value, "choices" if chosen else "textarea", {"choices" if chosen else "text": [value]})
