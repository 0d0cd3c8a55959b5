"""Borders of tagged names put right by the names that the article, or the table of regions, knows.

| tagged                       | what holds            |
|------------------------------|-----------------------|
| ``[구미시가]``               | the name before the josa, if it is a government's or tagged elsewhere without it |
| ``[구미]시 누리집``          | the government's name |
| ``노무현 [정부]``            | the name with the president's |
| ``[구미시가 한빛은행]과``    | both names            |
"""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from mokpyo.data.document import Entity, Label
from mokpyo.inference.lexicon.regions import region_names
from mokpyo.inference.tagging.names_table import PRESIDENTS

_NAMES = (Label.ORG, Label.REGION)
_JOSA = ("에서", "으로", "은", "는", "이", "가", "을", "를", "의", "와", "과", "도", "에", "서", "로")
_GOVERNMENT_BEHIND = re.compile(r"[시군구도](?=[^가-힣]|$|[은는이가의와과도를에](?![가-힣]))")
_PRESIDENT_BEFORE = re.compile(r"(?:" + "|".join(PRESIDENTS) + r")\s$")
_JOINED = re.compile(r"([가-힣]+[시군구도])[이가는은]\s(?=\S)")


def mend_borders(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities with the borders of the table above; sorted and not overlapping, as they came."""
    known = {entity.text for entity in entities if entity.label in _NAMES}
    mended: list[Entity] = []
    for entity in entities:
        if entity.label not in _NAMES:
            _add(mended, entity)
            continue
        for part in _parts(text, entity):
            _add(mended, _with_president(text, _with_ending(text, _without_josa(part, known))))
    return mended


def _add(mended: list[Entity], entity: Entity) -> None:
    """Of names that overlap the longer stays; a number gives way to none."""
    while mended and mended[-1].end > entity.start:
        before = mended[-1]
        if entity.label in _NAMES and (before.label not in _NAMES or len(before.text) >= len(entity.text)):
            return
        mended.pop()
    mended.append(entity)


def _parts(text: str, entity: Entity) -> Iterator[Entity]:
    joined = _JOINED.match(entity.text)
    if joined is None or not _is_government(joined[1]):
        yield entity
        return
    yield _cut(text, entity, entity.start, entity.start + joined.end(1))
    yield _cut(text, entity, entity.start + joined.end(), entity.end)


def _without_josa(entity: Entity, known: Collection[str]) -> Entity:
    for josa in _JOSA:
        name = entity.text.removesuffix(josa)
        if name == entity.text or len(name) < 2 or entity.text.split(" ")[-1] in region_names():
            continue
        if _is_government(name.split(" ")[-1]) or (len(name) > 2 and name in known):
            return _cut(entity.text, entity, 0, len(name), entity.start)
    return entity


def _with_ending(text: str, entity: Entity) -> Entity:
    behind = _GOVERNMENT_BEHIND.match(text, entity.end)
    if behind is None or not _is_government(entity.text.split(" ")[-1] + behind[0]):
        return entity
    return _cut(text, entity, entity.start, behind.end())


def _with_president(text: str, entity: Entity) -> Entity:
    """``노무현 정부``."""
    if entity.label is not Label.ORG or entity.text != "정부":
        return entity
    before = _PRESIDENT_BEFORE.search(text, max(0, entity.start - 5), entity.start)
    return entity if before is None else _cut(text, entity, before.start(), entity.end)


def _is_government(name: str) -> bool:
    region = region_names().get(name)
    return region is not None and region.is_government


def _cut(text: str, entity: Entity, start: int, end: int, offset: int = 0) -> Entity:
    return msgspec.structs.replace(entity, start=start + offset, end=end + offset, text=text[start:end])
