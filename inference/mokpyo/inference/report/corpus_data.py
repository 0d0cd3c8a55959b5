"""What a corpus report holds as data: one row for each target, its words in pools that rows share."""

from dataclasses import dataclass, field

import msgspec

from mokpyo.data.document import Document, Status, Target
from mokpyo.inference.render.evidence import evidence_span
from mokpyo.inference.render.visible import visible
from mokpyo.inference.report.article_view import doubt_words, sum_words
from mokpyo.inference.report.doubts import find_doubts
from mokpyo.inference.report.language import Language
from mokpyo.inference.report.wording import quantity_words
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import RollupKind

MOST_TARGETS = 50_000
"""Targets of one report: what its table was measured to scroll through smoothly."""

MOST_CHARACTERS = 300
"""Longest name, object, title or id, and longest piece of evidence on each side of its number."""

STATUSES = tuple(Status)


class TargetRow(msgspec.Struct, frozen=True, array_like=True):
    """A target as an array in the order of these fields; integers but ``value`` and ``high`` are places in pools."""

    article: int
    target: int
    id: str
    center: int
    object: int
    quantity: str
    written: str
    value: float | None
    high: float | None
    unit: int
    bound: str
    deadline: str
    first_day: str | None
    by: str | None
    region: int
    status: int
    repeat: bool
    score: float
    doubts: list[str]
    sums: list[str]
    """The parts of its article that add up to it."""
    passage: int
    before: int
    """UTF-16 units of the passage before the number."""
    number: int
    """UTF-16 units of the number."""


class ArticleRow(msgspec.Struct, frozen=True, array_like=True):
    """An article that has targets in the report."""

    id: str
    title: str
    published: str | None


@dataclass
class Pool:
    """Words by their place; a word that comes again keeps its place."""

    words: list[str] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, word: str) -> int:
        """Where the word is, or is put."""
        if word not in self._places:
            self._places[word] = len(self.words)
            self.words.append(word)
        return self._places[word]


@dataclass
class CorpusData:
    """Collects documents one after another, and counts what the report will not show."""

    language: Language
    most_targets: int = MOST_TARGETS
    rows: list[TargetRow] = field(default_factory=list)
    articles: list[ArticleRow] = field(default_factory=list)
    documents: int = 0
    left_out_targets: int = 0
    cut_values: int = 0
    pools: dict[str, Pool] = field(
        default_factory=lambda: {name: Pool() for name in ("centers", "objects", "units", "regions", "passages")}
    )

    def add(self, document: Document) -> bool:
        """Take in one document; says whether the report holds targets of it."""
        self.documents += 1
        room = self.most_targets - len(self.rows)
        self.left_out_targets += max(0, len(document.targets) - room)
        if room <= 0 or not document.targets:
            return False
        published = None if document.published is None else document.published.isoformat()
        self.articles.append(ArticleRow(self._cut(document.id), self._cut(document.title or ""), published))
        doubts, sums = self._remarks(document)
        names = {center.id: center.name for center in document.centers}
        for at, target in enumerate(document.targets[:room]):
            owner = "" if target.center is None else names[target.center]
            self.rows.append(self._row(document, at, target, owner, doubts.get(at, []), sums.get(at, [])))
        return True

    def _remarks(self, document: Document) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """What is to check of each target, and what adds up to it, by its index."""
        rollups = find_rollups(document)
        doubts: dict[int, list[str]] = {}
        for doubt in find_doubts(document, rollups):
            doubts.setdefault(doubt.target, []).append(self._cut(doubt_words(document, doubt, self.language)))
        sums: dict[int, list[str]] = {}
        for one in rollups:
            if one.kind is RollupKind.SUM:
                sums.setdefault(one.whole, []).append(self._cut(sum_words(document, one, self.language)))
        return doubts, sums

    def _row(
        self, document: Document, at: int, target: Target, owner: str, doubts: list[str], sums: list[str]
    ) -> TargetRow:
        passage, before, number = self._passage(document, target)
        quantity, deadline = target.quantity, target.deadline
        return TargetRow(
            article=len(self.articles) - 1,
            target=at,
            id=self._cut(target.id),
            center=self._pooled("centers", owner),
            object=self._pooled("objects", target.object),
            quantity=self._cut(quantity_words(quantity, self.language)),
            written=self._cut(quantity.text),
            value=_number(quantity.value),
            high=_number(quantity.high),
            unit=self._pooled("units", quantity.unit),
            bound=quantity.bound.value,
            deadline="" if deadline is None else self._cut(deadline.text),
            first_day=None if deadline is None or deadline.from_ is None else deadline.from_.isoformat(),
            by=None if deadline is None or deadline.by is None else deadline.by.isoformat(),
            region=self._pooled("regions", target.region),
            status=STATUSES.index(target.status),
            repeat=target.repeat_of is not None,
            score=round(target.score, 4),
            doubts=doubts,
            sums=sums,
            passage=passage,
            before=before,
            number=number,
        )

    def _pooled(self, pool: str, word: str | None) -> int:
        return self.pools[pool].place(self._cut(word or ""))

    def _cut(self, text: str) -> str:
        shown = visible(text[: MOST_CHARACTERS + 1])
        if len(shown) <= MOST_CHARACTERS:
            return shown
        self.cut_values += 1
        return shown[:MOST_CHARACTERS] + "…"

    def _passage(self, document: Document, target: Target) -> tuple[int, int, int]:
        """Place of the evidence in its pool, and where the number stands in it."""
        start, end = evidence_span(document, target)
        first, last = target.quantity.span
        cut_start = max(start, first - MOST_CHARACTERS)
        cut_end = min(end, last + MOST_CHARACTERS)
        text = visible(document.text[cut_start:cut_end])
        lead = "…" if cut_start > start else ""
        passage = lead + text + ("…" if cut_end < end else "")
        self.cut_values += passage != text
        before = utf16_length(lead + text[: first - cut_start])
        number = utf16_length(text[first - cut_start : last - cut_start])
        return self.pools["passages"].place(passage), before, number


def utf16_length(text: str) -> int:
    """Length as JavaScript counts it."""
    return len(text.encode("utf-16-le")) // 2


def _number(value: float | None) -> float | None:
    """A number that JSON and JavaScript hold; ``None`` for one beyond a 64-bit float, which only its words show."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
