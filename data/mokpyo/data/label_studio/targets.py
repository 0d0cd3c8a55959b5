"""Targets out of regions: quantities that have a status, with their arrows and fields."""

import datetime
import itertools
import math

import msgspec

from mokpyo.data.document import Article, Bound, Deadline, Label, Quantity, Status, Target
from mokpyo.data.label_studio.centers import Centers
from mokpyo.data.label_studio.names_table import BOUND_NAMES, ENDS_OF, STATUS_NAMES, Arrow, Field
from mokpyo.data.label_studio.normaliser import Normaliser
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.data.label_studio.regions import Gathered, Region
from mokpyo.data.label_studio.results import QuantityNote

ANNOTATOR_LINK = "annotator"
"""``link`` of a target whose centre a person chose or confirmed."""

_STATUSES = {name: status for status, name in STATUS_NAMES.items()} | {status.value: status for status in Status}
_BOUNDS = {name: bound for bound, name in BOUND_NAMES.items()} | {bound.value: bound for bound in Bound}


def read_targets(
    gathered: Gathered,
    centers: Centers,
    article: Article,
    *,
    by_person: bool,
    normaliser: Normaliser | None,
    problems: ProblemList,
) -> list[Target]:
    """The targets in the order of their quantities. ``by_person``: scores are 1 and the link is the annotator's."""
    reader = _TargetReader(gathered, centers, article, by_person, normaliser, problems)
    return reader.read()


