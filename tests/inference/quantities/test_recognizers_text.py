"""The harness of tests/benchmarks/recognizers_text.py: on cases of our own, and on the suite where it is at hand."""

import json
from pathlib import Path

import pytest
from benchmarks.recognizers_text import READERS, gets, read_cases, read_triage, report


def write_case(folder: Path, model: str, text: str, surface: str, value: str, unit: str | None, **flags: str) -> Path:
    resolution = {"value": value} if unit is None else {"value": value, "unit": unit}
    start = text.index(surface)
    result = {"Text": surface, "Start": start, "TypeName": "number", "Resolution": resolution}
    path = folder / f"{model}.json"
    path.write_text(json.dumps([{"Input": text, "Results": [result], **flags}]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("model", "text", "surface", "value", "unit", "got"),
    [
        ("NumberModel", "육십 권을 샀다", "육십", "60", None, True),
        ("NumberModel", "육십 권을 샀다", "육십", "61", None, False),
        ("NumberModel", "육십 권과 두 권", "육십", "60", None, False),
        ("CurrencyModel", "벌금 9 달러", "9 달러", "9", "Dollar", True),
        ("CurrencyModel", "벌금 9 달러", "9 달러", "9", "Euro", False),
        ("CurrencyModel", "벌금 9 달러", "9", "9", "Dollar", False),
        ("TemperatureModel", "오늘 섭씨 9도", "섭씨 9도", "9", "C", True),
        ("TemperatureModel", "오늘 섭씨 9도", "9도", "9", "C", True),
        ("TemperatureModel", "오늘 섭씨 9도", "섭씨 9도", "9", "F", False),
        ("PercentModel", "마이너스 9%다", "마이너스 9%", "-9%", None, True),
        ("PercentModel", "마이너스 9%다", "마이너스 9%", "9%", None, False),
        ("AgeModel", "아이가 6 - 9세다", "9세", "9", "Year", True),
    ],
)
def test_compares_value_unit_and_place(
    tmp_path: Path, model: str, text: str, surface: str, value: str, unit: str | None, got: bool
) -> None:
    (case,) = read_cases(write_case(tmp_path, model, text, surface, value, unit))
    assert got == gets(case, READERS[model](text))


def test_a_case_that_is_not_supported_is_told_apart(tmp_path: Path) -> None:
    (case,) = read_cases(write_case(tmp_path, "AgeModel", "나이 9세", "9세", "9", "Year", NotSupported="dotnet"))
    assert not case.supported


def test_the_triage_gives_a_reason_for_each_case() -> None:
    triage = read_triage()
    assert {model for model, _ in triage} <= READERS.keys()
    assert all(reason.startswith(("wrong gold: ", "out of scope: ")) for reason in triage.values())


def test_shares_of_the_suite(shared: Path) -> None:
    folder = shared / "suites" / "recognizers-text"
    if not folder.is_dir():
        pytest.skip("the Recognizers-Text cases are not in the shared folder")
    header, *lines = report(folder, only=None, errors=False)
    rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    assert len(READERS) == len(rows)
    for row in rows:
        floor = 0.9 if row["model"] in {"PercentModelPercentMode", "AgeModel"} else 0.95
        assert int(row["kept got"]) >= floor * int(row["kept"]), row["model"]
