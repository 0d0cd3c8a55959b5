"""SIGTERM and Ctrl-C as a wish that a run grants once what it has done is saved."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from mokpyo.data.errors import MokpyoError, RunError
from mokpyo.train.processes import largest

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class StoppedError(MokpyoError):
    """Raised inside a run to leave it; never reaches a caller."""


class StopRequest:
    """Which signal asked to stop, if any did."""

    def __init__(self) -> None:
        self.signal: signal.Signals | None = None

    def agree(self) -> bool:
        """Whether a signal came to any process of the run; all must ask at the same step, and all have it then."""
        number = largest(self.signal or 0)
        if number:
            self.signal = signal.Signals(number)
        return bool(number)

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
        """Take the signals until the body ends; outside the main thread, which alone may, leave them as they are."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        before = {number: signal.signal(number, self._receive) for number in _SIGNALS}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def how_to_go_on(command: str) -> Iterator[None]:
    """Make :class:`RunError` of what ends a run early, with the command that goes on."""
    try:
        yield
    except StoppedError as stopped:
        raise RunError(f"stopped by {stopped}; what was done is saved, go on with: {command}") from stopped
    except RunError as error:
        raise RunError(f"{error}, then go on with: {command}") from error
    except OSError as error:
        raise RunError(f"{error}; set that right, then go on with: {command}") from error


class SaveAndStop(TrainerCallback):  # type: ignore[misc, unused-ignore]
    """Ends training after the step in which a signal came, with a checkpoint."""

    def __init__(self, request: StopRequest) -> None:
        self._request = request

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_kwargs: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, state
        if self._request.agree():
            control.should_save = True
            control.should_training_stop = True


class SaveAndStopInEpoch(SaveAndStop):
    """The same for a run that evaluates and saves after each epoch, and leaves both out where it stops within one.

    An evaluation more would count against the patience of early stopping.
    """

    def __init__(self, request: StopRequest) -> None:
        super().__init__(request)
        self._within = False

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **others: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        super().on_step_end(args, state, control, **others)
        self._within = self._request.signal is not None and not float(state.epoch or 0).is_integer()
        if control.should_training_stop and not self._within:
            control.should_save = False  # the epoch's own checkpoint is next, with its score

    def on_epoch_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_kwargs: object
    ) -> None:
        """See :class:`transformers.TrainerCallback`."""
        del args, state
        if self._within:
            control.should_evaluate = control.should_save = control.should_log = False
