from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from report_samples import many, write_lines

from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, DocumentError
from mokpyo.inference.report.documents import Unread, is_single, read_document, read_documents

MADE = many(12)


def write_table(documents: list[Document], path: Path) -> Path:
    rows = [{"id": document.id, "document": document.to_json()} for document in documents]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize(("write", "suffix"), [(write_lines, "jsonl"), (write_table, "parquet")])
def test_a_batchs_folder_gives_its_documents_in_order(
    write: Callable[[list[Document], Path], Path], suffix: str, tmp_path: Path
) -> None:
    write(MADE[2:], tmp_path / f"documents-00001.{suffix}")
    write(MADE[:2], tmp_path / f"documents-00000.{suffix}")
    (tmp_path / f"targets-00000.{suffix}").write_bytes(b"no document")
    assert MADE == list(read_documents(tmp_path))


def test_a_line_that_is_no_document_is_told_and_passed(tmp_path: Path) -> None:
    path = write_lines(MADE[:2], tmp_path / "all.jsonl")
    wrong = [b"\n", b'{"id": 1}\n', b"\xff\n", MADE[2].to_json().encode()[:-9]]
    path.write_bytes(path.read_bytes() + b"".join(wrong))
    read = list(read_documents(path))
    assert MADE[:2] == read[:2]
    assert [4, 5, 6] == [record.record for record in read[2:] if isinstance(record, Unread)]


def test_one_document(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(MADE[0].to_json(), encoding="utf-8")
    assert is_single(path)
    assert MADE[0] == read_document(path)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"one\.json is not one document"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.jsonl", None, "there is no file or folder"),
        ("notes.txt", b"x", "no suffix that tells what it holds"),
        ("bad.parquet", b"x", "is not a Parquet file"),
    ],
)
def test_a_wrong_source_is_named(name: str, content: bytes | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        list(read_documents(tmp_path / name))


def test_a_table_of_targets_is_not_one_of_documents(tmp_path: Path) -> None:
    parquet.write_table(pyarrow.table({"target_id": ["t1"]}), tmp_path / "targets.parquet")
    with pytest.raises(CorpusError, match="no column 'document'"):
        list(read_documents(tmp_path / "targets.parquet"))


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no documents"):
        list(read_documents(tmp_path))
