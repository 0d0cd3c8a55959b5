"""One article as its template shows it: targets under their centres, the marked text, and what lights what."""

from collections import Counter
from dataclasses import dataclass

from mokpyo.data.document import Center, Document, Label, Target
from mokpyo.inference.render.grouping import entity_counts, targets_by_center
from mokpyo.inference.report.doubts import Doubt, DoubtKind, find_doubts
from mokpyo.inference.report.language import Language, interface_texts
from mokpyo.inference.report.marked_text import MarkedText, mark_text
from mokpyo.inference.report.wording import plain_quantity_words, quantity_words
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import Rollup, RollupKind


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with everything that its row says; ``index`` is its place in ``Document.targets``."""

    index: int
    target: Target
    quantity: str
    lights: str
    anchor: str
    """Where the text holds its quantity."""
    repeats: int | None
    """Index of the target that this one tells again."""
    doubts: tuple[str, ...]
    sums: tuple[str, ...]
    """What the target is the whole of."""


@dataclass(frozen=True, slots=True)
class CenterRows:
    """A centre, ``None`` for targets that none owns, with its rows."""

    center: Center | None
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What ``article.html.j2`` shows. ``prefix`` keeps the ids of several articles on one page apart."""

    document: Document
    prefix: str
    groups: tuple[CenterRows, ...]
    text: MarkedText
    entities: dict[Label, int]
    doubts: dict[DoubtKind, int]
    needs_published: bool


def view_document(document: Document, language: Language, prefix: str = "") -> ArticleView:
    """Everything that the template needs to know of one document."""
    text = mark_text(document)
    rollups = find_rollups(document)
    doubts = find_doubts(document, rollups)
    sums = [one for one in rollups if one.kind is RollupKind.SUM]
    rows = _rows(document, text, doubts, sums, language)
    return ArticleView(
        document=document,
        prefix=prefix,
        groups=tuple(
            CenterRows(center, tuple(rows[id(target)] for target in targets))
            for center, targets in targets_by_center(document)
        ),
        text=text,
        entities=entity_counts(document),
        doubts=dict(Counter(doubt.kind for doubt in doubts)),
        needs_published=document.published is None and any(d.kind is DoubtKind.UNRESOLVED_DATE for d in doubts),
    )


def _rows(
    document: Document, text: MarkedText, doubts: list[Doubt], sums: list[Rollup], language: Language
) -> dict[int, TargetRow]:
    """Rows by the identity of their target: a forged document may use one id twice."""
    first = {target.id: at for at, target in reversed(list(enumerate(document.targets)))}
    sentences: dict[int, list[str]] = {}
    for doubt in doubts:
        sentences.setdefault(doubt.target, []).append(doubt_words(document, doubt, language))
    wholes: dict[int, list[str]] = {}
    for one in sums:
        wholes.setdefault(one.whole, []).append(sum_words(document, one, language))
    return {
        id(target): TargetRow(
            index=at,
            target=target,
            quantity=quantity_words(target.quantity, language),
            lights=" ".join(lights),
            anchor=next(key for key in lights if key.startswith("q")),
            repeats=None if target.repeat_of is None else first[target.repeat_of],
            doubts=tuple(sentences.get(at, ())),
            sums=tuple(wholes.get(at, ())),
        )
        for at, (target, lights) in enumerate(zip(document.targets, text.lights, strict=True))
    }


def doubt_words(document: Document, doubt: Doubt, language: Language) -> str:
    """The doubt as one sentence of the interface's language."""
    target = document.targets[doubt.target]
    parts = [quantity_words(document.targets[at].quantity, language) for at in doubt.parts]
    return interface_texts(language)[f"doubt.{doubt.kind.value}"].format(
        score=f"{target.score:.2f}",
        parts=" + ".join(parts),
        sum=plain_quantity_words(doubt.sum, target.quantity.unit, language),
        whole=quantity_words(target.quantity, language),
    )


def sum_words(document: Document, rollup: Rollup, language: Language) -> str:
    """The parts that add up to the rollup's whole, as one line of the interface's language."""
    parts = [quantity_words(document.targets[at].quantity, language) for at in rollup.parts]
    return interface_texts(language)["sum"].format(parts=" + ".join(parts))
