"""What the linking rules look at: each sentence with its predicates and actors, each quantity in its clause."""

import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mokpyo.data.document import Entity, Label, Status
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.linking.clusters import Organizations
from mokpyo.inference.linking.predicate import Form, Predicate
from mokpyo.inference.linking.predicate_table import REPORTING_STEMS
from mokpyo.inference.linking.predicates import find_predicates
from mokpyo.inference.linking.roles import Actor, find_actors
from mokpyo.inference.linking.status import read_status
from mokpyo.inference.quantities.kinds import QuantityReading
from mokpyo.inference.reading.layout import ArticleView, LineKind, Sentence

_START = operator.attrgetter("start")
_CAPTION = re.compile(r"[▲△※(\[]?\s*사진\s?(?:설명|제공|[)=])")
_SHORTEST_HEADLINE = 10
_CLAUSE_FORMS = frozenset({Form.FINAL, Form.CONNECTIVE, Form.SEQUENTIAL, Form.QUOTED, Form.BARE})


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """One sentence with what the rules ask of it."""

    index: int
    sentence: Sentence
    kind: LineKind
    predicates: tuple[Predicate, ...]
    actors: tuple[Actor, ...]
    dates: tuple[Entity, ...]
    regions: tuple[Entity, ...]
    quantities: tuple[Entity, ...]

    def morphemes_between(self, start: int, end: int) -> Sequence[Morpheme]:
        """Morphemes that begin in ``[start, end)``."""
        morphemes = self.sentence.morphemes
        first = bisect_left(morphemes, start, key=_START)
        return morphemes[first : bisect_left(morphemes, end, first, key=_START)]

    def clause_of(self, at: int) -> Span:
        """The clause around ``at``: from the end of the clause predicate before it to the end of the next one."""
        start, end = self.sentence.span
        for predicate in self.predicates:
            if predicate.form not in _CLAUSE_FORMS or predicate.is_postposition:
                continue
            if predicate.end <= at:
                start = predicate.end
            elif predicate.start >= at:
                return start, predicate.end
        return start, end

    def governor_of(self, at: int) -> Predicate | None:
        """The predicate that what stands before ``at`` depends on: the next one that makes a clause.

        A topic or recipient reaches over relative clauses: ``1천500명에게는 위험을 알려 주는 시계를 지급했다``.
        """
        josa = self.morphemes_between(at, at + 2)[:1]
        reaches = bool(josa) and (josa[0].form in ("에게", "은", "는") or josa[0].tag == "JX")
        # A copula begins at its noun, which may be the number's own counter: 10명이다.
        behind = [p for p in self.predicates if (p.start >= at or (p.copula and p.end > at)) and not p.is_postposition]
        main = [p for p in behind if p.form is not Form.ADNOMINAL or p.plan]
        return next(iter(main if reaches and main else behind), None)

    @property
    def is_report(self) -> bool:
        """Whether the last predicate only reports what stands before it."""
        return bool(self.predicates) and self.predicates[-1].stem in REPORTING_STEMS


@dataclass(frozen=True, slots=True)
class QuantityContext:
    """A quantity entity, its reading, and where it stands."""

    entity: Entity
    reading: QuantityReading
    place: SentenceContext
    clause: Span
    governor: Predicate | None
    status: Status | None

    @property
    def start(self) -> int:
        """First code point."""
        return self.entity.start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.entity.end


def read_sentences(
    view: ArticleView, entities: Sequence[Entity], organizations: Organizations
) -> list[SentenceContext]:
    """Contexts of all sentences of the article, in order."""
    starts = [entity.start for entity in entities]
    contexts: list[SentenceContext] = []
    for sentence, kind in _pieces(view, entities):
        own = entities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        predicates = tuple(find_predicates(sentence.morphemes))
        regions = tuple(e for e in own if e.label is Label.REGION)
        contexts.append(
            SentenceContext(
                index=len(contexts),
                sentence=sentence,
                kind=kind,
                predicates=predicates,
                actors=tuple(find_actors(view.text, sentence, organizations, predicates, regions)),
                dates=tuple(e for e in own if e.label is Label.DATE),
                regions=regions,
                quantities=tuple(e for e in own if e.label is Label.QUANTITY),
            )
        )
    return contexts


def _pieces(view: ArticleView, entities: Sequence[Entity]) -> Iterator[tuple[Sentence, LineKind]]:
    """Sentences with the kind of their line; a headline run into the first sentence is told from it."""
    organizations = [entity for entity in entities if entity.label is Label.ORG]
    first_body = next((i for i, s in enumerate(view.sentences) if view.kind_of(s) is LineKind.BODY), None)
    captioned = -1
    for index, sentence in enumerate(view.sentences):
        if _CAPTION.match(view.text, sentence.start):
            captioned = sentence.line
        if captioned == sentence.line and view.kind_of(sentence) is LineKind.BODY:
            yield sentence, LineKind.FURNITURE  # a caption run into the text lasts to the end of its line
            continue
        cut = _end_of_headline(view.text, sentence, organizations) if index == first_body else None
        if cut is None:
            yield sentence, view.kind_of(sentence)
            continue
        at = bisect_left(sentence.morphemes, cut, key=_START)
        end = sentence.morphemes[at - 1].end
        yield replace(sentence, end=end, morphemes=sentence.morphemes[:at]), LineKind.TITLE
        yield replace(sentence, start=cut, morphemes=sentence.morphemes[at:]), view.kind_of(sentence)


def _end_of_headline(text: str, sentence: Sentence, organizations: Sequence[Entity]) -> int | None:
    """Where the first subject begins, if what stands before it is a headline: ends in a noun, has no clause of its own.

    ``12곳 적용, 26곳 컨설팅 진행 대구시가 지역 제조현장의 ...`` is cut before 대구시.
    """
    for entity in organizations:
        if not sentence.start + _SHORTEST_HEADLINE <= entity.start < sentence.end:
            continue
        at = bisect_left(sentence.morphemes, entity.start, key=_START)
        follower = bisect_left(sentence.morphemes, entity.end, key=_START)
        if at == 0 or follower >= len(sentence.morphemes) or not text[entity.start - 1].isspace():
            continue
        before = sentence.morphemes[:at]
        if sentence.morphemes[follower].form not in ("은", "는", "이", "가", "(") or before[-1].tag not in (
            "NNG",
            "XSN",
        ):
            continue
        if any(m.tag in ("EF", "EC") or (m.tag == "JX" and m.form in ("은", "는")) for m in before):
            return None
        return entity.start
    return None


def place_quantity(
    entity: Entity, reading: QuantityReading, contexts: Sequence[SentenceContext], view: ArticleView
) -> QuantityContext | None:
    """The quantity in its sentence; ``None`` where no sentence holds it."""
    at = bisect_right(contexts, entity.start, key=lambda context: context.sentence.start) - 1
    if at < 0 or contexts[at].sentence.end < entity.end:
        return None
    place = contexts[at]
    return QuantityContext(
        entity=entity,
        reading=reading,
        place=place,
        clause=place.clause_of(entity.end),
        governor=place.governor_of(entity.end),
        status=read_status(entity.span, place.sentence.morphemes, place.predicates, view.quotations),
    )
