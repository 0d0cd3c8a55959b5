"""Compare the date reader with the Korean specs of Microsoft's Recognizers-Text.

    python tests/benchmarks/recognizers_dates.py FOLDER [--errors]

FOLDER holds the files of ``DateTime/Korean`` of the specs; it is only read. A case counts as got where, for
every result, what we read is the resolution that the direction picks: where the spec gives two, its future one is compared with a reading towards the future and its
past one with a reading towards the past; where it gives only one, the tense of the sentence sets the direction. Nothing
else in the sentence may certainly be a date.
``recognizers_dates_triage.tsv`` lists the cases whose gold is wrong, or right by a convention that is not ours.

Differences of convention that the comparison itself allows for:

- the spec's periods end before their last day, ours on it;
- the spec's ranges (``A부터 B까지``) end on B's first day, ours on B's last one;
- the spec counts a coming length from the day after the reference and ends a past one before it, ours both include it;
- the spec's length of a year is 365 days, of a month 30, of half a year 182.5;
- the spec's spans take in 부터, 까지, 사이 and the like: overlap is enough, and a range may be two mentions.
"""

import argparse
import calendar
import csv
import datetime
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mokpyo.inference.dates.grammar import read_expressions
from mokpyo.inference.dates.interval import DAY, Duration
from mokpyo.inference.dates.length_resolver import length_of
from mokpyo.inference.dates.mention import DateReading, Direction, Granularity
from mokpyo.inference.dates.reader import find_dates

MODELS = ("DateParser", "DatePeriodParser", "DurationParser")
EXTRACTORS = ("DateExtractor", "DatePeriodExtractor", "DurationExtractor")
TRIAGE = Path(__file__).with_name("recognizers_dates_triage.tsv")
_RANGE = re.compile(r"부터|에서|사이|[-~]|일, \d")
_AHEAD = re.compile(r"[거게겁겠] ?야?[가-힣]{0,3}[.!?\s]*$|예정|것이|[가-힣]자[.?\s]*$|만나요|할까요|[해어] ?줘")
_PRESENT = re.compile("있|겠")
_DOUBLE_SIOT = 20
_NO_DAY = "0001-01-01"
Day = datetime.date


@dataclass(frozen=True)
class Case:
    """One sentence of a spec; ``results`` as in the file."""

    model: str
    index: int
    text: str
    published: Day | None
    results: list[dict[str, Any]]

    @property
    def digest(self) -> str:
        """What the triage knows the sentence by."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def read_cases(folder: Path, model: str) -> Iterator[Case]:
    """Cases of one spec file."""
    for index, row in enumerate(json.loads((folder / f"{model}.json").read_text(encoding="utf-8-sig"))):
        reference = row.get("Context", {}).get("ReferenceDateTime")
        published = datetime.date.fromisoformat(reference[:10]) if reference else None
        yield Case(model, index, row["Input"], published, row["Results"])


def read_triage(path: Path = TRIAGE) -> dict[tuple[str, int], dict[str, str]]:
    """Rows of the triage by model and case."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["model"], int(row["case"])): row for row in csv.DictReader(file, delimiter="\t")}


def tense_of(sentence: str) -> Direction:
    """The direction that the predicate at the end gives: 돌아왔어 is past, 돌아갈게요 future."""
    predicate = sentence.rstrip(" .!?").rpartition(" ")[2]
    if _AHEAD.search(sentence):
        return Direction.FUTURE
    past = any("가" <= letter <= "힣" and (ord(letter) - ord("가")) % 28 == _DOUBLE_SIOT for letter in predicate)
    return Direction.PAST if past and not _PRESENT.search(predicate) else Direction.OPEN


def is_got(case: Case) -> bool:
    """Whether our reader gives the case's results, by the conventions above."""
    if case.model == "DurationParser":
        return all(_length_matches(case, result) for result in case.results)
    values = [result["Value"] for result in case.results]
    if all(value["FutureResolution"] == value["PastResolution"] for value in values):
        return _resolves(case, tense_of(case.text))
    return _resolves(case, Direction.FUTURE) and _resolves(case, Direction.PAST)


def _resolves(case: Case, direction: Direction) -> bool:
    readings = [one for one in find_dates(case.text, case.published, direction) if one.certain]
    key = "FutureResolution" if direction is Direction.FUTURE else "PastResolution"
    used: set[int] = set()
    for result in case.results:
        start, end = _span(case, result)
        inside = [n for n, one in enumerate(readings) if one.mention.start < end and start < one.mention.end]
        used.update(inside)
        if not inside or not _same(result["Text"], result["Value"][key], [readings[n] for n in inside]):
            return False
    return len(used) == len(readings)


def _span(case: Case, result: dict[str, Any]) -> tuple[int, int]:
    start = case.text.find(result["Text"])
    return start, start + len(result["Text"])


