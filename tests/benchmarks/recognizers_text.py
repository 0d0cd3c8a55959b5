"""How many cases of Microsoft Recognizers-Text (Number and NumberWithUnit, Korean) the quantity reader gets.

    python tests/benchmarks/recognizers_text.py FOLDER [--errors] [--model NAME]

FOLDER holds ``Number/Korean/*.json`` and ``NumberWithUnit/Korean/*.json``; the files are not part of the project.
A case is got when every gold result has one reading of the same value and unit in the same place, and no other
reading stands beside them. What may differ, because the projects' conventions do:

- blanks and josa at a span's ends, and the words of ``ASIDE`` (``약``, ``번째``, a scale or sign): what is left over on
  either side may hold nothing else;
- the last number of a range: Recognizers gives that alone, this reader gives the range with both ends;
- results without a value (a unit's name without a number) are not looked for, and a result whose value the suite
  itself marks ``IgnoreResolution`` is compared by its place alone;
- a range or limit (NumberRangeModel) is compared end by end, as ``at_least`` or ``at_most`` and a value: whether an end
  is open or closed is no part of this project's bounds;
- where the input does not hold a result's text at the result's own offset, the text is looked for;
- values agree to 12 significant digits, as the suite writes 15.

Cases that the suite marks NotSupported are counted in a row of their own. ``recognizers_triage.tsv`` names the cases
whose gold is wrong or asks for something else than quantities, with the reason; they are left out of the last column.
"""

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.bare_numbers import read_numbers
from mokpyo.inference.quantities.kinds import Dimension, QuantityKind, QuantityReading
from mokpyo.inference.quantities.limits import read_limits
from mokpyo.inference.quantities.reader import find_quantities
from mokpyo.inference.quantities.units import UNITS

HEADER = (
    "model",
    "cases",
    "got",
    "share",
    "not supported",
    "not supported got",
    "left out",
    "kept",
    "kept got",
    "kept share",
)
TRIAGE = Path(__file__).with_name("recognizers_triage.tsv")
ASIDE = ("약", "번째", "섭씨", "화씨", "한", "의", "에", "이", "가", "는", "은", "도")
"""Words that one project takes into a span and the other leaves out."""
_NEAR = 3
"""Characters that a limit's number may stand outside the gold span, which leaves out signs and blanks."""
_ASIDE = re.compile(rf"[\s‘’'\"]*(?:{'|'.join(ASIDE)})?[\s‘’'\"]*")


@dataclass(frozen=True)
class Reading:
    """One result: a place, a value, a unit's name in the suite's words, and a range's other end."""

    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    high: Decimal | None = None


@dataclass(frozen=True)
class Case:
    """One case of a model's file; ``expected`` holds what is looked for."""

    model: str
    index: int
    text: str
    expected: list[Reading]
    supported: bool


def numbers(text: str) -> list[Reading]:
    return [Reading(found.start, found.end, found.value) for found in read_numbers(text)]


def _reading(found: QuantityReading, unit: str = "") -> Reading:
    quantity = found.quantity
    high = None if quantity.high is None else Decimal(str(quantity.high))
    return Reading(quantity.start, quantity.end, Decimal(str(quantity.value)), unit, high)


def percentages(text: str) -> list[Reading]:
    return [
        _reading(found) for found in find_quantities(text) if found.kind is QuantityKind.SHARE and found.quantity.unit
    ]


def shares(text: str) -> list[Reading]:
    """Percentages, and fractions as percentages."""
    found = [one for one in find_quantities(text) if one.kind is QuantityKind.SHARE]
    return [
        _reading(one) if one.quantity.unit else Reading(*one.quantity.span, Decimal(str(one.quantity.value)) * 100)
        for one in found
    ]


def ordinals(text: str) -> list[Reading]:
    return [_reading(found) for found in find_quantities(text) if found.kind is QuantityKind.ORDINAL]


def limits(text: str) -> list[Reading]:
    """Numbers, with the bound that each sets as its unit."""
    return [Reading(found.start, found.end, found.value, found.bound) for found in read_limits(text)]


def currencies(text: str) -> list[Reading]:
    return _in_units(text, lambda found: found.kind is QuantityKind.MONEY)


def dimensions(text: str) -> list[Reading]:
    return _in_units(
        text,
        lambda found: found.kind is QuantityKind.MEASURE and found.dimension is not Dimension.TEMPERATURE,
    )


