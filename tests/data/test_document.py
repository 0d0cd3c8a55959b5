import datetime
import json

import pytest
from hypothesis import given
from strategies import documents

from mokpyo.data.document import (
    Article,
    Bound,
    Center,
    Deadline,
    Document,
    Entity,
    Label,
    Quantity,
    Status,
    Target,
)
from mokpyo.data.errors import ArticleError, DocumentError, MokpyoError, OffsetError

TEXT = "한빛센터는 2030년까지 🏭 공장 12곳을 짓는다."


def quantity(start: int = 19, end: int = 22, text: str = "12곳") -> Quantity:
    return Quantity(start=start, end=end, text=text, value=12, high=None, unit="곳", bound=Bound.EXACT)


def target(**changes: object) -> Target:
    fields: dict[str, object] = {
        "id": "t1",
        "center": "c1",
        "quantity": quantity(),
        "object": "공장",
        "deadline": Deadline(6, 11, "2030년", by=datetime.date(2030, 12, 31)),
        "region": None,
        "status": Status.PLANNED,
        "link": "subject",
        "evidence": (0, len(TEXT)),
    }
    return Target(**(fields | changes))  # type: ignore[arg-type]


def document(**changes: object) -> Document:
    fields: dict[str, object] = {
        "id": "a",
        "text": TEXT,
        "published": datetime.date(2026, 1, 2),
        "entities": [Entity(0, 4, Label.ORG, "한빛센터", 0.5)],
        "centers": [Center("c1", "한빛센터", ["센터"], None, [(0, 4)])],
        "targets": [target()],
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def test_offsets_of_the_example_are_code_points() -> None:
    assert "12곳" == TEXT[19:22]
    assert "2030년" == TEXT[6:11]


def test_json_has_the_keys_of_the_contract_in_order() -> None:
    expected = {
        "id": "a",
        "title": None,
        "published": "2026-01-02",
        "text": TEXT,
        "entities": [{"start": 0, "end": 4, "label": "ORG", "text": "한빛센터", "score": 0.5}],
        "centers": [{"id": "c1", "name": "한빛센터", "aliases": ["센터"], "region": None, "mentions": [[0, 4]]}],
        "targets": [
            {
                "id": "t1",
                "center": "c1",
                "quantity": {
                    "start": 19,
                    "end": 22,
                    "text": "12곳",
                    "value": 12,
                    "high": None,
                    "unit": "곳",
                    "bound": "exact",
                },
                "object": "공장",
                "deadline": {"start": 6, "end": 11, "text": "2030년", "from": None, "by": "2030-12-31"},
                "region": None,
                "status": "planned",
                "repeat_of": None,
                "link": "subject",
                "score": 1.0,
                "evidence": [0, len(TEXT)],
            }
        ],
    }
    actual = json.loads(document().to_json())
    assert json.dumps(expected) == json.dumps(actual)


@given(documents())
def test_json_round_trip(document: Document) -> None:
    assert document == Document.from_json(document.to_json())
    assert document == Document.from_json(document.to_json().encode())


@given(documents())
def test_json_is_one_line(document: Document) -> None:
    assert 1 == len(document.to_json().split("\n"))


@pytest.mark.parametrize(
    "change",
    [
        {"entities": [Entity(0, 4, Label.ORG, "한빛")]},
        {"entities": [Entity(0, 0, Label.ORG, "")]},
        {"entities": [Entity(-4, 4, Label.ORG, "한빛센터")]},
        {"entities": [Entity(len(TEXT), len(TEXT) + 1, Label.ORG, ".")]},
        {"centers": [Center("c1", "한빛센터", [], None, [(0, len(TEXT) + 1)])]},
        {"targets": [target(quantity=quantity(21, 24))]},
        {"targets": [target(deadline=Deadline(6, 10, "2030년"))]},
        {"targets": [target(evidence=(9, 9))]},
    ],
)
def test_spans_are_checked_on_construction(change: dict[str, object]) -> None:
    with pytest.raises(OffsetError, match="offsets are code points"):
        document(**change)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"targets": [target(center="c9")]}, "'t1' names center 'c9'"),
        ({"targets": [target(repeat_of="t9")]}, "'t1' repeats 't9'"),
        ({"centers": []}, "'t1' names center 'c1'"),
    ],
)
def test_references_are_checked_on_construction(change: dict[str, object], named: str) -> None:
    with pytest.raises(DocumentError, match=named):
        document(**change)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("", "truncated"),
        ("[]", "got `array`"),
        ("{", "truncated"),
        (b"\xff", "contract"),
        ('{"id": "a"}', "`text`"),
        ('{"id": "a", "text": "가", "published": "3월"}', "published"),
        ('{"id": "a", "text": "가", "entities": [{"start": 0, "end": 1, "label": "PS", "text": "가"}]}', "label"),
        ('{"id": "a", "text": "가", "entities": [{"start": 0, "end": 1, "label": "ORG", "text": "나"}]}', "holds '가'"),
    ],
)
def test_json_that_is_no_document_is_named(data: str | bytes, named: str) -> None:
    with pytest.raises(DocumentError, match=named):
        Document.from_json(data)


@pytest.mark.parametrize("field", ["text", "title", "id"])
def test_articles_refuse_lone_surrogates(field: str) -> None:
    fields = {"text": "가"} | {field: "가\ud800"}
    with pytest.raises(ArticleError, match=rf"{field} holds a lone surrogate \(U\+D800\) at character 1"):
        Article(**fields)


def test_every_error_is_a_mokpyo_error() -> None:
    assert all(issubclass(error, MokpyoError) for error in (ArticleError, DocumentError, OffsetError))


def test_text_that_json_cannot_carry_is_refused() -> None:
    with pytest.raises(DocumentError, match="lone surrogate at character 1"):
        Document(id="a", text="가\ud800")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_quantity_is_finite(value: float) -> None:
    quantity = Quantity(0, 2, "7개", value, None, "개", Bound.EXACT)
    target = Target("t1", None, quantity, None, None, None, Status.PLANNED)
    with pytest.raises(DocumentError, match="is not finite"):
        Document(id="a", text="7개", targets=[target])
