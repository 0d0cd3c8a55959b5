"""The bytes of a document depend on its article alone, whatever is read with it, in however many processes."""

import random
from pathlib import Path

import pytest
from batch_corpora import digests, run_corpus, write_lines
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Article
from mokpyo.inference.corpus.worker import open_extractor
from mokpyo.inference.extractor import Extractor
from mokpyo.inference.tagging.model_folder import BUNDLED
from mokpyo.inference.tagging.tagger import Tagger

pytestmark = pytest.mark.skipif(not BUNDLED.is_dir(), reason="no bundled model in this checkout")

PLACES = ("새길시는", "푸른군과 한솔구가", "큰들개발공사(사장 김하늘)는", "바다연구소에 따르면 도는")
DEEDS = (
    "나무 {0}만그루를 심는다.",
    "사업비 {0}억원을 들여 기업 {1}곳을 돕기로 했다.",
    "지난해 {0}명을 뽑았다고 {1}일 밝혔다.",
)


def text(seed: int) -> str:
    """An article of one to six sentences, of very different lengths."""
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    sentences = []
    for _ in range(chance.randint(1, 6)):
        deed = chance.choice(DEEDS).format(chance.randint(1, 900), chance.randint(1, 28))
        sentences.append(f"{chance.choice(PLACES)} {'내년까지 ' * chance.randint(0, 9)}{deed}")
    return "\n".join(sentences)


ARTICLES = [Article(text=text(seed), id=str(seed)) for seed in range(12)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Tagger.from_pretrained(threads=1))


@pytest.fixture(scope="module")
def alone(extractor: Extractor) -> list[str]:
    return [extractor(article.text, id=article.id).to_json() for article in ARTICLES]


@settings(max_examples=25)
@given(st.lists(st.integers(0, len(ARTICLES) - 1), max_size=9), st.integers(1, 10))
def test_company_changes_no_byte(extractor: Extractor, alone: list[str], chosen: list[int], batch_size: int) -> None:
    found = extractor.pipe((ARTICLES[index] for index in chosen), batch_size=batch_size)
    assert [alone[index] for index in chosen] == [document.to_json() for document in found]


def test_workers_and_batches_change_no_byte(alone: list[str], tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "in.jsonl", [{"id": article.id, "text": article.text} for article in ARTICLES])
    runs = [(1, 1), (1, 64), (2, 3)]
    for workers, batch_size in runs:
        output = tmp_path / f"{workers}-{batch_size}"
        options = {"workers": workers, "batch_size": batch_size, "shard_size": 5}
        run_corpus(corpus, output=output, open_reader=open_extractor, **options)
        lines = [line for file in sorted(output.glob("documents-*")) for line in file.read_text("utf-8").splitlines()]
        assert alone == lines
    first, *others = (digests(tmp_path / f"{workers}-{batch_size}") for workers, batch_size in runs)
    assert [first] * len(others) == others
