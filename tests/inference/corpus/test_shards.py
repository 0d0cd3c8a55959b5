from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.document import Article
from mokpyo.inference.corpus import shards
from mokpyo.inference.corpus.reader import ReadRecord
from mokpyo.inference.corpus.records import Failure, Record

TEXTS = st.text("가나 ", min_size=1, max_size=3)
OUTCOMES = st.lists(
    TEXTS.map(lambda text: Record(Article(text=text), "a", 1)) | st.just(Failure("a", 1, None, "나쁘다")), max_size=40
)


@given(OUTCOMES, st.integers(1, 7))
def test_shards_hold_everything_once_and_in_order(outcomes: list, size: int) -> None:
    records = [ReadRecord(outcome, place) for place, outcome in enumerate(outcomes)]
    cut = list(shards.cut_shards(records, size))
    assert outcomes == [outcome for shard in cut for outcome in shard.outcomes]
    assert list(range(len(cut))) == [shard.index for shard in cut]
    assert all(len(shard.outcomes) == size for shard in cut[:-1])


@given(OUTCOMES, st.integers(1, 7))
def test_batches_hold_each_content_once(outcomes: list, size: int) -> None:
    batches = list(shards.cut_batches(outcomes, size))
    contents = [shards.content_key(outcomes[place]) for batch in batches for place in batch]
    assert len(set(contents)) == len(contents)
    assert {shards.content_key(outcome) for outcome in outcomes if isinstance(outcome, Record)} == set(contents)
    assert all(len(batch) <= size for batch in batches)


def test_long_texts_end_shards_and_batches_early(monkeypatch) -> None:
    monkeypatch.setattr(shards, "LONGEST_SHARD", 5)
    monkeypatch.setattr(shards, "LONGEST_BATCH", 3)
    outcomes = [Record(Article(text=text), "a", 1) for text in ("가", "나나", "다다", "라")]
    cut = list(shards.cut_shards([ReadRecord(outcome, 0) for outcome in outcomes], 10))
    assert [3, 1] == [len(shard.outcomes) for shard in cut]
    assert [[0, 1], [2, 3]] == list(shards.cut_batches(outcomes, 10))
