"""The annotation sets that a run was made of, for its metrics and its card."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mokpyo.data.label_studio import Problem, ProblemKind
from mokpyo.data.label_studio.annotation_set import AnnotationSet, PairSummary
from mokpyo.train.annotation_files import documents_of_set, is_export, open_export
from mokpyo.train.config import CorpusSettings


class UsedAnnotations(msgspec.Struct, frozen=True, kw_only=True):
    """An annotation set that a run was made of, as its metrics and its card tell it."""

    name: str
    annotated: int
    """Tasks with an annotation."""
    several: int
    """Tasks with annotations of several people."""
    annotators: int
    repaired: int
    refused: int
    measured: bool
    """Whether the agreement is known: a pull measures it, an export says nothing of it."""
    agreement: list[PairSummary]


def used_annotations(corpora: Iterable[CorpusSettings]) -> list[UsedAnnotations]:
    """The annotation sets among the corpora, each once."""
    return [used for path in _paths(corpora) if (used := _used(path)) is not None]


def export_problems(corpora: Iterable[CorpusSettings]) -> list[Problem]:
    """What was repaired or refused in the exports among the corpora; pulled folders have such a list of their own."""
    return [problem for path in _paths(corpora) if is_export(path) for problem in open_export(path).problems]


def _paths(corpora: Iterable[CorpusSettings]) -> list[Path]:
    return list(dict.fromkeys(corpus.path for corpus in corpora if corpus.split is None))


def _used(path: Path) -> UsedAnnotations | None:
    if documents_of_set(path) is not None:
        pulled = AnnotationSet.read(path)
        return UsedAnnotations(
            name=pulled.name,
            annotated=pulled.annotated,
            several=pulled.several,
            annotators=len(pulled.annotators),
            repaired=pulled.repaired,
            refused=pulled.refused,
            measured=True,
            agreement=pulled.agreement,
        )
    return _of_export(path) if is_export(path) else None


def _of_export(path: Path) -> UsedAnnotations:
    export = open_export(path)
    kinds = [problem.kind for problem in export.problems]
    return UsedAnnotations(
        name=path.name,
        annotated=len(export.documents()),
        several=sum(len(task.annotations) > 1 for task in export.tasks),
        annotators=len({one.annotator for task in export.tasks for one in task.annotations}),
        repaired=kinds.count(ProblemKind.REPAIRED),
        refused=kinds.count(ProblemKind.REFUSED),
        measured=False,
        agreement=[],
    )
