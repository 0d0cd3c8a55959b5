"""What was repaired and what was refused on the way from an export to documents: nothing goes unsaid."""

from enum import StrEnum

import msgspec


class ProblemKind(StrEnum):
    """What became of a thing that was not as it should be."""

    REPAIRED = "repaired"
    REFUSED = "refused"
    """It is in no document; the rest of its task is."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list that a pull writes."""

    kind: ProblemKind
    reason: str
    task: int | str | None = None
    """Label Studio's id of the task; ``None`` where the export does not even say that."""
    annotation: int | str | None = None
    result: str | None = None
    """Id of the region, or ``from -> to`` of a relation."""

    def __str__(self) -> str:
        place = [f"task {self.task}"]
        place += [f"annotation {self.annotation}"] if self.annotation is not None else []
        place += [f"result {self.result}"] if self.result is not None else []
        return f"{self.kind}: {', '.join(place)}: {self.reason}"


class ProblemList:
    """Problems of one annotation as they are met."""

    def __init__(self, task: int | str | None, annotation: int | str | None = None) -> None:
        self.found: list[Problem] = []
        self._task = task
        self._annotation = annotation

    def repaired(self, reason: str, result: str | None = None) -> None:
        """Note what has been put right."""
        self._add(ProblemKind.REPAIRED, reason, result)

    def refused(self, reason: str, result: str | None = None) -> None:
        """Note what is left out."""
        self._add(ProblemKind.REFUSED, reason, result)

    def _add(self, kind: ProblemKind, reason: str, result: str | None) -> None:
        self.found.append(
            Problem(kind=kind, reason=reason, task=self._task, annotation=self._annotation, result=result)
        )
