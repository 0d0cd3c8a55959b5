"""Runs that make corpora, and corpora that are wrong."""

import json
from pathlib import Path

import pytest

from mokpyo.data.corpora import Part, read_corpus
from mokpyo.data.document import Document, Entity, Label
from mokpyo.data.errors import ConfigError, CorpusError, ModelError
from mokpyo.data.standoff import write_standoff
from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"

RELABEL = """
kind: relabel
name: relabel
output: {folder}/relabel
source: {folder}/source.jsonl
target: {smoke}/corpus.jsonl
silver: {folder}/silver.jsonl
members: 2
model:
  {{encoding: "{smoke}/vectors", static_vectors: true, affixes: true, architecture: convolution, embedding_size: 16,
    hidden_size: 32, layers: 1, dropout: 0.0}}
train: {{epochs: 6, batch_size: 16, learning_rate: 0.005, warmup_steps: 5, bf16: false, threads: 1}}
"""
LABEL = """
kind: label
name: label
output: {folder}/label
models: ["{smoke}/finetune"]
articles: ["{folder}/articles.jsonl"]
exclude: ["{folder}/excluded.jsonl"]
"""


def write(path: Path, *lines: object) -> None:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")


def test_relabelling_learns_the_other_guideline(smoke: Path, tmp_path: Path) -> None:
    # The other guideline calls a place a facility and knows no dates.
    other = {"LC": "AF_PLACE", "OG": "OG_BODY", "QT": "QT_COUNT"}
    gold = [json.loads(line) for line in (smoke / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    source = [
        row | {"spans": [[start, end, other[label]] for start, end, label in row["spans"] if label in other]}
        for row in gold
    ]
    write(tmp_path / "source.jsonl", *source)
    write(
        tmp_path / "silver.jsonl",
        source[0],
        {"text": "가람공사는 내년까지 8곳을 짓는다.", "spans": [[0, 4, "OG_BODY"]]},
    )
    (tmp_path / "relabel.yaml").write_text(RELABEL.format(folder=tmp_path, smoke=smoke))
    run = run_training(tmp_path / "relabel.yaml")
    metrics = json.loads((run / "metrics.json").read_text())
    assert metrics["silver_sentences_dropped_as_gold"] == 1
    assert metrics["validation"]["micro"]["f1"] > max(0.9, metrics["validation_without_relabelling"]["micro"]["f1"])
    (written,) = read_corpus(run / "relabelled.jsonl")
    assert {"OG", "DT"} <= {span.label for span in written.spans}


ANNOTATED = """
kind: label
name: label
output: {folder}/label
models: ["{smoke}/finetune"]
annotations: [{{path: "{folder}/entities.jsonl", texts: ["{folder}/articles.jsonl"]}}]
"""


def test_annotated_names_stand_and_models_give_the_rest(smoke: Path, tmp_path: Path) -> None:
    text = "푸른시는 내년까지 한빛리에 40곳을 마련한다."
    write(tmp_path / "articles.jsonl", {"id": "a", "text": text}, {"id": "b", "text": "새벽재단은 7%를 모았다."})
    entities = [Entity(0, 3, Label.REGION, "푸른시"), Entity(5, 7, Label.DATE, "내년")]
    write_standoff([Document(id="a", text=text, entities=entities)], tmp_path / "entities.jsonl",
                   source="smoke", annotator="a")  # fmt: skip
    (tmp_path / "label.yaml").write_text(ANNOTATED.format(folder=tmp_path, smoke=smoke))
    (sentence,) = read_corpus(run_training(tmp_path / "label.yaml") / "labelled.jsonl")
    found = {(text[span.start : span.end], span.label) for span in sentence.spans}
    assert sentence.id == "a-0"
    assert found == {("푸른시", "LC"), ("내년", "DT"), ("40곳", "QT")}


def test_labelling_leaves_out_what_is_excluded(smoke: Path, tmp_path: Path) -> None:
    write(
        tmp_path / "articles.jsonl",
        {"text": "푸른시는 내년까지 40곳을 마련한다. 새벽재단은 7%를 모았다.\n한빛리의 다온센터이 30개를 뽑는다."},
        {"text": "측정에 쓰는 기사라서 배우지 않는다."},
    )
    write(
        tmp_path / "excluded.jsonl",
        {"text": "측정에 쓰는 기사라서 배우지 않는다."},
        {"text": "새벽재단은 7%를 모았다."},
    )
    (tmp_path / "label.yaml").write_text(LABEL.format(folder=tmp_path, smoke=smoke))
    run = run_training(tmp_path / "label.yaml")
    metrics = json.loads((run / "metrics.json").read_text())
    texts = [sentence.text for sentence in read_corpus(run / "labelled.jsonl")]
    assert texts == ["푸른시는 내년까지 40곳을 마련한다.", "한빛리의 다온센터이 30개를 뽑는다."]
    assert metrics["articles_excluded"] == 1
    assert metrics["sentences_excluded_or_over_the_limit"] == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "가", "spans": [[0, 2, "OG"]]}', r"line 2: .*outside its text of 1 characters"),
        ('{"text": "가나", "spans": [[0, 2, "OG"], [1, 2, "LC"]]}', "line 2: .*overlaps"),
        ('{"text": "가나"', "line 2: "),
        ('{"text": 1, "spans": []}', "line 2: .*text"),
        ('{"spans": []}', "line 2: .*text"),
    ],
)
def test_malformed_lines_are_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(f'{{"text": "다", "spans": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=message):
        list(read_corpus(path))


def test_binary_and_missing_corpora_are_told(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorpusError, match="line 1"):
        list(read_corpus(tmp_path / "corpus.jsonl"))
    with pytest.raises(CorpusError, match="cannot be read"):
        list(read_corpus(tmp_path / "none.jsonl"))


def test_parts_together_are_the_whole(smoke: Path) -> None:
    parts = [list(read_corpus(smoke / "corpus.jsonl", part=part)) for part in (Part.TRAIN, Part.VALIDATION, Part.TEST)]
    assert sum(map(len, parts)) == len(list(read_corpus(smoke / "corpus.jsonl")))


@pytest.mark.parametrize(
    ("overrides", "error", "message"),
    [
        (["data.train.0.path=nowhere.jsonl"], CorpusError, "cannot be read"),
        (["data.train.0.path=${EMPTY}"], CorpusError, "holds no sentence in its train part"),
        (["data.train.0.path=${FINE}", "data.train.0.part=all"], CorpusError, "not one of KLUE's|in neither scheme"),
        (["model.encoding=null"], ConfigError, "name either"),
        (["model.encoding=${EMPTY_FOLDER}"], ModelError, r"needs tokenizer\.json or vocab\.txt"),
        (
            ["model.pretrained=${EMPTY_FOLDER}", "model.encoding=null"],
            ModelError,
            r"needs tokenizer\.json or vocab\.txt",
        ),
    ],
)
def test_wrong_runs_are_told(
    smoke: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    overrides: list[str],
    error: type[Exception],
    message: str,
) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "folder").mkdir()
    write(tmp_path / "fine.jsonl", {"text": "푸른항", "spans": [[0, 3, "AF_PLACE"]]})
    monkeypatch.setenv("EMPTY", str(tmp_path / "empty.jsonl"))
    monkeypatch.setenv("FINE", str(tmp_path / "fine.jsonl"))
    monkeypatch.setenv("EMPTY_FOLDER", str(tmp_path / "folder"))
    with pytest.raises(error, match=message):
        run_training(CONFIGS / "smoke.yaml", [f"output={tmp_path / 'run'}", *overrides])
    assert not (tmp_path / "run" / "metrics.json").exists()
