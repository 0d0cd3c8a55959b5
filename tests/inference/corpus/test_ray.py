"""The engine for clusters on a cluster of one machine, in processes of its own."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from batch_corpora import StopAfterOne, article, digests, failures, run_corpus, write_lines
from batch_readers import FAULTY, KILLER

pytest.importorskip("ray", reason="the ray extra is not installed")


def run(corpus: Path, output: Path, workers: int, engine: str) -> None:
    tests = str(Path(__file__).parents[2])
    # Actors open the tests' readers by name.
    environment = {**os.environ, "PYTHONPATH": tests, "RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0"}
    command = [sys.executable, "-m", "batch_corpora", str(corpus), str(output), str(workers), engine]
    subprocess.run(command, env=environment, check=True)


@pytest.mark.slow
def test_ray_and_local_workers_write_the_same_bytes(tmp_path: Path) -> None:
    records = [article(number) for number in range(40)]
    records[5]["text"] = FAULTY
    records[17]["text"] = KILLER
    records[23] = {"id": "null", "text": None}
    corpus = write_lines(tmp_path / "corpus.jsonl", [*records, article(1, id="again"), "{"])
    # What one engine began, the other ends.
    stop = threading.Event()
    run_corpus(corpus, output=tmp_path / "ray-2", stop=stop, listener=StopAfterOne(stop), shard_size=4)
    assert 1 == len(list((tmp_path / "ray-2").glob("documents-*")))
    for workers, engine in ((1, "local"), (2, "local"), (2, "ray")):
        run(corpus, tmp_path / f"{engine}-{workers}", workers, engine)
    expected = digests(tmp_path / "local-1")
    assert expected == digests(tmp_path / "local-2")
    assert expected == digests(tmp_path / "ray-2")
    assert ["a5", "a17", "null", None] == [failure["id"] for failure in failures(tmp_path / "ray-2")]
