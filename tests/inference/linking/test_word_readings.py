"""Every word of the tables in a sentence that it decides, and words of no table that decide nothing."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from mokpyo.inference.linking.candidates import FEATURES, target_features
from mokpyo.inference.linking.objects import read_object
from mokpyo.inference.linking.status import status_of_nouns

with Path(__file__).with_name("word_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def _first_target(found):
    start = found.quantity().start
    return next((target for target in found.linked[1] if target.quantity.start == start), None)


def _deadline(found) -> str:
    target = _first_target(found)
    return "-" if target is None or target.deadline is None else target.deadline.text


def _owner(found) -> str:
    target = _first_target(found)
    return next((center.name for center in found.linked[0] if target and center.id == target.center), "-")


def _status_of_nouns(found) -> str:
    status = status_of_nouns(found.quantity().end, found.quantity().place.sentence.morphemes)
    return "-" if status is None else status.value


def _has_plan(found) -> str:
    governor = found.quantity().governor
    return "yes" if governor is not None and governor.plan else "no"


def _has(feature: str) -> Callable[..., str]:
    return lambda found: "yes" if feature in target_features(found.quantity(), found.text) else "no"


PROBES: dict[str, Callable[..., str]] = {
    "bodies": lambda found: str(len({mention.body for mention in found.organizations.mentions})),
    "deadline": _deadline,
    "nouns": _status_of_nouns,
    "object": lambda found: read_object(found.quantity(), found.text) or "-",
    "owner": _owner,
    "plan": _has_plan,
    "role": lambda found: found.contexts[0].actors[0].role.value,
    "status": lambda found: "-" if found.quantity().status is None else found.quantity().status.value,
    **{f"feature {name}": _has(name) for name in FEATURES},
}
"""What is asked of an article: of its first quantity, its first body, or (``bodies``) how many there are."""


@pytest.mark.parametrize(("asked", "marked", "expected"), ROWS)
def test_a_word_decides(mark, asked: str, marked: str, expected: str) -> None:
    assert expected == PROBES[asked](mark(marked))
