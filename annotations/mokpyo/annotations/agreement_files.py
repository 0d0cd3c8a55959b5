"""Agreement from a pulled folder or an export, and to a file."""

import hashlib
from pathlib import Path

from mokpyo.annotations.agreement import summarise
from mokpyo.annotations.agreement_report import AgreementReport, render_page, report_on, write_json
from mokpyo.data.errors import AnnotationError
from mokpyo.data.label_studio import ProblemKind, read_export
from mokpyo.data.label_studio.annotation_set import EXPORT, AnnotationSet
from mokpyo.inference.span_normaliser import GrammarNormaliser


def read_report(source: Path) -> tuple[AgreementReport, AnnotationSet]:
    """Measure a pulled set or an export anew. Raises :class:`~mokpyo.data.errors.CorpusError` where it is neither."""
    path = source / EXPORT if source.is_dir() else source
    export = read_export(path, GrammarNormaliser())
    report = report_on(export)
    if source.is_dir():
        return report, AnnotationSet.read(source)
    kinds = [problem.kind for problem in export.problems]
    described = AnnotationSet(
        name=source.stem,
        pulled="",
        tasks=len(export.tasks),
        annotated=len(export.documents()),
        several=sum(len(task.annotations) > 1 for task in export.tasks),
        annotators=[],
        repaired=kinds.count(ProblemKind.REPAIRED),
        refused=kinds.count(ProblemKind.REFUSED),
        documents_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        agreement=summarise(report.agreement),
    )
    return report, described


def write_report(report: AgreementReport, annotation_set: AnnotationSet, output: Path) -> None:
    """A page or JSON, by the suffix. Raises :class:`AnnotationError` for another suffix."""
    if output.suffix.lower() == ".json":
        write_json(report, output)
    elif output.suffix.lower() in (".html", ".htm"):
        output.write_text(render_page(report, annotation_set), encoding="utf-8", newline="\n")
    else:
        raise AnnotationError(f"--output must end in .html or .json, was: {output.name}")
