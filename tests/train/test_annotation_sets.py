"""Annotations from Label Studio as training data."""

import json
from pathlib import Path

import datasets
import msgspec
import pytest
from annotation_exports import export_of
from annotation_samples import model_document

from mokpyo.annotations.datasets_form import save_datasets
from mokpyo.data.corpora import Part
from mokpyo.data.document import Document, Label
from mokpyo.data.errors import CorpusError
from mokpyo.data.label_studio.annotation_set import MANIFEST, AnnotationSet, PairSummary
from mokpyo.train.annotated import AnnotatedSettings, read_annotated
from mokpyo.train.annotation_sets import used_annotations
from mokpyo.train.config import CorpusSettings
from mokpyo.train.corpora import read_labelled
from mokpyo.train.evaluate import evaluate_model
from mokpyo.train.run import run_training

CONFIGS = Path(__file__).resolve().parents[2] / "configs"
PREDICTED = [model_document(number) for number in range(12)]
FIRST = dict(enumerate(PREDICTED))
SECOND = {
    number: msgspec.structs.replace(document, entities=document.entities[:-1], targets=document.targets[:-1])
    for number, document in enumerate(PREDICTED[:3])
}
PAIR = PairSummary(left="1", right="2", tasks=3, entity_f1=0.9412, target_f1=0.8, status_kappa=None, center_kappa=0.5)


def write_export(path: Path) -> Path:
    path.write_text(json.dumps(export_of(PREDICTED, FIRST, SECOND)), encoding="utf-8")
    return path


def write_pulled(folder: Path) -> Path:
    """A folder as a pull leaves it; how a pull makes it is tested with the pull."""
    folder.mkdir()
    documents = [msgspec.structs.replace(one, targets=[], centers=[]) for one in PREDICTED]
    lines = "".join(f"{document.to_json()}\n" for document in documents)
    (folder / "documents.jsonl").write_text(lines, encoding="utf-8")
    (folder / "annotators").mkdir()
    (folder / "annotators" / "1.jsonl").write_text(lines, encoding="utf-8")
    (folder / "agreement.json").write_text("{}", encoding="utf-8")
    (folder / "problems.jsonl").write_text('{"kind": "refused"}\n', encoding="utf-8")
    manifest = AnnotationSet(
        name="도시 소식",
        pulled="2026-03-05",
        tasks=14,
        annotated=12,
        several=3,
        annotators=[],
        repaired=2,
        refused=1,
        documents_sha256="0",
        agreement=[PAIR],
    )
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    return folder


def entities_of(path: Path) -> list[tuple[str, str]]:
    return [
        (sentence.text[span.start : span.end], span.label)
        for sentence in read_labelled(CorpusSettings(path=path, part=Part.ALL))
        for span in sentence.spans
    ]


def test_an_export_is_a_corpus_of_one_document_a_task(tmp_path: Path) -> None:
    newest = [SECOND.get(number, document) for number, document in FIRST.items()]
    expected = [(one.text, one.label.value) for document in newest for one in document.entities]
    assert expected == entities_of(write_export(tmp_path / "export.json"))


def test_a_pulled_folder_is_a_corpus_wherever_it_lies(tmp_path: Path) -> None:
    folder = write_pulled(tmp_path / "set")
    expected = [(one.text, one.label.value) for document in PREDICTED for one in document.entities]
    assert expected == entities_of(folder)
    (tmp_path / "more.jsonl").write_text('{"text": "한빛도", "spans": [[0, 3, "ORG"]]}\n', encoding="utf-8")
    assert sorted([*expected, ("한빛도", "ORG")]) == sorted(entities_of(tmp_path))


def test_documents_that_datasets_saved_are_a_corpus(tmp_path: Path) -> None:
    save_datasets({"chosen": PREDICTED, "annotator_1": PREDICTED[:2], "annotator_2": []}, tmp_path / "dataset")
    for split, documents in (("chosen", PREDICTED), ("annotator_1", PREDICTED[:2]), ("annotator_2", [])):
        corpus = CorpusSettings(path=tmp_path / "dataset", split=split)
        expected = [(one.text, one.label.value) for document in documents for one in document.entities]
        assert expected == [
            (sentence.text[span.start : span.end], span.label)
            for sentence in read_labelled(corpus)
            for span in sentence.spans
        ]


def test_a_row_that_is_no_document_is_named(tmp_path: Path) -> None:
    datasets.DatasetDict({"train": datasets.Dataset.from_dict({"document": ["{}"]})}).save_to_disk(tmp_path / "set")
    with pytest.raises(CorpusError, match=r"row 0 of .*/set, split train: not a document of this contract"):
        list(read_labelled(CorpusSettings(path=tmp_path / "set", split="train")))


def test_targets_of_both_are_read_too(tmp_path: Path) -> None:
    found = read_annotated([AnnotatedSettings(path=write_export(tmp_path / "export.json"))])
    assert [3 - (number in SECOND) for number in FIRST] == [len(document.targets) for document in found]
    assert 12 == len(read_annotated([AnnotatedSettings(path=write_pulled(tmp_path / "set"))]))


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    folder = write_pulled(tmp_path / "set")
    (folder / MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"annotation_set\.json is no manifest of a pulled set"):
        used_annotations([CorpusSettings(path=folder)])


@pytest.mark.slow
@pytest.mark.parametrize("pulled", [True, False])
def test_a_run_is_made_of_annotations_and_its_card_names_them(smoke: Path, tmp_path: Path, pulled: bool) -> None:
    data = write_pulled(tmp_path / "set") if pulled else write_export(tmp_path / "export.json")
    paths = [f"data.{part}.0.path={data}" for part in ("train", "validation", "test")]
    run = run_training(
        CONFIGS / "smoke.yaml", [*paths, f"output={tmp_path / 'run'}", "labels=project", "train.epochs=1"]
    )
    card = (run / "README.md").read_text("utf-8")
    if pulled:
        assert "Annotation set `도시 소식`: 12 articles" in card
        assert "| 1, 2 | 3 | 0.941 | 0.800 | not defined | 0.500 |" in card
        assert "2 repairs and 1 refusals" in card
    else:
        assert "Annotation set `export.json`: 12 articles by 2 annotators, 3 of them by more than" in card
        assert "Its agreement has not been measured" in card
    report = evaluate_model(str(run), data)
    gold = [one for document in documents(data) for one in document.entities]
    expected = {label.value: sum(one.label is label for one in gold) for label in Label}
    assert expected == {name: row.support for name, row in report.scores.labels.items()}


def documents(data: Path) -> list[Document]:
    return read_annotated([AnnotatedSettings(path=data)])
