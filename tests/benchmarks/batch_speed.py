"""Speed and memory of ``mokpyo batch`` beside a transformers pipeline on the same articles.

    python tests/benchmarks/batch_speed.py [ARTICLES.jsonl ...] [--articles 200] [--workers 1 2] [--pipeline-articles 20]

Without files the articles are generated. The pipeline is ``token-classification`` with
``aggregation_strategy="simple"`` on a model of KLUE-BERT-base's shape with random weights, on one thread, one article
at a time; it only tags, where ours also links. It is left out where transformers or torch is not installed. Every
figure includes start-up for ours, and none for the pipeline.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PLACES = ("새길시", "푸른군", "한솔구", "큰들시")
_THINGS = (("나무", "그루"), ("기업", "곳"), ("일자리", "개"), ("주차장", "면"), ("청년", "명"))
_KLUE_BERT_BASE = {"vocab_size": 32_000, "num_labels": 13}


class Figures(NamedTuple):
    """What one way came to."""

    name: str
    articles: int
    characters: int
    seconds: float
    peak_bytes: int

    def __str__(self) -> str:
        speed = self.articles / self.seconds
        return (
            f"{self.name:24} {self.articles:7} articles {self.seconds:8.1f} s {speed:8.2f} articles/s "
            f"{self.characters / self.seconds:9.0f} characters/s {self.peak_bytes / 2**20:7.0f} MiB peak"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--shard-size", type=int, default=50)
    parser.add_argument("--pipeline-articles", type=int, default=20)
    options = parser.parse_args()
    articles = list(_articles(options.files, options.articles))
    print(f"load average before: {', '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
    ours = [_measure_batch(articles, workers, options.shard_size) for workers in options.workers]
    for figures in ours:
        print(figures)
    pipeline = _measure_pipeline(articles, options.pipeline_articles) if options.pipeline_articles else None
    if pipeline is not None:
        print(pipeline)
        for figures in ours:
            ratio = figures.characters / figures.seconds / (pipeline.characters / pipeline.seconds)
            print(f"{figures.name}: {ratio:.1f} times the pipeline's characters a second")


def _articles(files: list[Path], count: int) -> Iterator[dict[str, str]]:
    """``count`` articles, repeated with another first line where the files hold fewer."""
    read = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    source = read or [_generated(random.Random(number)) for number in range(100)]  # noqa: S311
    for number in range(count):
        article = source[number % len(source)]
        again = number // len(source)
        text = f"{again}번째 판\n{article['text']}" if again else article["text"]
        yield {"id": f"{number}", "text": text, "published": "2025-03-01"}


def _generated(chance: random.Random) -> dict[str, str]:
    sentences = []
    for _ in range(chance.randint(6, 20)):
        thing, unit = chance.choice(_THINGS)
        sentences.append(
            f"{chance.choice(_PLACES)}는 {chance.randint(2026, 2032)}년까지 {thing} {chance.randint(2, 900)}{unit}을 "
            f"늘리고 사업비 {chance.randint(1, 90)}억원을 들이기로 했다고 {chance.randint(1, 28)}일 밝혔다."
        )
    return {"text": "\n".join(sentences)}


def _measure_batch(articles: list[dict[str, str]], workers: int, shard_size: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        corpus.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        command = [sys.executable, "-m", "mokpyo.cli", "batch", str(corpus), "--output", f"{folder}/out"]
        start = time.perf_counter()
        process = subprocess.Popen([*command, "--workers", str(workers), "--shard-size", str(shard_size)])
        peak = _peak_memory(process)
        if process.returncode != 0:
            raise SystemExit(f"mokpyo batch ended with {process.returncode}")
        seconds = time.perf_counter() - start
    name = f"mokpyo batch, {workers} workers"
    return Figures(name, len(articles), sum(len(article["text"]) for article in articles), seconds, peak)


def _peak_memory(process: "subprocess.Popen[bytes]") -> int:
    """Highest sum over the process and its workers of what each has for itself, looked at four times a second."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, _memory_of_group(process.pid))
        time.sleep(0.25)
    return peak


def _memory_of_group(root: int) -> int:
    import psutil

    try:
        parent = psutil.Process(root)
        family = [parent, *parent.children(recursive=True)]
        return sum(each.memory_full_info().uss for each in family)
    except psutil.Error:
        return 0


def _measure_pipeline(articles: list[dict[str, str]], count: int) -> Figures | None:
    try:
        import torch
        from tokenizers import BertWordPieceTokenizer
        from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast, pipeline
    except ImportError as error:
        print(f"no pipeline: {error.name} is not installed")
        return None
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = BertForTokenClassification(BertConfig(**_KLUE_BERT_BASE)).eval()
    # Trained on these very articles, so that they come to few tokens: in the pipeline's favour.
    pieces = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    texts = [article["text"] for article in articles]
    pieces.train_from_iterator(texts, vocab_size=_KLUE_BERT_BASE["vocab_size"], min_frequency=1, show_progress=False)
    pieces = BertWordPieceTokenizer(pieces.get_vocab(), lowercase=False, strip_accents=False)
    special = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=pieces._tokenizer, model_max_length=512, **special)
    articles, texts = articles[:count], texts[:count]
    tag = pipeline("token-classification", model=model, tokenizer=tokenizer, aggregation_strategy="simple", stride=128)
    tag(articles[0]["text"])
    watch = _Watch()
    start = time.perf_counter()
    for article in articles:
        tag(article["text"])
    seconds = time.perf_counter() - start
    characters = sum(len(article["text"]) for article in articles)
    tokens = sum(len(tokenizer(text)["input_ids"]) for text in texts)
    print(
        f"the pipeline's articles have {tokens / len(articles):.0f} tokens and {characters / len(articles):.0f} characters"
    )
    return Figures("transformers pipeline", len(articles), characters, seconds, watch.stop())


class _Watch:
    """Peak memory of this process from now on."""

    def __init__(self) -> None:
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._done.wait(0.25):
            self._peak = max(self._peak, _memory_of_group(os.getpid()))

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self._peak


if __name__ == "__main__":
    main()