class _TargetReader:
    def __init__(
        self,
        gathered: Gathered,
        centers: Centers,
        article: Article,
        by_person: bool,
        normaliser: Normaliser | None,
        problems: ProblemList,
    ) -> None:
        self._regions = gathered.regions
        self._centers = centers
        self._article = article
        self._by_person = by_person
        self._normaliser = normaliser
        self._problems = problems
        self._heads: dict[tuple[Arrow, str], str] = {}
        for arrow, tail, head in gathered.arrows:
            self._add_arrow(arrow, tail, head)

    def read(self) -> list[Target]:
        drafts = {region.id: target for region in self._quantities() if (target := self._target(region)) is not None}
        return [self._with_repeat(name, target, drafts) for name, target in drafts.items()]

    def _quantities(self) -> list[Region]:
        found = [region for region in self._regions.values() if region.label is Label.QUANTITY]
        found.sort(key=lambda region: region.span)
        pushed = [region.note.target.id for region in found if region.note.target is not None]
        fresh = (name for number in itertools.count(1) if (name := f"t{number}") not in pushed)
        self._ids: dict[str, str] = {}
        for region in found:
            own = None if region.note.target is None else region.note.target.id
            self._ids[region.id] = next(fresh) if own is None or own in self._ids.values() else own
        return found

    def _add_arrow(self, arrow: Arrow, tail: str, head: str) -> None:
        name, wanted = f"{tail} -> {head}", ENDS_OF[arrow]
        labels = (self._regions[tail].label, self._regions[head].label)
        if labels != wanted and labels[::-1] == wanted:
            self._problems.repaired(f"{arrow} is drawn from the {labels[0]}; it is turned round", name)
            tail, head, labels = head, tail, wanted
        if labels != wanted or tail == head:
            self._problems.refused(f"{arrow} leads from {wanted[0]} to {wanted[1]}, not {' to '.join(labels)}", name)
        elif self._heads.get((arrow, tail), head) != head:
            self._problems.refused(f"the quantity has an arrow {arrow} already, to {self._heads[arrow, tail]}", name)
        else:
            self._heads[arrow, tail] = head

    def _target(self, region: Region) -> Target | None:
        status = self._status(region)
        if status is None:
            return None
        quantity = self._quantity(region)
        if quantity is None:
            self._problems.refused(f"the target {region.name()} has no value that can be read; type it", region.id)
            return None
        note = region.note.target
        return Target(
            id=self._ids[region.id],
            center=self._center(region),
            quantity=quantity,
            object=region.fields.get(Field.OBJECT) or self._kept_empty(region, Field.OBJECT),
            deadline=self._deadline(region, status),
            region=region.fields.get(Field.PLACE) or self._kept_empty(region, Field.PLACE),
            status=status,
            link=ANNOTATOR_LINK if self._by_person else ("" if note is None else note.link),
            score=1.0 if self._by_person or note is None else note.score,
            evidence=self._evidence(region),
        )

    def _kept_empty(self, region: Region, field: Field) -> str | None:
        """The empty string where it was pushed, ``None`` where a person has emptied the field."""
        return None if region.touched else region.fields.get(field)

    def _status(self, region: Region) -> Status | None:
        chosen = region.fields.get(Field.STATUS)
        if chosen is None:
            owned = any((arrow, region.id) in self._heads for arrow in Arrow) or Field.OWNER in region.fields
            if owned:
                self._problems.refused(f"{region.name()} has an owner, a date or a repeat but no status", region.id)
            return None
        if chosen not in _STATUSES:
            self._problems.refused(f"unknown status {chosen!r}: known are {', '.join(Status)}", region.id)
        return _STATUSES.get(chosen)

    def _center(self, region: Region) -> str | None:
        head = self._heads.get((Arrow.OWNER, region.id))
        draft = self._centers.owner_named(region) if head is None else self._centers.owner_at(self._regions[head])
        return None if draft is None else self._centers.id_of(draft)

    def _evidence(self, region: Region) -> tuple[int, int] | None:
        evidence = None if region.note.target is None else region.note.target.evidence
        if evidence is None or not 0 <= evidence[0] < evidence[1] <= len(self._article.text):
            return None
        return evidence

    def _quantity(self, region: Region) -> Quantity | None:
        typed, note = self._typed(region), region.note.quantity
        outdated = note is not None and note.span != region.span and typed == _noted(note)
        if typed is not None and not outdated:
            value, high, unit, bound = typed
            return Quantity(*region.span, region.surface, value, high, unit, bound)
        read = None if self._normaliser is None else self._normaliser.quantity(self._article.text, *region.span)
        if read is not None and outdated:
            self._problems.repaired(f"the border has moved: {region.surface!r} is read anew", region.id)
        return read

    def _typed(self, region: Region) -> tuple[int | float, int | float | None, str, Bound] | None:
        values = [self._number(region, field) for field in (Field.VALUE, Field.HIGH)]
        chosen = region.fields.get(Field.BOUND, Bound.EXACT.value)
        bound = _BOUNDS.get(chosen)
        if bound is None:
            self._problems.refused(f"unknown bound {chosen!r}: known are {', '.join(Bound)}", region.id)
        if values[0] is None or (values[1] is None and region.fields.get(Field.HIGH)) or bound is None:
            return None
        return values[0], values[1], region.fields.get(Field.UNIT, ""), bound

    def _number(self, region: Region, field: Field) -> int | float | None:
        written = region.fields.get(field)
        if not written:
            return None
        try:
            return _parse_number(written)
        except ValueError:
            self._problems.refused(f"{field.value} {written!r} of {region.name()} is no number", region.id)
            return None

    def _deadline(self, region: Region, status: Status) -> Deadline | None:
        head = self._heads.get((Arrow.DEADLINE, region.id))
        if head is None:
            return None
        date = self._regions[head]
        typed, note = (self._day(date, Field.FROM), self._day(date, Field.BY)), date.note.date
        noted = None if note is None else (note.from_, note.by)
        outdated = note is not None and note.span != date.span and typed == noted
        emptied = typed == (None, None) != noted
        read = self._read_deadline(date, status) if outdated or emptied else None
        if read is not None:
            if outdated:
                self._problems.repaired(f"the border has moved: {date.surface!r} is read anew", date.id)
            return read
        return Deadline(*date.span, date.surface, *((None, None) if outdated else typed))

    def _read_deadline(self, date: Region, status: Status) -> Deadline | None:
        if self._normaliser is None:
            return None
        return self._normaliser.deadline(self._article.text, *date.span, self._article.published, status)

    def _day(self, region: Region, field: Field) -> datetime.date | None:
        written = region.fields.get(field)
        if not written:
            return None
        try:
            return datetime.date.fromisoformat(written)
        except ValueError:
            self._problems.refused(f"{field.value} {written!r} of {region.name()} is no day YYYY-MM-DD", region.id)
            return None

    def _with_repeat(self, name: str, target: Target, drafts: dict[str, Target]) -> Target:
        head = self._heads.get((Arrow.REPEAT, name))
        if head is None:
            return target
        if head not in drafts:
            self._problems.refused("되풀이 leads to a quantity that is no target", f"{name} -> {head}")
            return target
        return msgspec.structs.replace(target, repeat_of=drafts[head].id)


def _noted(note: QuantityNote) -> tuple[int | float, int | float | None, str, Bound]:
    return note.value, note.high, note.unit, note.bound


def _parse_number(written: str) -> int | float:
    plain = written.replace(",", "").strip()
    try:
        return int(plain)
    except ValueError:
        value = float(plain)
    if not math.isfinite(value):
        raise ValueError(written)
    return value
