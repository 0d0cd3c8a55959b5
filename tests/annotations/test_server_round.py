"""The whole round with a real server: push, people who edit, pull; and the server stopped in the middle."""

import copy
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest
from annotation_edits import EDITS, change_status, confirmed, delete_region
from annotation_samples import model_document
from label_studio_server import LabelStudioServer, Person, line_to

pytest.importorskip("httpx", reason="no httpx: pip install 'mokpyo[annotations]'")

from mokpyo.annotations.credentials import Credentials
from mokpyo.annotations.pull import pull_project
from mokpyo.annotations.push import PushOutcome, PushSettings, push_documents
from mokpyo.annotations.server import Server
from mokpyo.data.document import Document
from mokpyo.data.errors import AnnotationError
from mokpyo.data.label_studio.annotation_set import DOCUMENTS, PROBLEMS, AnnotationSet

pytestmark = pytest.mark.slow
DOCUMENTS_PUSHED = [model_document(number) for number in range(20)]


@pytest.fixture
def opened() -> Iterator[Callable[..., Server]]:
    """Opens connections, and closes them when the test ends."""
    with ExitStack() as stack:

        def open_server(server: LabelStudioServer, url: str = "") -> Server:
            return stack.enter_context(Server.open(Credentials(url or server.url, server.token)))

        yield open_server


def push(server: Server, title: str, version: str = "모형 1", batch_size: int = 6) -> PushOutcome:
    settings = PushSettings(title=title, model_version=version, annotators=2, batch_size=batch_size)
    return push_documents(server, DOCUMENTS_PUSHED, settings)


def counts(outcome: PushOutcome) -> tuple[int, int, int]:
    return (outcome.created, outcome.predicted, outcome.present)


def test_a_round_brings_back_exactly_what_was_edited(
    opened: Callable[..., Server],
    label_studio: LabelStudioServer,
    first_person: Person,
    second_person: Person,
    tmp_path: Path,
) -> None:
    server = opened(label_studio)
    assert (20, 0, 0) == counts(push(server, "한 바퀴"))
    tasks = first_person.tasks("한 바퀴")
    pushed = {document.id: document for document in DOCUMENTS_PUSHED}
    expected: dict[tuple[str, str], Document] = {}
    for number, task in enumerate(tasks):
        document = confirmed(pushed[task["data"]["id"]])
        results = copy.deepcopy(task["predictions"][0]["result"])
        if number < len(EDITS):
            document = EDITS[number](results, document)
        first_person.annotate(task, results)
        expected[first_person.id, document.id] = document
    for task in tasks[:3]:
        document = confirmed(pushed[task["data"]["id"]])
        results = copy.deepcopy(task["predictions"][0]["result"])
        document = change_status(results, delete_region(results, document))
        second_person.annotate(task, results)
        expected[second_person.id, document.id] = document

    pulled = pull_project(server, "한 바퀴", tmp_path / "set", as_dataset=True)

    found = {(one.annotator, one.document.id): one.document for task in pulled.export.tasks for one in task.annotations}
    assert expected.keys() == found.keys()
    for key, document in expected.items():
        assert document == found[key], key
    assert ["the border has moved"] == [problem.reason.split(":")[0] for problem in pulled.export.problems]
    check_folder(tmp_path / "set", expected)
    check_figures(pulled.report, first_person, second_person)
    check_repeated_push(server, first_person, tasks)


def check_folder(folder: Path, expected: dict[tuple[str, str], Document]) -> None:
    import datasets

    manifest = AnnotationSet.read(folder)
    assert (20, 20, 3, 1, 0) == (
        manifest.tasks,
        manifest.annotated,
        manifest.several,
        manifest.repaired,
        manifest.refused,
    )
    for one in manifest.annotators:
        lines = (folder / one.file).read_text("utf-8").splitlines()
        theirs = {document.id: document for (name, _), document in expected.items() if name == one.annotator}
        assert theirs == {found.id: found for found in map(Document.from_json, lines)}
    assert 20 == len((folder / DOCUMENTS).read_text("utf-8").splitlines())
    assert 1 == len((folder / PROBLEMS).read_text("utf-8").splitlines())
    saved = datasets.load_from_disk(str(folder / "dataset"))
    assert {"chosen": 20, "annotator_1": 20, "annotator_2": 3} == {name: len(rows) for name, rows in saved.items()}
    row = saved["annotator_2"][0]
    start, end = row["entities"][0]["start"], row["entities"][0]["end"]
    assert row["text"][start:end] == row["entities"][0]["text"]


