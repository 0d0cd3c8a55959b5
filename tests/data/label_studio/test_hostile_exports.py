"""Exports that are not what they should be: each fault is listed with its task, and the rest survives."""

import copy
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target
from mokpyo.data.errors import CorpusError
from mokpyo.data.label_studio import ProblemKind, encode_document, holds_export, read_export, task_data
from mokpyo.data.label_studio.export import Export, decode_export

TEXT = "😀 새길시는 내년까지 나무 30그루를 심는다.\r\n한빛도는 나무 20그루를 심었다. 시도 30그루를 말했다."


def at(surface: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(surface, after)
    return (start, start + len(surface))


def entity(surface: str, label: Label, after: int = 0) -> Entity:
    return Entity(*at(surface, after), label, surface)


def target(name: str, surface: str, center: str, status: Status, after: int = 0, **others: Any) -> Target:
    quantity = Quantity(*at(surface, after), surface, int(surface[:2]), None, "그루", Bound.EXACT)
    return Target(
        id=name,
        center=center,
        quantity=quantity,
        object="나무",
        deadline=others.get("deadline"),
        region=None,
        status=status,
        repeat_of=others.get("repeat_of"),
        link="annotator",
    )


DOCUMENT = Document(
    id="글",
    published=datetime.date(2026, 3, 4),
    text=TEXT,
    entities=[
        entity("새길시", Label.ORG),
        entity("내년", Label.DATE),
        entity("30그루", Label.QUANTITY),
        entity("한빛도", Label.ORG),
        entity("20그루", Label.QUANTITY),
        entity("시", Label.ORG, 45),
        entity("30그루", Label.QUANTITY, 45),
    ],
    centers=[
        Center("c1", "새길시", ["시"], "새길", [at("새길시"), at("시", 45)]),
        Center("c2", "한빛도", [], None, [at("한빛도")]),
    ],
    targets=[
        target(
            "t1",
            "30그루",
            "c1",
            Status.PLANNED,
            deadline=Deadline(*at("내년"), "내년", None, datetime.date(2027, 12, 31)),
        ),
        target("t2", "20그루", "c2", Status.ACHIEVED),
        target("t3", "30그루", "c1", Status.PLANNED, 45, repeat_of="t1"),
    ],
)
RESULTS = encode_document(DOCUMENT)
Results = list[dict[str, Any]]


def task(results: object, **others: Any) -> dict[str, Any]:
    annotation = {"id": 5, "completed_by": 7, "result": results, "updated_at": "2026-03-05T01:00:00Z"}
    return {"id": 17, "inner_id": 1, "data": task_data(DOCUMENT), "annotations": [annotation]} | others


def export_of(*tasks: object) -> Export:
    return decode_export(json.dumps(tasks).encode())


def of(results: Results, kind: str, surface: str = "", number: int = 0) -> dict[str, Any]:
    """The ``number``-th result of a control, or an arrow of that name."""
    if kind in {"주체", "기한", "되풀이"}:
        return [one for one in results if one.get("labels") == [kind]][number]
    found = [one for one in results if one.get("from_name") == kind]
    if surface:
        found = [one for one in found if TEXT[one["value"]["start"] : one["value"]["end"]] == surface]
    return found[number]


def surfaces(document: Document) -> list[str]:
    return [one.text for one in document.entities]


def test_nothing_is_wrong_with_what_was_pushed() -> None:
    export = export_of(task(RESULTS))
    assert ([], [DOCUMENT]) == (export.problems, export.documents())


def without(results: Results, *gone: dict[str, Any]) -> Results:
    return [one for one in results if one not in gone]


def drop_id(results: Results) -> None:
    del of(results, "label", "한빛도")["id"]


def dangle(results: Results) -> None:
    of(results, "주체")["to_id"] = "nowhere"


def overlap(results: Results) -> None:
    start, end = at("새길시는")
    value = {"start": start, "end": end, "text": "새길시는", "labels": ["ORG"]}
    results.append(
        {"id": "new", "from_name": "label", "to_name": "text", "type": "labels", "value": value, "origin": "manual"}
    )


def run_past(results: Results) -> None:
    of(results, "label", "한빛도")["value"]["end"] = 4000


def shift(results: Results) -> None:
    of(results, "label", "한빛도")["value"]["start"] += 1


def relabel_unknown(results: Results) -> None:
    of(results, "label", "한빛도")["value"]["labels"] = ["PERSON"]


def two_labels(results: Results) -> None:
    of(results, "label", "한빛도")["value"]["labels"] = ["ORG", "DATE"]


def text_offsets(results: Results) -> None:
    of(results, "label", "한빛도")["value"]["start"] = "28"


def no_value(results: Results) -> None:
    of(results, "label", "한빛도")["value"] = None


def not_an_object(results: Results) -> None:
    results.append("result")  # type: ignore[arg-type]


def other_text(results: Results) -> None:
    of(results, "label", "한빛도")["to_name"] = "headline"


def no_surface(results: Results) -> None:
    del of(results, "label", "한빛도")["value"]["text"]


def unknown_control(results: Results) -> None:
    of(results, "center", "새길시")["from_name"] = "mood"


def field_of_other_label(results: Results) -> None:
    results.append(of(results, "object", "20그루") | {"id": of(results, "label", "내년")["id"]})


def field_of_nothing(results: Results) -> None:
    results.append(of(results, "object", "20그루") | {"id": "nowhere"})


def two_answers(results: Results) -> None:
    of(results, "object", "20그루")["value"]["text"] = ["나무", "묘목"]


def unknown_arrow(results: Results) -> None:
    of(results, "주체")["labels"] = ["친구"]


def nameless_to_nothing(results: Results) -> None:
    ends = {"from_id": of(results, "label", "내년")["id"], "to_id": of(results, "label", "한빛도")["id"]}
    results.append(of(results, "주체") | ends | {"labels": []})


def second_owner(results: Results) -> None:
    results.append(of(results, "주체") | {"to_id": of(results, "label", "한빛도")["id"]})


def owner_is_a_date(results: Results) -> None:
    of(results, "주체")["to_id"] = of(results, "label", "내년")["id"]


def repeats_itself(results: Results) -> None:
    arrow = of(results, "되풀이")
    arrow["to_id"] = arrow["from_id"]


def no_status(results: Results) -> None:
    results.remove(of(results, "status", "20그루"))


def unknown_status(results: Results) -> None:
    of(results, "status", "20그루")["value"]["choices"] = ["dreamt"]


def no_number(results: Results) -> None:
    of(results, "value", "20그루")["value"]["text"] = ["스물"]


def no_day(results: Results) -> None:
    of(results, "by")["value"]["text"] = ["연말"]


def names_no_center(results: Results) -> None:
    of(results, "center", "한빛도")["value"]["text"] = ["-"]


def same_id(results: Results) -> None:
    of(results, "label", "한빛도")["id"] = of(results, "label", "새길시")["id"]


REFUSED: list[tuple[Callable[[Results], None], str]] = [
    (drop_id, "required field `id`"),
    (dangle, "주체 leads to 'nowhere', which is no region that was kept"),
    (overlap, "ORG '새길시' at [2, 5) overlaps ORG '새길시는' at [2, 6), which is kept"),
    (run_past, "4000) is empty or outside the text"),
    (shift, "says '한빛도', but there stands '빛도'"),
    (relabel_unknown, "unknown label 'PERSON': known are ORG, REGION, QUANTITY, DATE"),
    (two_labels, "needs one label, has ['ORG', 'DATE']"),
    (text_offsets, "its offsets are no whole numbers: start '28'"),
    (no_value, "Expected `object`, got `null`"),
    (not_an_object, "Expected `object`, got `str`"),
    (other_text, "it stands on 'headline'"),
    (no_surface, "has no text beside it that tells what its offsets count"),
    (unknown_control, "has no control 'mood'"),
    (field_of_other_label, "DATE '내년' at [7, 9) cannot have the field 'object'"),
    (field_of_nothing, "belongs to no region that was kept"),
    (two_answers, "needs one answer, has ['나무', '묘목']"),
    (unknown_arrow, "친구 is none of 주체, 기한, 되풀이"),
    (nameless_to_nothing, "an arrow without a name is none of 주체, 기한, 되풀이, and its ends do not tell"),
    (second_owner, "has an arrow 주체 already"),
    (owner_is_a_date, "주체 leads from QUANTITY to ORG, not QUANTITY to DATE"),
    (repeats_itself, "되풀이 leads from QUANTITY to QUANTITY"),
    (no_status, "has an owner, a date or a repeat but no status"),
    (unknown_status, "unknown status 'dreamt'"),
    (no_number, "value '스물' of QUANTITY '20그루' at [35, 39) is no number"),
    (no_day, "by '연말' of DATE '내년' at [7, 9) is no day"),
    (names_no_center, "names no centre, by its field"),
    (same_id, "a region of this id has come before"),
]


@pytest.mark.parametrize(("spoil", "reason"), REFUSED, ids=[spoil.__name__ for spoil, _ in REFUSED])
def test_each_fault_is_listed_and_the_rest_survives(spoil: Callable[[Results], None], reason: str) -> None:
    spoilt = copy.deepcopy(RESULTS)
    spoil(spoilt)
    export = export_of(task(spoilt), task(RESULTS, id=18, inner_id=2))
    told = [one for one in export.problems if reason in one.reason]
    assert [(17, 5, ProblemKind.REFUSED)] == [(one.task, one.annotation, one.kind) for one in told], export.problems
    first, second = export.documents()
    assert DOCUMENT == second
    assert {"내년", "30그루", "20그루"} <= set(surfaces(first))
    assert "t1" in {one.id for one in first.targets}


def test_an_arrow_without_a_name_means_what_its_ends_tell() -> None:
    results = copy.deepcopy(RESULTS)
    for one in results:
        if one["type"] == "relation":
            one["labels"] = []
    del of(results, "label")["meta"]  # the first centre is then known by the arrow alone
    export = export_of(task(results))
    (document,) = export.documents()
    assert ([], DOCUMENT.targets) == (export.problems, document.targets)


def test_every_consequence_of_a_lost_region_is_listed() -> None:
    spoilt = copy.deepcopy(RESULTS)
    run_past(spoilt)
    export = export_of(task(spoilt))
    reasons = [one.reason for one in export.problems]
    assert 3 == len(reasons), reasons  # the region, its name field, the arrow to it
    (document,) = export.documents()
    assert [("t1", "c1"), ("t2", None), ("t3", "c1")] == [(one.id, one.center) for one in document.targets]


REPAIRED: list[tuple[Callable[[Results], None], str]] = []


def repaired(reason: str) -> Callable[[Callable[[Results], None]], Callable[[Results], None]]:
    def keep(spoil: Callable[[Results], None]) -> Callable[[Results], None]:
        REPAIRED.append((spoil, reason))
        return spoil

    return keep


@repaired("counts UTF-16 units: in code points it is [2, 5)")
def utf_16(results: Results) -> None:
    for one in results:
        if "value" in one:
            one["value"]["start"] += 1
            one["value"]["end"] += 1


@repaired("counts code points with \\r\\n as one")
def one_newline(results: Results) -> None:
    for one in results:
        if "value" in one and one["value"]["start"] > TEXT.index("\r"):
            one["value"]["start"] -= 1
            one["value"]["end"] -= 1


@repaired("blanks at the ends of [1, 5) are left out: [2, 5)")
def drawn_with_a_blank(results: Results) -> None:
    for one in results:
        if one.get("id") == of(RESULTS, "label", "새길시")["id"]:
            one["value"]["start"] -= 1
            one["origin"] = "prediction-changed"
    of(results, "label")["value"]["text"] = " 새길시"


@repaired("ORG '새길시' at [2, 5) is there twice")
def twin(results: Results) -> None:
    results.append(of(results, "label", "새길시") | {"id": "twin"})


@repaired("it is turned round")
def backwards(results: Results) -> None:
    arrow = of(results, "주체")
    arrow["from_id"], arrow["to_id"] = arrow["to_id"], arrow["from_id"]


@repaired("its meta is not what was pushed")
def strange_meta(results: Results) -> None:
    of(results, "label", "내년")["meta"] = {"mokpyo": {"entity": "perhaps"}}


@pytest.mark.parametrize(("spoil", "reason"), REPAIRED, ids=[spoil.__name__ for spoil, _ in REPAIRED])
def test_what_can_be_put_right_is_and_is_listed(spoil: Callable[[Results], None], reason: str) -> None:
    spoilt = copy.deepcopy(RESULTS)
    spoil(spoilt)
    export = export_of(task(spoilt))
    assert {ProblemKind.REPAIRED} == {one.kind for one in export.problems}, export.problems
    assert any(reason in one.reason for one in export.problems), export.problems
    assert [DOCUMENT] == export.documents()


def test_what_is_no_task_is_listed() -> None:
    annotations = [
        {"id": 1, "completed_by": {"id": 3, "email": "a@example.org"}, "result": RESULTS, "updated_at": "2026-01-02"},
        {"id": 2, "completed_by": {"id": 3, "email": "a@example.org"}, "result": [], "updated_at": "2026-01-03"},
        {"id": 3, "completed_by": 4, "result": RESULTS, "was_cancelled": True},
        {"id": 4, "completed_by": 5, "result": None},
        None,
    ]
    export = export_of(
        None,
        task(RESULTS, id=1, data={}),
        task(RESULTS, id=2, data={"text": ""}),
        task(RESULTS, id=3, annotations=annotations, drafts=[8], inner_id=4),
        task(RESULTS, id=3),
        task(RESULTS, id=4, inner_id=2),
    )
    told = [(one.task, one.annotation, one.reason) for one in export.problems]
    expected = [
        (None, None, "is NoneType, not a task"),
        (1, None, "the task has no text"),
        (2, None, "the task has no text"),
        (3, None, "1 drafts were not submitted"),
        (3, 3, "the annotator skipped the task"),
        (3, 4, "it has no list of results but NoneType"),
        (3, None, "an annotation is not an object"),
        (3, 1, "a@example.org has annotated the task again, as annotation 2"),
        (3, None, "has this task twice"),
        (None, None, "number 3 of the project's tasks is not in the export: deleted"),
    ]
    assert len(expected) == len(told), told
    for (task_id, annotation, reason), found in zip(expected, told, strict=True):
        assert (task_id, annotation) == found[:2]
        assert reason in found[2]
    assert [3, 4] == [one.id for one in export.tasks]


def test_gaps_in_the_projects_numbers_are_deleted_tasks() -> None:
    export = export_of(*(task(RESULTS, id=number, inner_id=number) for number in (2, 7, 10**12)))
    expected = ["number 1 of", "numbers 3 to 6 of", "numbers 8 to 999999999999 of"]
    assert expected == [one.reason.partition(" the")[0] for one in export.problems]


def test_half_an_emoji_harms_no_more_than_its_region() -> None:
    results = copy.deepcopy(RESULTS)
    start = {"start": 0, "end": 1, "text": "\ud83d", "labels": ["ORG"]}
    results.append({"id": "half", "from_name": "label", "to_name": "text", "type": "labels", "value": start})
    spoilt = task(results, id=16, inner_id=2)
    broken = task(RESULTS, id=15, inner_id=3, data=task_data(DOCUMENT) | {"text": f"{TEXT}\ud83d"})
    export = export_of(spoilt, broken, task(RESULTS))
    assert [DOCUMENT, DOCUMENT] == export.documents()
    told = [(one.task, one.kind) for one in export.problems]
    assert [(16, "repaired"), (16, "refused"), (15, "refused")] == told, export.problems


def test_annotators_are_kept_apart_and_one_stands_for_the_task() -> None:
    def annotation(number: int, by: int, **others: Any) -> dict[str, Any]:
        return {"id": number, "completed_by": by, "result": [], "updated_at": f"2026-01-0{number}"} | others

    plain = task(None, annotations=[annotation(1, 10, result=RESULTS), annotation(2, 11)])
    marked = task(None, id=18, annotations=[annotation(1, 10, result=RESULTS, ground_truth=True), annotation(2, 11)])
    first, second = export_of(plain, marked).tasks
    assert ["10", "11"] == [one.annotator for one in first.annotations]
    assert [DOCUMENT.targets, []] == [one.document.targets for one in first.annotations]
    assert ["11", "10"] == [chosen.annotator for one in (first, second) if (chosen := one.chosen())]


@pytest.mark.parametrize("content", [b"{}", b"[", b"\xff", b""])
def test_files_that_are_no_export_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    assert not holds_export(path)
    with pytest.raises(CorpusError, match=r"export\.json: not a JSON export of Label Studio"):
        read_export(path)


def test_an_export_is_known_by_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task(RESULTS)]), encoding="utf-8")
    assert holds_export(path)
    assert [DOCUMENT] == read_export(path).documents()
