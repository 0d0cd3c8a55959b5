"""Articles with a model's readings into a project: only what it lacks, so that a push may be repeated at any time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mokpyo.annotations.labelling import instruction, labelling_config
from mokpyo.annotations.server import Server, StoredProject, StoredTask
from mokpyo.annotations.uncertainty import DIVERSITY, order_by_uncertainty, uncertainty
from mokpyo.data.document import Document
from mokpyo.data.errors import AnnotationError, DocumentError
from mokpyo.data.label_studio import encode_document, task_data

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do, both in tasks."""


class PushSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a project is filled."""

    title: str
    model_version: str
    """Name of the predictions. A task has one of each version at most."""
    annotators: int | None = None
    """People who are to annotate each task; ``None`` leaves what the project has, 1 at first."""
    limit: int | None = None
    """Articles added by this push at most, the least sure ones."""
    batch_size: int = 20
    """Tasks sent at once."""
    diversity: float = DIVERSITY


@dataclass
class PushOutcome:
    """What a push came to; every document is counted in exactly one of the numbers, or refused."""

    project: StoredProject
    created: int = 0
    predicted: int = 0
    """Tasks that were there and got a prediction of this model version."""
    present: int = 0
    """Tasks that were there with it."""
    beyond_limit: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Id of the article and the reason."""


def push_documents(
    server: Server, documents: Sequence[Document], settings: PushSettings, progress: Progress | None = None
) -> PushOutcome:
    """Create or update the project and add what it lacks, least sure first.

    Raises :class:`AnnotationError` where the server stops; what it has stored stays, and the same push goes on.
    """
    outcome = PushOutcome(_open_project(server, settings))
    stored = {task.article: task for task in server.tasks(outcome.project) if task.article}
    fresh, lacking = _sort_out(documents, stored, settings.model_version, outcome)
    ordered = order_by_uncertainty(fresh, settings.diversity)
    chosen = ordered if settings.limit is None else ordered[: settings.limit]
    outcome.beyond_limit = len(ordered) - len(chosen)
    total = len(chosen) + len(lacking)
    for first in range(0, len(chosen), settings.batch_size):
        batch = chosen[first : first + settings.batch_size]
        server.import_tasks(outcome.project, [_task(document, settings.model_version) for document in batch])
        outcome.created += len(batch)
        _tell(progress, outcome, total)
    for task, document in lacking:
        server.add_prediction(task.id, _prediction(document, settings.model_version))
        outcome.predicted += 1
        _tell(progress, outcome, total)
    if outcome.created + outcome.predicted + outcome.present:
        # Only now: the server refuses a version that no prediction has.
        server.update_project(outcome.project, model_version=settings.model_version)
    return outcome


def read_before(server: Server, settings: PushSettings) -> dict[str, str]:
    """Text by id of the articles that the project has with this model's prediction: no model need read them again."""
    tasks = [task for project in server.projects_titled(settings.title) for task in server.tasks(project)]
    return {task.article: task.text for task in tasks if settings.model_version in task.model_versions}


def _tell(progress: Progress | None, outcome: PushOutcome, total: int) -> None:
    if progress is not None:
        progress(outcome.created + outcome.predicted, total)


def _open_project(server: Server, settings: PushSettings) -> StoredProject:
    found = server.projects_titled(settings.title)
    if len(found) > 1:
        raise AnnotationError(
            f"the server has {len(found)} projects {settings.title!r} (ids {', '.join(str(one.id) for one in found)}); "
            "give all but one another title"
        )
    wanted: dict[str, Any] = {
        "label_config": labelling_config(),
        "expert_instruction": instruction(),
        "show_collab_predictions": True,
        # In the order of the push, which is that of the model's doubt.
        "sampling": "Sequential sampling",
    }
    if settings.annotators is not None:
        wanted["maximum_annotations"] = settings.annotators
    if not found:
        return server.create_project(settings.title, **wanted)
    server.update_project(found[0], **wanted)
    return found[0]


def _sort_out(
    documents: Sequence[Document], stored: dict[str, StoredTask], version: str, outcome: PushOutcome
) -> tuple[list[Document], list[tuple[StoredTask, Document]]]:
    fresh: list[Document] = []
    lacking: list[tuple[StoredTask, Document]] = []
    seen: set[str] = set()
    for document in documents:
        task = stored.get(document.id)
        reason = _refusal(document, task, seen)
        seen.add(document.id)
        if reason is not None:
            outcome.refused.append((document.id, reason))
        elif task is None:
            fresh.append(document)
        elif version in task.model_versions:
            outcome.present += 1
        else:
            lacking.append((task, document))
    return fresh, lacking


def _refusal(document: Document, task: StoredTask | None, seen: set[str]) -> str | None:
    """Why a document cannot be a task, ``None`` if it can."""
    if not document.id:
        return "it has no id, by which the task would be known again"
    if document.id in seen:
        return "an article of this id has come before"
    if not document.text.strip():
        return "its text is empty"
    if task is not None and task.text != document.text:
        return f"task {task.id} of the project has this id and another text; give the article an id of its own"
    try:
        encode_document(document)
    except DocumentError as error:
        return str(error)
    return None


def _task(document: Document, version: str) -> dict[str, Any]:
    return {"data": task_data(document), "predictions": [_prediction(document, version)]}


def _prediction(document: Document, version: str) -> dict[str, Any]:
    return {"model_version": version, "score": 1.0 - uncertainty(document), "result": encode_document(document)}
