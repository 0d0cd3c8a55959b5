"""Label Studio's full JSON export as documents, one for each annotator of a task."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from mokpyo.data.document import Article, Document
from mokpyo.data.errors import ArticleError, CorpusError, MokpyoError
from mokpyo.data.label_studio.decode import Origin, decode_results, parse_day
from mokpyo.data.label_studio.names_table import TEXT
from mokpyo.data.label_studio.normaliser import Normaliser
from mokpyo.data.label_studio.problems import Problem, ProblemList

_HEAD = 1 << 16
UNKNOWN_ANNOTATOR = "unknown"


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """One person's reading of a task."""

    id: int | str | None
    annotator: str
    """The e-mail address where the export has it, else the number of the user."""
    document: Document
    ground_truth: bool = False
    updated_at: str = ""
    """ISO 8601, as the server has it: sorts by time."""
    parent_prediction: int | None = None


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """A model's reading of a task; only exports that a pull has completed have them."""

    id: int | None
    model_version: str
    document: Document


class ExportedTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task with what people and models made of it; ``annotations`` has at most one of each annotator."""

    id: int | str | None
    number: int | None
    """Its number within the project."""
    article: Article
    annotations: list[Annotation]
    predictions: list[Prediction]

    def chosen(self) -> Annotation | None:
        """The annotation that stands for the task: marked as ground truth, else the one changed last."""
        return max(self.annotations, key=lambda one: (one.ground_truth, one.updated_at), default=None)


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """Every task of an export that could be read, and everything that was repaired or refused."""

    tasks: list[ExportedTask]
    problems: list[Problem]

    def documents(self) -> list[Document]:
        """One document for each annotated task (:meth:`ExportedTask.chosen`)."""
        return [chosen.document for task in self.tasks if (chosen := task.chosen()) is not None]


def holds_export(path: Path) -> bool:
    """Whether the file looks like a JSON export of Label Studio: a list of objects with ``annotations``."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).lstrip()
    except OSError:
        return False
    return head.startswith(b"[") and head[1:].lstrip().startswith((b"{", b"]")) and b'"annotations"' in head


def read_export(path: Path, normaliser: Normaliser | None = None) -> Export:
    """The tasks of an export file. Raises :class:`CorpusError` where it is no list of JSON."""
    try:
        return decode_export(path.read_bytes(), normaliser)
    except OSError as error:
        raise CorpusError(f"the export {path} cannot be read: {error.strerror}; check the path") from error
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from error


def decode_export(data: bytes, normaliser: Normaliser | None = None) -> Export:
    """The tasks of an export. Raises :class:`CorpusError` where it is no list of JSON."""
    try:
        # Not msgspec: one half of an emoji in one result would make it refuse the whole file.
        entries = json.loads(data, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"not a JSON export of Label Studio: {error}; export again, format JSON") from error
    if not isinstance(entries, list):
        raise CorpusError("not a JSON export of Label Studio: it is no list of tasks; export again, format JSON")
    reader = _ExportReader(normaliser)
    tasks = [task for entry in entries if (task := reader.task(entry)) is not None]
    reader.note_gaps()
    return Export(tasks=tasks, problems=reader.problems)


