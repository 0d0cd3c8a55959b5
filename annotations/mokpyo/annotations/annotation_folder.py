"""A pulled set as a folder: documents, and the list of all that was repaired or refused."""

import datetime
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from mokpyo.annotations.agreement import summarise
from mokpyo.annotations.agreement_report import AgreementReport, render_page, report_on, write_json
from mokpyo.data.document import Document
from mokpyo.data.errors import AnnotationError
from mokpyo.data.label_studio import Export, ProblemKind
from mokpyo.data.label_studio.annotation_set import (
    AGREEMENT,
    AGREEMENT_PAGE,
    ANNOTATORS,
    DATASET,
    DOCUMENTS,
    EXPORT,
    MANIFEST,
    PROBLEMS,
    AnnotationSet,
    AnnotatorFile,
)
from mokpyo.data.label_studio.export import decode_export
from mokpyo.inference.span_normaliser import GrammarNormaliser


class Pulled(msgspec.Struct, frozen=True):
    """What a pull has brought."""

    manifest: AnnotationSet
    export: Export
    report: AgreementReport


def write_set(tasks: list[dict[str, Any]], title: str, output: Path, *, as_dataset: bool = False) -> Pulled:
    """Write the folder of an export's ``tasks``."""
    # As escapes: an export may hold half of an emoji, which UTF-8 cannot.
    data = json.dumps(tasks).encode()
    export = decode_export(data, GrammarNormaliser())
    report = report_on(export)
    with _whole_folder(output) as draft:
        (draft / EXPORT).write_bytes(data + b"\n")
        manifest = _write_documents(export, report, title, draft)
        _write_lines(draft / PROBLEMS, (msgspec.json.encode(problem) for problem in export.problems))
        write_json(report, draft / AGREEMENT)
        (draft / AGREEMENT_PAGE).write_text(render_page(report, manifest), encoding="utf-8", newline="\n")
        if as_dataset:
            _write_dataset(export, manifest, draft / DATASET)
        (draft / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    return Pulled(manifest, export, report)


def check_output(output: Path) -> None:
    """Raise :class:`AnnotationError` for a place that holds something else than a pulled set."""
    if output.exists() and not (output / MANIFEST).is_file() and (not output.is_dir() or any(output.iterdir())):
        raise AnnotationError(f"{output} is there and is no pulled set (it has no {MANIFEST}); choose another --output")


def _by_annotator(export: Export) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for task in export.tasks:
        for one in task.annotations:
            found.setdefault(one.annotator, []).append(one.document)
    return dict(sorted(found.items()))


def _write_documents(export: Export, report: AgreementReport, title: str, draft: Path) -> AnnotationSet:
    (draft / ANNOTATORS).mkdir()
    files = []
    for number, (annotator, documents) in enumerate(_by_annotator(export).items(), 1):
        file = f"{ANNOTATORS}/{number}.jsonl"
        _write_lines(draft / file, (one.to_json().encode() for one in documents))
        files.append(AnnotatorFile(annotator=annotator, file=file, documents=len(documents)))
    chosen = export.documents()
    _write_lines(draft / DOCUMENTS, (one.to_json().encode() for one in chosen))
    kinds = [problem.kind for problem in export.problems]
    return AnnotationSet(
        name=title,
        pulled=datetime.datetime.now(datetime.UTC).date().isoformat(),
        tasks=len(export.tasks),
        annotated=len(chosen),
        several=sum(len(task.annotations) > 1 for task in export.tasks),
        annotators=files,
        repaired=kinds.count(ProblemKind.REPAIRED),
        refused=kinds.count(ProblemKind.REFUSED),
        documents_sha256=hashlib.sha256((draft / DOCUMENTS).read_bytes()).hexdigest(),
        agreement=summarise(report.agreement),
    )


def _write_dataset(export: Export, manifest: AnnotationSet, folder: Path) -> None:
    from mokpyo.annotations.datasets_form import save_datasets

    apart = _by_annotator(export)
    splits = {f"annotator_{number}": apart[one.annotator] for number, one in enumerate(manifest.annotators, 1)}
    save_datasets({"chosen": export.documents(), **splits}, folder)


def _write_lines(path: Path, lines: Iterable[bytes]) -> None:
    path.write_bytes(b"".join(line + b"\n" for line in lines))


@contextmanager
def _whole_folder(output: Path) -> Iterator[Path]:
    """A folder beside ``output`` that takes its place once the body is through."""
    output.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        yield draft
        draft.chmod(0o777 & ~_umask())
        old = draft.with_name(f"{draft.name}-old")
        if output.exists():
            output.replace(old)
        draft.replace(output)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
