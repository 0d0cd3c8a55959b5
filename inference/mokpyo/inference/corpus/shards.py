"""The corpus in portions of fixed size, in input order: what a worker is given and what an output file holds."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from mokpyo.inference.corpus.reader import ReadRecord
from mokpyo.inference.corpus.records import Failure, Record

LONGEST_SHARD = 5_000_000
"""Characters: a shard ends with the record that reaches it."""
LONGEST_BATCH = 200_000
"""Characters: a batch ends with the article that reaches it."""


class Shard(msgspec.Struct, frozen=True):
    """Successive records of the corpus."""

    index: int
    outcomes: list[Record | Failure]
    consumed: int
    """Bytes of the corpus read for this shard and all before it."""


def cut_shards(records: Iterable[ReadRecord], size: int) -> Iterator[Shard]:
    """Shards of ``size`` records, fewer where texts are long; what is cut depends on the records alone."""
    index, characters = 0, 0
    outcomes: list[Record | Failure] = []
    consumed = 0
    for outcome, consumed in records:
        outcomes.append(outcome)
        characters += len(outcome.article.text) if isinstance(outcome, Record) else 0
        if len(outcomes) == size or characters >= LONGEST_SHARD:
            yield Shard(index, outcomes, consumed)
            index, characters, outcomes = index + 1, 0, []
    if outcomes:
        yield Shard(index, outcomes, consumed)


def cut_batches(outcomes: Sequence[Record | Failure], size: int) -> Iterator[list[int]]:
    """Places in ``outcomes`` of the articles that go through the model together; equal articles come once."""
    batch: list[int] = []
    characters = 0
    for place in first_places(outcomes).values():
        batch.append(place)
        outcome = outcomes[place]
        characters += len(outcome.article.text) if isinstance(outcome, Record) else 0
        if len(batch) == size or characters >= LONGEST_BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def first_places(outcomes: Sequence[Record | Failure]) -> dict[object, int]:
    """Where each text first stands, by text, title and date: records that share all three get the same document."""
    places: dict[object, int] = {}
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, Record):
            places.setdefault(content_key(outcome), place)
    return places


def content_key(record: Record) -> object:
    """What the record's document depends on; its id is not among it."""
    article = record.article
    return (article.text, article.title, article.published)
