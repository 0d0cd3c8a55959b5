"""How often each word of a stream occurs, in memory that the stream's length does not change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from mokpyo.data.errors import ConfigError

DEFAULT_CAPACITY = 1_000_000
"""Different words: some 150 MB of them here, and 620 MB while a vocabulary is found from them."""

_DROPPED_SHARE = 4
"""One word in four, at least, leaves a table that is over-full, so that the work of choosing them is spread."""


class WordCountReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was counted, and what had to be dropped for it."""

    capacity: int
    words: int
    """Different ones that were kept."""
    occurrences: int
    """Of all words, dropped ones included."""
    dropped_words: int
    """A word that came back and was dropped again counts again."""
    dropped_occurrences: int
    largest_error: int
    """No count is too low by more than this, none is too high: a word more frequent than this was kept."""


class WordCounts(Mapping[str, int]):
    """Counts of at most ``capacity`` different words, kept so by dropping the rarest.

    Each time there are more, all words up to the lowest count that leaves a quarter of the table free are dropped, so
    that the outcome depends on the stream alone. What is dropped is counted; a word that comes back starts at nothing.
    Lossy counting (Manku and Motwani, 2002), with the table's size given in place of the error.
    """

    def __init__(self, capacity: int = DEFAULT_CAPACITY) -> None:
        if capacity < 1:
            raise ConfigError(f"the capacity of a table of words must be 1 or more, was: {capacity}")
        self.capacity = capacity
        self._counts: Counter[str] = Counter()
        self._dropped_words = 0
        self._dropped_occurrences = 0
        self._largest_error = 0

    def __getitem__(self, word: str) -> int:
        """Occurrences since ``word`` was last dropped."""
        if word not in self._counts:
            raise KeyError(word)
        return self._counts[word]

    def __iter__(self) -> Iterator[str]:
        """In the order in which the words came."""
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def add(self, words: Iterable[str]) -> None:
        """Count the words of one paragraph: there may be more than ``capacity`` until its end."""
        self._counts.update(words)
        if len(self._counts) > self.capacity:
            self._drop_rarest()

    def report(self) -> WordCountReport:
        """What has been counted and dropped until now."""
        return WordCountReport(
            capacity=self.capacity,
            words=len(self),
            occurrences=self._counts.total() + self._dropped_occurrences,
            dropped_words=self._dropped_words,
            dropped_occurrences=self._dropped_occurrences,
            largest_error=self._largest_error,
        )

    def take_all(self) -> Iterator[tuple[str, int]]:
        """Each word with its count, last come first; the table is empty afterwards, its memory freed on the way."""
        while self._counts:
            yield self._counts.popitem()
        self._counts = Counter()  # an emptied dictionary keeps its table

    def _drop_rarest(self) -> None:
        threshold = self._threshold()
        # In place: a second table would double the peak.
        rarest = [word for word, count in self._counts.items() if count <= threshold]
        self._dropped_words += len(rarest)
        self._dropped_occurrences += sum(self._counts.pop(word) for word in rarest)
        self._largest_error += threshold

    def _threshold(self) -> int:
        """The lowest count up to which there are words enough to drop."""
        surplus = len(self._counts) - self.capacity + self.capacity // _DROPPED_SHARE
        for count, words in sorted(Counter(self._counts.values()).items()):
            surplus -= words
            if surplus <= 0:
                return count
        return 0
