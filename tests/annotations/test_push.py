"""What a push sends, without a server."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from annotation_samples import model_document

from mokpyo.data.document import Document, Entity, Label
from mokpyo.data.errors import AnnotationError

pytest.importorskip("httpx", reason="no httpx: pip install 'mokpyo[annotations]'")

from mokpyo.annotations.credentials import Credentials
from mokpyo.annotations.push import PushSettings, push_documents, read_before
from mokpyo.annotations.server import StoredProject, StoredTask

SETTINGS = PushSettings(title="소식", model_version="하나", batch_size=3)
DOCUMENTS = [model_document(number) for number in range(7)]


class MemoryServer:
    """Keeps what it is sent; stops at the call of a number."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.stored: dict[int, StoredTask] = {}
        self.projects: list[StoredProject] = []
        self.settings: dict[str, Any] = {}
        self.calls = 0
        self._stop_at = stop_at

    def _count(self) -> None:
        self.calls += 1
        if self.calls == self._stop_at:
            raise AnnotationError("stopped")

    def projects_titled(self, title: str) -> list[StoredProject]:
        return [one for one in self.projects if one.title == title]

    def create_project(self, title: str, **settings: Any) -> StoredProject:
        self.projects.append(StoredProject(len(self.projects) + 1, title))
        self.settings |= settings
        return self.projects[-1]

    def update_project(self, _project: StoredProject, **settings: Any) -> None:
        self.settings |= settings

    def tasks(self, _project: StoredProject) -> list[StoredTask]:
        return list(self.stored.values())

    def import_tasks(self, _project: StoredProject, tasks: Sequence[dict[str, Any]]) -> None:
        self._count()
        for task in tasks:
            number = len(self.stored) + 1
            versions = frozenset(one["model_version"] for one in task["predictions"])
            self.stored[number] = StoredTask(number, task["data"]["id"], task["data"]["text"], versions)

    def add_prediction(self, task: int, prediction: dict[str, Any]) -> None:
        self._count()
        stored = self.stored[task]
        self.stored[task] = stored._replace(model_versions=stored.model_versions | {prediction["model_version"]})


def push(server: MemoryServer, documents: Sequence[Document] = DOCUMENTS, **settings: Any) -> tuple[int, int, int]:
    wanted = PushSettings(**({"title": "소식", "model_version": "하나", "batch_size": 3} | settings))
    outcome = push_documents(server, documents, wanted)  # type: ignore[arg-type]
    return (outcome.created, outcome.predicted, outcome.present)


def test_again_sends_only_what_is_new() -> None:
    server = MemoryServer()
    assert (4, 0, 0) == push(server, DOCUMENTS[:4])
    assert (3, 0, 4) == push(server)
    assert (0, 0, 7) == push(server)
    assert {one.id: one.text for one in DOCUMENTS} == read_before(server, SETTINGS)  # type: ignore[arg-type]
    assert (0, 7, 0) == push(server, model_version="둘")
    assert {frozenset({"하나", "둘"})} == {task.model_versions for task in server.stored.values()}
    assert "maximum_annotations" not in server.settings
    assert (1, "둘") == (len(server.projects), server.settings["model_version"])


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_a_push_that_was_stopped_goes_on(stop_at: int) -> None:
    server = MemoryServer(stop_at)
    with pytest.raises(AnnotationError, match="stopped"):
        push(server)
    there = len(server.stored)
    assert (stop_at - 1) * 3 == there
    assert (7 - there, 0, there) == push(server)
    assert sorted(one.id for one in DOCUMENTS) == sorted(task.article for task in server.stored.values())


def test_batches_and_progress() -> None:
    server, told = MemoryServer(), []
    settings = PushSettings(title="소식", model_version="하나", batch_size=3)
    push_documents(server, DOCUMENTS, settings, lambda done, total: told.append((done, total)))  # type: ignore[arg-type]
    assert ([(3, 7), (6, 7), (7, 7)], 3) == (told, server.calls)


def test_what_cannot_be_a_task_is_refused_with_its_reason() -> None:
    first = DOCUMENTS[0]
    crossing = [Entity(0, 3, Label.ORG, first.text[:3]), Entity(2, 5, Label.ORG, first.text[2:5])]
    spoilt = [
        first,
        first,
        msgspec.structs.replace(first, id=""),
        msgspec.structs.replace(first, id="빈 글", text=" \r\n", entities=[], centers=[], targets=[]),
        msgspec.structs.replace(first, id="겹침", entities=crossing),
        msgspec.structs.replace(first, id="두 이름", centers=first.centers * 2),
    ]
    settings = PushSettings(title="소식", model_version="하나")
    outcome = push_documents(MemoryServer(), spoilt, settings)  # type: ignore[arg-type]
    assert 1 == outcome.created
    expected = [
        (first.id, "an article of this id has come before"),
        ("", "it has no id"),
        ("빈 글", "its text is empty"),
        ("겹침", "overlaps the entity before it"),
        ("두 이름", "two centres of the name"),
    ]
    assert [name for name, _ in expected] == [name for name, _ in outcome.refused]
    assert all(part in reason for (_, part), (_, reason) in zip(expected, outcome.refused, strict=True))


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "no LABEL_STUDIO_URL and no LABEL_STUDIO_API_KEY"),
        ({"LABEL_STUDIO_URL": "http://127.0.0.1:8080", "LABEL_STUDIO_API_KEY": " "}, "no LABEL_STUDIO_API_KEY"),
        ({"LABEL_STUDIO_URL": "127.0.0.1:8080", "LABEL_STUDIO_API_KEY": "k"}, "must be an address such as"),
        ({"LABEL_STUDIO_URL": "http://me:secret@host", "LABEL_STUDIO_API_KEY": "k"}, "no password in it"),
    ],
)
def test_credentials_come_from_the_environment_alone(environment: dict[str, str], message: str) -> None:
    with pytest.raises(AnnotationError, match=message) as caught:
        Credentials.from_environment(environment)
    assert "secret" not in str(caught.value)


def test_a_key_is_not_shown() -> None:
    found = Credentials.from_environment(
        {"LABEL_STUDIO_URL": "https://annotate.example.org/", "LABEL_STUDIO_API_KEY": "hush"}
    )
    assert ("https://annotate.example.org", "hush") == (found.url, found.key)
    assert "hush" not in f"{found} {found!r}"
