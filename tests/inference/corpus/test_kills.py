"""kill -9 at random moments: of the run, of one of its workers, or of all of them at once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from batch_corpora import article, digests, write_lines
from batch_readers import SLOW

psutil = pytest.importorskip("psutil", reason="psutil is not installed")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")

KILLS = 20
SHARDS = 16
VICTIMS = ("run", "worker", "all")


def start(corpus: Path, output: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "batch_corpora", str(corpus), str(output), "2"]
    tests = str(Path(__file__).parents[2])
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": tests}, start_new_session=True)


def wait_for_shards(process: subprocess.Popen, output: Path, count: int) -> None:
    while process.poll() is None and len(list(output.glob("documents-*"))) < count:
        time.sleep(0.005)


def kill(process: subprocess.Popen, victim: str, chance: random.Random) -> bool:
    """Whether there was somebody to kill."""
    if process.poll() is not None:
        return False
    if victim == "worker":
        workers = [
            child for child in psutil.Process(process.pid).children() if "spawn_main" in "".join(child.cmdline())
        ]
        if not workers:
            return False
        chance.choice(sorted(workers, key=lambda worker: worker.pid)).kill()
        return True
    if victim == "all":
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    return True


@pytest.mark.slow
def test_runs_killed_at_random_moments_give_the_bytes_of_an_undisturbed_one(tmp_path: Path) -> None:
    chance = random.Random(20250301)  # noqa: S311 - moments, not secrets
    records = [article(number, text=f"{article(number)['text']} {SLOW}") for number in range(SHARDS * 4)]
    corpus = write_lines(tmp_path / "corpus.jsonl", records)
    assert 0 == start(corpus, tmp_path / "whole").wait()
    whole, killed, outputs = digests(tmp_path / "whole"), Counter(), 0
    while sum(killed.values()) < KILLS:
        outputs += 1
        output = tmp_path / f"out-{outputs}"
        process = start(corpus, output)
        while process.poll() is None:
            victim = chance.choice(VICTIMS)
            before = len(list(output.glob("documents-*")))
            # At once or behind a shard or two. A worker is let begin: three in a row that do not end the run.
            wait_for_shards(process, output, before + chance.randint(victim == "worker", 2))
            time.sleep(chance.uniform(0, 0.5))
            if kill(process, victim, chance):
                killed[victim] += 1
                process = process if victim == "worker" else start(corpus, output)
        assert 0 == process.returncode
        assert whole == digests(output)
    assert set(VICTIMS) == set(killed)
