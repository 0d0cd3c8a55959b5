"""Where the tagger, the grammars and the lexicon meet: one list of entities, decided by explicit rules.

| what disagrees                                            | what holds                                       |
|-----------------------------------------------------------|--------------------------------------------------|
| a certain quantity or date, and no entity                 | the reading, with ``GRAMMAR_SCORE``              |
| a certain reading, and a QUANTITY or DATE entity          | the reading's border and label, the better score |
| a quantity and a date that overlap                        | the longer, the date of two equals               |
| an ORG or REGION entity that encloses a reading           | the entity: the number is part of a name         |
| an ORG or REGION entity that a reading encloses or cuts   | the reading                                      |
| a clock time, a road or a line number tagged as QUANTITY  | nothing                                          |
| a QUANTITY entity without a number, or without a counter  | nothing                                          |
| a DATE entity below even odds, or a bare number           | nothing                                          |
| a DATE entity without a number that no grammar reads      | nothing                                          |
| a QUANTITY or DATE entity that no grammar reads           | the entity, its score times ``UNREAD_FACTOR``    |
| a name by its form, and no entity                         | the name, with ``LEXICON_SCORE``                 |
| a name by its form that holds an ORG or REGION entity     | the name's border; its label where it is decided |
| an ORG or REGION entity that holds a name, or cuts it     | the longer                                       |
| an office holder (``나주시장``); a title at an ORG's end   | nothing; the ORG before it                       |
| an ORG or REGION entity below ``LEAST_SCORE``             | nothing, unless its form is a name's             |
| another name in the bracket behind an ORG                 | an ORG entity                                    |
| a proper noun that opens a sentence and undertakes        | an ORG entity, where the tagger is silent        |
| another mention of a name that was tagged                 | an entity with that name's score                 |
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from mokpyo.data.document import Entity, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.dates.mention import DateReading
from mokpyo.inference.lexicon.regions import region_names
from mokpyo.inference.lexicon.titles_table import TITLES
from mokpyo.inference.linking.aliases import parenthesised_aliases
from mokpyo.inference.quantities.kinds import QuantityKind, QuantityReading
from mokpyo.inference.quantities.reader import holds_number
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.tagging.acting_names import find_acting_names
from mokpyo.inference.tagging.doubt import doubtful_spans
from mokpyo.inference.tagging.entity_index import EntityIndex
from mokpyo.inference.tagging.name_borders import mend_borders
from mokpyo.inference.tagging.names import WORD_BEFORE, Name, find_names
from mokpyo.inference.tagging.names_table import BODY_ENDINGS, TITLE_ENDINGS
from mokpyo.inference.tagging.noun_runs import NounRuns, all_noun_runs
from mokpyo.inference.tagging.repeated_names import repeated_names

GRAMMAR_SCORE = 0.95
LEXICON_SCORE = 0.9
UNREAD_FACTOR = 0.5

LEAST_SCORE = 0.6
"""Below even odds the tagger itself holds another reading for likelier."""
LEAST_DOUBTFUL_SCORE = 0.9
"""For an ORG or REGION that is a common noun alone or a part of a word."""

_BARE_NUMBER = re.compile(r"[\d\s.,:()-]+")
_NUMBERS = (Label.QUANTITY, Label.DATE)
_NEVER_TAGGED = (QuantityKind.TIME, QuantityKind.ROUTE)


def reconcile(
    view: ArticleView,
    entities: Sequence[Entity],
    quantities: Sequence[QuantityReading],
    dates: Sequence[DateReading],
) -> list[Entity]:
    """Entities of the article: sorted, not overlapping, offsets into ``view.text``.

    ``entities`` are the tagger's; the readings are the grammars', uncertain ones too, of the same text.
    """
    read = reconcile_readings(view.text, entities, quantities, dates)
    runs = all_noun_runs(view)
    named = reconcile_names(view, read, [*find_names(view, runs), *find_acting_names(view, runs)], runs)
    return repeat_names(view, mend_borders(view.text, add_declared_names(view.text, named)), runs)


def reconcile_readings(
    text: str, entities: Sequence[Entity], quantities: Sequence[QuantityReading], dates: Sequence[DateReading]
) -> list[Entity]:
    """The tagger's entities under the grammars' certain readings."""
    found = EntityIndex(entities)
    read = _read_places(quantities, dates)
    for entity in entities:
        if (score := _believed(text, entity, read)) is None:
            found.replace(entity.span, None)
        else:
            found.replace(entity.span, _rescored(entity, score))
    for span, label in _certain(quantities, dates):
        touching = found.touching(span)
        if not any(entity.label not in _NUMBERS and _encloses(entity.span, span) for entity in touching):
            found.replace(span, _entity(text, span, label, _best_score(touching, GRAMMAR_SCORE)))
    return list(found)


def _believed(text: str, entity: Entity, read: Mapping[int, QuantityKind | None]) -> float | None:
    """The score of a tagged entity after what the grammars read in its place; ``None`` where it is none."""
    kinds = [read[at] for at in range(*entity.span) if at in read]
    if entity.label is Label.QUANTITY:
        never = len(kinds) == len(entity.text) and all(kind in _NEVER_TAGGED for kind in kinds)
        if never or not _counts(text, entity):
            return None
    wordy = not kinds and not any(character.isdigit() for character in entity.text)  # 연간, 공고일, a person's name
    if entity.label is Label.DATE and (wordy or entity.score < LEAST_SCORE or _BARE_NUMBER.fullmatch(entity.text)):
        # Where a grammar is certain of a date, its reading stands without the tagger's.
        return None
    return entity.score * UNREAD_FACTOR if entity.label in _NUMBERS and not kinds else entity.score


def _read_places(quantities: Sequence[QuantityReading], dates: Sequence[DateReading]) -> dict[int, QuantityKind | None]:
    """Every character that a grammar reads, with the kind of quantity, ``None`` for a date."""
    places: dict[int, QuantityKind | None] = {}
    for reading in quantities:
        places.update(dict.fromkeys(range(*reading.quantity.span), reading.kind))
    for one in dates:
        places.update(dict.fromkeys(range(one.mention.start, one.mention.end)))
    return places


def _counts(text: str, entity: Entity) -> bool:
    """Whether a number stands in the span, and a counter beside it."""
    return holds_number(text, *entity.span) and not _BARE_NUMBER.fullmatch(entity.text)


def _certain(quantities: Sequence[QuantityReading], dates: Sequence[DateReading]) -> list[tuple[Span, Label]]:
    """Spans of certain readings that are entities, without overlap: the longer first, of equals the date."""
    spans = [((one.mention.start, one.mention.end), Label.DATE) for one in dates if one.certain]
    spans += [(one.quantity.span, Label.QUANTITY) for one in quantities if one.certain and one.kind.is_entity]
    chosen: list[tuple[Span, Label]] = []
    last_end = 0
    for span, label in sorted(spans, key=lambda item: (item[0][0], -item[0][1])):
        if span[0] >= last_end:
            chosen.append((span, label))
        elif span[1] - span[0] > chosen[-1][0][1] - chosen[-1][0][0]:
            chosen[-1] = (span, label)
        last_end = chosen[-1][0][1]
    return chosen


def reconcile_names(
    view: ArticleView, entities: Sequence[Entity], names: Iterable[Name], runs: NounRuns | None = None
) -> list[Entity]:
    """Entities under the names that their form gives away; ``runs`` as in :func:`find_names`."""
    whole = [_from_word_start(view.text, one) for one in map(_without_title, entities) if one is not None]
    found = EntityIndex(whole[:1])
    for one in whole[1:]:
        found.replace(one.span, one)
    for name in names:
        touching = found.touching(name.span)
        if any(one.label in _NUMBERS or _length(one.span) > _length(name.span) for one in touching):
            continue
        if name.label is None:
            found.replace(name.span, None)
            continue
        label = name.label if name.decided or not touching else touching[-1].label
        found.replace(name.span, _entity(view.text, name.span, label, _best_score(touching, LEXICON_SCORE)))
    doubtful = doubtful_spans(view, found, runs)
    least = {one.span: LEAST_DOUBTFUL_SCORE if one.span in doubtful else LEAST_SCORE for one in found}
    believed = (one for one in found if one.label in _NUMBERS or one.score >= least[one.span])
    return [_without_area(one) for one in believed]


def _without_title(entity: Entity) -> Entity | None:
    """``산업부 장관`` without its last word; ``None`` where an ORG is nothing but a title."""
    if entity.label is not Label.ORG:
        return entity
    body, _, last = entity.text.rpartition(" ")
    if last not in TITLES and not last.endswith(TITLE_ENDINGS):
        return entity
    body = body.rstrip()
    return msgspec.structs.replace(entity, end=entity.start + len(body), text=body) if body else None


def add_declared_names(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Entities with the other name that a bracket behind an ORG declares: ``(이하 경과원)``, ``(KOTRA)``."""
    found = EntityIndex(entities)
    for entity in entities:
        if entity.label is not Label.ORG:
            continue
        for span in parenthesised_aliases(text, entity.end):
            touching = found.touching(span)
            if all(one.label not in _NUMBERS for one in touching):
                found.replace(span, _entity(text, span, Label.ORG, _best_score(touching, LEXICON_SCORE)))
    return list(found)