def temperatures(text: str) -> list[Reading]:
    return _in_units(text, lambda found: found.dimension is Dimension.TEMPERATURE)


def ages(text: str) -> list[Reading]:
    return _in_units(text, lambda found: found.kind is QuantityKind.AGE)


def _in_units(text: str, wanted: Callable[[QuantityReading], bool]) -> list[Reading]:
    return [_reading(found, _unit_name(found.quantity.unit)) for found in find_quantities(text) if wanted(found)]


def _unit_name(spelling: str) -> str:
    if spelling.endswith(" 도"):
        return spelling
    unit = UNITS.get(spelling)
    return spelling if unit is None else unit.name


READERS: dict[str, Callable[[str], list[Reading]]] = {
    "NumberModel": numbers,
    "NumberModelPercentMode": numbers,
    "PercentModel": percentages,
    "PercentModelPercentMode": shares,
    "NumberRangeModel": limits,
    "OrdinalModel": ordinals,
    "OrdinalModelSuppressExtendedTypes": ordinals,
    "CurrencyModel": currencies,
    "DimensionModel": dimensions,
    "AgeModel": ages,
    "TemperatureModel": temperatures,
}
"""The suite's models and the reader that answers each."""

UNIT_NAMES = {
    "Year": "살 세",
    "C": "섭씨_도",
    "F": "화씨_도",
    "Degree": "도 ℃",
    "Dollar": "달러",
    "United States dollar": "달러",
    "Hong Kong dollar": "홍콩달러",
    "Canadian dollar": "캐나다달러",
    "Australian dollar": "호주달러",
    "Cent": "센트",
    "Penny": "펜스",
    "Pence": "펜스",
    "Japanese yen": "엔",
    "Euro": "유로",
    "Franc": "프랑",
    "Swiss franc": "스위스프랑",
    "Chinese yuan": "위안",
    "Pound": "파운드 lb",
    "Finnish markka": "마르카",
    "Netherlands guilder": "길더",
    "Peseta": "페세타",
    "Costa Rican colón": "콜론",
    "Georgian lari": "라리",
    "Lao kip": "킵",
    "Sri Lankan rupee": "루피",
    "Milliliter": "㎖",
    "Inch": "인치",
    "Mile": "마일",
    "Barrel": "배럴",
    "Foot": "피트",
    "Ounce": "온스",
    "Acre": "에이커",
    "Gallon": "갤런",
    "Cubic foot": "입방피트",
    "Square meter": "㎡",
    "Square kilometer": "㎢",
    "Ton": "t",
    "Metric ton": "t",
    "Bit": "비트",
    "Meter": "m",
    "Decimeter": "dm",
    "Picometer": "pm",
    "Millimeter": "㎜",
    "Kilometer": "㎞",
    "Megabyte": "MB",
}
"""The suite's unit, and the names that this project's tables give it."""


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one model's file."""
    for index, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        text = case["Input"]
        results = [one for one in case["Results"] if (one.get("Resolution") or {}).get("value") is not None]
        expected = _expected(text, results, ignore=case.get("IgnoreResolution", False))
        yield Case(path.stem, index, text, expected, "NotSupported" not in case)


def _expected(text: str, results: list[dict[str, Any]], *, ignore: bool) -> list[Reading]:
    found, at = [], 0
    for result in results:
        start, end = _place(text, result, at)
        at = end
        if result["TypeName"] == "numberrange":
            found += _ends(result["Resolution"]["value"], start, end)
            continue
        value = None if ignore else _decimal(result["Resolution"]["value"])
        found.append(Reading(start, end, value, result["Resolution"].get("unit") or ""))
    return found


def _ends(interval: str, start: int, end: int) -> Iterator[Reading]:
    """``(20,35]`` as two limits; whether an end is open is no part of this project's bounds."""
    low, high = interval.strip("[]()").split(",")
    if low:
        yield Reading(start, end, Decimal(low), Bound.EXACT if low == high else Bound.AT_LEAST)
    if high and high != low:
        yield Reading(start, end, Decimal(high), Bound.AT_MOST)