def check_figures(report: Any, first: Person, second: Person) -> None:
    (pair,) = report.agreement.pairs
    assert ({first.id, second.id}, 3) == ({pair.left, pair.right}, pair.tasks)
    # Each of three tasks: the second has deleted a date and changed one status of three.
    assert (9, 9, 9) == (pair.targets.left, pair.targets.right, pair.targets.both)
    assert (9, 6 / 9) == (pair.status.units, pair.status.same)
    assert 1.0 == pair.center.same == pair.center.kappa
    (edits,) = report.edits
    assert 23 == edits.annotations
    # By hand: one border moved and one label changed; the target's quantity moved; a date and a quantity added.
    assert (1, 1) == (edits.entities["REGION"].moved, edits.entities["REGION"].relabelled)
    assert (1, 1) == (edits.entities["QUANTITY"].moved, edits.entities["QUANTITY"].added)
    assert (4, 1) == (edits.entities["DATE"].deleted, edits.entities["DATE"].added)
    assert 23 * 9 - 7 == edits.entities["all"].kept
    assert (4, 3) == (edits.targets.status, edits.targets.center)


def check_repeated_push(server: Server, person: Person, before: list[dict[str, Any]]) -> None:
    assert (0, 0, 20) == counts(push(server, "한 바퀴"))
    assert [task["id"] for task in before] == [task["id"] for task in person.tasks("한 바퀴")]
    assert (0, 20, 0) == counts(push(server, "한 바퀴", version="모형 2"))
    after = person.tasks("한 바퀴")
    assert [task["id"] for task in before] == [task["id"] for task in after]
    assert {("모형 1", "모형 2")} == {tuple(one["model_version"] for one in task["predictions"]) for task in after}


def test_the_least_sure_come_first_and_a_limit_leaves_the_rest(
    opened: Callable[..., Server], label_studio: LabelStudioServer, first_person: Person
) -> None:
    server = opened(label_studio)
    settings = PushSettings(title="조금씩", model_version="m", limit=5, diversity=0.0)
    for created, left in ((5, 15), (5, 10)):
        outcome = push_documents(server, DOCUMENTS_PUSHED, settings)
        assert (created, left) == (outcome.created, outcome.beyond_limit)
    scores = [task["predictions"][0]["score"] for task in first_person.tasks("조금씩")]
    assert sorted(scores) == scores
    assert 10 == len(scores)


def test_another_text_under_a_known_id_is_refused(
    opened: Callable[..., Server], label_studio: LabelStudioServer, first_person: Person
) -> None:
    server = opened(label_studio)
    push(server, "바뀐 글")
    changed = msgspec.structs.replace(
        DOCUMENTS_PUSHED[0], text=f"{DOCUMENTS_PUSHED[0].text}더", entities=[], centers=[], targets=[]
    )
    outcome = push_documents(server, [changed], PushSettings(title="바뀐 글", model_version="모형 1"))
    assert [("글-0", True)] == [(name, "another text" in reason) for name, reason in outcome.refused]
    assert 20 == len(first_person.tasks("바뀐 글"))


def test_a_task_deleted_on_the_server_is_told(
    opened: Callable[..., Server], label_studio: LabelStudioServer, first_person: Person, tmp_path: Path
) -> None:
    server = opened(label_studio)
    push(server, "지운 글")
    tasks = first_person.tasks("지운 글")
    first_person.annotate(tasks[0], tasks[0]["predictions"][0]["result"])
    first_person.delete_task(tasks[4])
    pulled = pull_project(server, "지운 글", tmp_path / "set")
    assert [
        f"number {tasks[4]['inner_id']} of the project's tasks is not in the export" in one.reason
        for one in pulled.export.problems
    ] == [True]
    assert 1 == pulled.manifest.annotated