class _ExportReader:
    def __init__(self, normaliser: Normaliser | None) -> None:
        self.problems: list[Problem] = []
        self._normaliser = normaliser
        self._seen: set[int | str] = set()
        self._numbers: set[int] = set()

    def task(self, entry: object) -> ExportedTask | None:
        """The task of one entry, ``None`` if it has no article."""
        self._numbers |= _numbers(entry)
        whole = _unicode(entry)
        if whole == entry:
            return self._task(entry)
        name = _name(whole)
        if _text(whole) != _text(entry):
            self._refuse(name, "its text holds half of a surrogate pair, which is no Unicode text")
            return None
        self._note(name, "halves of surrogate pairs, as a cut through an emoji leaves them, became escapes")
        return self._task(whole)

    def _task(self, entry: object) -> ExportedTask | None:
        if not isinstance(entry, dict):
            self._refuse(None, f"an entry of the export is {type(entry).__name__}, not a task")
            return None
        name = _name(entry)
        if name is None:
            self._note(None, "the task has no id; its annotations are kept")
        elif name in self._seen:
            self._refuse(name, "the export has this task twice; the first is kept")
            return None
        else:
            self._seen.add(name)
        article = self._article(name, entry.get("data"))
        return None if article is None else self._filled(name, entry, article)

    def note_gaps(self) -> None:
        """Numbers that no task of the project has any more: such tasks were deleted there."""
        for before, after in itertools.pairwise([0, *sorted(number for number in self._numbers if number > 0)]):
            gone = f"number {before + 1}" if after == before + 2 else f"numbers {before + 1} to {after - 1}"
            if after > before + 1:
                self._refuse(None, f"{gone} of the project's tasks is not in the export: deleted there")

    def _filled(self, name: int | str | None, entry: dict[str, Any], article: Article) -> ExportedTask:
        number = entry.get("inner_id")
        if entry.get("drafts"):
            self._refuse(name, f"{len(_list(entry['drafts']))} drafts were not submitted")
        return ExportedTask(
            id=name,
            number=number if isinstance(number, int) else None,
            article=article,
            annotations=self._one_each(name, list(self._annotations(name, entry, article))),
            predictions=list(self._predictions(name, entry, article)),
        )

    def _article(self, name: int | str | None, data: object) -> Article | None:
        text = _text({"data": data})
        if not isinstance(data, dict) or not isinstance(text, str) or not text:
            self._refuse(name, "the task has no text: deleted or emptied on the server")
            return None
        own, title = data.get("id"), data.get("title")
        try:
            return Article(
                text=text,
                id=own if isinstance(own, str) and own else f"task-{name}",
                title=title if isinstance(title, str) else None,
                published=parse_day(data.get("published")),
            )
        except ArticleError as error:
            self._refuse(name, str(error))
            return None

    def _annotations(self, name: int | str | None, entry: dict[str, Any], article: Article) -> Iterator[Annotation]:
        for raw in _list(entry.get("annotations")):
            if not isinstance(raw, dict):
                self._refuse(name, "an annotation is not an object; it may have been deleted")
                continue
            problems = ProblemList(name, raw.get("id"))
            if raw.get("was_cancelled"):
                problems.refused("the annotator skipped the task")
            else:
                document = self._decoded(raw, article, Origin.PERSON, problems)
                if document is not None:
                    yield _annotation(raw, document)
            self.problems += problems.found

    def _predictions(self, name: int | str | None, entry: dict[str, Any], article: Article) -> Iterator[Prediction]:
        for raw in _list(entry.get("predictions")):
            if not isinstance(raw, dict):
                continue
            problems = ProblemList(name, f"prediction {raw.get('id')}")
            document = self._decoded(raw, article, Origin.MODEL, problems)
            if document is not None:
                identity, version = raw.get("id"), raw.get("model_version")
                yield Prediction(
                    id=identity if isinstance(identity, int) else None,
                    model_version=version if isinstance(version, str) else "",
                    document=document,
                )
            self.problems += problems.found

    def _decoded(self, raw: dict[str, Any], article: Article, origin: Origin, problems: ProblemList) -> Document | None:
        results = raw.get("result")
        if not isinstance(results, list):
            problems.refused(f"it has no list of results but {type(results).__name__}")
            return None
        try:
            return decode_results(results, article, origin=origin, problems=problems, normaliser=self._normaliser)
        except MokpyoError as error:
            problems.refused(f"what it says is no document: {error}")
            return None

    def _one_each(self, name: int | str | None, found: list[Annotation]) -> list[Annotation]:
        newest: dict[str, Annotation] = {}
        for one in sorted(found, key=lambda one: (one.ground_truth, one.updated_at)):
            before = newest.get(one.annotator)
            if before is not None:
                problems = ProblemList(name, before.id)
                problems.refused(f"{one.annotator} has annotated the task again, as annotation {one.id}")
                self.problems += problems.found
            newest[one.annotator] = one
        return sorted(newest.values(), key=lambda one: one.annotator)

    def _refuse(self, task: int | str | None, reason: str) -> None:
        problems = ProblemList(task)
        problems.refused(reason)
        self.problems += problems.found

    def _note(self, task: int | str | None, reason: str) -> None:
        problems = ProblemList(task)
        problems.repaired(reason)
        self.problems += problems.found


def _numbers(entry: object) -> set[int]:
    """The task's number within its project, if it has one."""
    number = entry.get("inner_id") if isinstance(entry, dict) else None
    return {number} if isinstance(number, int) else set()


def _name(entry: object) -> int | str | None:
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, (int, str)) else None


def _text(entry: object) -> object:
    data = entry.get("data") if isinstance(entry, dict) else None
    return data.get(TEXT) if isinstance(data, dict) else None


def _unicode(value: Any) -> Any:
    """The value with halves of surrogate pairs written as escapes."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="backslashreplace").decode()
    if isinstance(value, list):
        return [_unicode(one) for one in value]
    if isinstance(value, dict):
        return {_unicode(key): _unicode(one) for key, one in value.items()}
    return value


def _annotation(raw: dict[str, Any], document: Document) -> Annotation:
    identity, parent, updated = raw.get("id"), raw.get("parent_prediction"), raw.get("updated_at")
    return Annotation(
        id=identity if isinstance(identity, (int, str)) else None,
        annotator=_annotator(raw.get("completed_by")),
        document=document,
        ground_truth=raw.get("ground_truth") is True,
        updated_at=updated if isinstance(updated, str) else "",
        parent_prediction=parent if isinstance(parent, int) else None,
    )


def _annotator(completed_by: object) -> str:
    if isinstance(completed_by, dict):
        completed_by = completed_by.get("email") or completed_by.get("id")
    return UNKNOWN_ANNOTATOR if completed_by is None else str(completed_by)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
