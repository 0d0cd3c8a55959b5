"""What people have changed of the model's work: kept, moved, relabelled, deleted, added."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from mokpyo.data.document import Document, Entity, Label, Target
from mokpyo.data.label_studio import Annotation, ExportedTask
from mokpyo.data.label_studio.export import Prediction
from mokpyo.data.offsets import Span

ALL = "all"


class Edit(StrEnum):
    """What became of a span; all but ``ADDED`` count under the model's label."""

    KEPT = "kept"
    MOVED = "moved"
    """The same label with another border."""
    RELABELLED = "relabelled"
    DELETED = "deleted"
    ADDED = "added"


class EditRow(msgspec.Struct, frozen=True, kw_only=True):
    """Counts, and the share of the spans that either has which are not as the model had them."""

    kept: int
    moved: int
    relabelled: int
    deleted: int
    added: int
    rate: float | None


class TargetEdits(msgspec.Struct, frozen=True, kw_only=True):
    """Targets, known again by their quantity; one with several changes is counted under each."""

    kept: int
    """As they were in every field below."""
    status: int
    center: int
    deadline: int
    object: int
    value: int
    deleted: int
    added: int


class ModelEdits(msgspec.Struct, frozen=True, kw_only=True):
    """The annotations that were made from one model version's predictions."""

    model_version: str
    annotations: int
    entities: dict[str, EditRow]
    """By label, and ``all``."""
    targets: TargetEdits


def measure_edits(tasks: Sequence[ExportedTask]) -> list[ModelEdits]:
    """Edits by model version.

    An annotation is held against the prediction that it was started from, or, where it does not say, the task's last
    one; an annotation of a task without predictions is not counted.
    """
    pairs = [
        (base, one) for task in tasks for one in task.annotations if (base := _base(task.predictions, one)) is not None
    ]
    return [
        _model_edits(version, [(base.document, one.document) for base, one in pairs if base.model_version == version])
        for version in sorted({base.model_version for base, _ in pairs})
    ]


def _base(predictions: Sequence[Prediction], annotation: Annotation) -> Prediction | None:
    started = [one for one in predictions if one.id is not None and one.id == annotation.parent_prediction]
    return next(iter(started or reversed(predictions)), None)


def _model_edits(version: str, pairs: Sequence[tuple[Document, Document]]) -> ModelEdits:
    counts = Counter(edit for model, person in pairs for edit in entity_edits(model.entities, person.entities))
    rows = {label.value: _row(counts, [label]) for label in Label} | {ALL: _row(counts, list(Label))}
    targets = Counter(edit for model, person in pairs for edit in _target_edits(model, person))
    fields = TargetEdits.__struct_fields__
    return ModelEdits(
        model_version=version,
        annotations=len(pairs),
        entities=rows,
        targets=TargetEdits(**{field: targets[field] for field in fields}),
    )


def entity_edits(model: Iterable[Entity], person: Iterable[Entity]) -> Iterator[tuple[Edit, Label]]:
    """One edit for each entity of the model, and one for each that the person added."""
    theirs = {(one.span, one.label): one for one in person}
    left: list[Entity] = []
    for one in model:
        if theirs.pop((one.span, one.label), None) is None:
            left.append(one)
        else:
            yield Edit.KEPT, one.label
    for edit, fits in ((Edit.RELABELLED, _same_span), (Edit.MOVED, _same_label), (Edit.RELABELLED, _touching)):
        still = []
        for one in left:
            other = max(
                (other for other in theirs.values() if fits(one, other)),
                key=lambda other: _common(one.span, other.span),
                default=None,
            )
            if other is None:
                still.append(one)
            else:
                del theirs[other.span, other.label]
                yield edit, one.label
        left = still
    yield from ((Edit.DELETED, one.label) for one in left)
    yield from ((Edit.ADDED, one.label) for one in theirs.values())


def _same_span(one: Entity, other: Entity) -> bool:
    return one.span == other.span


def _same_label(one: Entity, other: Entity) -> bool:
    return one.label is other.label and _common(one.span, other.span) > 0


def _touching(one: Entity, other: Entity) -> bool:
    return _common(one.span, other.span) > 0


def _common(left: Span, right: Span) -> int:
    return min(left[1], right[1]) - max(left[0], right[0])


def _row(counts: Counter[tuple[Edit, Label]], labels: Sequence[Label]) -> EditRow:
    sums = {edit: sum(counts[edit, label] for label in labels) for edit in Edit}
    total = sum(sums.values())
    return EditRow(
        **{edit.value: count for edit, count in sums.items()},
        rate=1 - sums[Edit.KEPT] / total if total else None,
    )


def _target_edits(model: Document, person: Document) -> Iterator[str]:
    theirs = {target.quantity.span: target for target in person.targets}
    for target in model.targets:
        other = theirs.pop(target.quantity.span, None)
        if other is None:
            yield "deleted"
            continue
        changed = [name for name, value in _fields(model, target).items() if value != _fields(person, other)[name]]
        yield from changed or ["kept"]
    yield from ("added" for _ in theirs)


def _fields(document: Document, target: Target) -> dict[str, object]:
    center = next((one for one in document.centers if one.id == target.center), None)
    quantity = target.quantity
    return {
        "status": target.status,
        "center": None if center is None else center.name,
        "deadline": None if target.deadline is None else (target.deadline.span, target.deadline.by),
        "object": target.object,
        "value": (quantity.value, quantity.high, quantity.unit, quantity.bound),
    }