def requests_of(kind: bytes, number: int) -> Callable[[bytes], bool]:
    """True at the ``number``-th request whose first line has ``kind``."""
    seen, lock = [0], threading.Lock()

    def told(data: bytes) -> bool:
        with lock:
            seen[0] += kind in data.split(b"\r\n", 1)[0]
            return seen[0] == number and kind in data.split(b"\r\n", 1)[0]

    return told


@pytest.mark.parametrize("keep", [-1, 0, 40])
def test_a_push_goes_on_after_the_server_was_stopped(
    opened: Callable[..., Server], label_studio: LabelStudioServer, first_person: Person, keep: int
) -> None:
    title = f"멈춘 보내기 {keep}"
    with (
        line_to(label_studio, requests_of(b"/import", 3), keep) as url,
        pytest.raises(AnnotationError, match="give the same call again"),
    ):
        push(opened(label_studio, url), title, batch_size=4)
    label_studio.start()
    stored = len(first_person.tasks(title))
    assert 8 <= stored < 20
    assert (20 - stored, 0, stored) == counts(push(opened(label_studio), title, batch_size=4))
    tasks = first_person.tasks(title)
    assert sorted(document.id for document in DOCUMENTS_PUSHED) == sorted(task["data"]["id"] for task in tasks)
    assert {1} == {len(task["predictions"]) for task in tasks}


@pytest.mark.parametrize("kind", [b"/export", b"/api/predictions"])
def test_a_pull_that_is_cut_off_leaves_the_older_set_and_can_be_repeated(
    opened: Callable[..., Server], label_studio: LabelStudioServer, first_person: Person, tmp_path: Path, kind: bytes
) -> None:
    title = f"멈춘 받기 {kind.decode()}"
    push(opened(label_studio), title)
    folder = tmp_path / "set"
    pull_project(opened(label_studio), title, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    tasks = first_person.tasks(title)
    first_person.annotate(tasks[0], tasks[0]["predictions"][0]["result"])
    with (
        line_to(label_studio, requests_of(kind, 1), 2000) as url,
        pytest.raises(AnnotationError, match="give the same call again"),
    ):
        pull_project(opened(label_studio, url), title, folder)
    assert before == {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert ["set"] == [path.name for path in tmp_path.iterdir()]
    label_studio.start()
    assert 1 == pull_project(opened(label_studio), title, folder).manifest.annotated


def test_a_wrong_key_is_said_and_not_shown(label_studio: LabelStudioServer) -> None:
    with pytest.raises(AnnotationError, match="does not accept the key") as caught:
        Server.open(Credentials(label_studio.url, "hush-hush-hush"))
    assert "hush" not in str(caught.value)
    assert "hush" not in repr(Credentials("http://127.0.0.1", "hush"))


def test_projects_that_cannot_be_told_apart_are_named(
    opened: Callable[..., Server], label_studio: LabelStudioServer, tmp_path: Path
) -> None:
    server = opened(label_studio)
    with pytest.raises(AnnotationError, match="has no project '없는 것'"):
        pull_project(server, "없는 것", tmp_path / "set")
    for _ in range(2):
        server.create_project("두 벌", label_config="<View></View>")
    with pytest.raises(AnnotationError, match="has 2 projects '두 벌'"):
        push(server, "두 벌")
    with pytest.raises(AnnotationError, match=r"title.*at least 3 characters"):
        push(server, "둘")


def test_the_prediction_on_the_server_is_the_one_that_was_pushed(
    opened: Callable[..., Server], label_studio: LabelStudioServer, tmp_path: Path
) -> None:
    server = opened(label_studio)
    push(server, "같은 것")
    pulled = pull_project(server, "같은 것", tmp_path / "set")
    found = {task.article.id: task.predictions[0].document for task in pulled.export.tasks}
    assert {document.id: document for document in DOCUMENTS_PUSHED} == found
    assert json.loads((tmp_path / "set" / "agreement.json").read_text("utf-8"))["edits"] == []
