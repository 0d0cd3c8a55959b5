"""Corpora in every form that a config may name."""

import json
from pathlib import Path

import datasets
import pytest
from train_samples import klue_rows, save_as_klue

from mokpyo.data.corpora import LabelledSpan, Part, read_corpus
from mokpyo.data.document import Document, Entity, Label
from mokpyo.data.errors import CorpusError
from mokpyo.train.config import CorpusSettings
from mokpyo.train.corpora import fingerprint_corpora, read_labelled

TEXT = "푸른시는 내년까지 나무 30그루를 심는다. 동녘동에도 심을 예정이다.\r\n다온센터가 돕는다."


def document(name: str, *surfaces: tuple[str, Label]) -> Document:
    entities = [
        Entity(start := TEXT.index(surface), start + len(surface), label, surface) for surface, label in surfaces
    ]
    return Document(id=name, text=TEXT, entities=entities)


FIRST = document(
    "가", ("푸른시", Label.ORG), ("30그루", Label.QUANTITY), ("동녘동", Label.REGION), ("다온센터", Label.ORG)
)


def surfaces(corpus: CorpusSettings) -> list[list[tuple[str, str]]]:
    return [
        [(sentence.text[span.start : span.end], span.label) for span in sentence.spans]
        for sentence in read_labelled(corpus)
    ]


CUT = [[("푸른시", "ORG"), ("30그루", "QUANTITY")], [("동녘동", "REGION")], [("다온센터", "ORG")]]


