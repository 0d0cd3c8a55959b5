"""The share of spans that ours in 8 bits and a transformers pipeline in fp32 both find with the same trained BERT.

    python tests/benchmarks/identical_spans.py TEXT.txt.xz ARTICLES.jsonl ... [--paragraphs 4000] [--epochs 6]

Weights that were never trained decide by noise, and no fine-tuned BERT can be had without a network. So a BERT of three
layers is trained here, from nothing, to tag as the bundled model tags ``--paragraphs`` paragraphs of raw text that tell
of numbers and bodies; then both sides read whole articles that it has never seen. Half an hour on one core.
"""

import argparse
import json
import lzma
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import bert_models
import torch
from generated_news import Labelled
from transformers import pipeline

from mokpyo.inference.tagging.tagger import Tagger

_NEWS = re.compile(r"밝혔다|전했다|예정이다|계획이다|발표했다|설명했다")
_LENGTHS = range(200, 1500)
_ENTRIES = 8000


def main() -> None:
    """Train, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--paragraphs", type=int, default=4000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--width", type=int, default=192)
    options = parser.parse_args()
    torch.set_num_threads(1)
    held_out = [json.loads(line)["text"] for file in options.articles for line in file.open(encoding="utf-8")]
    began = time.perf_counter()
    teacher = Tagger.from_pretrained(threads=1)
    paragraphs = [*_paragraphs(options.text, options.paragraphs, frozenset(held_out))]
    taught = [Labelled(text, sorted(bert_models.spans_of(teacher, text))) for text in paragraphs]
    print(f"{len(taught)} paragraphs with {sum(len(each.spans) for each in taught)} spans, {_since(began)}", flush=True)
    tokenizer = bert_models.tokenizer_of(paragraphs, _ENTRIES)
    model = bert_models.train(taught, tokenizer, options.epochs, options.width)
    print(f"trained, {_since(began)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bert_models.save_pair(model, tokenizer, Path(folder))
        _compare(Path(folder), held_out, teacher)
    print(f"done, {_since(began)}")


def _paragraphs(path: Path, count: int, held_out: frozenset[str]) -> Iterator[str]:
    """Every so-manieth paragraph that reads like news, none that an article of ``held_out`` holds."""
    known = "\n".join(held_out)
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        fit = [text for line in lines if len(text := line.strip()) in _LENGTHS and _NEWS.search(text)]
    fresh = [text for text in fit if text[40:80] not in known]
    return iter(fresh[:: max(1, len(fresh) // count)][:count])


def _compare(folder: Path, texts: Sequence[str], teacher: Tagger) -> None:
    tag = pipeline("token-classification", model=str(folder / "hub"), aggregation_strategy="simple", stride=128)
    tagger = Tagger.from_pretrained(folder / "int8", threads=1)
    both = either = as_taught = found = taught = 0
    for text in texts:
        theirs = {bert_models.Span(each["start"], each["end"], each["entity_group"]) for each in tag(text)}
        ours, lesson = bert_models.spans_of(tagger, text), bert_models.spans_of(teacher, text)
        both, either = both + len(theirs & ours), either + len(theirs | ours)
        as_taught, found, taught = as_taught + len(theirs & lesson), found + len(theirs), taught + len(lesson)
    print(
        f"the BERT in fp32 finds {found} spans, and what it was taught to with F1 {2 * as_taught / (found + taught):.3f}"
    )
    print(f"identical spans: {both} of {either} ({both / max(1, either):.2%}) on {len(texts)} articles")


def _since(began: float) -> str:
    return f"after {time.perf_counter() - began:.0f} s"


if __name__ == "__main__":
    main()
