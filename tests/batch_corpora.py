"""Small corpora for tests of corpus runs, and a run in a process of its own, which a test can kill.

python -m batch_corpora INPUT OUTPUT WORKERS [ENGINE]
"""

import hashlib
import json
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

from batch_readers import open_quantity_reader

from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.run import CorpusRun, Engine, Outcome, RunListener
from mokpyo.inference.corpus.settings import CorpusSettings, OutputFormat
from mokpyo.inference.corpus.work import ReaderOpener


class Silence:
    """A listener that does nothing."""

    def begin(self, total_bytes: int) -> None: ...

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None: ...


class StopAfterOne(Silence):
    """Stops the run once its first shard is done."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:  # noqa: ARG002
        self.stop.set()


def article(number: int, **values: object) -> dict[str, object]:
    text = f"새길시는 내년까지 나무 {number}만그루를 심고 {number + 3}억원을 들인다."
    return {"id": f"a{number}", "text": text, "title": f"나무 {number}", "published": "2025-03-01"} | values


def write_lines(path: Path, records: Iterable[object]) -> Path:
    lines = (record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def failures(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "errors.jsonl").read_text(encoding="utf-8").splitlines()]


def documents(folder: Path) -> list[dict]:
    shards = sorted(folder.glob("documents-*.jsonl"))
    return [json.loads(line) for shard in shards for line in shard.read_text(encoding="utf-8").splitlines()]


def run_corpus(
    *inputs: Path,
    output: Path,
    workers: int = 1,
    resume: bool = False,
    open_reader: ReaderOpener = open_quantity_reader,
    stop: threading.Event | None = None,
    listener: RunListener | None = None,
    batch_size: int = 4,
    engine: Engine = Engine.LOCAL,
    **settings: object,
) -> Outcome:
    """A run in JSONL with shards of 10, by a reader that needs no model; keywords change it."""
    return CorpusRun(
        inputs=inputs,
        output=output,
        workers=workers,
        batch_size=batch_size,
        engine=engine,
        open_reader=open_reader,
        listener=listener or Silence(),
        stop=stop or threading.Event(),
        settings=CorpusSettings(**({"format": OutputFormat.JSONL, "shard_size": 10} | settings)),
    )(resume=resume)


def main() -> None:
    source, output, workers, *engine = sys.argv[1:]
    run_corpus(
        Path(source),
        output=Path(output),
        workers=int(workers),
        engine=Engine(*engine or [Engine.LOCAL]),
        resume=True,
        shard_size=4,
    )


if __name__ == "__main__":
    main()