def _without_area(entity: Entity) -> Entity:
    """``광주지역`` and ``경기도내`` without what only says that a place is meant."""
    for ending in ("지역", "관내", "내"):
        place = entity.text.removesuffix(ending)
        if entity.label is Label.REGION and place != entity.text and place.split(" ")[-1] in region_names():
            return msgspec.structs.replace(entity, end=entity.start + len(place), text=place)
    return entity


def _from_word_start(text: str, entity: Entity) -> Entity:
    """A body's name cut inside its word, whole: ``꿈[나눔재단]`` is 꿈나눔재단."""
    if entity.label is not Label.ORG or not entity.text.endswith(BODY_ENDINGS):
        return entity
    before = WORD_BEFORE.search(text, max(0, entity.start - 5), entity.start)
    if before is None:
        return entity
    return msgspec.structs.replace(entity, start=before.start(), text=text[before.start() : entity.end])


def repeat_names(view: ArticleView, entities: Sequence[Entity], runs: NounRuns | None = None) -> list[Entity]:
    """Entities with the other mentions of their names; a mention that was cut gets the whole name's border.

    ``runs`` as in :func:`find_names`.
    """
    found = EntityIndex(entities)
    for span, label, score in sorted(repeated_names(view, entities, runs), key=lambda item: -_length(item[0])):
        touching = found.touching(span)
        if all(one.label not in _NUMBERS and _length(one.span) < _length(span) for one in touching):
            found.replace(span, _entity(view.text, span, label, score))
    return list(found)


def _entity(text: str, span: Span, label: Label, score: float) -> Entity:
    return Entity(span[0], span[1], label, text[slice(*span)], score)


def _rescored(entity: Entity, score: float) -> Entity:
    return msgspec.structs.replace(entity, score=score)


def _best_score(entities: Iterable[Entity], least: float) -> float:
    return max([least, *(entity.score for entity in entities)])


def _encloses(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _length(span: Span) -> int:
    return span[1] - span[0]
