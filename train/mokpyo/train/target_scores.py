"""Scores of centres and targets against annotated documents.

Target F1 counts quantity spans; the headline counts planned targets whose centre is right too. Accuracies are of
matched targets.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from mokpyo.data.document import Article, Document, Entity, Status, Target
from mokpyo.inference.extractor import link_document
from mokpyo.inference.linking.aliases import bare_name
from mokpyo.inference.reading.view import view_article

_FIELDS = ("center", "status", "deadline", "value", "unit", "bound", "object", "object_head", "repeat")
_CONTEXT = 30
"""Characters of the text shown to either side of an error."""


def link_annotated(gold: Document) -> Document:
    """Centres and targets that the linker finds on the annotated entities."""
    article = Article(text=gold.text, id=gold.id, title=gold.title, published=gold.published)
    view, form = view_article(article)
    to_normal = {form.to_original(at, at + 1)[0]: at for at in range(len(view.text))}
    to_normal[len(gold.text)] = len(view.text)
    entities = []
    for entity in gold.entities:
        start, end = (next(to_normal[p] for p in range(at, -1, -1) if p in to_normal) for at in entity.span)
        entities.append(Entity(start, end, entity.label, view.text[start:end]))
    return link_document(article, view, form, entities)


def count_targets(pairs: Iterable[tuple[Document, Document]]) -> Counter[str]:
    """Counts over pairs of an annotated document and what was found in its text."""
    counts: Counter[str] = Counter()
    for gold, found in pairs:
        wanted, got = _by_span(gold), _by_span(found)
        counts["gold"] += len(wanted)
        counts["found"] += len(got)
        counts["gold_planned"] += sum(target.status is Status.PLANNED for target in wanted.values())
        counts["found_planned"] += sum(target.status is Status.PLANNED for target in got.values())
        for span in wanted.keys() & got.keys():
            _compare(gold, wanted[span], found, got[span], counts)
    return counts


def target_figures(counts: Counter[str]) -> dict[str, float]:
    """F1, precision and recall of targets, and the share of matched ones whose fields are right, to three places."""
    matched = max(1, counts["matched"])
    figures = {
        "targets": counts["gold"],
        "target_f1": _f1(counts["matched"], counts["gold"], counts["found"]),
        "planned_f1": _f1(counts["planned"], counts["gold_planned"], counts["found_planned"]),
        "planned_with_center_f1": _f1(counts["headline"], counts["gold_planned"], counts["found_planned"]),
        "precision": counts["matched"] / max(1, counts["found"]),
        "recall": counts["matched"] / max(1, counts["gold"]),
        "deadline_where_there_is_one": counts["dated_right"] / max(1, counts["dated"]),
    }
    figures |= {name: counts[name] / matched for name in _FIELDS}
    return {name: round(value, 3) for name, value in figures.items()}


def error_lines(gold: Document, found: Document) -> Iterator[str]:
    """One readable line for every target that is missed, spurious or wrong in a field."""
    wanted, got = _by_span(gold), _by_span(found)
    for start, end in sorted(wanted.keys() | got.keys()):
        around = gold.text[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", "/")
        left, right = wanted.get((start, end)), got.get((start, end))
        if left is None or right is None:
            yield f"{gold.id[:12]} {'MISS' if right is None else 'SPURIOUS'} {around}"
        elif wrong := [*_wrong_fields(gold, left, found, right)]:
            yield f"{gold.id[:12]} WRONG {'; '.join(wrong)} | {around}"


def _wrong_fields(gold: Document, left: Target, found: Document, right: Target) -> Iterator[str]:
    if not _same_center(gold, left, found, right):
        yield f"center {_center_names(gold, left)} got {_center_names(found, right)} by {right.link}"
    pairs = [(name, getattr(left, name), getattr(right, name)) for name in ("status", "object")]
    quantities = left.quantity, right.quantity
    pairs += [
        (name, *(getattr(quantity, name) for quantity in quantities)) for name in ("value", "high", "unit", "bound")
    ]
    yield from (f"{name} {first} got {second}" for name, first, second in pairs if first != second)
    if not _same_deadline(gold, left, right):
        first, second = (target.deadline and target.deadline.text for target in (left, right))
        yield f"deadline {first} got {second}"


def _by_span(document: Document) -> dict[tuple[int, int], Target]:
    return {target.quantity.span: target for target in document.targets}


def _compare(gold: Document, left: Target, found: Document, right: Target, counts: Counter[str]) -> None:
    center = _same_center(gold, left, found, right)
    planned = left.status is Status.PLANNED and right.status is Status.PLANNED
    one, other = left.quantity, right.quantity
    checks = {
        "matched": True,
        "planned": planned,
        "headline": planned and center,
        "center": center,
        "status": left.status is right.status,
        "deadline": _same_deadline(gold, left, right),
        "value": (one.value, one.high) == (other.value, other.high),
        "unit": one.unit.replace(" ", "") == other.unit.replace(" ", ""),
        "bound": one.bound is other.bound,
        "object": left.object == right.object,
        "object_head": bool(left.object and right.object and left.object.split()[-1] == right.object.split()[-1]),
        "repeat": (left.repeat_of is None) == (right.repeat_of is None),
        "dated": left.deadline is not None,
        "dated_right": left.deadline is not None and _same_deadline(gold, left, right),
    }
    counts.update({name: 1 for name, holds in checks.items() if holds})


def _same_deadline(gold: Document, left: Target, right: Target) -> bool:
    """Whether both have the same last day, or neither has a deadline.

    In an article without a day of publication ``내년까지`` has words but no last day, so a deadline of which one side
    gives no day is compared by its words: no day is not the same as no deadline.
    """
    one, other = left.deadline, right.deadline
    if one is None or other is None:
        return one is other
    if gold.published is not None or (one.by is not None and other.by is not None):
        return one.by == other.by
    return one.text == other.text or (one.start < other.end and other.start < one.end)


def _center_names(document: Document, target: Target) -> set[str]:
    """Every name of the target's centre, comparable."""
    named = next((center for center in document.centers if center.id == target.center), None)
    return {bare_name(name) for name in (named.name, *named.aliases)} if named else set()


def _same_center(gold: Document, left: Target, found: Document, right: Target) -> bool:
    """Whether both name one body, or neither any."""
    first, second = _center_names(gold, left), _center_names(found, right)
    return bool(first & second) or not (first or second)


def _f1(right: int, gold: int, found: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (gold + found) if gold + found else 0.0
