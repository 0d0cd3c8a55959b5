"""Organisations of an article: every mention joined to the real body that it names."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.lexicon.regions import PROVINCES
from mokpyo.inference.linking.aliases import bare_name, generic_head, likeness_keys, parenthesised_aliases, same_body
from mokpyo.inference.linking.organization_table import BARE_HEADS, COMPANY_WORDS, GENERIC_NAMES

_LONGEST_TITLE = 3
"""Syllables of ``구청장``: what is longer, ``수도지사`` of ``나주수도지사``, names another body."""


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
    _by_name: tuple[tuple[str, int], ...] = field(init=False, repr=False, compare=False)
    _governments: Mapping[str, tuple[int, int]] = field(init=False, repr=False, compare=False)
    """Rank and body by the last word of the place."""

    def __post_init__(self) -> None:
        named = [(name, at) for at, body in enumerate(self.bodies) for name in body.names]
        object.__setattr__(self, "_by_name", tuple(sorted(named)))
        places = {name[:-1]: at for name, at in named if name[-1:] in "시군구도"}
        governments: dict[str, tuple[int, int]] = {}
        for rank, (place, at) in enumerate(places.items()):
            governments.setdefault(place.split()[-1] if place.split() else "", (rank, at))
        object.__setattr__(self, "_governments", governments)

    def bearing(self, beginning: str) -> set[int]:
        """Bodies that have a name with this beginning."""
        first = bisect_left(self._by_name, (beginning, -1))
        named = itertools.islice(self._by_name, first, None)
        return {body for _, body in itertools.takewhile(lambda each: each[0].startswith(beginning), named)}

    def named(self, name: str) -> int | None:
        """The body of which this is a full name, blanks aside."""
        return next((at for each, at in self._by_name if bare_name(each) == name), None)

    def government_in(self, word: str) -> int | None:
        """The first local government whose place the word is but for a title, ``나주`` of ``나주시장``."""
        beginnings = (word[:end] for end in range(max(1, len(word) - _LONGEST_TITLE), len(word) + 1))
        found = [self._governments[place] for place in beginnings if place in self._governments]
        return min(found)[1] if found else None

    @property
    def first_government(self) -> int | None:
        """The local government that a bare title, ``시장``, belongs to."""
        return next(iter(self._governments.values()))[1] if self._governments else None


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
    alike: dict[str, list[int]] = {}
    full = {n.name for n in names if n.name not in BARE_HEADS}
    for name in sorted(full, key=lambda name: (-len(bare_name(name)), name)):
        placed[name] = _place(name, bodies, alike)
    _join_aliases(names, placed, bodies)
    _join_places(placed, bodies)
    _add_place_forms(entities, bodies, alike)
    mentions: list[Mention] = []
    heads = _HeadsBefore(bodies)
    for found in names:
        bare = found.name in BARE_HEADS
        body = heads.body_of(found.name) if bare else placed[found.name]
        if body is None:
            bodies.append(Body())
            body = len(bodies) - 1
        heads.add(found.name, body, bare=bare)
        if found.name not in bodies[body].names:
            bodies[body].names.append(found.name)
        mentions.append(Mention(found.start, found.end, found.name, body, bare))
    return Organizations(tuple(mentions), tuple(bodies))


def _place(name: str, bodies: list[Body], alike: dict[str, list[int]]) -> int:
    """The one body that the name fits, else a new one: ``혁신센터`` beside three of them is none of them.

    ``alike`` holds the bodies by the likeness keys of their names.
    """
    plain = bare_name(name)
    keys = likeness_keys(plain)
    near = {at for key in keys for at in alike.get(key, ())}
    fitting = [at for at in near if any(same_body(plain, bare_name(other)) for other in bodies[at].names)]
    if len(fitting) == 1:
        body = fitting[0]
        bodies[body].names.append(name)
    else:
        body = len(bodies)
        bodies.append(Body([name]))
    for key in keys:
        alike.setdefault(key, []).append(body)
    return body


def _join_aliases(names: Sequence[_Name], placed: dict[str, int], bodies: list[Body]) -> None:
    """``경기도경제과학진흥원(이하 경과원)`` says itself that two names are one."""
    for name in names:
        if name.alias_of is None or name.alias_of not in placed or name.name not in placed:
            continue
        keep, gone = placed[name.alias_of], placed[name.name]
        if keep == gone:
            continue
        bodies[keep].names += bodies[gone].names
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


def _add_place_forms(entities: Sequence[Entity], bodies: Sequence[Body], alike: Mapping[str, Sequence[int]]) -> None:
    """A government's name may be fuller where it stands for the place: ``전남 담양군 곳곳에서``."""
    for place in dict.fromkeys(e.text for e in entities if e.label is Label.REGION and e.text[-1:] in "시군구도"):
        plain = bare_name(place)
        near = sorted({at for key in likeness_keys(plain) for at in alike.get(key, ())})
        fitting = [at for at in near if any(same_body(plain, bare_name(name)) for name in bodies[at].names)]
        if len(fitting) == 1 and place not in bodies[fitting[0]].names:
            bodies[fitting[0]].names.append(place)


class _HeadsBefore:
    """Which body a bare head points back to: the last one named with that ending, else the first of all that has it."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._last: dict[str, int] = {}
        self._first: dict[str, int] = {}
        for at, body in enumerate(bodies):
            for name in body.names:
                for head in _heads_of(bare_name(name)):
                    self._first.setdefault(head, at)

    def body_of(self, head: str) -> int | None:
        """See the class; ``None`` where no body has the ending."""
        return self._last.get(head, self._first.get(head))

    def add(self, name: str, body: int, *, bare: bool) -> None:
        """``name`` comes next in the text."""
        plain = bare_name(name)
        for head in _heads_of(plain):
            self._first[head] = min(body, self._first.get(head, body))
            if not bare and head not in COMPANY_WORDS:
                self._last[head] = body
        if not bare and generic_head(plain) is None and not plain.endswith("단지"):
            self._last.update(dict.fromkeys(COMPANY_WORDS, body))


def _heads_of(name: str) -> Iterator[str]:
    return (name[at:] for at in range(len(name)) if name[at:] in BARE_HEADS)


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
