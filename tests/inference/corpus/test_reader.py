import csv
import gzip
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from batch_corpora import article, write_lines

from mokpyo.data.errors import CorpusError
from mokpyo.inference.corpus import streams
from mokpyo.inference.corpus.fields import FieldNames
from mokpyo.inference.corpus.reader import check_columns, read_records
from mokpyo.inference.corpus.records import Failure, Record
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.sources import find_sources

TEXT = "새길시는 내년까지 나무 3만그루를 심는다."


def read(*paths: Path, **settings: object) -> list[Record | Failure]:
    sources = [source for found in find_sources(paths) for source in found]
    configured = CorpusSettings(**settings)
    check_columns(sources, configured)
    return [outcome for outcome, _ in read_records(sources, configured)]


def one(outcomes: Sequence[Record | Failure]) -> Record | Failure:
    (outcome,) = outcomes
    return outcome


def lines(records: Sequence[object]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def table(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


RECORDS = [article(1), article(2, text='첫 줄이다.\n둘째 줄에 쉼표, 따옴표 "가" 있다.')]
ROWS = [list(RECORDS[0]), *(list(record.values()) for record in RECORDS)]


def write_parquet(path: Path) -> None:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(RECORDS), path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", lines(RECORDS)),
        ("a.ndjson", b"\xef\xbb\xbf" + lines(RECORDS)),
        ("a.jsonl.gz", gzip.compress(lines(RECORDS))),
        ("a.jsonl.zst", pyarrow.compress(lines(RECORDS), codec="zstd", asbytes=True)),
        ("b.jsonl", lines(RECORDS).decode().encode("cp949")),
        ("a.csv", table(ROWS, ",").encode()),
        ("b.csv", table(ROWS, ",").encode("utf-8-sig")),
        ("c.csv", table(ROWS, ",").encode("cp949")),
        ("a.tsv", table(ROWS, "\t").encode("utf-16")),
        ("a.tsv.gz", gzip.compress(table(ROWS, "\t").encode("cp949"))),
        ("a.parquet", None),
    ],
)
def test_every_form_gives_the_same_articles(name: str, content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is None:
        write_parquet(path)
    else:
        path.write_bytes(content)
    outcomes = read(path)
    assert [Record] * 2 == [type(outcome) for outcome in outcomes], outcomes
    expected = [(r["id"], r["text"], r["title"], date(2025, 3, 1)) for r in RECORDS]
    articles = [outcome.article for outcome in outcomes]
    assert expected == [(a.id, a.text, a.title, a.published) for a in articles]


def test_named_encoding_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines([{"text": "하늘"}]).decode().encode("johab"))
    assert "하늘" == one(read(path, encoding="johab")).article.text


def test_fields_are_mapped(tmp_path: Path) -> None:
    record = {"본문": TEXT, "번호": 7, "제목": "나무", "날짜": "2025-03-01T09:00:00+09:00", "text": "다른 글"}
    fields = FieldNames(text="본문", id="번호", title="제목", published="날짜")
    read_article = one(read(write_lines(tmp_path / "a.jsonl", [record]), fields=fields)).article
    assert (TEXT, "7", "나무", date(2025, 3, 1)) == (
        read_article.text,
        read_article.id,
        read_article.title,
        read_article.published,
    )


def test_dates_of_a_table_are_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    days = {"date": [date(2025, 3, 1)], "stamp": [datetime(2025, 3, 1, 9, tzinfo=UTC)], "text": [TEXT]}
    pyarrow.parquet.write_table(pyarrow.table(days), path)
    assert date(2025, 3, 1) == one(read(path)).article.published
    assert date(2025, 3, 1) == one(read(path, fields=FieldNames(published="stamp"))).article.published


def test_ids_without_a_field_are_stable_hashes(tmp_path: Path) -> None:
    records = [{"text": TEXT}, {"text": TEXT, "title": "나무"}, {"text": TEXT}, {"text": TEXT}]
    ids = [outcome.article.id for outcome in read(write_lines(tmp_path / "a.jsonl", records))]
    assert [f"{ids[0]}-2", f"{ids[0]}-3"] == ids[2:]
    assert 4 == len(set(ids))
    assert ids == [outcome.article.id for outcome in read(write_lines(tmp_path / "b.jsonl", records))]


