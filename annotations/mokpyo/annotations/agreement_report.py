"""Agreement and edits told: as JSON, as tables for the terminal, as a short page."""

from pathlib import Path

import jinja2
import msgspec
from rich.table import Table

from mokpyo.annotations.agreement import Agreement, Overlap, measure_agreement
from mokpyo.annotations.edits import ModelEdits, measure_edits
from mokpyo.data.label_studio import Export
from mokpyo.data.label_studio.annotation_set import AnnotationSet
from mokpyo.data.label_studio.names_table import LABEL_NAMES

TEMPLATE = "agreement.html.j2"
_LABELS = {label.value: name for label, name in LABEL_NAMES.items()} | {"all": "모두"}


class AgreementReport(msgspec.Struct, frozen=True, kw_only=True):
    """What ``agreement.json`` holds."""

    agreement: Agreement
    edits: list[ModelEdits]


def report_on(export: Export) -> AgreementReport:
    """Everything that is measured of an export."""
    return AgreementReport(agreement=measure_agreement(export.tasks), edits=measure_edits(export.tasks))


def write_json(report: AgreementReport, path: Path) -> None:
    """The report, indented."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")


def render_page(report: AgreementReport, annotation_set: AnnotationSet) -> str:
    """One page that loads nothing."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("mokpyo.annotations", "templates"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["share"] = share
    return environment.get_template(TEMPLATE).render(
        name=annotation_set.name,
        set=annotation_set,
        agreement=report.agreement,
        edits=report.edits,
        labels=_LABELS,
    )


def share(value: float | None) -> str:
    """Three decimals, or a dash for what is not defined."""
    return "–" if value is None else f"{value:.3f}"


def tables(report: AgreementReport) -> list[Table]:
    """Tables for the terminal: one for the pairs, one for each model version."""
    found = [_pairs(report.agreement)] if report.agreement.pairs else []
    return found + [_edits(edits) for edits in report.edits]


def _pairs(agreement: Agreement) -> Table:
    table = Table(
        title=f"annotators, {agreement.tasks} tasks of several",
        caption=f"Krippendorff's alpha: status {share(agreement.status_alpha)}, centre {share(agreement.center_alpha)}",
    )
    for name in ("", *(f"{pair.left} · {pair.right}" for pair in agreement.pairs)):
        table.add_column(name, justify="right" if name else "left")
    for label in _LABELS:
        table.add_row(f"{label} F1", *(_told(pair.entities[label]) for pair in agreement.pairs))
    table.add_row("target F1", *(_told(pair.targets) for pair in agreement.pairs))
    table.add_row("status, kappa", *(f"{share(pair.status.kappa)} of {pair.status.units}" for pair in agreement.pairs))
    table.add_row("centre, kappa", *(f"{share(pair.center.kappa)} of {pair.center.units}" for pair in agreement.pairs))
    return table


def _told(overlap: Overlap) -> str:
    return f"{share(overlap.f1)} ({overlap.left}, {overlap.right})"


def _edits(edits: ModelEdits) -> Table:
    targets = ", ".join(f"{name} {count}" for name, count in msgspec.structs.asdict(edits.targets).items())
    table = Table(
        title=f"changes to {edits.model_version}, {edits.annotations} annotations", caption=f"targets: {targets}"
    )
    for name in ("label", "kept", "moved", "relabelled", "deleted", "added", "rate"):
        table.add_column(name, justify="left" if name == "label" else "right")
    for label, row in edits.entities.items():
        counts = (row.kept, row.moved, row.relabelled, row.deleted, row.added)
        table.add_row(label, *map(str, counts), share(row.rate))
    return table
