"""The processes of one run, as ``accelerate launch`` or ``torchrun`` start them; one where neither did."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import torch
from accelerate import PartialState  # type: ignore[import-untyped, unused-ignore]

from mokpyo.data.errors import MokpyoError

Result = TypeVar("Result")

_PATIENCE = timedelta(days=2)
"""Others wait so long for what one process does alone, such as packing; a process that died ends the wait at once."""


def own_process() -> PartialState:
    """What stands for this process among those of the run; the first call joins it to the others."""
    # Accelerate takes CPU processes for strangers to each other unless it is told of the CPU.
    return PartialState(cpu=not torch.accelerator.is_available(), timeout=_PATIENCE)


def is_main() -> bool:
    """Whether this process is the one that writes and speaks."""
    return bool(own_process().is_main_process)


def do_on_main(work: Callable[[], Result]) -> Result | None:
    """What ``work`` gives in the main process, ``None`` in the others, which wait; what it raises, all raise."""
    failed: list[MokpyoError | OSError | None] = [None]
    result = None
    if is_main():
        try:
            result = work()
        except (MokpyoError, OSError) as error:
            failed = [error]
    if own_process().num_processes > 1:
        torch.distributed.broadcast_object_list(failed)
    if failed[0] is not None:
        raise failed[0]
    return result


def largest(number: int) -> int:
    """The largest that any process has called this with; each must call it."""
    process = own_process()
    if process.num_processes == 1:
        return number
    shared = torch.tensor(number, device=process.device)
    torch.distributed.all_reduce(shared, torch.distributed.ReduceOp.MAX)
    return int(shared.item())
