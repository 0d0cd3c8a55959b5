"""How well annotators agree on the tasks that several of them have read."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from mokpyo.data.document import Document, Label, Target
from mokpyo.data.label_studio import ExportedTask
from mokpyo.data.label_studio.annotation_set import PairSummary
from mokpyo.data.offsets import Span

ALL = "all"
_NO_CENTER = "none"


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """Two sets of spans: ``f1`` is that of either against the other, ``None`` where both are empty."""

    left: int
    right: int
    both: int
    f1: float | None


class Nominal(msgspec.Struct, frozen=True, kw_only=True):
    """A choice that both have made for the same targets."""

    units: int
    """Targets that both have."""
    same: float | None
    """Share on which they agree."""
    kappa: float | None
    """Cohen's; ``None`` where one value is all that there is, so that chance alone agrees."""


class PairAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two annotators on the tasks that both have annotated."""

    left: str
    right: str
    tasks: int
    entities: dict[str, Overlap]
    """By label, and ``all``; an entity is its span and label, borders included."""
    targets: Overlap
    """A target is the span of its quantity."""
    status: Nominal
    center: Nominal
    """Centres are the same where their name or a mention is."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody with everybody."""

    tasks: int
    """With annotations of several people."""
    pairs: list[PairAgreement]
    status_alpha: float | None
    """Krippendorff's alpha over all annotators, nominal; ``None`` where it is not defined."""
    center_alpha: float | None


def summarise(agreement: Agreement) -> list[PairSummary]:
    """The figures that a manifest carries to a model card."""
    return [
        PairSummary(
            left=pair.left,
            right=pair.right,
            tasks=pair.tasks,
            entity_f1=pair.entities[ALL].f1,
            target_f1=pair.targets.f1,
            status_kappa=pair.status.kappa,
            center_kappa=pair.center.kappa,
        )
        for pair in agreement.pairs
    ]


class _Reading(NamedTuple):
    """One annotator's reading of one task, centres named as all readings of the task name them."""

    task: int
    annotator: str
    document: Document
    targets: dict[Span, tuple[str, str]]
    """Status and centre by the quantity's span."""


def measure_agreement(tasks: Sequence[ExportedTask]) -> Agreement:
    """Agreement between each two annotators, and over all of them."""
    shared = [task for task in tasks if len(task.annotations) > 1]
    readings = [reading for number, task in enumerate(shared) for reading in _readings(number, task)]
    annotators = sorted({reading.annotator for reading in readings})
    by_annotator = {
        name: {reading.task: reading for reading in readings if reading.annotator == name} for name in annotators
    }
    pairs = [
        _pair(left, right, [(by_annotator[left][at], by_annotator[right][at]) for at in both])
        for left, right in itertools.combinations(annotators, 2)
        if (both := sorted(by_annotator[left].keys() & by_annotator[right].keys()))
    ]
    return Agreement(tasks=len(shared), pairs=pairs, status_alpha=_alpha(readings, 0), center_alpha=_alpha(readings, 1))


def _readings(number: int, task: ExportedTask) -> list[_Reading]:
    names = _CenterNames(number)
    return [
        _Reading(
            number,
            one.annotator,
            one.document,
            {
                target.quantity.span: (target.status.value, names.of(one.document, target))
                for target in one.document.targets
            },
        )
        for one in task.annotations
    ]


class _CenterNames:
    """One name for each organisation of a task, whichever form an annotator has taken as its fullest."""

    def __init__(self, task: int) -> None:
        self._task = task
        self._known: list[tuple[set[str], set[Span]]] = []

    def of(self, document: Document, target: Target) -> str:
        """The organisation that owns the target."""
        center = next((one for one in document.centers if one.id == target.center), None)
        if center is None:
            return _NO_CENTER
        for at, (names, mentions) in enumerate(self._known):
            if center.name in names or mentions & set(center.mentions):
                names.add(center.name)
                mentions.update(center.mentions)
                return f"{self._task}:{at}"
        self._known.append(({center.name}, set(center.mentions)))
        return f"{self._task}:{len(self._known) - 1}"


def _pair(left: str, right: str, shared: Sequence[tuple[_Reading, _Reading]]) -> PairAgreement:
    entities = {
        name: overlap_of(_entities((one for one, _ in shared), name), _entities((two for _, two in shared), name))
        for name in (*(label.value for label in Label), ALL)
    }
    matched = [
        (one.targets[span], two.targets[span])
        for one, two in shared
        for span in sorted(one.targets.keys() & two.targets.keys())
    ]
    return PairAgreement(
        left=left,
        right=right,
        tasks=len(shared),
        entities=entities,
        targets=overlap_of(
            {(one.task, span) for one, _ in shared for span in one.targets},
            {(two.task, span) for _, two in shared for span in two.targets},
        ),
        status=_nominal([(one[0], two[0]) for one, two in matched]),
        center=_nominal([(one[1], two[1]) for one, two in matched]),
    )


def _entities(readings: Iterable[_Reading], name: str) -> set[object]:
    return {
        (reading.task, entity.span, entity.label)
        for reading in readings
        for entity in reading.document.entities
        if name in (ALL, entity.label)
    }


def overlap_of(left: set[object] | set[tuple[int, Span]], right: set[object] | set[tuple[int, Span]]) -> Overlap:
    """How much two sets have in common."""
    both, total = len(left & right), len(left) + len(right)
    return Overlap(left=len(left), right=len(right), both=both, f1=2 * both / total if total else None)


def _nominal(choices: Sequence[tuple[str, str]]) -> Nominal:
    if not choices:
        return Nominal(units=0, same=None, kappa=None)
    same = sum(one == two for one, two in choices) / len(choices)
    return Nominal(units=len(choices), same=same, kappa=_kappa(choices))


def _kappa(choices: Sequence[tuple[str, str]]) -> float | None:
    from nltk.metrics.agreement import AnnotationTask

    if len({value for pair in choices for value in pair}) < 2:
        return None
    data = [(coder, unit, value) for unit, pair in enumerate(choices) for coder, value in enumerate(pair)]
    return float(AnnotationTask(data).kappa_pairwise(0, 1))


def _alpha(readings: Sequence[_Reading], choice: int) -> float | None:
    """Krippendorff's alpha for the status (0) or the centre (1) of quantities that two or more made targets."""
    from nltk.metrics.agreement import AnnotationTask

    data = [
        (reading.annotator, (reading.task, span), chosen[choice])
        for reading in readings
        for span, chosen in reading.targets.items()
    ]
    coders = Counter(unit for _, unit, _ in data)
    paired = [one for one in data if coders[one[1]] > 1]
    if len({value for _, _, value in paired}) < 2:
        return None
    return float(AnnotationTask(paired).alpha())
