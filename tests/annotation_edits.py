"""What people do to a prediction on the labelling page, and the document that must come of it."""

from collections.abc import Callable
from typing import Any

import msgspec

from mokpyo.data.document import Bound, Deadline, Document, Entity, Label, Quantity, Status, Target

Results = list[dict[str, Any]]


def confirmed(document: Document) -> Document:
    """What a person makes of a prediction by submitting it as it is."""
    return msgspec.structs.replace(
        document,
        entities=[msgspec.structs.replace(one, score=1.0) for one in document.entities],
        targets=[msgspec.structs.replace(one, score=1.0, link="annotator") for one in document.targets],
    )


def labels_of(results: Results, surface: str, number: int = 0) -> dict[str, Any]:
    found = [one for one in results if one.get("from_name") == "label" and one["value"]["text"] == surface]
    return found[number]


def move_border(results: Results, document: Document) -> Document:
    """동녘동 -> 동녘."""
    value = labels_of(results, "동녘동")["value"]
    value |= {"end": value["end"] - 1, "text": "동녘"}
    labels_of(results, "동녘")["origin"] = "prediction-changed"
    entities = [
        Entity(one.start, one.end - 1, one.label, "동녘", 1.0) if one.text == "동녘동" else one
        for one in document.entities
    ]
    return msgspec.structs.replace(document, entities=entities)


def change_label(results: Results, document: Document) -> Document:
    labels_of(results, "동녘동")["value"]["labels"] = ["ORG"]
    entities = [
        msgspec.structs.replace(one, label=Label.ORG) if one.text == "동녘동" else one for one in document.entities
    ]
    return msgspec.structs.replace(document, entities=entities)


def add_relation(results: Results, document: Document) -> Document:
    """A deadline for t3, whose days nobody types: the grammar reads them."""
    tail, head = labels_of(results, document.targets[2].quantity.text, 1), labels_of(results, "내년", 1)
    results.append(
        {"from_id": tail["id"], "to_id": head["id"], "type": "relation", "direction": "right", "labels": ["기한"]}
    )
    date = next(one for one in reversed(document.entities) if one.text == "내년")
    by = document.targets[0].deadline.by if document.targets[0].deadline else None
    return with_target(document, 2, deadline=Deadline(date.start, date.end, "내년", None, by))


def delete_relation(results: Results, document: Document) -> Document:
    results.remove(next(one for one in results if one.get("labels") == ["기한"]))
    return with_target(document, 0, deadline=None)


def delete_region(results: Results, document: Document) -> Document:
    gone = labels_of(results, "지난해")
    results.remove(gone)
    return msgspec.structs.replace(document, entities=[one for one in document.entities if one.text != "지난해"])


def change_status(results: Results, document: Document) -> Document:
    quantity = labels_of(results, document.targets[1].quantity.text)
    status = next(one for one in results if one.get("from_name") == "status" and one["id"] == quantity["id"])
    status["value"]["choices"] = ["in_progress"]
    return with_target(document, 1, status=Status.IN_PROGRESS)


def add_region(results: Results, document: Document) -> Document:
    """A date that the model has missed, drawn by hand."""
    start = document.text.index("9월")
    value = {"start": start, "end": start + 2, "text": "9월", "labels": ["DATE"]}
    results.append(
        {
            "id": "Hk3_x9Qw2z",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "origin": "manual",
            "value": value,
        }
    )
    return msgspec.structs.replace(document, entities=[*document.entities, Entity(start, start + 2, Label.DATE, "9월")])


def move_a_targets_border(results: Results, document: Document) -> Document:
    """The counter alone is cut off: the number is read anew from what is left."""
    quantity = labels_of(results, document.targets[1].quantity.text)
    for one in results:
        if one.get("id") == quantity["id"]:
            one["value"]["end"] -= 1
            one["origin"] = "prediction-changed"
    surface = quantity["value"]["text"][:-1]
    quantity["value"]["text"] = surface
    start, end = quantity["value"]["start"], quantity["value"]["end"]
    entities = [Entity(start, end, Label.QUANTITY, surface) if one.start == start else one for one in document.entities]
    moved = Quantity(start, end, surface, int(surface), None, "", Bound.EXACT)
    return with_target(msgspec.structs.replace(document, entities=entities), 1, quantity=moved)


def add_target(results: Results, document: Document) -> Document:
    """A quantity that the model took for none: a status and an arrow make it a target; its number is read."""
    start = document.text.index("소식") + 3
    surface = document.text[start : document.text.index("\r\n")]
    region = {"start": start, "end": start + len(surface), "text": surface}
    common = {"id": "Zz81_Lp0aq", "to_name": "text", "origin": "manual"}
    owner = labels_of(results, document.centers[0].name)
    results += [
        common | {"from_name": "label", "type": "labels", "value": region | {"labels": ["QUANTITY"]}},
        common | {"from_name": "status", "type": "choices", "value": region | {"choices": ["achieved"]}},
        common | {"from_name": "object", "type": "textarea", "value": region | {"text": ["소식 "]}},
        {"from_id": "Zz81_Lp0aq", "to_id": owner["id"], "type": "relation", "direction": "right", "labels": ["주체"]},
    ]
    entity = Entity(start, start + len(surface), Label.QUANTITY, surface)
    target = Target(
        id="t4",
        center="c1",
        quantity=Quantity(*entity.span, surface, int(surface), None, "", Bound.EXACT),
        object="소식",
        deadline=None,
        region=None,
        status=Status.ACHIEVED,
        link="annotator",
    )
    return msgspec.structs.replace(
        document,
        entities=sorted([*document.entities, entity], key=lambda one: one.start),
        targets=[*document.targets, target],
    )


def rename_center(results: Results, document: Document) -> Document:
    name = next(one for one in results if one.get("from_name") == "center")
    name["value"]["text"] = ["새 이름"]
    (center,) = document.centers
    return msgspec.structs.replace(document, centers=[msgspec.structs.replace(center, name="새 이름")])


def with_target(document: Document, at: int, **changes: Any) -> Document:
    targets = list(document.targets)
    targets[at] = msgspec.structs.replace(targets[at], **changes)
    return msgspec.structs.replace(document, targets=targets)


EDITS: list[Callable[[Results, Document], Document]] = [
    move_border,
    change_label,
    add_relation,
    delete_relation,
    delete_region,
    change_status,
    add_region,
    move_a_targets_border,
    add_target,
    rename_center,
]
