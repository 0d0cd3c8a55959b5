"""Fine-tuning from a pretrained BERT: only its size differs from KLUE-BERT's."""

import json
from pathlib import Path

import pytest
from train_samples import save_as_klue
from transformers import BertConfig, BertModel

from mokpyo.data.encodings.encoding_file import Specials
from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece
from mokpyo.data.errors import ConfigError
from mokpyo.train.evaluate import evaluate_model
from mokpyo.train.export import export_onnx
from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"
SMALLER = (
    "model.window_tokens=64",
    "train.epochs=8",
    "train.learning_rate=0.005",
    "train.warmup_steps=5",
    "train.bf16=false",
)


@pytest.fixture
def bert(smoke: Path, tmp_path: Path) -> Path:
    texts = (json.loads(line)["text"] for line in (smoke / "corpus.jsonl").read_text(encoding="utf-8").splitlines())
    encoding = train_wordpiece(count_words(texts), size=150, minimum=1, specials=Specials())
    folder = tmp_path / "bert"
    shape = BertConfig(
        vocab_size=encoding.vocabulary_size,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(shape, add_pooling_layer=False).save_pretrained(folder)
    # As on the Hub: a tokenizer, and no encoding.json.
    encoding.tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def test_bert_is_fine_tuned_exported_and_opened(smoke: Path, bert: Path, tmp_path: Path) -> None:
    save_as_klue(smoke / "corpus.jsonl", tmp_path / "klue")
    paths = [f"data.{part}.0.path={tmp_path / 'klue'}" for part in ("train", "validation", "test")]
    overrides = [*paths, f"model.pretrained={bert}", f"output={tmp_path / 'run'}", *SMALLER]
    run = run_training(CONFIGS / "finetune-klue-bert.yaml", overrides)
    metrics = json.loads((run / "metrics.json").read_text())
    assert metrics["losses"]["train_sentences_dropped_as_held_out"] > 0
    assert metrics["test"]["micro"]["f1"] > 0.6
    export_onnx(run, tmp_path / "model", int8=True)
    scores = [
        evaluate_model(str(folder), smoke / "corpus.jsonl").scores.micro.f1 for folder in (run, tmp_path / "model")
    ]
    assert scores[1] == pytest.approx(scores[0], abs=0.02)


def test_a_window_longer_than_the_encoder_reads_is_named(smoke: Path, bert: Path, tmp_path: Path) -> None:
    overrides = ["model.encoding=null", "model.static_vectors=false", f"model.pretrained={bert}"]
    with pytest.raises(ConfigError, match=r"window_tokens is 65, but .* no more than 64 .*set model\.window_tokens=64"):
        run_training(CONFIGS / "smoke.yaml", [*overrides, "model.window_tokens=65", f"output={tmp_path / 'run'}"])
    assert not (tmp_path / "run").exists()


def test_own_annotations_are_a_folder(smoke: Path, bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "corpus.jsonl").symlink_to(smoke / "corpus.jsonl")
    monkeypatch.setenv("ANNOTATIONS", str(tmp_path / "own"))
    overrides = [f"model.pretrained={bert}", f"output={tmp_path / 'run'}", *SMALLER, "train.epochs=1"]
    run = run_training(CONFIGS / "finetune-local.yaml", overrides)
    assert list(json.loads((run / "provenance.json").read_text())["data"]) == [str(tmp_path / "own")]
    assert "B-REGION" in json.loads((run / "config.json").read_text())["label2id"]
