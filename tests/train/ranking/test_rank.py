import json
from pathlib import Path

import pytest

from mokpyo.data.document import Document, Quantity, Status, Target
from mokpyo.data.errors import ConfigError, CorpusError
from mokpyo.inference.linking.target_model import TREES_FILE, WEIGHTS_FILE, TargetModel
from mokpyo.inference.quantities.reader import find_quantities
from mokpyo.train.run import run_training

ARTICLES = (
    ("새길시는 내년까지 찻집 {}곳을 지원한다. 이날 잔치에는 손님 {}명이 참석했다.", 1),
    ("달빛군은 일꾼 {}명을 채용했다. 마을 인구는 {}명으로 집계됐다.", 1),
    ("가람시는 {}억원을 들여 길을 낸다. 지난 밤 눈이 {}㎝ 내렸다.", 1),
)
"""Texts with two numbers each, of which the first alone is a target."""


def annotated(number: int) -> Document:
    template, wanted = ARTICLES[number % len(ARTICLES)]
    text = template.format(number + 11, number + 40)
    read = [reading.quantity for reading in find_quantities(text)][:wanted]
    targets = [
        Target(
            id=f"t{at}", center=None, quantity=quantity, object=None, deadline=None, region=None, status=Status.PLANNED
        )
        for at, quantity in enumerate(read, 1)
    ]
    assert all(isinstance(quantity, Quantity) for quantity in read)
    return Document(id=f"a{number}", text=text, targets=targets)


def write(folder: Path, documents: list[Document]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{document.to_json()}\n" for document in documents), encoding="utf-8")
    config = folder / "rank.yaml"
    config.write_text(
        f"kind: rank\nname: tiny\noutput: {folder / 'run'}\nfolds: 3\narticles: [{{path: {path}}}]\n", encoding="utf-8"
    )
    return config


def test_a_run_leaves_a_table_that_the_extractor_reads_and_what_it_gained(tmp_path: Path) -> None:
    run = run_training(write(tmp_path, [annotated(number) for number in range(60)]))
    metrics = json.loads((run / "metrics.json").read_text(encoding="utf-8"))
    assert (60, 60) == (metrics["articles"], metrics["targets"])
    assert metrics["learned_cross_validated"]["f1"] >= max(0.95, metrics["rules_by_hand"]["f1"])
    model = TargetModel.open(run)
    weights = model.weights
    assert weights["status=planned"] > 0 > weights["stem=집계"]
    assert model.trees is not None
    assert 200 == len(model.trees.trees)


def test_the_same_run_gives_the_same_table(tmp_path: Path) -> None:
    tables = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        run = run_training(write(tmp_path / name, [annotated(number) for number in range(30)]))
        tables.append([(run / name).read_bytes() for name in (WEIGHTS_FILE, TREES_FILE)])
    assert tables[0] == tables[1]


@pytest.mark.parametrize(
    ("numbers", "message"),
    [([], "hold no document"), ([1, 1], "is there twice"), ([1], "too few")],
    ids=["empty", "twice", "too few"],
)
def test_bad_articles_are_an_error(tmp_path: Path, numbers: list[int], message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        run_training(write(tmp_path, [annotated(number) for number in numbers]))


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    config = write(tmp_path, [annotated(1)])
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 1: "):
        run_training(config)


def test_a_single_fold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="folds"):
        run_training(write(tmp_path, [annotated(1)]), ["folds=1"])
