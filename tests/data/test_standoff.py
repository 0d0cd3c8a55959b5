import datetime
import json
import lzma
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target
from mokpyo.data.errors import CorpusError
from mokpyo.data.standoff import join_standoff, read_standoff, write_standoff
from mokpyo.data.standoff_records import read_records
from mokpyo.data.texts import raw_text_id, read_texts

GOLD = Path(__file__).resolve().parents[2] / "annotations" / "gold"
TEXT = "😀 새길시는 내년까지 나무 3만~4만그루를 심는다. 시는 3만~4만그루를 약속했다."

DOCUMENT = Document(
    id="a",
    published=datetime.date(2026, 3, 4),
    text=TEXT,
    entities=[Entity(2, 5, Label.ORG, "새길시")],
    centers=[Center("c1", "새길시", ["시"], "새길", [(2, 5)])],
    targets=[
        Target(
            id="t1",
            center="c1",
            quantity=Quantity(15, 22, "3만~4만그루", 30_000, 40_000, "그루", Bound.EXACT),
            object="나무",
            deadline=Deadline(7, 9, "내년", None, datetime.date(2027, 12, 31)),
            region="새길",
            status=Status.PLANNED,
        ),
        Target(
            id="t2",
            center=None,
            quantity=Quantity(32, 39, "3만~4만그루", 30_000, 40_000, "그루", Bound.EXACT),
            object=None,
            deadline=None,
            region=None,
            status=Status.PLANNED,
            repeat_of="t1",
        ),
    ],
)


def written(folder: Path, *found: Document) -> Path:
    path = folder / "gold.jsonl"
    write_standoff(found or [DOCUMENT], path, source="made up", annotator="a")
    return path


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    path = written(folder)
    record = json.loads(path.read_text("utf-8"))
    change(record)
    path.write_text(json.dumps(record), "utf-8")
    return path


def test_what_was_written_is_read_with_its_text(tmp_path: Path) -> None:
    assert [DOCUMENT] == list(read_standoff(written(tmp_path), {"a": TEXT}))


def test_a_file_holds_no_surface_and_says_whose_it_is(tmp_path: Path) -> None:
    line = written(tmp_path).read_text("utf-8")
    assert "그루를" not in line
    assert "3만~4만그루" not in line
    assert "내년" not in line
    (record,) = read_records(tmp_path / "gold.jsonl")
    assert ("made up", "a", 64) == (record.source, record.annotator, len(record.sha256))


def without_machine(document: Document) -> Document:
    return msgspec.structs.replace(
        document,
        title=None,
        entities=[msgspec.structs.replace(one, score=1.0) for one in document.entities],
        targets=[msgspec.structs.replace(one, link="", score=1.0, evidence=None) for one in document.targets],
    )


@given(st.lists(documents(), max_size=3, unique_by=lambda document: document.id))
def test_any_documents_come_back_but_for_what_a_machine_adds(found: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gold.jsonl"
        write_standoff(found, path, source="any", annotator="b")
        read = list(read_standoff(path, {document.id: document.text for document in found}))
    assert [without_machine(document) for document in found] == read


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ({}, "no text of this id is given; it was collected from 'made up'"),
        ({"a": TEXT + " "}, "the text given has SHA-256"),
        ({"a": TEXT.replace("심는다", "심었다")}, "the text given has SHA-256"),
        ({"a": ""}, "the text given has SHA-256"),
        ({"a": "\ud800"}, "the text given has SHA-256"),
    ],
)
def test_another_text_is_refused(tmp_path: Path, texts: dict[str, str], reason: str) -> None:
    joined = join_standoff(written(tmp_path), texts)
    assert [] == joined.documents
    assert [(1, "a")] == [(one.line, one.id) for one in joined.refusals]
    assert joined.refusals[0].reason.startswith(reason)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda record: record["targets"][0]["quantity"].update(start=-1), "the quantity of 't1' has the span [-1, 22)"),
        (lambda record: record["targets"][0]["quantity"].update(end=999), "the quantity of 't1' has the span [15, 999)"),
        (lambda record: record["targets"][0]["quantity"].update(end=15), "the quantity of 't1' has the span [15, 15)"),
        (lambda record: record["targets"][0]["deadline"].update(end=999), "the deadline of 't1' has the span [7, 999)"),
        (lambda record: record.update(entities=[[2, 999, "ORG"]]), "an entity has the span [2, 999)"),
        (lambda record: record["centers"][0].update(mentions=[[5, 2]]), "a mention of center 'c1' has the span [5, 2)"),
        (lambda record: record["targets"][0].update(center="c9"), "target 't1' names center 'c9'"),
        (lambda record: record["targets"][1].update(repeat_of="t9"), "target 't2' repeats 't9'"),
        (lambda record: record.update(text=TEXT), "not an annotation in standoff form: Object contains unknown field `text`"),
        (lambda record: record.pop("sha256"), "not an annotation in standoff form: Object missing required field `sha256`"),
        (lambda record: record["targets"][0].update(status="done"), "not an annotation in standoff form: Invalid enum value"),
    ],
)  # fmt: skip
def test_a_wrong_annotation_is_refused(tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str) -> None:
    joined = join_standoff(changed(tmp_path, change), {"a": TEXT})
    assert [] == joined.documents
    assert joined.refusals[0].reason.startswith(reason)


