"""An article's text cut into runs that an HTML page can mark: entities, numbers of targets, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mokpyo.data.document import Document, Entity, Target
from mokpyo.data.offsets import Span
from mokpyo.inference.render.evidence import evidence_span
from mokpyo.inference.render.visible import visible


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text inside the same entities and target quantities throughout."""

    text: str
    entities: tuple[Entity, ...]
    targets: tuple[Target, ...]
    """Targets whose quantity covers the run; the first run of a quantity carries its anchor."""
    anchors: tuple[str, ...]
    """Ids of the targets whose quantity begins here."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive segments that are evidence together, or that are none."""

    is_evidence: bool
    segments: tuple[Segment, ...]


def passages(document: Document) -> Iterator[Passage]:
    """The whole text in order, nothing left out: joined segments are the text but for unsafe characters."""
    shown = _shown(document.text)
    for start, end, is_evidence in _evidence_runs(document):
        segments = tuple(_segments(document, shown, (start, end)))
        yield Passage(is_evidence, segments)


def _shown(text: str) -> str:
    """``text`` safe to show, still one code point for one; U+0000 stands for the CR that a following LF covers."""
    return visible(text).replace("\r\n", "\0\n").replace("\r", "\n")


def _evidence_runs(document: Document) -> Iterator[tuple[int, int, bool]]:
    end = 0
    for start, stop in _joined(sorted(evidence_span(document, target) for target in document.targets)):
        if end < start:
            yield (end, start, False)
        yield (start, stop, True)
        end = stop
    if end < len(document.text):
        yield (end, len(document.text), False)


def _joined(spans: list[Span]) -> list[Span]:
    """Sorted spans, those that overlap as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _segments(document: Document, shown: str, run: Span) -> Iterator[Segment]:
    entities = [entity for entity in document.entities if entity.start < run[1] and run[0] < entity.end]
    targets = [target for target in document.targets if run[0] <= target.quantity.start < run[1]]
    cuts = {*run}
    for start, end in [entity.span for entity in entities] + [target.quantity.span for target in targets]:
        cuts |= {max(start, run[0]), min(end, run[1])}
    for start, end in pairwise(sorted(cuts)):
        yield Segment(
            text=shown[start:end].replace("\0", ""),
            entities=tuple(entity for entity in entities if entity.start <= start < entity.end),
            targets=tuple(target for target in targets if target.quantity.start <= start < target.quantity.end),
            anchors=tuple(target.id for target in targets if target.quantity.start == start),
        )
