"""Centres out of regions: mentions that name one organisation, by the fields on them or by what they were pushed as."""

import itertools
from dataclasses import dataclass, field

from mokpyo.data.document import Center, Label, Target
from mokpyo.data.label_studio.names_table import NO_CENTER, Field
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.data.label_studio.regions import Gathered, Region
from mokpyo.data.label_studio.results import CenterNote


@dataclass
class _Draft:
    """One organisation while its mentions are gathered."""

    name: str
    note: CenterNote | None = None
    region: str | None = None
    region_stated: bool = False
    mentions: list[Region] = field(default_factory=list)


class Centers:
    """Organisations of one annotation. A region's name field decides; without one, the centre it was pushed with."""

    def __init__(self, gathered: Gathered, problems: ProblemList) -> None:
        self._problems = problems
        self._by_name: dict[str, _Draft] = {}
        self._by_region: dict[str, _Draft] = {}
        self._ids: dict[int, str] = {}
        regions = sorted(gathered.regions.values(), key=lambda region: region.span)
        self._renamed = self._new_names(regions)
        for region in regions:
            if region.label is Label.ORG:
                self._add_mention(region)

    def owner_at(self, region: Region) -> _Draft | None:
        """The centre that an arrow to ``region`` means; an organisation that names none yet becomes one."""
        if region.fields.get(Field.CENTER) == NO_CENTER:
            self._problems.refused(
                f"{region.name()} names no centre, by its field, yet a target points to it", region.id
            )
            return None
        if region.id not in self._by_region:
            named = [one for one in self._by_name.values() if region.surface in _forms(one)]
            draft = named[0] if len(named) == 1 else self._draft(region.surface, None)
            draft.mentions.append(region)
            self._by_region[region.id] = draft
        return self._by_region[region.id]

    def owner_named(self, region: Region) -> _Draft | None:
        """The centre that a quantity names in its own field."""
        name = region.fields.get(Field.OWNER)
        if name is None or (not name and region.touched):
            return None
        note = region.note.center
        return self._draft(name, note if note is not None and note.name == name else None)

    def id_of(self, draft: _Draft) -> str:
        """The centre's id: the one it was pushed with, else the next free one."""
        if id(draft) not in self._ids:
            self._number()
        return self._ids[id(draft)]

    def records(self, targets: list[Target]) -> list[Center]:
        """Every centre that has a mention or a target."""
        owning = {target.center for target in targets}
        drafts = [one for one in self._by_name.values() if one.mentions or self.id_of(one) in owning]
        return [self._record(draft) for draft in drafts]

    def _new_names(self, regions: list[Region]) -> dict[str, str]:
        """The name that annotators gave to a pushed centre on the mention that shows its name, by the centre's id."""
        names: dict[str, str] = {}
        for region in regions:
            note, name = region.note.center, region.fields.get(Field.CENTER)
            if note is not None and note.fields and name not in (None, NO_CENTER) and region.label is Label.ORG:
                names[note.id] = str(name)
        return names

    def _add_mention(self, region: Region) -> None:
        name, note = region.fields.get(Field.CENTER), region.note.center
        if name == NO_CENTER or (name is None and (note is None or note.fields)):
            return
        current = None if note is None else self._renamed.get(note.id, note.name)
        draft = self._draft(current if name is None and current is not None else str(name), None)
        if note is not None and current == draft.name and draft.note is None:
            draft.note = note
        draft.mentions.append(region)
        self._by_region[region.id] = draft
        self._state_region(draft, region)

    def _state_region(self, draft: _Draft, region: Region) -> None:
        place = region.fields.get(Field.CENTER_REGION)
        if place is not None and draft.region is not None and place != draft.region:
            self._problems.refused(f"centre {draft.name!r} is in {draft.region!r}, and in {place!r} here", region.id)
        elif place is not None:
            draft.region = place
        draft.region_stated |= region.note.center is not None and region.note.center.fields

    def _draft(self, name: str, note: CenterNote | None) -> _Draft:
        draft = self._by_name.setdefault(name, _Draft(name))
        draft.note = draft.note or note
        return draft

    def _number(self) -> None:
        taken = set(self._ids.values())
        fresh = (f"c{number}" for number in itertools.count(1))
        pushed = {one.note.id for one in self._by_name.values() if one.note is not None}
        for draft in self._by_name.values():
            if id(draft) in self._ids:
                continue
            own = None if draft.note is None else draft.note.id
            if own is None or own in taken:
                own = next(name for name in fresh if name not in taken | pushed)
            self._ids[id(draft)] = own
            taken.add(own)

    def _record(self, draft: _Draft) -> Center:
        mentions = sorted(region.span for region in draft.mentions)
        surfaces = [region.surface for region in sorted(draft.mentions, key=lambda region: region.span)]
        kept_region = draft.note.region if draft.note is not None and not draft.region_stated else None
        return Center(
            id=self.id_of(draft),
            name=draft.name,
            aliases=_aliases(draft, surfaces),
            region=draft.region if draft.region is not None else kept_region,
            mentions=mentions,
        )


def _forms(draft: _Draft) -> set[str]:
    return {draft.name, *(region.surface for region in draft.mentions), *(draft.note.aliases if draft.note else ())}


def _aliases(draft: _Draft, surfaces: list[str]) -> list[str]:
    """Other forms: those pushed, less the mentions that are gone, and the mentions that have come."""
    before = [] if draft.note is None else draft.note.surfaces
    gone, come = set(before) - set(surfaces), set(surfaces) - set(before)
    kept = [] if draft.note is None else [alias for alias in draft.note.aliases if alias not in gone]
    new = [surface for surface in dict.fromkeys(surfaces) if surface in come and surface not in kept]
    return [*kept, *(surface for surface in new if surface != draft.name)]
