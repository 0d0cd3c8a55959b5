import datetime

import msgspec
import pytest

from mokpyo.data.document import Bound, Deadline, Quantity, Status, Target
from mokpyo.inference.linking.repeats import find_repeat

FIRST = Target(
    id="t1",
    center="c1",
    quantity=Quantity(0, 3, "30곳", 30, None, "곳", Bound.EXACT),
    object="동네 가게",
    deadline=Deadline(5, 10, "2031년", None, datetime.date(2031, 12, 31)),
    region=None,
    status=Status.PLANNED,
    evidence=(0, 20),
)


def changed(**fields: object) -> Target:
    """The first target once more, with other fields; those of its quantity and the deadline's last day by name."""
    quantity = {name: fields.pop(name) for name in list(fields) if name in ("value", "high", "unit")}
    by = {"by": fields.pop("by")} if "by" in fields else {}
    deadline = msgspec.structs.replace(FIRST.deadline, **by)
    again = msgspec.structs.replace(FIRST, id="t2", deadline=deadline, evidence=(40, 60))
    again = msgspec.structs.replace(again, quantity=msgspec.structs.replace(FIRST.quantity, **quantity))
    return msgspec.structs.replace(again, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="the same"),
        pytest.param({"status": Status.ACHIEVED}, id="status may change"),
        pytest.param({"deadline": None}, id="no deadline"),
        pytest.param({"object": None}, id="no object"),
        pytest.param({"object": "가게"}, id="the object's head alone"),
        pytest.param({"object": "새 동네 가게"}, id="the object and more"),
        pytest.param({"object": "찻집·동네 가게"}, id="the last of coordinated objects"),
        pytest.param({"unit": "곳 "}, id="blanks in the unit"),
        pytest.param({"unit": "곳여"}, id="a longer unit that begins with it"),
    ],
)
def test_repeated(fields: dict[str, object]) -> None:
    assert "t1" == find_repeat(changed(**fields), [FIRST])


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"center": "c2"}, id="another centre"),
        pytest.param({"center": None}, id="no centre"),
        pytest.param({"value": 31}, id="another value"),
        pytest.param({"high": 40}, id="a range"),
        pytest.param({"unit": "명"}, id="another unit"),
        pytest.param({"by": datetime.date(2032, 12, 31)}, id="another deadline"),
        pytest.param({"object": "찻집"}, id="another object"),
        pytest.param({"evidence": (0, 20)}, id="the same sentence"),
    ],
)
def test_new(fields: dict[str, object]) -> None:
    assert find_repeat(changed(**fields), [FIRST]) is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        pytest.param(5_000_000, "원", "t1", id="a great sum"),
        pytest.param(5_000, "원", None, id="a small sum"),
        pytest.param(5_000_000, "명", None, id="no sum"),
        pytest.param(5_120, "명", "t1", id="three telling digits"),
        pytest.param(5_100, "명", None, id="two"),
        pytest.param(51.2, "명", "t1", id="three with a point"),
    ],
)
def test_telling_amounts_are_the_same_whatever_they_are_called(value: float, unit: str, expected: str | None) -> None:
    first = changed(value=value, unit=unit, object="예산", id="t1", evidence=(0, 20))
    assert expected == find_repeat(changed(value=value, unit=unit, object="사업비"), [first])


def test_a_repeat_points_at_the_first() -> None:
    second = changed(repeat_of="t1", evidence=(20, 40))
    assert "t1" == find_repeat(changed(id="t3"), [second, FIRST])
    assert find_repeat(changed(id="t3"), [second]) is None
