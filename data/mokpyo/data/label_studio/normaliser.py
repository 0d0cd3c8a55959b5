"""Who reads a number or a day out of a span where the annotator has left the fields empty."""

import datetime
from typing import Protocol

from mokpyo.data.document import Deadline, Quantity, Status


class Normaliser(Protocol):
    """Reads spans that people have drawn; offsets are code points into ``text``. ``None`` where there is nothing."""

    def quantity(self, text: str, start: int, end: int) -> Quantity | None:
        """The number with its unit and bound."""
        ...

    def deadline(
        self, text: str, start: int, end: int, published: datetime.date | None, status: Status
    ) -> Deadline | None:
        """The date with the days that it names."""
        ...
