"""The harness for the Recognizers-Text specs, on cases of our own and on the specs where they are at hand."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from benchmarks.recognizers_dates import MODELS, Case, count_model, is_got, read_triage, tense_of

from mokpyo.inference.dates.mention import Direction

SPECS = "suites/recognizers-text/DateTime/Korean"


def case(text: str, span: str, future: dict[str, str], past: dict[str, str] | None = None, model: str = "") -> Case:
    value = {"FutureResolution": future, "PastResolution": past or future}
    results: list[dict[str, Any]] = [{"Text": span, "Value": value}]
    return Case(model, 0, text, datetime.date(2024, 5, 21), results)


def period(start: str, end: str) -> dict[str, str]:
    return {"startDate": start, "endDate": end}


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("12일에 다녀왔어요", Direction.PAST),
        ("12일에 다녀올게요.", Direction.FUTURE),
        ("12일에 다녀올 예정입니다", Direction.FUTURE),
        ("12일에 시간 있니?", Direction.OPEN),
        ("12일", Direction.OPEN),
    ],
)
def test_the_tense_of_a_sentence(sentence: str, direction: Direction) -> None:
    assert direction is tense_of(sentence)


@pytest.mark.parametrize(
    "got",
    [
        case("8일에 갈게요", "8일", {"date": "2024-06-08"}),
        case("8일에 갔어요", "8일", {"date": "2024-05-08"}),
        case("8일 모임", "8일", {"date": "2024-06-08"}, {"date": "2024-05-08"}),
        case("이번 달 31일까지", "31일", {"date": "2024-05-31"}),
        case("다음 주에 갈게요", "다음 주", period("2024-05-27", "2024-06-03")),
        case("2025년부터 2026년까지", "2025년부터 2026년까지", period("2025-01-01", "2026-01-01")),
        case("앞으로 3일간", "앞으로 3일간", period("2024-05-22", "2024-05-25")),
        case("석 달 동안", "석 달", {"duration": "7776000"}, model="DurationParser"),
        case("내년 여름", "내년 여름", {}),
    ],
)
def test_cases_that_are_got(got: Case) -> None:
    assert is_got(got)


@pytest.mark.parametrize(
    "missed",
    [
        case("8일에 갈게요", "8일", {"date": "2024-05-08"}),
        case("8일 모임", "8일", {"date": "2024-05-08"}, {"date": "2024-06-08"}),
        case("다음 주에 갈게요", "다음 주", period("2024-05-27", "2024-06-04")),
        case("2025년부터 2026년까지", "2025년부터 2026년까지", period("2025-01-01", "2027-01-01")),
        case("내일 만나 모레 가요", "내일", {"date": "2024-05-22"}),
        case("저녁에 가요", "저녁", {"date": "2024-05-22"}),
        case("석 달 동안", "석 달", {"duration": "7776001"}, model="DurationParser"),
        case("저녁 동안", "저녁", {"duration": "7776000"}, model="DurationParser"),
    ],
)
def test_cases_that_are_missed(missed: Case) -> None:
    assert not is_got(missed)


@pytest.mark.parametrize("model", MODELS)
def test_enough_of_the_specs_survivors_are_got(model: str, shared: Path) -> None:
    folder = shared / SPECS
    if not folder.is_dir():
        pytest.skip(f"no specs in {folder}")
    counts, missed = count_model(folder, model, read_triage())
    assert counts["kept"] - counts["kept_got"] == len(missed)
    assert counts["kept_got"] / counts["kept"] >= 0.85


def test_a_triage_of_another_sentence_is_refused(tmp_path: Path) -> None:
    spec = '[{"Input": "8일", "Results": []}]'
    (tmp_path / "DateParser.json").write_text(spec, encoding="utf-8")
    with pytest.raises(SystemExit, match="DateParser 0"):
        count_model(tmp_path, "DateParser", {("DateParser", 0): {"sha256": "0", "kind": "wrong"}})
