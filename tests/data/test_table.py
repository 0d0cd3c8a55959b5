import datetime

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from mokpyo.data.document import Bound, Center, Deadline, Document, Quantity, Status, Target
from mokpyo.data.errors import DocumentError
from mokpyo.data.table import TARGET_COLUMNS, documents_to_table, target_schema

TEXT = "새길시는 내년까지 나무 3만~4만그루를 심는다."


def planted(value: float = 30_000) -> Document:
    return Document(
        id="a",
        title="나무",
        published=datetime.date(2026, 3, 4),
        text=TEXT,
        centers=[Center("c1", "새길시", [], "새길", [(0, 3)])],
        targets=[
            Target(
                id="t1",
                center="c1",
                quantity=Quantity(13, 20, "3만~4만그루", value, 40_000, "그루", Bound.EXACT),
                object="나무",
                deadline=Deadline(5, 7, "내년", datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)),
                region="새길",
                status=Status.PLANNED,
                link="subject",
                score=0.75,
                evidence=(0, len(TEXT)),
            )
        ],
    )


def test_a_target_is_a_row() -> None:
    expected = {
        "document_id": "a",
        "published": datetime.date(2026, 3, 4),
        "title": "나무",
        "target_id": "t1",
        "center_id": "c1",
        "center_name": "새길시",
        "center_region": "새길",
        "quantity_text": "3만~4만그루",
        "quantity_start": 13,
        "quantity_end": 20,
        "value": 30_000.0,
        "high": 40_000.0,
        "unit": "그루",
        "bound": "exact",
        "object": "나무",
        "deadline_text": "내년",
        "deadline_from": datetime.date(2027, 1, 1),
        "deadline_by": datetime.date(2027, 12, 31),
        "region": "새길",
        "status": "planned",
        "repeat_of": None,
        "link": "subject",
        "score": 0.75,
        "evidence_text": TEXT,
        "evidence_start": 0,
        "evidence_end": len(TEXT),
    }
    assert [expected] == documents_to_table([planted()]).to_pylist()


def test_columns_are_typed_and_described() -> None:
    schema = target_schema()
    assert [name for name, *_ in TARGET_COLUMNS] == schema.names
    assert pyarrow.date32() == schema.field("deadline_by").type
    assert pyarrow.float64() == schema.field("value").type
    assert all(field.metadata[b"description"] for field in schema)


def test_no_targets_give_an_empty_table() -> None:
    assert target_schema().empty_table() == documents_to_table([])
    assert target_schema().empty_table() == documents_to_table([Document(id="a", text="")])


@given(st.lists(documents(), max_size=3))
def test_rows_keep_order_and_offsets(read: list[Document]) -> None:
    rows = documents_to_table(read).to_pylist()
    targets = [(document, target) for document in read for target in document.targets]
    assert [target.id for _, target in targets] == [row["target_id"] for row in rows]
    for (document, target), row in zip(targets, rows, strict=True):
        assert row["quantity_text"] == document.text[row["quantity_start"] : row["quantity_end"]]
        assert target.deadline is None or target.deadline.text == row["deadline_text"]
        if target.evidence is not None:
            assert row["evidence_text"] == document.text[row["evidence_start"] : row["evidence_end"]]


@given(st.lists(documents(), max_size=2))
def test_the_table_keeps_to_its_schema(read: list[Document]) -> None:
    table = documents_to_table(read)
    table.validate(full=True)
    required = [name for name, _, nullable, _ in TARGET_COLUMNS if not nullable]
    assert [0] * len(required) == [table[name].null_count for name in required]


def test_a_value_beyond_floats_is_named() -> None:
    with pytest.raises(DocumentError, match="target 't1' in document 'a'"):
        documents_to_table([planted(10**400)])
