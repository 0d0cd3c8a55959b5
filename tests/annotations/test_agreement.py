"""Agreement and edits, against figures worked out by hand."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from annotation_exports import export_of
from annotation_samples import model_document

from mokpyo.annotations.agreement import measure_agreement
from mokpyo.annotations.edits import Edit, entity_edits, measure_edits
from mokpyo.data.document import Center, Document, Entity, Label, Status
from mokpyo.data.label_studio.export import Export, decode_export

pytest.importorskip("nltk", reason="no nltk: pip install 'mokpyo[annotations]'")

PREDICTED = [model_document(number) for number in range(4)]


def read(*annotators: dict[int, Document]) -> Export:
    return decode_export(json.dumps(export_of(PREDICTED, *annotators)).encode())


def with_statuses(document: Document, *statuses: Status) -> Document:
    targets = [
        msgspec.structs.replace(one, status=status) for one, status in zip(document.targets, statuses, strict=True)
    ]
    return msgspec.structs.replace(document, targets=targets)


def test_annotators_who_agree_have_ones() -> None:
    both = {0: PREDICTED[0], 2: PREDICTED[2]}
    agreement = measure_agreement(read(both, both, {3: PREDICTED[3]}).tasks)
    assert 2 == agreement.tasks
    (pair,) = agreement.pairs
    assert ("1", "2", 2) == (pair.left, pair.right, pair.tasks)
    assert {1.0} == {row.f1 for row in pair.entities.values()}
    assert (6, 6, 6, 1.0) == msgspec.structs.astuple(pair.targets)
    assert (6, 1.0, 1.0) == msgspec.structs.astuple(pair.status)
    assert 1.0 == agreement.status_alpha == agreement.center_alpha


def test_kappa_and_alpha_are_those_of_the_textbook() -> None:
    """Six targets: P P A P A A beside P A A P A P. Observed 4/6, by chance 1/2: kappa 1/3; alpha 1 - (1/3)/(6/11)."""
    planned, achieved = Status.PLANNED, Status.ACHIEVED
    one = {
        0: with_statuses(PREDICTED[0], planned, planned, achieved),
        1: with_statuses(PREDICTED[1], planned, achieved, achieved),
    }
    two = {
        0: with_statuses(PREDICTED[0], planned, achieved, achieved),
        1: with_statuses(PREDICTED[1], planned, achieved, planned),
    }
    agreement = measure_agreement(read(one, two).tasks)
    (pair,) = agreement.pairs
    assert 4 / 6 == pytest.approx(pair.status.same)
    assert 1 / 3 == pytest.approx(pair.status.kappa)
    assert 1 - (2 / 6) / (6 / 11) == pytest.approx(agreement.status_alpha)


def test_what_is_not_defined_is_none() -> None:
    alike = {0: with_statuses(PREDICTED[0], *[Status.PLANNED] * 3)}
    (pair,) = measure_agreement(read(alike, alike).tasks).pairs
    assert (3, 1.0, None) == msgspec.structs.astuple(pair.status)
    nothing = {0: msgspec.structs.replace(PREDICTED[0], entities=[], centers=[], targets=[])}
    (pair,) = measure_agreement(read(nothing, nothing).tasks).pairs
    assert (0, 0, 0, None) == msgspec.structs.astuple(pair.targets)
    assert (0, None, None) == msgspec.structs.astuple(pair.status)


def test_a_span_of_another_border_or_label_is_another_entity() -> None:
    first = PREDICTED[0].entities[3]
    moved = msgspec.structs.replace(first, end=first.end - 1, text=first.text[:-1])
    changed = [moved if one is first else one for one in PREDICTED[0].entities]
    other = {0: msgspec.structs.replace(PREDICTED[0], entities=changed)}
    (pair,) = measure_agreement(read({0: PREDICTED[0]}, other).tasks).pairs
    assert (1, 1, 0, 0.0) == msgspec.structs.astuple(pair.entities["REGION"])
    assert (9, 9, 8, 16 / 18) == msgspec.structs.astuple(pair.entities["all"])


def test_a_centre_of_another_name_is_the_same_where_it_is_mentioned_in_the_same_place() -> None:
    (center,) = PREDICTED[0].centers
    renamed = {0: msgspec.structs.replace(PREDICTED[0], centers=[msgspec.structs.replace(center, name="시청")])}
    (pair,) = measure_agreement(read({0: PREDICTED[0]}, renamed).tasks).pairs
    assert 1.0 == pair.center.same
    elsewhere = Center("c1", "도청", [], None, [PREDICTED[0].entities[3].span])
    other = {0: msgspec.structs.replace(PREDICTED[0], centers=[elsewhere])}
    (pair,) = measure_agreement(read({0: PREDICTED[0]}, other).tasks).pairs
    assert 0.0 == pair.center.same


def test_three_annotators_make_three_pairs() -> None:
    one = {0: PREDICTED[0]}
    pairs = measure_agreement(read(one, one, one).tasks).pairs
    assert [("1", "2"), ("1", "3"), ("2", "3")] == [(pair.left, pair.right) for pair in pairs]


def entity(start: int, end: int, label: Label) -> Entity:
    return Entity(start, end, label, "가" * (end - start))


ORG, REGION, DATE = Label.ORG, Label.REGION, Label.DATE
EDIT_CASES: list[tuple[list[Any], list[Any], list[tuple[Edit, Label]]]] = [
    ([(0, 3, ORG)], [(0, 3, ORG)], [(Edit.KEPT, ORG)]),
    ([(0, 3, ORG)], [(0, 2, ORG)], [(Edit.MOVED, ORG)]),
    ([(0, 3, ORG)], [(0, 3, REGION)], [(Edit.RELABELLED, ORG)]),
    ([(0, 3, ORG)], [(0, 2, REGION)], [(Edit.RELABELLED, ORG)]),
    ([(0, 3, ORG)], [], [(Edit.DELETED, ORG)]),
    ([], [(0, 3, DATE)], [(Edit.ADDED, DATE)]),
    ([(0, 3, ORG)], [(3, 5, ORG)], [(Edit.DELETED, ORG), (Edit.ADDED, ORG)]),
    # Joined: the longer part is the one that was moved.
    ([(0, 2, ORG), (2, 9, ORG)], [(0, 9, ORG)], [(Edit.MOVED, ORG), (Edit.DELETED, ORG)]),
    # Parted: the first part overlaps no less than the second.
    ([(0, 6, ORG)], [(0, 4, ORG), (4, 6, REGION)], [(Edit.MOVED, ORG), (Edit.ADDED, REGION)]),
]


@pytest.mark.parametrize(("model", "person", "expected"), EDIT_CASES)
def test_edits_of_entities(model: list[Any], person: list[Any], expected: list[tuple[Edit, Label]]) -> None:
    found = list(entity_edits([entity(*one) for one in model], [entity(*one) for one in person]))
    assert sorted(expected) == sorted(found)


def test_edits_are_counted_against_the_prediction_that_was_started_from() -> None:
    first, *_ = PREDICTED
    fewer = msgspec.structs.replace(first, entities=first.entities[:-2], targets=first.targets[:2])
    tasks = export_of(PREDICTED, {0: fewer, 1: PREDICTED[1]})
    empty = {"id": 900, "model_version": "다른 모형", "result": []}
    tasks[0]["predictions"].append(empty)
    edits = {one.model_version: one for one in measure_edits(decode_export(json.dumps(tasks).encode()).tasks)}
    assert {"모형 1"} == set(edits)
    row = edits["모형 1"].entities["all"]
    # The quantity of the target that went is an entity no more, and the date before it neither.
    assert (16, 0, 0, 2, 0) == (row.kept, row.moved, row.relabelled, row.deleted, row.added)
    assert 2 / 18 == pytest.approx(row.rate)
    targets = edits["모형 1"].targets
    assert (5, 1, 0) == (targets.kept, targets.deleted, targets.added)


def test_a_pulled_folder_tells_everything(tmp_path: Path) -> None:
    from mokpyo.annotations.agreement_files import read_report
    from mokpyo.annotations.annotation_folder import write_set

    one = dict(enumerate(PREDICTED))
    two = {0: with_statuses(PREDICTED[0], *[Status.ACHIEVED] * 3)}
    pulled = write_set(export_of(PREDICTED, one, two), "<b>이름</b>", tmp_path / "set")
    page = (tmp_path / "set" / "agreement.html").read_text("utf-8")
    assert "&lt;b&gt;이름" in page
    assert "<b>이름" not in page
    assert "0.333" in page  # the share of equal statuses
    report, manifest = read_report(tmp_path / "set")
    assert (pulled.report, pulled.manifest) == (report, manifest)
    from_export, described = read_report(tmp_path / "set" / "export.json")
    assert (report, 4, 1) == (from_export, described.annotated, described.several)