def _same(text: str, gold: dict[str, str], found: list[DateReading]) -> bool:
    first, last = found[0], found[-1]
    from_, by = first.mention.from_, last.mention.by
    if not gold:  # a season, which the specs leave unresolved
        return len(found) == 1
    if "date" in gold:
        if gold["date"] == _NO_DAY:
            return by is None and last.mention.from_ is None
        # An unanchored part before the point itself (어제로부터 4일 후) does not count.
        return {last.mention.from_ or by, by or last.mention.from_} == {Day.fromisoformat(gold["date"])}
    if "startDate" not in gold or "endDate" not in gold:
        # 최소 2주 후: the spec bounds one end only, we read the day itself.
        return {last.mention.from_, by} == {Day.fromisoformat(one) for one in gold.values()}
    start, end = Day.fromisoformat(gold["startDate"]), Day.fromisoformat(gold["endDate"])
    if last.kind is Granularity.DURATION:
        return from_ in (start, start - DAY) and by in (end, end - DAY)
    if _RANGE.search(text):
        return from_ == start and by == _unit_end(end, last.kind)
    return from_ == start and by == end - DAY


def _unit_end(first: Day, kind: Granularity) -> Day:
    """The last day of the unit that begins on ``first``."""
    if kind is Granularity.YEAR:
        return first.replace(month=12, day=31)
    if kind is Granularity.MONTH:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first + 6 * DAY if kind is Granularity.WEEK else first


def _length_matches(case: Case, result: dict[str, Any]) -> bool:
    start, end = _span(case, result)
    seconds = float(result["Value"]["FutureResolution"]["duration"])
    inside = [one for one in read_expressions(case.text) if one.start < end and start < one.end]
    length = length_of(inside[0]) if len(inside) == 1 else None
    return length is not None and seconds in _seconds(length)


def _seconds(length: Duration) -> set[float]:
    years, months = divmod(length.months, 12)
    whole = 365 * years + length.days
    days = {whole + 30.0 * months} | ({whole + 182.5} if months == 6 else set())
    return {86400 * one for one in days}


def describe(case: Case) -> str:
    """The case beside what we read, for a person."""
    lines = [f"{case.model} {case.index} [{case.published}] {case.text}"]
    for result in case.results:
        value = result["Value"]
        lines.append(f"    gold {result['Text']} {value['FutureResolution']} {value['PastResolution']}")
    for direction in Direction:
        read = [
            f"{one.mention.text} {one.mention.from_}..{one.mention.by}{'' if one.certain else '?'}"
            for one in find_dates(case.text, case.published, direction)
        ]
        lines.append(f"    {direction} {read}")
    return "\n".join(lines)


def is_found(case: Case) -> bool:
    """Of an extractor's case: whether certain mentions stand where its spans do, and nowhere else."""
    mentions = [one.mention for one in find_dates(case.text, case.published) if one.certain]
    spans = [_span(case, result) for result in case.results]
    every = all(any(one.start < end and start < one.end for one in mentions) for start, end in spans)
    return every and all(any(one.start < end and start < one.end for start, end in spans) for one in mentions)


def count_model(
    folder: Path, model: str, triage: dict[tuple[str, int], dict[str, str]]
) -> tuple[Counter[str], list[Case]]:
    """Counts of one parser's cases, and those that survive the triage and are not got."""
    counts: Counter[str] = Counter(cases=0, got=0, kept=0, kept_got=0)
    missed = []
    for case in read_cases(folder, model):
        row = triage.get((model, case.index))
        if row is not None and row["sha256"] != case.digest:
            raise SystemExit(
                f"{model} {case.index}: the triage is of another sentence ({row['sha256']}), look at it anew"
            )
        got = is_got(case)
        counts.update({"cases": 1, "got": got, "kept": row is None, "kept_got": got and row is None})
        if row is not None:
            counts[row["kind"]] += 1
        elif not got:
            missed.append(case)
    return counts, missed


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list the surviving cases that we do not get")
    options = parser.parse_args()
    triage = read_triage()
    for model in MODELS:
        counts, missed = count_model(options.folder, model, triage)
        if options.errors:
            print("\n".join(map(describe, missed)))
        share = counts["kept_got"] / max(1, counts["kept"])
        left_out = {kind: counts[kind] for kind in ("wrong", "convention", "scope")}
        print(
            f"{model}: raw {counts['got']}/{counts['cases']}, after triage {counts['kept_got']}/{counts['kept']}",
            end="",
        )
        print(f" = {share:.3f}; left out: {left_out}")
    for model in EXTRACTORS:
        found = [is_found(case) for case in read_cases(options.folder, model)]
        print(f"{model}: found without triage {sum(found)}/{len(found)}")


if __name__ == "__main__":
    main()
