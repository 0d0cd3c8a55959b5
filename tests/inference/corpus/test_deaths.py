import sys
from pathlib import Path

import pytest
from batch_corpora import article, digests, documents, failures, run_corpus, write_lines
from batch_readers import KILLER, open_dying_once, open_nothing

from mokpyo.data.errors import RunError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")


def test_a_worker_that_dies_is_replaced_and_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", map(article, range(12)))
    run_corpus(corpus, output=tmp_path / "whole")
    monkeypatch.setenv("MOKPYO_TEST_MARK", str(tmp_path / "died"))
    outcome = run_corpus(corpus, output=tmp_path / "out", open_reader=open_dying_once)
    assert (tmp_path / "died").exists()
    assert (12, 0) == (outcome.counts.documents, outcome.counts.failures)
    assert digests(tmp_path / "whole") == digests(tmp_path / "out")


def test_a_record_that_kills_twice_is_quarantined_and_changes_no_other(tmp_path: Path) -> None:
    records = [article(number) for number in range(10)]
    records[5]["text"] = KILLER
    corpus = write_lines(tmp_path / "corpus.jsonl", records)
    whole = write_lines(tmp_path / "whole.jsonl", map(article, range(10)))
    run_corpus(whole, output=tmp_path / "whole")
    outcome = run_corpus(corpus, output=tmp_path / "out")
    assert (10, 9, 1) == (outcome.counts.records, outcome.counts.documents, outcome.counts.failures)
    (failure,) = failures(tmp_path / "out")
    assert ("a5", 6) == (failure["id"], failure["line"])
    assert "ended its worker process twice" in failure["reason"]
    expected = [document for document in documents(tmp_path / "whole") if document["id"] != "a5"]
    assert expected == documents(tmp_path / "out")


def test_workers_that_never_start_end_the_run(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", [article(1)])
    with pytest.raises(RunError, match="before they had opened the model"):
        run_corpus(corpus, output=tmp_path / "out", open_reader=open_nothing)
