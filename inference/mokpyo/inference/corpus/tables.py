"""What a corpus can be beside files: rows that something else holds, as a data set of the Hub."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class RowTable(Protocol):
    """Rows with named values, in an order that does not change while ``version`` does not."""

    @property
    def name(self) -> str:
        """What errors and the manifest call it."""
        ...

    @property
    def version(self) -> str:
        """What changes with its content: a revision or a digest."""
        ...

    def columns(self) -> list[str] | None:
        """Names of the columns, ``None`` where they are not known beforehand."""
        ...

    def rows(self) -> Iterator[Mapping[str, object]]:
        """All rows, one at a time. Raises :class:`~mokpyo.data.errors.RunError` where the next cannot be got."""
        ...
