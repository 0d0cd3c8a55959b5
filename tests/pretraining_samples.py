"""Raw text and a tiny config of masked-LM pretraining for the tests of it."""

import itertools
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIG = """
kind: pretrain
name: tiny
output: ${TINY}/run
packed: ${TINY}/packed
data: {raw: ["${TINY}/raw.txt"]}
vocabulary: {kind: wordpiece, size: 300, minimum: 1}
model: {hidden_size: 16, layers: 2, heads: 2, feed_forward_size: 32, window_tokens: 32}
train: {steps: 10, batch_size: 4, accumulate: 2, warmup_steps: 2, save_steps: 4, logging_steps: 5, validation_rows: 8,
        bf16: false, threads: 1, learning_rate: 0.01}
"""
PLACES = ("물빛시", "솔바람군", "은하도", "돌담읍")
BODIES = ("새싹재단", "두루공사", "누비센터", "마루협회", "이음연구원")
AMOUNTS = ("12개", "3억원", "450명", "9%")


def paragraphs() -> list[str]:
    """80 paragraphs of two sentences."""
    return [
        f"{place} {body}은 내년까지 {amount}를 늘린다. 이를 위해 {body}은 {place}와 손을 잡았다."
        for place, body, amount in itertools.product(PLACES, BODIES, AMOUNTS)
    ]


def write_raw(path: Path) -> None:
    """One paragraph a line."""
    path.write_text("".join(f"{paragraph}\n" for paragraph in paragraphs()), encoding="utf-8")


@contextmanager
def small_disk(bytes_per_file: int) -> Iterator[None]:
    """No file may grow beyond this, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_per_file, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