@pytest.mark.parametrize(
    ("line", "id_", "reason"),
    [
        ('{"text": "나무', None, "not JSON"),
        ("[1, 2]", None, "a JSON array, expected an object"),
        ("null", None, "a JSON null"),
        ("[" * 100_000, None, "not JSON"),
        ('{"id": "x", "body": "나무"}', "x", "no field 'text'"),
        ('{"id": "x", "text": null}', "x", "the text is null"),
        ('{"id": "x", "text": 3}', "x", "the text is a int"),
        ('{"id": "x", "text": " \\n"}', "x", "the text is empty"),
        ('{"id": "x", "text": "\\ud800"}', "x", "lone surrogate (U+D800) at character 0"),
        ('{"id": "\\ud800", "text": "나무"}', None, "lone surrogate"),
        ('{"id": "x", "text": "나무", "title": 3}', "x", "the title is a int"),
        ('{"id": "x", "text": "나무", "published": "어제"}', "x", "'어제'"),
        ('{"id": "x", "text": "나무", "published": 20250301}', "x", "the publication date is a int"),
        ('{"id": true, "text": "나무"}', None, "the id is a bool"),
        (json.dumps({"id": "x", "text": "가" * 51}), "x", "51 characters, more than the limit of 50"),
        ('{"id": "x", "text": NaN}', None, "not JSON"),
    ],
)
def test_bad_records_are_failures_and_others_are_read(line: str, id_: str | None, reason: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [article(1, text=TEXT), "", line, article(2, text=TEXT)])
    first, failure, last = read(path, max_characters=50)
    assert ("a1", "a2") == (first.article.id, last.article.id)
    assert (str(path), 3, id_) == (failure.source, failure.line, failure.id)
    assert reason in failure.reason


def test_duplicate_ids_name_the_first(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "a.jsonl", [article(1), article(2)])
    second = write_lines(tmp_path / "b.jsonl", [article(2)])
    failure = read(first, second)[-1]
    assert f"the id has come before, in {first}, line 2" == failure.reason


def test_bytes_that_fit_no_encoding_are_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines([article(1)]) + b'{"text": "\xff\xfe\xff"}\n' + lines([article(2)]))
    outcomes = read(path)
    assert [Record, Failure, Record] == [type(outcome) for outcome in outcomes]
    assert "neither UTF-8" in outcomes[1].reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("b,한 칸 많다,x".encode(), "the row has 3 cells, the header 2"),
        (b"b", "the row has 1 cells, the header 2"),
        (b"b,", "the text is null"),
        (b"b,\xff\xff", "neither UTF-8 nor CP949"),
        (b"b," + b"x" * 200_001, "field larger than field limit"),
    ],
)
def test_bad_rows_are_failures_and_others_are_read(row: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\n".join([b"id,text", f"a,{TEXT}".encode(), row, f"c,{TEXT}".encode()]))
    first, failure, last = read(path)
    assert ("a", "c") == (first.article.id, last.article.id)
    assert 3 == failure.line
    assert reason in failure.reason


def test_a_line_too_long_is_read_past(tmp_path: Path) -> None:
    content = io.BufferedReader(io.BytesIO(b"ab\n" + b"x" * 100 + b"\nc"))
    assert [(1, b"ab\n"), (2, None), (3, b"c")] == list(streams.read_lines(content, longest=10))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", gzip.compress(lines(RECORDS))[:-12]),
        ("a.jsonl.gz", b"no gzip"),
        ("a.jsonl.zst", b"no zstandard"),
        ("a.parquet", b"no parquet"),
    ],
)
def test_a_damaged_file_is_listed_and_the_next_is_read(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    good = write_lines(tmp_path / "z.jsonl", [article(9)])
    outcomes = read(tmp_path / name, good)
    assert "the file cannot be read" in outcomes[-2].reason
    assert "a9" == outcomes[-1].article.id


def test_null_columns_of_parquet_are_failures(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(
        pyarrow.table({"text": pyarrow.array([TEXT, None]), "id": [1, 2]}), tmp_path / "a.parquet"
    )
    good, bad = read(tmp_path / "a.parquet")
    assert ("1", 2, "2") == (good.article.id, bad.line, bad.id)


def test_a_folder_gives_its_pages_in_order_and_lists_the_rest(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden.txt").write_text("숨은 글", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(TEXT.encode("cp949"))
    (tmp_path / "sub" / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"id": "own", "text": TEXT}), encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-")
    (tmp_path / "d.txt").write_bytes(b"")
    write_lines(tmp_path / "e.jsonl", [article(5)])
    outcomes = read(tmp_path)
    assert ["own", "b.txt", None, None, "a5", "sub/b.txt"] == [
        outcome.article.id if isinstance(outcome, Record) else None for outcome in outcomes
    ]
    assert "suffix does not tell" in outcomes[2].reason
    assert "is empty" in outcomes[3].reason


@pytest.mark.parametrize(("name", "reason"), [("none.jsonl", "no file or folder"), ("a.docx", "no suffix that tells")])
def test_inputs_that_are_no_corpus_are_refused(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(CorpusError, match=reason):
        read(tmp_path / name)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no file"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_a_named_column_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.endswith("csv"):
        path.write_text(table(ROWS, ","), encoding="utf-8")
    else:
        write_parquet(path)
    with pytest.raises(CorpusError, match="has no column 'body'; it has id, text, title, published"):
        read(path, fields=FieldNames(text="body"))
