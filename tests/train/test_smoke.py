"""Train, export and open: the whole way, in seconds."""

import json
from pathlib import Path

import msgspec
import pytest
from matplotlib.axes import Axes

from mokpyo.data.document import Article
from mokpyo.data.errors import ConfigError
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.tagging.tagger import Tagger
from mokpyo.train.confusion import NOTHING, Confusion
from mokpyo.train.evaluate import evaluate_model
from mokpyo.train.export import MAXIMUM_LOSS, export_onnx
from mokpyo.train.plots import PICTURES, plot_confusion, plot_learning_curve
from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"


def test_smoke_run_learns_its_templates(smoke: Path) -> None:
    metrics = json.loads((smoke / "finetune" / "metrics.json").read_text())
    assert metrics["test"]["micro"]["f1"] > 0.9
    assert set(metrics["test"]["labels"]) == {"ORG", "REGION", "QUANTITY", "DATE"}


@pytest.mark.parametrize(
    "file",
    [
        "model.safetensors",
        "config.json",
        "encoding.json",
        "vocab.txt",
        "mokpyo.json",
        "run.yaml",
        "provenance.json",
        "README.md",
    ],
)
def test_run_folder_is_complete(smoke: Path, file: str) -> None:
    assert (smoke / "finetune" / file).stat().st_size > 0


def test_card_tells_scores_and_fingerprints(smoke: Path) -> None:
    card = (smoke / "finetune" / "README.md").read_text()
    metrics = json.loads((smoke / "finetune" / "metrics.json").read_text())
    provenance = json.loads((smoke / "finetune" / "provenance.json").read_text())
    assert f"**{100 * metrics['test']['micro']['f1']:.1f}**" in card
    assert all(digest in card for digest in provenance["data"].values())


def test_int8_export_opens_and_tags_as_the_run_does(smoke: Path, tmp_path: Path) -> None:
    report = export_onnx(smoke / "finetune", tmp_path / "model", int8=True)
    assert report.f1_fp32 - report.f1 <= MAXIMUM_LOSS
    trained = evaluate_model(str(smoke / "finetune"), smoke / "corpus.jsonl").scores.micro.f1
    exported = evaluate_model(str(tmp_path / "model"), smoke / "corpus.jsonl").scores.micro.f1
    assert exported == pytest.approx(trained, abs=0.02)
    assert "int8" in (tmp_path / "model" / "README.md").read_text()


def test_evaluation_tells_modes_and_confusion(
    smoke: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    evaluate_model(str(smoke / "finetune"), smoke / "corpus.jsonl", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert (tmp_path / "report.confusion.png").read_bytes().startswith(b"\x89PNG")
    gold = {label: row["support"] for label, row in report["scores"]["labels"].items()}
    rows = {label: sum(row.values()) for label, row in report["tables"]["labels"].items() if label != NOTHING}
    assert gold == rows
    printed = capsys.readouterr().out
    for told in (
        "seqeval strict",
        "character F1",
        "gold by predicted",
        "borders",
        f"{report['scores']['character_f1']:.3f}",
    ):
        assert told in printed


def test_pictures_show_what_was_measured(smoke: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(Axes, "text", lambda *arguments, **_: drawn.append(arguments[-1]))
    run = smoke / "finetune"
    tables = msgspec.json.decode((run / "metrics.json").read_bytes())["test_confusion_tables"]
    plot_confusion(msgspec.convert(tables, Confusion), tmp_path / "confusion.png")
    rows = [row[column] for row in tables["labels"].values() for column in tables["labels"]]
    assert [str(count) for count in rows[:-1]] == drawn
    card = (run / "README.md").read_text()
    for name in PICTURES:
        assert (run / name).read_bytes().startswith(b"\x89PNG")
        assert f"]({name})" in card


def test_a_curve_is_drawn_of_what_there_is(tmp_path: Path) -> None:
    history = [{"step": 10, "loss": 1.5}, {"step": 20, "loss": 1.0}, {"step": 20, "eval_loss": 1.2, "eval_f1": 0.5}]
    sizes = []
    for entries in (history, history[:2], history[:1], history[2:]):
        plot_learning_curve(entries, tmp_path / "a.png")
        plot_learning_curve(entries, tmp_path / "b.png")
        assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
        sizes.append((tmp_path / "a.png").stat().st_size)
    assert len(set(sizes)) == 4


def test_a_run_is_never_written_over(smoke: Path) -> None:
    with pytest.raises(ConfigError, match="already there"):
        run_training(CONFIGS / "smoke.yaml")


def test_an_ensemble_of_one_run_twice_is_that_run(smoke: Path, tmp_path: Path) -> None:
    members = [str(smoke / "finetune")] * 2
    corpora = [{"path": str(smoke / "corpus.jsonl"), "part": part} for part in ("train", "validation", "test")]
    config = {
        "kind": "ensemble",
        "name": "twice",
        "output": str(tmp_path / "ensemble"),
        "members": members,
        "window_tokens": 64,
        "data": {"train": corpora[:1], "validation": corpora[1:2], "test": corpora[2:]},
    }
    (tmp_path / "ensemble.yaml").write_text(json.dumps(config))
    run = run_training(tmp_path / "ensemble.yaml")
    alone, joined = (json.loads((folder / "metrics.json").read_text()) for folder in (smoke / "finetune", run))
    assert joined["test"] == alone["test"]
    report = export_onnx(run, tmp_path / "model", int8=True)
    assert report.agreement > 0.98
    assert "ensemble of 2" in (tmp_path / "model" / "README.md").read_text()


def test_a_run_in_bfloat16_leaves_a_graph_in_single_precision(smoke: Path, tmp_path: Path) -> None:
    changes = ["train.bf16=true", "train.epochs=1", "model.architecture=convolution", f"output={tmp_path / 'run'}"]
    run = run_training(CONFIGS / "smoke.yaml", changes)
    (entities,) = Tagger.from_pretrained(run).tag([view_article(Article(text="푸른시는 내년까지 30개를 마련한다."))[0]])
    assert all(entity.score > 0 for entity in entities)
