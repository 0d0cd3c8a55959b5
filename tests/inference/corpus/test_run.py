import json
import os
import sys
import threading
from pathlib import Path

import pyarrow.parquet
import pytest
from batch_corpora import StopAfterOne, article, digests, documents, failures, run_corpus, write_lines

from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, RunError
from mokpyo.data.table import target_schema
from mokpyo.inference.corpus import atomic_files, folder, run
from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.settings import OutputFormat


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "corpus.jsonl", map(article, range(1, 36)))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a run over ``corpus`` with no mishap; the manifest has its own path of the input."""
    folder = tmp_path_factory.mktemp("undisturbed")
    run_corpus(write_lines(folder / "corpus.jsonl", map(article, range(1, 36))), output=folder / "out")
    return without_manifest(digests(folder / "out"))


def without_manifest(files: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in files.items() if name != "manifest.json"}


@pytest.mark.parametrize("form", OutputFormat)
def test_bytes_do_not_depend_on_workers_or_batches(form: OutputFormat, corpus: Path, tmp_path: Path) -> None:
    for workers, batch_size in ((1, 4), (2, 7)):
        output = tmp_path / str(workers)
        outcome = run_corpus(corpus, output=output, workers=workers, batch_size=batch_size, format=form)
        assert (35, 35, 0) == (outcome.counts.records, outcome.counts.documents, outcome.counts.failures)
    written = digests(tmp_path / "1")
    shards = [f"{kind}-{index:05d}.{form}" for kind in ("documents", "targets") for index in range(4)]
    assert sorted([*shards, "errors.jsonl", "manifest.json"]) == list(written)
    assert written == digests(tmp_path / "2")


def test_parquet_holds_typed_targets_and_whole_documents(corpus: Path, tmp_path: Path) -> None:
    run_corpus(corpus, output=tmp_path / "out", format=OutputFormat.PARQUET)
    targets = pyarrow.parquet.read_table(tmp_path / "out" / "targets-00000.parquet")
    assert target_schema() == targets.schema
    read = pyarrow.parquet.read_table(tmp_path / "out" / "documents-00001.parquet").to_pylist()
    assert [f"a{number}" for number in range(11, 21)] == [row["id"] for row in read]
    document = Document.from_json(read[0]["document"])
    assert ("11만그루", 110000) == (document.targets[0].quantity.text, document.targets[0].quantity.value)
    assert read[0]["targets"] == len(document.targets)


def test_manifest_counts_and_names_what_the_result_depends_on(corpus: Path, tmp_path: Path) -> None:
    outcome = run_corpus(corpus, output=tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    targets = sum(len(document["targets"]) for document in documents(tmp_path / "out"))
    assert outcome.counts.targets == targets == manifest["counts"]["targets"]
    assert 70 == targets
    assert {"format", "versions", "model", "settings", "inputs"} == set(manifest["provenance"])
    assert [(1, corpus.stat().st_size)] == [(each["files"], each["bytes"]) for each in manifest["provenance"]["inputs"]]


def test_equal_articles_of_a_shard_are_read_once(tmp_path: Path) -> None:
    records = [article(1, id="first"), article(2), article(1, id="second"), article(1, id="other", title="다른 제목")]
    corpus = write_lines(tmp_path / "corpus.jsonl", records)
    assert 1 == run_corpus(corpus, output=tmp_path / "out").counts.duplicates
    read = documents(tmp_path / "out")
    assert ["first", "a2", "second", "other"] == [document["id"] for document in read]
    assert read[0]["entities"] == read[2]["entities"]


def test_a_stopped_run_is_resumed_to_the_same_bytes(corpus: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    stop = threading.Event()
    stopped = run_corpus(corpus, output=tmp_path / "out", stop=stop, listener=StopAfterOne(stop))
    assert (False, 10) == (stopped.complete, stopped.counts.documents)
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert run_corpus(corpus, output=tmp_path / "out", resume=True, workers=2).complete
    assert undisturbed == without_manifest(digests(tmp_path / "out"))


def test_resuming_a_complete_run_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    first = run_corpus(corpus, output=tmp_path / "out")
    before = digests(tmp_path / "out")
    assert first == run_corpus(corpus, output=tmp_path / "out", resume=True)
    assert before == digests(tmp_path / "out")


def test_a_shard_whose_file_is_lost_is_done_again(corpus: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    stop = threading.Event()
    run_corpus(corpus, output=tmp_path / "out", stop=stop, listener=StopAfterOne(stop))
    (tmp_path / "out" / "targets-00000.jsonl").unlink()
    run_corpus(corpus, output=tmp_path / "out", resume=True)
    assert undisturbed == without_manifest(digests(tmp_path / "out"))


def test_resuming_on_something_else_is_refused(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    output = tmp_path / "out"
    run_corpus(corpus, output=output, stop=stop, listener=StopAfterOne(stop))
    before = digests(output)
    with pytest.raises(CorpusError, match="started with other settings than this call"):
        run_corpus(corpus, output=output, resume=True, shard_size=11)
    text = corpus.read_text(encoding="utf-8")
    corpus.write_text(text.replace("나무 7만", "나무 8만"), encoding="utf-8")
    with pytest.raises(CorpusError, match="started with other inputs than this call"):
        run_corpus(corpus, output=output, resume=True)
    corpus.write_text(text, encoding="utf-8")
    assert before == digests(output)
    # A complete run is as particular.
    run_corpus(corpus, output=output, resume=True)
    model = run.open_model(None)
    other = type(model)(**{name: getattr(model, name) for name in model.__slots__} | {"fingerprint": "0"})
    monkeypatch.setattr(run, "open_model", lambda _: other)
    with pytest.raises(CorpusError, match="started with other model than this call"):
        run_corpus(corpus, output=output, resume=True)


def test_a_folder_with_something_in_it_is_refused(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "notes.txt").write_text("남의 파일", encoding="utf-8")
    with pytest.raises(CorpusError, match="not empty; add --resume"):
        run_corpus(corpus, output=output)
    assert ["notes.txt"] == list(digests(output))


def test_a_file_as_output_is_refused(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="is a file"):
        run_corpus(corpus, output=corpus)


def test_a_folder_that_cannot_be_made_is_named(corpus: Path) -> None:
    with pytest.raises(RunError, match=r"cannot write to .*corpus\.jsonl"):
        run_corpus(corpus, output=corpus / "out")


def test_two_runs_do_not_share_a_folder(corpus: Path, tmp_path: Path) -> None:
    with (
        folder.claimed_folder(tmp_path / "out", resume=False),
        pytest.raises(CorpusError, match="another run is writing"),
    ):
        run_corpus(corpus, output=tmp_path / "out")


def test_a_full_disk_says_what_to_do() -> None:
    error = OSError(28, "No space left on device")
    assert "disk that holds out is full" in str(atomic_files.write_failure(Path("out"), error))


def test_an_empty_corpus_is_a_complete_run(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", [])
    outcome = run_corpus(corpus, output=tmp_path / "out")
    assert (True, Counts()) == (outcome.complete, outcome.counts)
    assert {"errors.jsonl", "manifest.json"} == set(digests(tmp_path / "out"))


def test_a_record_that_meets_a_fault_is_listed_and_its_batch_read(tmp_path: Path) -> None:
    from batch_readers import FAULTY

    corpus = write_lines(tmp_path / "corpus.jsonl", [article(1), article(2, text=FAULTY), article(3)])
    run_corpus(corpus, output=tmp_path / "out")
    assert ["a1", "a3"] == [document["id"] for document in documents(tmp_path / "out")]
    (failure,) = failures(tmp_path / "out")
    assert (str(corpus), 2, "a2") == (failure["source"], failure["line"], failure["id"])
    assert "KeyError" in failure["reason"]


def test_a_value_that_no_table_holds_is_listed(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", [article(1), article(2, text=f"나무 {'9' * 400}그루를 심는다.")])
    counts = run_corpus(corpus, output=tmp_path / "out").counts
    assert counts.records == counts.documents + counts.failures
    assert "a1" == documents(tmp_path / "out")[0]["id"]


def test_an_output_inside_its_input_is_refused(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="lies in the input"):
        run_corpus(corpus.parent, output=corpus.parent / "out")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_file_names_that_are_not_unicode_are_written_as_escapes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (b"\xb0\xa1.txt", b"\xb0\xa2.txt"):
        content = b"" if name.startswith(b"\xb0\xa2") else "나무 3만그루".encode()
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + name)).write_bytes(content)
    run_corpus(tmp_path / "in", output=tmp_path / "out")
    assert [r"\xb0\xa1.txt"] == [document["id"] for document in documents(tmp_path / "out")]
    (failure,) = failures(tmp_path / "out")
    assert rf"{tmp_path / 'in'}/\xb0\xa2.txt" == failure["source"]
    assert r"\xb0\xa2.txt is empty" in failure["reason"]
