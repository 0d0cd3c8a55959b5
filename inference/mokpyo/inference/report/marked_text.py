"""An article's text cut into runs to mark and light: entities, quantities, deadlines, mentions, headings, evidence."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mokpyo.data.document import Document, Label
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import LineKind
from mokpyo.inference.reading.normal_form import normal_form
from mokpyo.inference.reading.structure import read_lines
from mokpyo.inference.render.evidence import evidence_span
from mokpyo.inference.render.visible import visible

MOST_OVERLAPS = 16
"""Marks that one run carries; text of an honest extraction has two or three, a forged document could have millions."""

DISTINCT_LINES = (LineKind.TITLE, LineKind.HEADING, LineKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class Run:
    """Text inside the same marks throughout."""

    text: str
    label: Label | None
    line: LineKind | None
    """The kind of its line, where a page shows that."""
    keys: tuple[str, ...]
    """What it is part of: ``q0`` a quantity, ``d0`` a deadline, ``c0`` a mention of a centre."""
    anchors: tuple[str, ...]
    """Keys of the quantities that begin here; ``q3`` is that of the target at index 3, and of others at its span."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive runs that are evidence together (``key`` such as ``e0``), or that are none."""

    key: str | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The whole text in order, and for each target the keys that it lights."""

    passages: tuple[Passage, ...]
    lights: tuple[tuple[str, ...], ...]


def mark_text(document: Document) -> MarkedText:
    """Joined runs are the text but for unsafe characters (see :func:`~mokpyo.inference.render.visible.visible`)."""
    joined = _joined(sorted(evidence_span(document, target) for target in document.targets))
    evidence = {span: f"e{at}" for at, span in enumerate(joined)}
    marks = _Marks(document)
    passages = tuple(
        Passage(evidence.get(span), tuple(marks.runs(span))) for span in _partition(joined, len(document.text))
    )
    return MarkedText(passages, tuple(_lights(document, marks, joined)))


def _lights(document: Document, marks: "_Marks", joined: list[Span]) -> Iterator[tuple[str, ...]]:
    centers = {center.id: f"c{at}" for at, center in enumerate(document.centers)}
    owners = _containing(joined, [evidence_span(document, target) for target in document.targets])
    for target, passage in zip(document.targets, owners, strict=True):
        keys = [f"e{passage}", marks.key("q", target.quantity.span)]
        if target.deadline is not None:
            keys.append(marks.key("d", target.deadline.span))
        if target.center is not None:
            keys.append(centers[target.center])
        yield tuple(keys)


def _joined(spans: list[Span]) -> list[Span]:
    """Sorted spans, those that overlap as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _containing(joined: list[Span], spans: list[Span]) -> list[int]:
    """For each span the index of the joined one that holds it."""
    holders: dict[Span, int] = {}
    at = 0
    for span in sorted(set(spans)):
        while joined[at][1] < span[1]:
            at += 1
        holders[span] = at
    return [holders[span] for span in spans]


def _partition(spans: list[Span], length: int) -> Iterator[Span]:
    """``spans`` in order with the gaps between them, from 0 to ``length``."""
    end = 0
    for start, stop in spans:
        if end < start:
            yield (end, start)
        yield (start, stop)
        end = stop
    if end < length:
        yield (end, length)


class _Marks:
    """The spans of a document that runs must not cross, each with the key that lights it."""

    def __init__(self, document: Document) -> None:
        # U+0000, which no visible text holds, stands for the CR that a following LF covers: offsets stay.
        self._shown = visible(document.text).replace("\r\n", "\0\n").replace("\r", "\n")
        self._keys: dict[tuple[str, Span], str] = {}
        self._opening: dict[int, list[tuple[str, Span]]] = defaultdict(list)
        self._closing: dict[int, list[tuple[str, Span]]] = defaultdict(list)
        self._anchors: dict[int, list[str]] = defaultdict(list)
        for at, target in enumerate(document.targets):
            self._add("q", target.quantity.span, f"q{at}")
            if target.deadline is not None:
                self._add("d", target.deadline.span, f"d{at}")
        for at, center in enumerate(document.centers):
            for span in center.mentions:
                self._add(f"c{at}", span, f"c{at}")
        for entity in document.entities:
            self._open(entity.label.value, entity.span)
        for line, span in _distinct_lines(document):
            self._open(line.value, span)
        for (kind, span), key in self._keys.items():
            if kind == "q":
                self._anchors[span[0]].append(key)
        self._cuts = sorted({*self._opening, *self._closing})
        self._active: dict[tuple[str, Span], None] = {}
        self._next_cut = 0

    def key(self, kind: str, span: Span) -> str:
        return self._keys[kind, span]

    def _add(self, kind: str, span: Span, key: str) -> None:
        """A mark that lights; the same span of the same kind keeps its first key."""
        if (kind, span) not in self._keys:
            self._keys[kind, span] = key
            self._open(kind, span)

    def _open(self, kind: str, span: Span) -> None:
        self._opening[span[0]].append((kind, span))
        self._closing[span[1]].append((kind, span))

    def runs(self, part: Span) -> Iterator[Run]:
        """The runs of one part of the text; parts must be asked for in order, without a gap."""
        start, end = part
        while start < end:
            self._pass_cuts(start)
            stop = min(end, self._cuts[self._next_cut]) if self._next_cut < len(self._cuts) else end
            yield self._run(start, stop)
            start = stop

    def _pass_cuts(self, start: int) -> None:
        while self._next_cut < len(self._cuts) and self._cuts[self._next_cut] <= start:
            cut = self._cuts[self._next_cut]
            for mark in self._closing.get(cut, ()):
                self._active.pop(mark, None)
            self._active.update(dict.fromkeys(self._opening.get(cut, ())))
            self._next_cut += 1

    def _run(self, start: int, stop: int) -> Run:
        active = list(islice(reversed(self._active), MOST_OVERLAPS))
        kinds = {kind for kind, _ in active}
        return Run(
            text=self._shown[start:stop].replace("\0", ""),
            label=next((label for label in Label if label.value in kinds), None),
            line=next((line for line in DISTINCT_LINES if line.value in kinds), None),
            keys=tuple(dict.fromkeys(self._keys[mark] for mark in active if mark in self._keys)),
            anchors=tuple(self._anchors.get(start, ())),
        )


def _distinct_lines(document: Document) -> Iterator[tuple[LineKind, Span]]:
    form = normal_form(document.text)
    for line in read_lines(form.text, document.title):
        if line.kind in DISTINCT_LINES and line.start < line.end:
            yield line.kind, form.to_original(line.start, line.end)