def test_documents_are_cut_into_sentences(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(FIRST.to_json(), encoding="utf-8")
    (tmp_path / "more.jsonl").write_text(f"{FIRST.to_json()}\n\n{FIRST.to_json()}\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "plain.jsonl").write_text('{"text": "한빛도", "spans": [[0, 3, "ORG"]]}\n', encoding="utf-8")
    assert surfaces(CorpusSettings(path=tmp_path / "one.json")) == CUT
    assert surfaces(CorpusSettings(path=tmp_path / "more.jsonl")) == CUT * 2
    assert surfaces(CorpusSettings(path=tmp_path)) == [[("한빛도", "ORG")], *CUT * 3]
    ids = [sentence.id for sentence in read_labelled(CorpusSettings(path=tmp_path / "one.json"))]
    assert ids == ["가-0", "가-1", "가-2"]
    parts = [surfaces(CorpusSettings(path=tmp_path, part=part)) for part in Part if part is not Part.ALL]
    assert sum(map(len, parts)) == 10


def test_an_entity_across_sentences_keeps_them_together(tmp_path: Path) -> None:
    wide = document("나", ("심는다. 동녘동", Label.REGION), ("다온센터", Label.ORG))
    (tmp_path / "one.json").write_text(wide.to_json(), encoding="utf-8")
    assert surfaces(CorpusSettings(path=tmp_path)) == [[("심는다. 동녘동", "REGION")], [("다온센터", "ORG")]]


def test_a_saved_data_set_is_the_corpus_that_it_was_made_of(smoke: Path, tmp_path: Path) -> None:
    save_as_klue(smoke / "corpus.jsonl", tmp_path / "klue")
    corpus = CorpusSettings(path=tmp_path / "klue", configuration="ner", split="validation")
    found = [(sentence.text, sentence.spans) for sentence in read_labelled(corpus)]
    assert found == [(sentence.text, sentence.spans) for sentence in read_corpus(smoke / "corpus.jsonl")]
    assert list(fingerprint_corpora([corpus])) == [f"{tmp_path}/klue ner validation"]


def test_the_hubs_files_load_as_what_was_saved(smoke: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``klue/klue`` is a folder of Parquet for each configuration, which its card lists; so is this one."""
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    rows = klue_rows(smoke / "corpus.jsonl")
    for split in ("train", "validation"):
        (tmp_path / "klue" / "ner").mkdir(parents=True, exist_ok=True)
        rows.to_parquet(tmp_path / "klue" / "ner" / f"{split}-00000-of-00001.parquet")
    files = [{"split": split, "path": f"ner/{split}-*"} for split in ("train", "validation")]
    configs = json.dumps([{"config_name": "ner", "data_files": files}])
    (tmp_path / "klue" / "README.md").write_text(f"---\nconfigs: {configs}\n---\n", encoding="utf-8")
    corpus = CorpusSettings(path=tmp_path / "klue", configuration="ner", split="validation")
    found = [(sentence.text, sentence.spans) for sentence in read_labelled(corpus)]
    assert found == [(sentence.text, sentence.spans) for sentence in read_corpus(smoke / "corpus.jsonl")]


def test_an_inside_tag_that_continues_nothing_begins(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    rows = {"tokens": [list("가나다 라")], "ner_tags": [["I-OG", "I-OG", "I-LC", "O", "I-LC"]]}
    datasets.DatasetDict({"train": datasets.Dataset.from_dict(rows)}).save_to_disk(tmp_path / "set")
    (sentence,) = read_labelled(CorpusSettings(path=tmp_path / "set", split="train"))
    assert sentence.spans == [LabelledSpan(0, 2, "OG"), LabelledSpan(2, 3, "LC"), LabelledSpan(4, 5, "LC")]
    assert "split train: 3 tags I-" in caplog.text


def test_a_data_set_of_words_is_loaded_as_one_of_the_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    rows = {"tokens": [["푸른", "시", "는", "심는다"]], "tags": [["B-OG", "I-OG", "O", "O"]], "id": ["하나"]}
    (tmp_path / "words").mkdir()
    datasets.Dataset.from_dict(rows).to_parquet(tmp_path / "words" / "train.parquet")
    (sentence,) = read_labelled(CorpusSettings(path=tmp_path / "words", split="train"))
    assert (sentence.text, sentence.id) == ("푸른 시 는 심는다", "하나")
    assert sentence.spans == [LabelledSpan(0, 4, "OG")]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"tokens": [["가"]], "ner_tags": [["X-OG"]]}, r"row 0 of .*, split train: tag 'X-OG' at token 0"),
        ({"tokens": [["가"]], "ner_tags": [["O", "O"]]}, "1 tokens have 2 tags"),
        ({"tokens": [["가"]], "ner_tags": [[3]]}, "numbers without names"),
        ({"words": [["가"]], "ner_tags": [["O"]]}, "has the columns words, ner_tags; a corpus needs `tokens`"),
    ],
)
def test_rows_that_are_no_corpus_are_named(tmp_path: Path, columns: dict[str, list[object]], message: str) -> None:
    datasets.DatasetDict({"train": datasets.Dataset.from_dict(columns)}).save_to_disk(tmp_path / "set")
    with pytest.raises(CorpusError, match=message):
        list(read_labelled(CorpusSettings(path=tmp_path / "set", split="train")))


def test_what_cannot_be_read_is_named(smoke: Path, tmp_path: Path) -> None:
    datasets.DatasetDict({"train": klue_rows(smoke / "corpus.jsonl")}).save_to_disk(tmp_path / "set")
    (tmp_path / "empty").mkdir()
    overlapping = json.loads(FIRST.to_json())
    overlapping["entities"] *= 2
    wrong = json.loads(FIRST.to_json())
    wrong["entities"][0]["text"] = "푸른도"
    (tmp_path / "overlapping.json").write_text(json.dumps(overlapping), encoding="utf-8")
    (tmp_path / "wrong.jsonl").write_text(json.dumps(wrong), encoding="utf-8")
    cases = [
        (CorpusSettings(path=tmp_path / "set", split="dev"), "has no split 'dev'; it has train"),
        (CorpusSettings(path=tmp_path / "empty", split="train"), "cannot be loaded"),
        (CorpusSettings(path=tmp_path / "empty"), r"holds no \.json or \.jsonl file"),
        (CorpusSettings(path=tmp_path / "none.json"), "cannot be read: No such file"),
        (CorpusSettings(path=tmp_path / "overlapping.json"), "document '가': .*overlaps"),
        (CorpusSettings(path=tmp_path / "wrong.jsonl"), r"wrong\.jsonl, line 1: .*"),
    ]
    for corpus, message in cases:
        with pytest.raises(CorpusError, match=message):
            list(read_labelled(corpus))
