import datetime
import json
from pathlib import Path

import msgspec
import pytest

from mokpyo.data.document import Deadline, Document, Status
from mokpyo.inference import Extractor
from mokpyo.train.evaluate_targets import evaluate_targets
from mokpyo.train.target_scores import count_targets, error_lines, target_figures

TEXT = "새길시는 2031년까지 찻집 40곳을 짓는다. 새길시는 나무 300그루를 심었다."


@pytest.fixture(scope="module")
def found() -> Document:
    document = Extractor.from_pretrained()(TEXT, published="2030-05-26", id="a")
    assert 2 == len(document.targets)
    return document


def changed(document: Document, **fields: object) -> Document:
    first, *rest = document.targets
    return msgspec.structs.replace(document, targets=[msgspec.structs.replace(first, **fields), *rest])


def test_the_same_document_is_all_right(found: Document) -> None:
    figures = target_figures(count_targets([(found, found)]))
    assert {1.0, 2} == set(figures.values())
    assert [] == list(error_lines(found, found))


@pytest.mark.parametrize(
    ("field", "value", "figure"),
    [
        ("status", Status.IN_PROGRESS, "status"),
        ("center", None, "center"),
        ("object", "정자", "object"),
        ("deadline", None, "deadline"),
    ],
)
def test_a_wrong_field_lowers_its_figure_alone(found: Document, field: str, value: object, figure: str) -> None:
    other = changed(found, **{field: value})
    figures = target_figures(count_targets([(found, other)]))
    assert (0.5, 1.0) == (figures[figure], figures["target_f1"])
    assert all(
        value == 1.0 for name, value in figures.items() if name in {"value", "unit", "bound", "repeat"} - {figure}
    )
    (line,) = error_lines(found, other)
    assert line.startswith(f"a WRONG {figure} ")


WHOLE_YEAR = Deadline(5, 10, "2031년", by=datetime.date(2031, 12, 31))
NO_DAY = Deadline(5, 10, "2031년")
PUBLISHED = datetime.date(2030, 5, 26)


@pytest.mark.parametrize(
    ("published", "wanted", "got", "expected"),
    [
        pytest.param(PUBLISHED, WHOLE_YEAR, WHOLE_YEAR, True, id="one day"),
        pytest.param(PUBLISHED, WHOLE_YEAR, Deadline(7, 9, "31", by=WHOLE_YEAR.by), True, id="one day in other words"),
        pytest.param(PUBLISHED, WHOLE_YEAR, Deadline(5, 10, "2031년", by=PUBLISHED), False, id="another day"),
        pytest.param(PUBLISHED, WHOLE_YEAR, NO_DAY, False, id="a day that was not read"),
        pytest.param(PUBLISHED, WHOLE_YEAR, None, False, id="no deadline found"),
        pytest.param(PUBLISHED, None, None, True, id="neither has one"),
        pytest.param(None, WHOLE_YEAR, Deadline(5, 10, "2031년", by=PUBLISHED), False, id="undated, another day"),
        pytest.param(None, WHOLE_YEAR, NO_DAY, True, id="undated, the words without the day"),
        pytest.param(None, NO_DAY, WHOLE_YEAR, True, id="undated, a day that only one gives"),
        pytest.param(None, NO_DAY, None, False, id="undated, no day is not no deadline"),
        pytest.param(None, None, NO_DAY, False, id="undated, nor the other way round"),
        pytest.param(None, NO_DAY, Deadline(5, 12, "2031년까지"), True, id="undated, overlapping words"),
        pytest.param(
            None, Deadline(22, 23, "는"), Deadline(29, 30, "는"), True, id="undated, the same words elsewhere"
        ),
        pytest.param(None, NO_DAY, Deadline(10, 12, "까지"), False, id="undated, other words"),
    ],
)
def test_deadlines_compared(
    found: Document, published: datetime.date | None, wanted: Deadline | None, got: Deadline | None, *, expected: bool
) -> None:
    undated = msgspec.structs.replace(found, published=published, targets=found.targets[:1])
    counts = count_targets([(changed(undated, deadline=wanted), changed(undated, deadline=got))])
    assert expected == counts["deadline"]
    assert (wanted is not None) == counts["dated"]
    assert (wanted is not None and expected) == counts["dated_right"]


def test_a_missing_target_and_one_too_many(found: Document) -> None:
    fewer = msgspec.structs.replace(found, targets=found.targets[:1])
    missing = target_figures(count_targets([(found, fewer)]))
    assert (1.0, 0.5) == (missing["precision"], missing["recall"])
    surplus = target_figures(count_targets([(fewer, found)]))
    assert (0.5, 1.0) == (surplus["precision"], surplus["recall"])
    assert ["a MISS", "a SPURIOUS"] == [
        next(error_lines(*pair))[: len(name)]
        for pair, name in (((found, fewer), "a MISS"), ((fewer, found), "a SPURIOUS"))
    ]


def test_evaluate_reports_both_ways(found: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.jsonl").write_text(found.to_json() + "\n", encoding="utf-8")
    result = evaluate_targets(None, tmp_path / "gold.jsonl", report=tmp_path / "report.json")
    assert 1.0 == result.predicted_entities["target_f1"]
    assert result.annotated_entities is not None
    assert "planned with center f1" in capsys.readouterr().out
    written = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (1, "bundled") == (written["articles"], written["model"])
