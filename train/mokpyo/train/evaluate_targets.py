"""``mokpyo evaluate --targets``: how good an extractor's targets are on annotated articles."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from mokpyo.data.document import Document
from mokpyo.inference.extractor import Extractor
from mokpyo.train.annotated import AnnotatedSettings, read_annotated
from mokpyo.train.target_scores import count_targets, error_lines, link_annotated, target_figures

Pair = tuple[Document, Document]


class TargetReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured; ``errors`` has a line for every target missed, spurious or wrong with the model's entities."""

    model: str
    data: str
    articles: int
    predicted_entities: dict[str, float]
    annotated_entities: dict[str, float] | None
    """The linker alone; ``None`` where the articles have no annotated entities."""
    errors: list[str]


def evaluate_targets(
    model: str | None, data: Path, texts: Sequence[Path] = (), report: Path | None = None
) -> TargetReport:
    """Extract from annotated articles as the product does, and compare; prints a table.

    ``data`` is JSONL of documents, or standoff where ``texts`` are given. Writes ``report`` as JSON where it is given.
    """
    documents = read_annotated([AnnotatedSettings(path=data, texts=list(texts))])
    extractor = Extractor.from_pretrained(model)
    found = [(gold, extractor(gold.text, gold.published, gold.title, gold.id)) for gold in documents]
    linked = [(gold, link_annotated(gold)) for gold in documents] if any(d.entities for d in documents) else None
    result = TargetReport(
        model=model or "bundled",
        data=str(data),
        articles=len(documents),
        predicted_entities=target_figures(count_targets(found)),
        annotated_entities=None if linked is None else target_figures(count_targets(linked)),
        errors=[line for gold, document in found for line in error_lines(gold, document)],
    )
    Console().print(_table(result))
    if report is not None:
        report.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n")
    return result


def _table(result: TargetReport) -> Table:
    table = Table(title=f"{result.model} on {result.articles} articles of {result.data}")
    table.add_column("")
    table.add_column("with the model's entities", justify="right")
    if result.annotated_entities is not None:
        table.add_column("with the annotated ones", justify="right")
    for name, value in result.predicted_entities.items():
        row = [name.replace("_", " "), f"{value:g}"]
        if result.annotated_entities is not None:
            row.append(f"{result.annotated_entities[name]:g}")
        table.add_row(*row)
    return table
