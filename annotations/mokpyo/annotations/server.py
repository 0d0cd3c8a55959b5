"""What a round of annotation asks of a Label Studio server, over its SDK; its failures become sentences."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import httpx
import msgspec

from mokpyo.annotations.credentials import Credentials
from mokpyo.data.errors import AnnotationError
from mokpyo.data.label_studio.names_table import TEXT

if TYPE_CHECKING:
    from label_studio_sdk import LabelStudio
    from label_studio_sdk.core.request_options import RequestOptions

_TASKS_A_PAGE = 100
_SECONDS = 120
_FORBIDDEN = (401, 403)
_LONGEST_DETAIL = 300


class StoredTask(NamedTuple):
    """A task of the project, as far as a push needs to know it."""

    id: int
    article: str
    """Id of its article; empty for a task that mokpyo did not push."""
    text: str
    model_versions: frozenset[str]
    """Of the predictions that it has."""


class StoredProject(NamedTuple):
    """A project of the server."""

    id: int
    title: str


class Server:
    """One server, opened with the caller's key. Writing is never repeated by itself: that could make things twice."""

    def __init__(self, client: "LabelStudio", connection: httpx.Client, url: str) -> None:
        self._client = client
        self._connection = connection
        self._url = url
        self._once: RequestOptions = {"max_retries": 0, "timeout_in_seconds": _SECONDS}

    @classmethod
    def open(cls, credentials: Credentials) -> Self:
        """Connect. Raises :class:`AnnotationError` where nothing answers or the key is not accepted."""
        from label_studio_sdk import LabelStudio

        connection = httpx.Client(timeout=_SECONDS, follow_redirects=True)
        client = LabelStudio(base_url=credentials.url, api_key=credentials.key, httpx_client=connection)
        server = cls(client, connection, credentials.url)
        try:
            with server._said("sign in"):
                client.users.whoami(request_options=server._once)
        except AnnotationError:
            connection.close()
            raise
        return server

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def projects_titled(self, title: str) -> list[StoredProject]:
        """Projects of exactly this title, the oldest first."""
        with self._said(f"look for the project {title!r}"):
            found = [one for one in self._client.projects.list(title=title) if one.title == title]
        return [_project(one) for one in sorted(found, key=lambda one: one.id or 0)]

    def create_project(self, title: str, **settings: Any) -> StoredProject:
        """Make a project."""
        with self._said(f"create the project {title!r}"):
            return _project(self._client.projects.create(title=title, request_options=self._once, **settings))

    def update_project(self, project: StoredProject, **settings: Any) -> None:
        """Give a project other settings."""
        with self._said(f"update the project {project.title!r}"):
            self._client.projects.update(project.id, request_options=self._once, **settings)

    def tasks(self, project: StoredProject) -> list[StoredTask]:
        """Every task of the project."""
        with self._said(f"list the tasks of {project.title!r}"):
            found = self._client.tasks.list(
                project=project.id,
                fields="all",
                include="id,data,predictions_model_versions",
                page_size=_TASKS_A_PAGE,
            )
            return [_task(one) for one in found]

    def import_tasks(self, project: StoredProject, tasks: Sequence[dict[str, Any]]) -> None:
        """Add tasks with their predictions; the server takes all of one call or says why not."""
        with self._said(f"add {len(tasks)} tasks to {project.title!r}"):
            self._client.projects.import_tasks(
                project.id,
                request=tasks,
                commit_to_project=True,
                request_options=self._once,
            )

    def add_prediction(self, task: int, prediction: dict[str, Any]) -> None:
        """Add one prediction to a task that is there."""
        with self._said(f"add a prediction to task {task}"):
            self._client.predictions.create(task=task, request_options=self._once, **prediction)

    def export(self, project: StoredProject) -> list[dict[str, Any]]:
        """The full JSON export, tasks without annotations included, each with its predictions in full."""
        with self._said(f"export {project.title!r}"):
            parts = self._client.projects.exports.download_sync(project.id, export_type="JSON", download_all_tasks=True)
            tasks: list[dict[str, Any]] = json.loads(b"".join(parts))
            predictions = self._client.predictions.list(project=project.id)
        by_task: dict[int | None, list[dict[str, Any]]] = {}
        for one in predictions:
            by_task.setdefault(one.task, []).append(
                {"id": one.id, "model_version": one.model_version, "score": one.score, "result": one.result}
            )
        return [task | {"predictions": by_task.get(task.get("id"), [])} for task in tasks]

    @contextmanager
    def _said(self, what: str) -> Iterator[None]:
        """Turn the SDK's errors into one sentence; headers, which hold the key, are never part of it."""
        from label_studio_sdk.core.api_error import ApiError

        try:
            yield
        except ApiError as error:
            if error.status_code in _FORBIDDEN:
                raise AnnotationError(
                    f"{self._url} does not accept the key ({error.status_code}) to {what}; check the token, and that "
                    "the server knows its kind: legacy tokens need --enable-legacy-api-token"
                ) from None
            raise AnnotationError(
                f"{self._url} refused to {what} ({error.status_code}): {_detail(error.body)}"
            ) from None
        except httpx.HTTPError as error:
            raise AnnotationError(
                f"{self._url} stopped answering or never did, asked to {what} ({type(error).__name__}); "
                "start it and give the same call again: it goes on where it stopped"
            ) from None
        except json.JSONDecodeError as error:
            raise AnnotationError(
                f"{self._url} broke off, asked to {what}: {error}; give the same call again"
            ) from None


def _detail(body: object) -> str:
    if isinstance(body, dict):
        body = body.get("validation_errors") or body.get("detail") or body
    told = body if isinstance(body, str) else msgspec.json.encode(body, enc_hook=str).decode()
    return " ".join(told.split())[:_LONGEST_DETAIL]


def _project(found: Any) -> StoredProject:
    return StoredProject(int(found.id), str(found.title))


def _task(found: Any) -> StoredTask:
    data = found.data if isinstance(found.data, dict) else {}
    versions = found.predictions_model_versions
    return StoredTask(
        id=int(found.id),
        article=data["id"] if isinstance(data.get("id"), str) else "",
        text=data[TEXT] if isinstance(data.get(TEXT), str) else "",
        model_versions=frozenset(one.strip() for one in str(versions or "").split(",") if one.strip()),
    )
