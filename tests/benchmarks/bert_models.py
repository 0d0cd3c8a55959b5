"""BERT taggers for the speed benchmark: one of KLUE-BERT-base's shape, one small and trained, each for both sides.

A pair is two folders with identical weights: ``hub`` in fp32 for a transformers pipeline, ``int8`` as ``mokpyo export
--int8`` writes its graph. Windows are whole articles on both sides.
"""

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from generated_news import Labelled
from tokenizers import BertWordPieceTokenizer
from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast

from mokpyo.data.document import Article
from mokpyo.data.labels import KLUE_CLASSES, bio_tags
from mokpyo.inference.reading.view import view_articles
from mokpyo.inference.tagging.decoding import decode
from mokpyo.inference.tagging.tagger import Tagger, _Portion
from mokpyo.train.onnx_graph import quantise_graph, write_graph

TAGS = bio_tags(KLUE_CLASSES)
_IGNORED = -100
_WINDOW = 256
_BATCH = 16


class Span(NamedTuple):
    """Code points and label."""

    start: int
    end: int
    label: str


def tokenizer_of(texts: Sequence[str], size: int) -> PreTrainedTokenizerFast:
    """WordPiece trained on these very texts, so that they come to few tokens: in the pipeline's favour."""
    pieces = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    pieces.train_from_iterator(texts, vocab_size=size, min_frequency=1, show_progress=False)
    pieces = BertWordPieceTokenizer(pieces.get_vocab(), lowercase=False, strip_accents=False)
    special = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")}
    return PreTrainedTokenizerFast(tokenizer_object=pieces._tokenizer, model_max_length=512, **special)


def bert(**shape: int) -> BertForTokenClassification:
    """Random weights; KLUE-BERT-base's shape if nothing else is said."""
    torch.manual_seed(0)
    names = dict(enumerate(TAGS))
    config = BertConfig(**({"vocab_size": 32_000} | shape), id2label=names, label2id={t: i for i, t in names.items()})
    return BertForTokenClassification(config).eval()


def save_pair(model: BertForTokenClassification, tokenizer: PreTrainedTokenizerFast, folder: Path) -> None:
    """Write ``folder/hub`` and ``folder/int8``."""
    model.save_pretrained(folder / "hub")
    tokenizer.save_pretrained(folder / "hub")
    exported = folder / "int8"
    exported.mkdir()
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        shutil.copy(folder / "hub" / name, exported)
    write_graph(model, folder / "full.onnx")
    quantise_graph(folder / "full.onnx", exported / "model.onnx")
    (folder / "full.onnx").unlink()
    (exported / "mokpyo.json").write_text(json.dumps({"format": 1, "unit": "article"}), encoding="utf-8")


def spans_of(tagger: Tagger, text: str) -> set[Span]:
    """What the tagger decodes, before borders are put right: the like of what a pipeline gives."""
    ((view, form),) = view_articles([Article(text=text)])
    jobs = list(tagger._encode(view))
    spans = set()
    for job, probabilities in zip(jobs, tagger._classify([_Portion(0, jobs)]) if jobs else [], strict=True):
        for run in decode(probabilities, tagger._scheme):
            offsets = job.encoded.offsets[run.first : run.last]
            start, end = (job.sentence.start + offset for offset in (offsets[0][0], offsets[-1][1]))
            spans.add(Span(*form.to_original(start, end), run.label))
    return spans


def train(
    articles: Sequence[Labelled], tokenizer: PreTrainedTokenizerFast, epochs: int = 4, width: int = 128
) -> BertForTokenClassification:
    """A small BERT that has learned the spans of ``articles`` from scratch."""
    shape = {"hidden_size": width, "num_hidden_layers": 3, "num_attention_heads": 4, "intermediate_size": 4 * width}
    model = bert(vocab_size=len(tokenizer), **shape).train()
    examples = [example for article in articles for example in _examples(article, tokenizer)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    order = random.Random(0)  # noqa: S311 - an order, not a secret
    batches = [batch for _ in range(epochs) for batch in _shuffled(examples, order)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-3, total_steps=len(batches), pct_start=0.1)
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16):
            loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
    return model.eval()


def _examples(article: Labelled, tokenizer: PreTrainedTokenizerFast) -> Iterator[dict[str, list[int]]]:
    encoded = tokenizer(article.text, return_offsets_mapping=True, add_special_tokens=False, verbose=False)
    tags = ["O"] * len(encoded["input_ids"])
    for first, last, label in article.spans:
        inside = [at for at, (start, _) in enumerate(encoded["offset_mapping"]) if first <= start < last]
        for rank, at in enumerate(inside):
            tags[at] = f"{'I' if rank else 'B'}-{label}"
    for at in range(0, len(tags), _WINDOW):
        ids = [tokenizer.cls_token_id, *encoded["input_ids"][at : at + _WINDOW], tokenizer.sep_token_id]
        yield {"input_ids": ids, "labels": [_IGNORED, *map(TAGS.index, tags[at : at + _WINDOW]), _IGNORED]}


def _shuffled(examples: list[dict[str, list[int]]], order: random.Random) -> Iterator[dict[str, torch.Tensor]]:
    order.shuffle(examples)
    for at in range(0, len(examples), _BATCH):
        group = examples[at : at + _BATCH]
        width = max(len(example["input_ids"]) for example in group)
        padded = {
            name: torch.tensor([example[name] + [fill] * (width - len(example[name])) for example in group])
            for name, fill in (("input_ids", 0), ("labels", _IGNORED))
        }
        mask = torch.tensor([[1] * len(e["input_ids"]) + [0] * (width - len(e["input_ids"])) for e in group])
        yield {**padded, "attention_mask": mask}