def _place(text: str, result: dict[str, Any], at: int) -> tuple[int, int]:
    """The result's place: its start where the text stands there, else where the text is found, blanks aside."""
    start = result.get("Start", -1)
    if start >= 0 and text.startswith(result["Text"], start):
        return start, start + len(result["Text"])
    loose = r"\s*".join(map(re.escape, result["Text"].replace(" ", "")))
    match = re.compile(loose).search(text, at)
    return match.span() if match else (0, 0)


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value.removesuffix("%"))
    except ArithmeticError:
        return Decimal("NaN")


def same(text: str, gold: Reading, read: Reading) -> bool:
    """Whether a reading is the gold result by the conventions above."""
    return same_place(text, gold, read) and same_value(gold, read) and same_unit(gold, read)


def same_place(text: str, gold: Reading, read: Reading) -> bool:
    if gold.unit in set(Bound):
        return gold.start - _NEAR <= read.start and read.end <= gold.end + _NEAR
    if read.high is not None and gold.end == read.end and gold.start > read.start:
        return True
    if min(gold.end, read.end) <= max(gold.start, read.start):
        return False
    edges = (sorted((gold.start, read.start)), sorted((gold.end, read.end)))
    return all(_ASIDE.fullmatch(text[left:right]) for left, right in edges)


def same_value(gold: Reading, read: Reading) -> bool:
    if gold.value is None:
        return True
    values = [value for value in (read.value, read.high) if value is not None]
    return any(abs(gold.value - value) <= abs(gold.value) * Decimal("1e-12") for value in values)


def same_unit(gold: Reading, read: Reading) -> bool:
    if gold.unit in set(Bound):
        return gold.unit == read.unit
    names = UNIT_NAMES.get(gold.unit, gold.unit).split()
    return not gold.unit or read.unit.replace(" ", "_") in names


def gets(case: Case, readings: list[Reading]) -> bool:
    """Whether gold results and readings are the same set; a number that limits nothing need not be gold."""
    wanted = [gold.unit for gold in case.expected]
    if case.model == "NumberRangeModel":
        wanted = [unit for unit in wanted if unit != Bound.EXACT]
        limiting = [read for read in readings if read.unit in {Bound.AT_LEAST, Bound.AT_MOST}]
        return len(wanted) == len(limiting) and _all_found(case, readings)
    return len(wanted) == len(readings) and _all_found(case, readings)


def _all_found(case: Case, readings: list[Reading]) -> bool:
    return all(any(same(case.text, gold, read) for read in readings) for gold in case.expected)


def read_triage() -> dict[tuple[str, int], str]:
    """Why a case is left out, by model and index."""
    with TRIAGE.open(encoding="utf-8", newline="") as lines:
        return {(row["model"], int(row["index"])): row["reason"] for row in csv.DictReader(lines, delimiter="\t")}


def report(folder: Path, *, only: str | None, errors: bool) -> Iterator[str]:
    """One line a model, as tab-separated columns."""
    triage = read_triage()
    yield "\t".join(HEADER)
    for path in sorted(folder.glob("Number*/Korean/*.json")):
        reader = READERS.get(path.stem)
        if reader is None or only not in {None, path.stem}:
            continue
        outcomes = [(case, gets(case, reader(case.text))) for case in read_cases(path)]
        yield _line(path.stem, outcomes, triage)
        for case, got in outcomes if errors else ():
            if not got and (case.model, case.index) not in triage:
                yield f"    {case.index}{'' if case.supported else ' NS'} {case.text}\n      {case.expected}\n      {reader(case.text)}"


def _line(model: str, outcomes: list[tuple[Case, bool]], triage: dict[tuple[str, int], str]) -> str:
    supported = [got for case, got in outcomes if case.supported]
    others = [got for case, got in outcomes if not case.supported]
    kept = [got for case, got in outcomes if case.supported and (model, case.index) not in triage]
    left_out = len(supported) - len(kept)
    return "\t".join(
        map(
            str,
            (
                model,
                len(supported),
                sum(supported),
                f"{sum(supported) / max(1, len(supported)):.3f}",
                len(others),
                sum(others),
                left_out,
                len(kept),
                sum(kept),
                f"{sum(kept) / max(1, len(kept)):.3f}",
            ),
        )
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", choices=READERS, help="one model only")
    parser.add_argument("--errors", action="store_true", help="show the cases that are not got")
    options = parser.parse_args()
    for line in report(options.folder, only=options.model, errors=options.errors):
        print(line)


if __name__ == "__main__":
    main()
