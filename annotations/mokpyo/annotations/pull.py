"""A project's annotations into a folder: documents, and the list of all that was repaired or refused."""

import datetime
import hashlib
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
from mokpyo.annotations.grammar_normaliser import GrammarNormaliser
from mokpyo.annotations.server import Server
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


class Pulled(msgspec.Struct, frozen=True):
    """What a pull has brought."""

    manifest: AnnotationSet
    export: Export
    report: AgreementReport


def pull_project(server: Server, title: str, output: Path, *, as_dataset: bool = False) -> Pulled:
    """Write the project's annotations to ``output``, which appears whole or not at all; an older set is replaced.

    Raises :class:`AnnotationError` for a project that is not there, a server that stops (``output`` is then as it
    was), and a folder that is not a pulled set.
    """
    _check_output(output)
    projects = server.projects_titled(title)
    if len(projects) != 1:
        told = "no project" if not projects else f"{len(projects)} projects"
        raise AnnotationError(f"the server has {told} {title!r}; check --project")
    return write_set(server.export(projects[0]), title, output, as_dataset=as_dataset)


def write_set(tasks: list[dict[str, Any]], title: str, output: Path, *, as_dataset: bool = False) -> Pulled:
    """Write the folder of an export's ``tasks``."""
    data = msgspec.json.encode(tasks)
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


def _check_output(output: Path) -> None:
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
