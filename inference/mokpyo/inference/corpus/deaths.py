"""What is learnt from workers that die on a shard: who killed them, and how the shard is tried next."""

from collections import Counter

from mokpyo.data.errors import RunError
from mokpyo.inference.corpus.extraction import Caution
from mokpyo.inference.corpus.shards import Shard
from mokpyo.inference.corpus.work import Task
from mokpyo.inference.corpus.worker import AtBatch, AtFiles, AtRecord, Message

_KILLS = 2
_DEATHS_AT_FILES = 3


class ShardTrial:
    """A shard until it is done, over the deaths of as many workers as it takes.

    A batch that kills once is tried again. If it kills again its records are read one by one, which makes no
    difference to what they come to, and one that kills twice is banned.
    """

    def __init__(self, shard: Shard) -> None:
        self._shard = shard
        self._batch_deaths: Counter[int] = Counter()
        self._record_deaths: Counter[int] = Counter()
        self._deaths_at_files = 0
        self.at: Message | None = None
        """Where the worker said it was; ``None`` before it said anything."""

    @property
    def consumed(self) -> int:
        """See :class:`~mokpyo.inference.corpus.shards.Shard`."""
        return self._shard.consumed

    def task(self) -> Task:
        """What the next worker is to do."""
        self.at = None
        caution = Caution(
            banned=frozenset(place for place, deaths in self._record_deaths.items() if deaths >= _KILLS),
            alone=frozenset(batch for batch, deaths in self._batch_deaths.items() if deaths >= _KILLS),
        )
        return Task(self._shard, caution)

    def learn_from_death(self) -> None:
        """Count a worker's death where it was last. Raises :class:`RunError` where no record can be at fault."""
        match self.at:
            case AtBatch(index):
                self._batch_deaths[index] += 1
            case AtRecord(place):
                self._record_deaths[place] += 1
            case AtFiles() | None:
                self._deaths_at_files += 1
            case _:
                pass
        if self._deaths_at_files >= _DEATHS_AT_FILES:
            raise RunError(
                f"{self._deaths_at_files} workers were ended while they began or wrote shard {self._shard.index}, "
                "probably for want of memory; go on with --resume and fewer --workers"
            )
