"""Reads the numbers and days of spans that annotators drew, with the grammars that extraction uses."""

import datetime

from mokpyo.data.document import Deadline, Quantity, Status
from mokpyo.inference.dates.mention import Direction
from mokpyo.inference.dates.reader import read_date_at
from mokpyo.inference.quantities.reader import read_quantity_at


class GrammarNormaliser:
    """A :class:`~mokpyo.data.label_studio.normaliser.Normaliser`."""

    def quantity(self, text: str, start: int, end: int) -> Quantity | None:
        """The number that the span holds, ``None`` where it holds none."""
        reading = read_quantity_at(text, start, end)
        return None if reading is None else reading.quantity

    def deadline(
        self, text: str, start: int, end: int, published: datetime.date | None, status: Status
    ) -> Deadline | None:
        """The days that the span names, looking ahead for what is planned and back for what is achieved."""
        direction = Direction.PAST if status is Status.ACHIEVED else Direction.FUTURE
        reading = read_date_at(text, start, end, published, direction)
        if reading is None:
            return None
        return Deadline(start, end, text[start:end], reading.mention.from_, reading.mention.by)