def test_every_line_is_either_a_document_or_a_refusal(tmp_path: Path) -> None:
    path = written(tmp_path, *(msgspec.structs.replace(DOCUMENT, id=name) for name in "abca"))
    path.write_bytes(path.read_bytes() + b"\n{\n\xff\n")
    joined = join_standoff(path, {"a": TEXT, "b": "another", "c": TEXT})
    assert ["a", "c"] == [document.id for document in joined.documents]
    assert [(2, "b"), (4, "a"), (6, ""), (7, "")] == [(one.line, one.id) for one in joined.refusals]
    assert joined.refusals[1].reason.startswith("this id has been annotated on a line before")


def test_reading_raises_with_every_refusal_listed(tmp_path: Path) -> None:
    path = written(tmp_path, *(msgspec.structs.replace(DOCUMENT, id=name) for name in "abc"))
    with pytest.raises(CorpusError, match=r"2 of 3 annotations of .* are refused: line 1 a: .*; line 2 b: no text"):
        read_standoff(path, {"a": "another", "c": TEXT})


def test_records_are_read_without_texts_unless_a_line_is_none(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert ["a"] == [record.id for record in read_records(path)]
    path.write_bytes(path.read_bytes() + b"[]\n")
    with pytest.raises(CorpusError, match=r"1 of 2 annotations .* line 2: not an annotation"):
        read_records(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.jsonl cannot be read"):
        join_standoff(tmp_path / "none.jsonl", {})


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('{"id": "a", "text": "가", "url": "…"}\n\n{"id": "b", "text": ""}\n', {"a": "가", "b": ""}),
        ('{"id": "a", "text": "가"}\r\n{"id": "a", "text": "가"}', {"a": "가"}),
        ("", {}),
    ],
)
def test_texts(tmp_path: Path, lines: str, expected: dict[str, str]) -> None:
    (tmp_path / "texts.jsonl").write_text(lines, "utf-8", newline="")
    assert expected == read_texts([tmp_path / "texts.jsonl"])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('{"id": "a", "text": "가"}\n{"id": "a", "text": "나"}', "line 2: id 'a' has had another text"),
        ('{"id": "a"}', "line 1: Object missing required field `text`"),
        ("a", "line 1: JSON is malformed"),
    ],
)
def test_texts_that_are_none(tmp_path: Path, lines: str, message: str) -> None:
    (tmp_path / "texts.jsonl").write_text(lines, "utf-8")
    with pytest.raises(CorpusError, match=message):
        read_texts([tmp_path / "texts.jsonl"])


@pytest.mark.parametrize("name", ["raw.txt", "raw.txt.xz"])
def test_raw_text_gives_the_lines_that_are_wanted(tmp_path: Path, name: str) -> None:
    opener = lzma.open if name.endswith(".xz") else open
    with opener(tmp_path / name, "wt", encoding="utf-8") as lines:
        lines.write("첫째 줄\n둘째 줄\n셋째 줄")
    wanted = [raw_text_id("둘째 줄"), raw_text_id("셋째 줄"), "raw_000000000000"]
    assert dict(zip(wanted, ["둘째 줄", "셋째 줄"], strict=False)) == read_texts([tmp_path / name], wanted)


@pytest.mark.parametrize(
    ("name", "data"), [("raw.txt.xz", b"no xz"), ("raw.txt", b"\xff\xfe"), ("none.txt", None)], ids=str
)
def test_bad_raw_text_is_an_error(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CorpusError, match=r"the raw text .* cannot be read"):
        read_texts([tmp_path / name])


def test_missing_texts_are_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.jsonl cannot be read"):
        read_texts([tmp_path / "none.jsonl"])


@pytest.mark.parametrize(
    ("name", "articles", "targets"),
    [
        ("press-a", 24, 135),
        ("press-b", 24, 141),
        ("press-adjudicated", 24, 139),
        ("wikinews-b", 10, 5),
        ("wikinews-d", 10, 6),
        ("wikinews-plans-c", 10, 34),
        ("wikinews-plans-d", 10, 38),
    ],
)
def test_the_gold_sets_join_the_texts_that_were_annotated(shared: Path, name: str, articles: int, targets: int) -> None:
    news = shared / "data" / "news"
    texts = read_texts([news / "press_releases.jsonl", news / "wikinews_ko.jsonl"])
    found = list(read_standoff(GOLD / f"{name}.jsonl", texts))
    assert (articles, targets) == (len(found), sum(len(document.targets) for document in found))
    for document in found:
        for target in document.targets:
            assert any(character.isdigit() for character in target.quantity.text), (document.id, target.quantity)
            assert target.object is None or target.object in document.text or target.object.split()[-1] in document.text
        for center in document.centers:
            assert center.name in document.text, (document.id, center.name)


def test_the_training_sets_join_news_and_raw_text(shared: Path) -> None:
    expected = {"training": 991, "training-second-targets": 89, "training-second-entities": 14}
    wanted = {record.id for name in expected for record in read_records(GOLD / f"{name}.jsonl")}
    news = [shared / "data" / "news" / name for name in ("press_releases.jsonl", "wikinews_ko.jsonl")]
    texts = read_texts([*news, shared / "data" / "raw" / "korean-text.txt.xz"], wanted)
    assert expected == {name: len(list(read_standoff(GOLD / f"{name}.jsonl", texts))) for name in expected}
