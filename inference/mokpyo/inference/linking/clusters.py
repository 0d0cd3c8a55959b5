"""Organisations of an article: every mention joined to the real body that it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.lexicon.regions import PROVINCES
from mokpyo.inference.linking.aliases import bare_name, generic_head, parenthesised_aliases, same_body
from mokpyo.inference.linking.organization_table import BARE_HEADS, COMPANY_WORDS, GENERIC_NAMES


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a body is named; ``name`` is its full form there (a shared head added)."""

    start: int
    end: int
    name: str
    body: int
    """Index into :attr:`Organizations.bodies`."""
    bare: bool = False
    """Whether only a head stands there (``도``, ``센터``)."""


@dataclass(slots=True)
class Body:
    """One real-world organisation with the forms of its name in order of appearance."""

    names: list[str] = field(default_factory=list)

    @property
    def fullest(self) -> str:
        """The longest form; of equal ones that with fewer blanks, then the first."""
        return max(self.names, key=lambda name: (len(bare_name(name)), -name.count(" "), -self.names.index(name)))


@dataclass(frozen=True, slots=True)
class Organizations:
    """All mentions in text order, and the bodies that they name."""

    mentions: tuple[Mention, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    name: str
    alias_of: str | None = None


def find_organizations(text: str, entities: Sequence[Entity]) -> Organizations:
    """Cluster the ``ORG`` entities of one article; offsets are those of ``entities``."""
    names = _names(text, entities)
    bodies: list[Body] = []
    placed: dict[str, int] = {}
    full = {n.name for n in names if n.name not in BARE_HEADS}
    for name in sorted(full, key=lambda name: (-len(bare_name(name)), name)):
        placed[name] = _place(name, bodies)
    _join_aliases(names, placed, bodies)
    _join_places(placed, bodies)
    mentions: list[Mention] = []
    for found in names:
        bare = found.name in BARE_HEADS
        body = _resolve(found.name, mentions, bodies) if bare else placed[found.name]
        if body is None:
            bodies.append(Body())
            body = len(bodies) - 1
        if found.name not in bodies[body].names:
            bodies[body].names.append(found.name)
        mentions.append(Mention(found.start, found.end, found.name, body, bare))
    return Organizations(tuple(mentions), tuple(bodies))


def _place(name: str, bodies: list[Body]) -> int:
    """The one body that the name fits, else a new one: ``혁신센터`` beside three of them is none of them."""
    plain = bare_name(name)
    fitting = [at for at, body in enumerate(bodies) if any(same_body(plain, bare_name(other)) for other in body.names)]
    if len(fitting) == 1:
        bodies[fitting[0]].names.append(name)
        return fitting[0]
    bodies.append(Body([name]))
    return len(bodies) - 1


def _join_aliases(names: Sequence[_Name], placed: dict[str, int], bodies: list[Body]) -> None:
    """``경기도경제과학진흥원(이하 경과원)`` says itself that two names are one."""
    for name in names:
        if name.alias_of is None or name.alias_of not in placed or name.name not in placed:
            continue
        keep, gone = placed[name.alias_of], placed[name.name]
        if keep == gone:
            continue
        bodies[keep].names += [n for n in bodies[gone].names if n not in bodies[keep].names]
        bodies[gone].names.clear()
        for key, value in placed.items():
            if value == gone:
                placed[key] = keep


def _join_places(placed: dict[str, int], bodies: list[Body]) -> None:
    """A region's bare name, where no government of it is named, is the one body that bears the name."""
    for region in PROVINCES:
        own = placed.get(region)
        if own is None or bodies[own].names != [region]:
            continue
        bearing = {at for name, at in placed.items() if name.startswith(region) and at != own}
        if len(bearing) == 1:
            placed[region] = bearing.pop()
            bodies[placed[region]].names.append(region)
            bodies[own].names.clear()


def _resolve(head: str, before: Sequence[Mention], bodies: Sequence[Body]) -> int | None:
    """The body that a bare head points back to: the last one named with that ending."""
    for mention in reversed(before):
        name = bare_name(mention.name)
        if head in COMPANY_WORDS:
            if not mention.bare and generic_head(name) is None and not name.endswith("단지"):
                return mention.body
        elif not mention.bare and name.endswith(head):
            return mention.body
    for at, body in enumerate(bodies):
        if any(bare_name(name).endswith(head) for name in body.names):
            return at
    return None


def _names(text: str, entities: Sequence[Entity]) -> list[_Name]:
    organizations = [e for e in entities if e.label is Label.ORG and e.text not in GENERIC_NAMES]
    places = {e.span for e in entities if e.label is Label.REGION}
    names: dict[Span, _Name] = {}
    for entity in organizations:
        names.setdefault(entity.span, _Name(entity.start, entity.end, entity.text))
        for start, end in parenthesised_aliases(text, entity.end):
            if any(e.start < end and start < e.end for e in organizations):
                names[(start, end)] = _Name(start, end, text[start:end], alias_of=entity.text)
        for member in _coordinated(text, entity, places):
            names[(member.start, member.end)] = member
    return sorted(names.values(), key=lambda name: name.start)


_MEMBER = re.compile(r"([가-힣]{2,4}?)(?:과|와|,|·|및|、)\s*$")


def _coordinated(text: str, entity: Entity, places: set[Span]) -> list[_Name]:
    """Members that share the head of ``entity``: ``전북과 경북, 광주 창조경제혁신센터`` is three bodies."""
    region = next((r for r in PROVINCES if entity.text.startswith(r)), None)
    if region is not None and entity.text.startswith(PROVINCES[region]):
        return []  # 경기도경제과학진흥원 is one name, not a place and a shared head
    head = entity.text.removeprefix(region).strip() if region else entity.text
    start = entity.start
    if region is None:
        before = re.search(r"([가-힣]{2,4})\s$", text[max(0, start - 6) : start])
        if before is None or before.group(1) not in PROVINCES:
            return []
        start = max(0, start - 6) + before.start(1)
    if len(head) < 3 or generic_head(head) is None:
        return []
    members = [_Name(entity.start, entity.end, before.group(1) + head)] if region is None and before else []
    while (match := _MEMBER.search(text[max(0, start - 8) : start])) is not None:
        first = max(0, start - 8) + match.start(1)
        name = match.group(1)
        if name not in PROVINCES and ((first, first + len(name)) not in places or name[-1] in "시도군구"):
            break
        members.append(_Name(first, first + len(name), name + head))
        start = first
    return members if len(members) > (0 if region else 1) else []
