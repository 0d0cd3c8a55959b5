"""Peak memory of a corpus run at several sizes of the corpus: it should not grow.

    python tests/benchmarks/batch_memory.py [NEWS.jsonl ...] [--articles 2000 20000] [--workers 1] [--idle]

With files the articles are their paragraphs, in turns, each numbered so that no two are alike; else invented ones. With ``--idle`` the worker's reader finds nothing, which measures everything around the model, at a size that the model
would take hours for.
"""

import argparse
import json
import multiprocessing
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import psutil

from mokpyo.data.document import Article, Document
from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.run import CorpusRun
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.worker import open_extractor

_LENGTHS = range(60, 160)
"""Characters of a paragraph: short ones, for many in little time."""


class IdleReader:
    """Gives documents without entities."""

    def pipe(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Document]:  # noqa: ARG002
        """See :class:`~mokpyo.inference.corpus.extraction.ArticleReader`."""
        for article in articles:
            yield Document(id=article.id, title=article.title, published=article.published, text=article.text)


def open_idle_reader(model: str) -> IdleReader:
    """For ``--idle``."""
    return IdleReader()


class Rate:
    """Documents a second in the run's first and second half."""

    def __init__(self) -> None:
        self.times = [(0, time.perf_counter())]

    def begin(self, total_bytes: int) -> None:
        """See :class:`~mokpyo.inference.corpus.run.RunListener`."""

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:  # noqa: ARG002
        """See :class:`~mokpyo.inference.corpus.run.RunListener`."""
        self.times.append((self.times[-1][0] + counts.documents, time.perf_counter()))

    def halves(self) -> tuple[float, float]:
        """Without the first shard, which waits for the worker to start."""
        times = self.times[1:]
        middle = len(times) // 2
        (first, began), (half, halfway), (last, ended) = times[0], times[middle], times[-1]
        return (half - first) / (halfway - began or 1.0), (last - half) / (ended - halfway or 1.0)


def measure(count: int, *, news: Sequence[Path], workers: int, idle: bool) -> None:
    """Run a corpus of ``count`` articles in this process and its workers, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            for number, text in enumerate(_texts(count, news)):
                file.write(json.dumps({"id": f"article-{number}", "text": text}) + "\n")
        size = corpus.stat().st_size
        rate = Rate()
        done = threading.Event()
        peaks: dict[str, int] = {}
        watch = threading.Thread(target=_watch, args=(peaks, done))
        watch.start()
        run = CorpusRun(
            inputs=[corpus],
            output=Path(folder) / "out",
            settings=CorpusSettings(),
            workers=workers,
            open_reader=open_idle_reader if idle else open_extractor,
            listener=rate,
            stop=threading.Event(),
        )
        run()
        done.set()
        watch.join()
    first, second = rate.halves()
    memory = ", ".join(f"{name} {peak / 2**20:.0f} MiB" for name, peak in sorted(peaks.items()))
    print(f"{count:8} articles, {size:,} bytes: {memory}; {first:.1f} then {second:.1f} articles/s", flush=True)


def _texts(count: int, news: Sequence[Path]) -> Iterator[str]:
    articles = (json.loads(line)["text"] for file in news for line in file.open(encoding="utf-8"))
    paragraphs = [line for text in articles for line in text.split("\n") if len(line) in _LENGTHS]
    for number in range(count):
        if paragraphs:
            yield f"{number}번째 소식\n{paragraphs[number % len(paragraphs)]}"
        else:
            yield f"{number}번째 글이다. 새길시는 내년까지 나무 {number + 1}그루를 심는다고 3일 밝혔다. " * 8


def _watch(peaks: dict[str, int], done: threading.Event) -> None:
    parent = psutil.Process()
    while not done.wait(0.1):
        try:
            found = {"parent": parent.memory_full_info().uss}
            found["largest worker"] = max((child.memory_full_info().uss for child in parent.children()), default=0)
        except psutil.Error:
            continue
        for name, peak in found.items():
            peaks[name] = max(peaks.get(name, 0), peak)


def main() -> None:
    """Each size in a process of its own, so that one's memory is not another's."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("news", nargs="*", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 20_000])
    parser.add_argument("--idle", action="store_true")
    options = parser.parse_args()
    for count in options.articles:
        process = multiprocessing.get_context("spawn").Process(
            target=measure,
            args=(count,),
            kwargs={"news": options.news, "workers": options.workers, "idle": options.idle},
        )
        process.start()
        process.join()
        if process.exitcode != 0:
            raise SystemExit(f"the run over {count} articles failed")


if __name__ == "__main__":
    main()
