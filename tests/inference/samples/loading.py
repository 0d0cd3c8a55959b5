"""The sample articles of ``annotations/samples`` with their expected documents, read once for every test."""

import csv
import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from mokpyo.data.document import Document

FOLDER = Path(__file__).resolve().parents[3] / "annotations" / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One row of ``samples.tsv``; ``title`` is what the file says beside its text, so ``None`` for plain text."""

    name: str
    path: Path
    published: datetime.date
    title: str | None
    encoding: str
    expected: Document


def load_samples(folder: Path = FOLDER) -> list[Sample]:
    """Every sample of the manifest, in its order."""
    with (folder / "samples.tsv").open(encoding="utf-8", newline="") as file:
        return [_sample(folder, row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def sample_text(sample: Sample) -> str:
    """The text that offsets point into: decoded, line ends kept; of a page, what trafilatura finds on it."""
    content = sample.path.read_bytes().decode(sample.encoding)
    if sample.path.suffix == ".json":
        return str(json.loads(content)["text"])
    if sample.path.suffix == ".html":
        from trafilatura import extract

        return extract(content, include_comments=False) or ""
    return content


def _sample(folder: Path, row: dict[str, str]) -> Sample:
    path = folder / row["file"]
    return Sample(
        name=path.stem,
        path=path,
        published=datetime.date.fromisoformat(row["published"]),
        title=row["title"] or None,
        encoding=row["encoding"],
        expected=Document.from_json((folder / "expected" / f"{path.stem}.json").read_bytes()),
    )
