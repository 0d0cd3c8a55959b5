"""Short articles through all the linking rules: what each row says of its targets, bodies and predicates."""

import csv
from pathlib import Path

import pytest

from mokpyo.data.document import Center, Target
from mokpyo.inference.linking.predicate import Predicate
from mokpyo.inference.linking.roles import Actor

with Path(__file__).with_name("article_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def _row(*fields: str) -> str:
    return f"[{'|'.join(field for field in fields if field)}]"


def _target(target: Target, centers: dict[str | None, Center]) -> str:
    center = centers[target.center].name if target.center else "-"
    return _row(
        target.quantity.text,
        f"{center}:{target.link}",
        target.status.value,
        target.object or "-",
        f"by {target.deadline.text}" if target.deadline else "",
        f"in {target.region}" if target.region else "",
        f"= {target.repeat_of}" if target.repeat_of else "",
    )


def _actor(found, actor: Actor) -> str:
    flags = ("spokesperson" if actor.spokesperson else "", "joint" if actor.joint else "")
    return _row(found.text[actor.start : actor.end], found.name(actor.body) or "-", actor.role.value, *flags)


def _predicate(found, predicate: Predicate) -> str:
    names = ("copula", "adjective", "passive", "negated", "plan")
    flags = ",".join(name for name in names if getattr(predicate, name))
    surface = found.text[predicate.start : predicate.end]
    return _row(surface, predicate.stem, predicate.tense.value, predicate.form.value, flags)


@pytest.mark.parametrize(("marked", "targets", "actors", "predicates"), ROWS)
def test_an_article_is_read_as_its_row_says(mark, marked: str, targets: str, actors: str, predicates: str) -> None:
    found = mark(marked.replace("\\n", "\n"))
    centers: dict[str | None, Center] = {center.id: center for center in found.linked[0]}
    assert targets == (" ".join(_target(target, centers) for target in found.linked[1]) or "-")
    assert actors == (" ".join(_actor(found, actor) for place in found.contexts for actor in place.actors) or "-")
    # Kiwi may take an invented name for a verb: what it says inside of one proves nothing.
    named = {at for entity in found.entities for at in range(entity.start, entity.end)}
    told = [one for place in found.contexts for one in place.predicates if one.start not in named]
    seen = [_predicate(found, predicate) for predicate in told]
    assert predicates == (" ".join(seen) or "-")
