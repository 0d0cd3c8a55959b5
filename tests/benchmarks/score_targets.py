"""Score centres and targets against annotated documents, with their entities and with the bundled model's.

    python tests/benchmarks/score_targets.py GOLD.jsonl [--predicted] [--model M] [--errors]

Target F1 counts quantity spans; the headline counts planned targets whose centre is right too. Accuracies are of
matched targets.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mokpyo.data.document import Article, Document, Entity, Status, Target
from mokpyo.inference.extractor import link_document
from mokpyo.inference.linking.aliases import bare_name
from mokpyo.inference.reading.view import view_article


def read_gold(path: Path) -> list[Document]:
    """Documents of a JSONL file."""
    return [Document.from_json(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def with_gold_entities(gold: Document) -> Document:
    """Centres and targets that the rules find on the annotated entities."""
    view, form = view_article(Article(text=gold.text, id=gold.id, title=gold.title, published=gold.published))
    to_normal = {form.to_original(at, at + 1)[0]: at for at in range(len(view.text))}
    to_normal[len(gold.text)] = len(view.text)
    entities = []
    for entity in gold.entities:
        start, end = (next(to_normal[p] for p in range(at, -1, -1) if p in to_normal) for at in entity.span)
        entities.append(Entity(start, end, entity.label, view.text[start:end]))
    return link_document(Article(text=gold.text, id=gold.id, published=gold.published), view, form, entities)


def center_names(document: Document, target: Target) -> set[str]:
    """Every name of the target's centre, comparable."""
    for center in document.centers:
        if center.id == target.center:
            return {bare_name(name) for name in (center.name, *center.aliases)}
    return set()


def same_center(gold: Document, left: Target, found: Document, right: Target) -> bool:
    """Whether both name one body, or neither any."""
    first, second = center_names(gold, left), center_names(found, right)
    return bool(first & second) or not (first or second)


def score(pairs: Iterable[tuple[Document, Document]]) -> Counter[str]:
    """Counts over (annotated, found) documents."""
    counts: Counter[str] = Counter()
    for gold, found in pairs:
        wanted = {t.quantity.span: t for t in gold.targets}
        got = {t.quantity.span: t for t in found.targets}
        counts["gold"] += len(wanted)
        counts["found"] += len(got)
        counts["gold_planned"] += sum(t.status is Status.PLANNED for t in wanted.values())
        counts["found_planned"] += sum(t.status is Status.PLANNED for t in got.values())
        for span in wanted.keys() & got.keys():
            _compare(gold, wanted[span], found, got[span], counts)
    return counts


def _compare(gold: Document, left: Target, found: Document, right: Target, counts: Counter[str]) -> None:
    counts["matched"] += 1
    center = same_center(gold, left, found, right)
    planned = left.status is Status.PLANNED and right.status is Status.PLANNED
    counts["planned"] += planned
    counts["headline"] += planned and center
    by = (left.deadline and left.deadline.by, right.deadline and right.deadline.by)
    checks = {
        "center": center,
        "status": left.status is right.status,
        "deadline": by[0] == by[1],
        "value": left.quantity.value == right.quantity.value and left.quantity.high == right.quantity.high,
        "unit": left.quantity.unit.replace(" ", "") == right.quantity.unit.replace(" ", ""),
        "bound": left.quantity.bound is right.quantity.bound,
        "object": left.object == right.object,
        "object_head": bool(left.object and right.object and left.object.split()[-1] == right.object.split()[-1]),
        "repeat": (left.repeat_of is None) == (right.repeat_of is None),
    }
    counts.update({name: 1 for name, right_one in checks.items() if right_one})
    if left.deadline is not None:
        counts["dated"] += 1
        counts["dated_right"] += by[0] == by[1]


def f1(right: int, gold: int, found: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (gold + found) if gold + found else 0.0


def summary(counts: Counter[str]) -> dict[str, float]:
    """The figures that the project reports."""
    matched = max(1, counts["matched"])
    figures = {
        "targets": counts["gold"],
        "target_f1": f1(counts["matched"], counts["gold"], counts["found"]),
        "planned_f1": f1(counts["planned"], counts["gold_planned"], counts["found_planned"]),
        "planned_with_center_f1": f1(counts["headline"], counts["gold_planned"], counts["found_planned"]),
        "precision": counts["matched"] / max(1, counts["found"]),
        "recall": counts["matched"] / max(1, counts["gold"]),
        "deadline_where_there_is_one": counts["dated_right"] / max(1, counts["dated"]),
    }
    fields = ("center", "status", "deadline", "value", "unit", "bound", "object", "object_head", "repeat")
    figures |= {name: counts[name] / matched for name in fields}
    return {name: round(value, 3) for name, value in figures.items()}


def show_errors(gold: Document, found: Document) -> None:
    """One readable line for everything that is missed, spurious or wrong."""
    wanted = {t.quantity.span: t for t in gold.targets}
    got = {t.quantity.span: t for t in found.targets}
    for span in sorted(wanted.keys() | got.keys()):
        around = gold.text[max(0, span[0] - 30) : span[1] + 30].replace("\n", "/")
        left, right = wanted.get(span), got.get(span)
        if left is None or right is None:
            print(f"{gold.id[:12]} {'MISS' if right is None else 'SPURIOUS'} {around}")
            continue
        wrong = []
        if not same_center(gold, left, found, right):
            wrong.append(f"center {center_names(gold, left)} got {center_names(found, right)} by {right.link}")
        pairs = [(name, getattr(left, name), getattr(right, name)) for name in ("status", "object")]
        pairs += [
            (n, getattr(left.quantity, n), getattr(right.quantity, n)) for n in ("value", "high", "unit", "bound")
        ]
        wrong += [f"{name} {first} got {second}" for name, first, second in pairs if first != second]
        if (left.deadline and left.deadline.by) != (right.deadline and right.deadline.by):
            wrong.append(
                f"deadline {left.deadline and left.deadline.text} got {right.deadline and right.deadline.text}"
            )
        if wrong:
            print(f"{gold.id[:12]} WRONG {'; '.join(wrong)} | {around}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predicted", action="store_true", help="find the entities with the bundled model")
    parser.add_argument("--errors", action="store_true", help="list what is missed, spurious or wrong")
    parser.add_argument("--model", help="model folder for --predicted; the bundled one if not given")
    options = parser.parse_args()
    if options.predicted:
        from mokpyo.inference import Extractor

        extractor = Extractor.from_pretrained(options.model)
    pairs = []
    for gold in read_gold(options.gold):
        if options.predicted:
            found = extractor(gold.text, published=gold.published, title=gold.title, id=gold.id)
        else:
            found = with_gold_entities(gold)
        pairs.append((gold, found))
        if options.errors:
            show_errors(gold, found)
    print(json.dumps(summary(score(pairs)), indent=1))


if __name__ == "__main__":
    main()
