from itertools import pairwise
from pathlib import Path

import pytest
from batch_corpora import article, run_corpus, write_lines
from batch_readers import SLOW, open_slowly


def test_workers_open_the_model_side_by_side_once_one_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "marks").mkdir()
    monkeypatch.setenv("MOKPYO_TEST_MARK", str(tmp_path / "marks"))
    records = [article(number) | {"text": f"{SLOW} {number}"} for number in range(150)]
    corpus = write_lines(tmp_path / "corpus.jsonl", records)
    run_corpus(corpus, output=tmp_path / "out", workers=4, open_reader=open_slowly, shard_size=1)
    openings = sorted(tuple(map(float, mark.read_text().split())) for mark in (tmp_path / "marks").iterdir())
    side_by_side = [later[0] < earlier[1] for earlier, later in pairwise(openings)]
    assert [False, False, True] == side_by_side
