"""SIGTERM and Ctrl-C as a wish that a run grants once what it has done is saved."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class StoppedError(Exception):
    """Raised inside a run to leave it; never reaches a caller."""


class StopRequest:
    """Which signal asked to stop, if any did."""

    def __init__(self) -> None:
        self.signal: signal.Signals | None = None

    def check(self) -> None:
        """Raise :class:`StoppedError` once a signal came."""
        if self.signal is not None:
            raise StoppedError(self.signal.name)

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        if self.signal is not None and number == signal.SIGINT:
            raise KeyboardInterrupt  # a second Ctrl-C does not wait
        self.signal = signal.Signals(number)

    @contextmanager
    def listening(self) -> Iterator["StopRequest"]:
        """Take the signals until the body ends; only the main thread may."""
        before = {number: signal.signal(number, self._receive) for number in _SIGNALS}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class SaveAndStop(TrainerCallback):  # type: ignore[misc, unused-ignore]
    """Ends training after the step in which a signal came, with a checkpoint."""

    def __init__(self, request: StopRequest) -> None:
        self._request = request

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_kwargs: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, state
        if self._request.signal is not None:
            control.should_save = True
            control.should_training_stop = True
