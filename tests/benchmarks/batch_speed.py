"""Speed, memory and likeness of ``mokpyo batch`` beside a transformers pipeline on the same articles, in one call.

    python tests/benchmarks/batch_speed.py [ARTICLES.jsonl ...] [--articles 60] [--workers 2]

Without files the articles are those of ``../shared/data/news`` where that is there, and else invented. Four minutes on
two idle cores, in these steps:

- a BERT of KLUE-BERT-base's shape, whose speed is that of any weights: in fp32 by ``token-classification`` with
  ``aggregation_strategy="simple"``, one article at a time and in batches, on all cores; in 8 bits by ours, which links
  too, on these articles and three more editions of them, each with another first line;
- the bundled model by ours, on nineteen more editions;
- the share of spans that both find, of all that either finds, by a small BERT that is trained here on invented sentences
  (random weights would decide by noise): ours in 8 bits, the pipeline in fp32, on sentences that it has not seen.

A rate is of steady work: it does not count the first quarter of the shards (ours), or the first article (the pipeline).
"""

import argparse
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import bert_models
import generated_news
import psutil
import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer, TokenClassificationPipeline, pipeline

from mokpyo.inference.corpus.receipts import Counts
from mokpyo.inference.corpus.run import CorpusRun
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.tagging.tagger import Tagger

_NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "news"
_BATCHES = (2, 4, 8)
_TRAINING, _HELD_OUT = range(6000), range(100_000, 100_400)
_EPOCHS = 5


class Figures(NamedTuple):
    """What one way came to; the rates are of steady work."""

    name: str
    articles: float
    characters: float
    peak_bytes: int

    def __str__(self) -> str:
        return (
            f"{self.name:34} {self.articles:7.2f} articles/s {self.characters:8.0f} characters/s "
            f"{self.peak_bytes / 2**20:6.0f} MiB peak"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    began = time.perf_counter()
    print(f"load average before: {', '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
    texts = list(_texts(options.files or sorted(_NEWS.glob("*.jsonl")), options.articles))
    with tempfile.TemporaryDirectory() as folder:
        base, small = Path(folder) / "base", Path(folder) / "small"
        bert_models.save_pair(bert_models.bert(), bert_models.tokenizer_of(texts, 32_000), base)
        _compare_speed(texts, base, options.workers)
        _compare_spans(small)
    print(f"took {time.perf_counter() - began:.0f} s in all")


def _texts(files: Sequence[Path], count: int) -> Iterator[str]:
    """``count`` articles spread over the files, repeated with another first line where they hold fewer."""
    read = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    source = [text for text in read if text.strip()] or [generated_news.article(seed).text for seed in range(200)]
    step = max(1, len(source) // count)
    for number in range(count):
        again, place = divmod(number * step, len(source))
        yield f"{again}번째 판\n{source[place]}" if again else source[place]


def _compare_speed(texts: Sequence[str], base: Path, workers: int) -> None:
    tag = _pipeline(base / "hub")
    tokens = sum(len(tag.tokenizer(text, verbose=False)["input_ids"]) for text in texts)
    print(
        f"{len(texts)} articles of {tokens / len(texts):.0f} tokens, {sum(map(len, texts)) / len(texts):.0f} characters"
    )
    theirs = [_measure_pipeline(tag, texts, size) for size in (1, *_BATCHES)]
    for figures in theirs:
        print(figures)
    best = max(theirs, key=lambda figures: figures.articles)
    del tag
    for name, model, editions in (("BERT-base shape in 8 bits", base / "int8", 4), ("the bundled model", None, 20)):
        corpus = [f"{again}번째 판\n{text}" if again else text for again in range(editions) for text in texts]
        ours = _measure_batch(name, model, corpus, workers)
        print(ours)
        print(f"  {ours.articles / best.articles:.1f} times the pipeline's best, {best.name}")


def _pipeline(folder: Path) -> TokenClassificationPipeline:
    model = AutoModelForTokenClassification.from_pretrained(folder)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    return pipeline("token-classification", model=model, tokenizer=tokenizer, aggregation_strategy="simple", stride=128)


def _measure_pipeline(tag: TokenClassificationPipeline, texts: Sequence[str], size: int) -> Figures:
    tag(texts[0])
    with _Watch() as watch:
        start = time.perf_counter()
        if size == 1:
            for text in texts:
                tag(text)
        else:
            tag(list(texts), batch_size=size)
        seconds = time.perf_counter() - start
    name = "pipeline, one by one" if size == 1 else f"pipeline, batches of {size}"
    return Figures(name, len(texts) / seconds, sum(map(len, texts)) / seconds, watch.peak)


class _Pace:
    """The rate of the last three quarters of the shards: by then all workers have opened the model."""

    def __init__(self) -> None:
        self.times: list[tuple[int, float]] = []

    def begin(self, total_bytes: int) -> None:
        """See :class:`~mokpyo.inference.corpus.run.RunListener`."""

    def advance(self, counts: Counts, read_bytes: int, *, resumed: bool) -> None:  # noqa: ARG002
        """See :class:`~mokpyo.inference.corpus.run.RunListener`."""
        self.times.append((counts.documents, time.perf_counter()))

    def rate(self) -> float:
        """Articles a second."""
        (_, began), *later = self.times[len(self.times) // 4 :]
        return sum(documents for documents, _ in later) / (later[-1][1] - began)


def _measure_batch(name: str, model: Path | None, texts: Sequence[str], workers: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts))
        corpus.write_text("\n".join(lines), encoding="utf-8")
        pace = _Pace()
        with _Watch(children_only=True) as watch:
            CorpusRun(
                inputs=[corpus],
                output=Path(folder) / "out",
                settings=CorpusSettings(shard_size=max(1, len(texts) // (20 * workers))),
                model=model,
                workers=workers,
                listener=pace,
                stop=threading.Event(),
            )()
    characters = pace.rate() * sum(map(len, texts)) / len(texts)
    return Figures(f"ours, {name}, {workers} workers", pace.rate(), characters, watch.peak)


def _compare_spans(folder: Path) -> None:
    training = [generated_news.article(seed, sentences=1) for seed in _TRAINING]
    tokenizer = bert_models.tokenizer_of([article.text for article in training], 1200)
    torch.set_num_threads(1)  # so small a model loses by a second
    bert_models.save_pair(bert_models.train(training, tokenizer, _EPOCHS), tokenizer, folder)
    tag, tagger = _pipeline(folder / "hub"), Tagger.from_pretrained(folder / "int8", threads=1)
    both = either = 0
    for seed in _HELD_OUT:
        text = generated_news.article(seed, sentences=1).text
        theirs = {bert_models.Span(found["start"], found["end"], found["entity_group"]) for found in tag(text)}
        ours = bert_models.spans_of(tagger, text)
        both, either = both + len(theirs & ours), either + len(theirs | ours)
    print(f"identical spans, trained weights: {both} of {either} ({both / max(1, either):.2%})")


class _Watch:
    """Peak memory of this process and its children, of what each has for itself, looked at four times a second."""

    def __init__(self, *, children_only: bool = False) -> None:
        self.peak = 0
        self._children_only = children_only
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        this = psutil.Process()
        while not self._done.wait(0.25):
            try:
                family = this.children(recursive=True) + ([] if self._children_only else [this])
                self.peak = max(self.peak, sum(each.memory_full_info().uss for each in family))
            except psutil.Error:
                continue


if __name__ == "__main__":
    torch.set_num_threads(os.cpu_count() or 1)
    main()
