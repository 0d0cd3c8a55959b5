import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_corpora import article, digests, documents, failures, write_lines
from rich.console import Console
from rich.progress import Progress, TextColumn

from mokpyo.cli import app
from mokpyo.cli.batch_progress import _Bar, shown_progress
from mokpyo.data.table import target_schema
from mokpyo.inference.corpus.fields import FieldNames
from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.extractor import Extractor

TEXT = "새길시는 2027년까지 나무 3만그루를 심는다. 새길시는 같은 해까지 공원 4곳도 연다."


def batch(*arguments: object) -> int:
    return app.run(["batch", *map(str, arguments)])


def test_the_bundled_model_reads_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", [{"id": "a", "text": TEXT, "date": "2025-03-01"}])
    assert 0 == batch(corpus, "--output", tmp_path / "out", "--format", "jsonl")
    expected = Extractor.from_pretrained()(TEXT, published="2025-03-01", id="a")
    assert [json.loads(expected.to_json())] == documents(tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "targets-00000.jsonl").read_text("utf-8").splitlines()]
    assert len(expected.targets) == len(rows)
    assert set(target_schema().names) == set(rows[0])
    captured = capsys.readouterr()
    assert f"{tmp_path / 'out'}: 1 documents, {len(rows)} targets, 0 failures\n" == captured.out
    assert "" == captured.err


def test_a_hostile_corpus_ends_with_one_and_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = [article(1), article(2, text=f"\0{TEXT}\0"), article(3, text="가" * 3000), article(4, text="!" * 50)]
    bad = ['{"text"', "17", article(5, text=None), article(6, text=[1]), article(1), '{"text": "\\udfff"}']
    bad += [article(7, text="아" * 5_000_000), article(8, published="2025-02-30"), article(9, text="\u200b \t")]
    corpus = write_lines(
        tmp_path / "corpus.jsonl", [record for pair in zip(bad, good * 3, strict=False) for record in pair]
    )
    other = tmp_path / "other.jsonl.gz"
    other.write_bytes(
        gzip.compress('{"id": "옛것", "text": "나무 3만그루"}\n'.encode("cp949") + b'{"text": "\xff\xff\xff"}\n')
    )
    assert 1 == batch(corpus, other, "--output", tmp_path / "out", "--format", "jsonl")
    read, failed = documents(tmp_path / "out"), failures(tmp_path / "out")
    assert 20 == len(read) + len(failed)
    assert {"a1", "a2", "a3", "a4", "옛것"} <= {document["id"] for document in read}
    assert all(failure["reason"] and failure["source"] and failure["line"] for failure in failed)
    error = capsys.readouterr().err
    assert f"mokpyo: {len(failed)} of 20 records failed; {tmp_path / 'out' / 'errors.jsonl'} says why\n" == error


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], ["INPUT", "mokpyo batch --help"]),
        (["{corpus}"], ["--output"]),
        (["no/such.jsonl", "--output", "{out}"], ["no file or folder no/such.jsonl"]),
        (["{corpus}", "--output", "{corpus}"], ["is a file"]),
        (["{corpus}", "--output", "{folder}"], ["not empty", "--resume"]),
        (["{corpus}", "--output", "{out}", "--format", "xml"], ["'xml'", "parquet or jsonl"]),
        (["{corpus}", "--output", "{out}", "--engine", "spark"], ["'spark'", "local or ray"]),
        (["{corpus}", "--output", "{out}", "--encoding", "korean9"], ["'korean9'", "cp949"]),
        (["{corpus}", "--output", "{out}", "--workers", "0"], ["--workers"]),
        (["{corpus}", "--output", "{out}", "--model", "./none"], ["./none"]),
        (["{table}", "--output", "{out}", "--text-field", "본문"], ["'본문'", "id, text", "--text-field"]),
    ],
)
def test_wrong_calls_give_one_sentence_and_two(
    arguments: list[str], named: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = write_lines(tmp_path / "corpus.jsonl", [article(1)])
    table = tmp_path / "table.csv"
    table.write_text("id,text\na,나무\n", encoding="utf-8")
    places = {"corpus": corpus, "table": table, "folder": tmp_path, "out": tmp_path / "out"}
    assert 2 == batch(*(argument.format(**places) for argument in arguments))
    captured = capsys.readouterr()
    assert "" == captured.out
    assert captured.err.startswith("mokpyo: ")
    assert 1 == captured.err.count("\n")
    assert named == [name for name in named if name in captured.err]
    assert not (tmp_path / "out").exists()


def test_an_engine_that_is_not_installed_names_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    corpus = write_lines(tmp_path / "corpus.jsonl", [article(1)])
    assert 2 == batch(corpus, "--output", tmp_path / "out", "--engine", "ray")
    assert "needs 'ray.data', which is not installed; run: pip install 'mokpyo[ray]'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_fields_of_the_call_reach_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("mokpyo.cli.batch._run", lambda *arguments, **_: seen.append(arguments))
    options = ["--text-field", "본문", "--id-field", "번호", "--title-field", "제목", "--published-field", "날짜"]
    assert 0 == batch("a.jsonl", "-o", tmp_path, *options, "--shard-size", 7, "--encoding", "CP949")
    ((inputs, output, settings),) = seen
    assert ([Path("a.jsonl")], tmp_path) == (inputs, output)
    assert FieldNames(text="본문", id="번호", title="제목", published="날짜") == settings.fields
    assert (7, "cp949") == (settings.shard_size, settings.encoding)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_interrupted_once_a_run_finishes_its_shard_and_can_be_resumed(tmp_path: Path) -> None:
    records = [article(number, text=TEXT * 4, title=str(number)) for number in range(24)]
    corpus = write_lines(tmp_path / "corpus.jsonl", records)
    output = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "mokpyo.cli",
        "batch",
        str(corpus),
        "-o",
        str(output),
        "--shard-size",
        "3",
        "--workers",
        "1",
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True)
    while not list(output.glob("targets-*.parquet")) and process.poll() is None:
        time.sleep(0.02)
    # To the whole group, as a terminal sends it.
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate()
    assert 130 == process.returncode, errors
    assert "stopping once the shards in work are done" in errors
    assert "the same call with --resume does the rest" in errors
    assert not (output / "manifest.json").exists()
    done = digests(output)
    assert 0 == batch(corpus, "-o", output, "--shard-size", 3, "--workers", 1, "--resume")
    after = digests(output)
    assert {name: digest for name, digest in done.items() if name.endswith(".parquet")}.items() <= after.items()
    assert 8 == len(list(output.glob("targets-*.parquet")))


def test_the_bar_tells_the_rate_and_the_time_left_of_this_call() -> None:
    now = [100.0]
    screen = io.StringIO()
    columns = (TextColumn("{task.percentage:.0f}"), TextColumn("{task.fields[told]}"))
    progress = Progress(*columns, console=Console(file=screen, width=80), auto_refresh=False)
    bar = _Bar(progress, clock=lambda: now[0])
    bar.begin(1000)
    bar.advance(Counts(documents=90), 200, resumed=True)
    now[0] += 10
    bar.advance(Counts(documents=50), 600, resumed=False)
    bar.advance(Counts(documents=10), 400, resumed=False)
    progress.console.print(progress.get_renderable())
    assert "60 6.0 documents/s, 0:00:10 left" == screen.getvalue().strip()


def test_without_a_terminal_nothing_is_drawn() -> None:
    stream = io.StringIO()
    with shown_progress(stream) as listener:
        listener.begin(10)
        listener.advance(Counts(documents=1), 10, resumed=False)
    assert "" == stream.getvalue()
