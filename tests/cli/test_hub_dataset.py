"""Data sets as inputs of ``mokpyo batch``; the Hub itself is never asked."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from batch_corpora import article, digests, failures, run_corpus, write_lines

from mokpyo.cli import app
from mokpyo.data.errors import CorpusError, RunError

datasets = pytest.importorskip("datasets", reason="the hub extra is not installed")

from mokpyo.cli.hub_dataset import HubDataset  # noqa: E402

RECORDS = [article(number) for number in range(25)]
REVISION = "1f" * 20


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    rows = datasets.Dataset.from_list([*RECORDS, {"id": "null", "text": None}])
    datasets.DatasetDict({"news": rows}).save_to_disk(tmp_path / "saved")
    return tmp_path / "saved"


def shards(folder: Path) -> dict[str, str]:
    return {name: digest for name, digest in digests(folder).items() if name.startswith(("documents", "targets"))}


def test_a_saved_data_set_gives_what_its_lines_give(saved: Path, tmp_path: Path) -> None:
    run_corpus(write_lines(tmp_path / "in.jsonl", RECORDS), output=tmp_path / "lines")
    outcome = run_corpus(HubDataset(str(saved), None, "news"), output=tmp_path / "rows")
    assert (26, 25, 1) == (outcome.counts.records, outcome.counts.documents, outcome.counts.failures)
    assert shards(tmp_path / "lines") == shards(tmp_path / "rows")
    expected = {
        "source": f"hub:{saved}, news",
        "line": 26,
        "id": "null",
        "reason": "the text is null, expected a string",
    }
    assert [expected] == failures(tmp_path / "rows")


def test_a_data_set_that_has_changed_is_not_resumed(saved: Path, tmp_path: Path) -> None:
    run_corpus(HubDataset(str(saved), None, "news"), output=tmp_path / "out")
    assert run_corpus(HubDataset(str(saved), None, "news"), output=tmp_path / "out", resume=True).complete
    (saved / "news" / "more.txt").write_text("다른 것", encoding="utf-8")
    with pytest.raises(CorpusError, match="started with other inputs"):
        run_corpus(HubDataset(str(saved), None, "news"), output=tmp_path / "out", resume=True)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """The Hub's part, played here: one data set, of which 15 rows can be got and then, once, no more."""
    calls: list[dict] = []

    def rows() -> Iterator[dict]:
        for number, record in enumerate(RECORDS):
            if number == 15 and len(calls) == 1:
                raise ConnectionError("the network is gone")
            yield record

    def load_dataset(path: str, subset: str | None, **options: object) -> object:
        calls.append({"path": path, "subset": subset, **options})
        return datasets.IterableDataset.from_generator(rows)

    monkeypatch.setattr("huggingface_hub.HfApi.dataset_info", lambda *_: SimpleNamespace(sha=REVISION))
    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    return calls


def test_a_stream_that_breaks_off_is_resumed_to_the_same_bytes(hub: list[dict], tmp_path: Path) -> None:
    with pytest.raises(RunError, match="broke off: the network is gone; go on with --resume"):
        run_corpus(HubDataset("owner/news", "articles", "train"), output=tmp_path / "out")
    assert 1 == len(list((tmp_path / "out").glob("documents-*")))
    run_corpus(HubDataset("owner/news", "articles", "train"), output=tmp_path / "out", resume=True)
    asked = {"path": "owner/news", "subset": "articles", "split": "train", "revision": REVISION, "streaming": True}
    assert [asked, asked] == hub
    run_corpus(write_lines(tmp_path / "in.jsonl", RECORDS), output=tmp_path / "lines")
    assert shards(tmp_path / "lines") == shards(tmp_path / "out")


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (ConnectionError("no route"), ["hub:owner/news, train", "no route", "the network"]),
        (ValueError("no such subset"), ["no such subset", "--subset"]),
    ],
)
def test_a_data_set_that_cannot_be_opened_is_a_wrong_call(
    error: Exception,
    named: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("huggingface_hub.HfApi.dataset_info", refuse)
    assert 2 == app.run(["batch", "hub:owner/news", "--output", str(tmp_path / "out")])
    told = capsys.readouterr().err
    assert named == [name for name in named if name in told]
    assert not (tmp_path / "out").exists()


def test_a_missing_split_is_named(saved: Path) -> None:
    with pytest.raises(CorpusError, match="no such split: 'train'; name one with --split"):
        HubDataset(str(saved), None, "train")


def test_a_missing_text_column_is_named(saved: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    call = ["batch", f"hub:{saved}", "--split", "news", "--text-field", "본문", "--output", str(tmp_path / "out")]
    assert 2 == app.run(call)
    assert "has no column '본문'; it has id, text, title, published" in capsys.readouterr().err
