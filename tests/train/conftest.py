"""A tiny corpus made from templates, and one smoke run over it for all tests of this room."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"

ORGANISATIONS = ("푸른시", "한빛도", "다온센터", "가람공사", "새벽재단", "온누리협회")
REGIONS = ("남쪽 마을", "푸른항", "한빛리", "동녘동")
DATES = ("2031년", "내년", "3월", "오는 12일")
QUANTITIES = ("30개", "5억원", "120명", "7%", "40곳")
TEMPLATES = (
    ("{ORG}", "는 ", "{DATE}", "까지 ", "{REGION}", "에 ", "{QUANTITY}", "를 마련한다."),
    ("{DATE}", " ", "{ORG}", "은 ", "{QUANTITY}", "를 ", "{REGION}", "에서 모았다."),
    ("{REGION}", "의 ", "{ORG}", "이 ", "{QUANTITY}", "를 뽑는다."),
)
_KLUE = {"ORG": "OG", "REGION": "LC", "QUANTITY": "QT", "DATE": "DT"}


def sentences() -> list[dict[str, object]]:
    """Every template filled in many ways, as lines of a corpus with KLUE's labels."""
    filled = []
    for number, (organisation, region, date, quantity) in enumerate(
        itertools.product(ORGANISATIONS, REGIONS, DATES, QUANTITIES)
    ):
        values = {"ORG": organisation, "REGION": region, "DATE": date, "QUANTITY": quantity}
        text, spans = "", []
        for piece in TEMPLATES[number % len(TEMPLATES)]:
            label = piece.strip("{}") if piece.startswith("{") else None
            surface = values[label] if label else piece
            if label:
                spans.append([len(text), len(text) + len(surface), _KLUE[label]])
            text += surface
        filled.append({"text": text, "spans": spans, "id": f"smoke-{number}"})
    return filled


def write_corpus(path: Path) -> None:
    """The corpus as JSONL."""
    lines = (json.dumps(sentence, ensure_ascii=False) for sentence in sentences())
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


VECTORS = """
kind: vectors
name: smoke-vectors
output: ${SMOKE}/vectors
raw: ["${SMOKE}/raw.txt"]
task: [{path: "${SMOKE}/corpus.jsonl"}]
vocabulary: {whole: 400, pieces: 200, minimum: 1}
vectors: {size: 8, contexts: 50, minimum_pairs: 1, iterations: 1}
"""


@pytest.fixture(scope="session")
def smoke(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with corpus, raw text, vectors, and a finished run of ``configs/smoke.yaml`` in ``finetune``."""
    folder = tmp_path_factory.mktemp("smoke")
    write_corpus(folder / "corpus.jsonl")
    raw = "".join(f"{sentence['text']}\n" for sentence in sentences())
    (folder / "raw.txt").write_text(raw, encoding="utf-8")
    (folder / "vectors.yaml").write_text(VECTORS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMOKE", str(folder))
        run_training(folder / "vectors.yaml")
        run_training(CONFIGS / "smoke.yaml")
        yield folder
