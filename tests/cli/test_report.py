from pathlib import Path

import pytest
from report_samples import article, many, write_lines

from mokpyo.cli import app


def test_one_document_gives_an_articles_page(tmp_path: Path) -> None:
    source, output = tmp_path / "a.json", tmp_path / "a.html"
    source.write_text(article().to_json(), encoding="utf-8")
    assert 0 == app.run(["report", str(source), "--output", str(output), "--overdue", "2027-07-01"])
    page = output.read_text(encoding="utf-8")
    assert "새길, 창고 짓는다" in page
    assert 'id="overdue" value="2027-07-01"' in page


def test_a_folder_gives_a_corpus_page(tmp_path: Path) -> None:
    write_lines(many(12), tmp_path / "documents-00000.jsonl")
    output = tmp_path / "report.html"
    assert 0 == app.run(["report", str(tmp_path), "-o", str(output), "--language", "en"])
    page = output.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert 3 == page.count("<template")


def test_records_that_cannot_be_read_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_lines(many(4), tmp_path / "all.jsonl")
    source.write_bytes(source.read_bytes() + b"{}\n" * 30)
    output = tmp_path / "report.html"
    assert 1 == app.run(["report", str(source), "-o", str(output)])
    told = capsys.readouterr().err.splitlines()
    assert 21 == len(told)
    assert "all.jsonl, record 2: " in told[0]
    assert "30 records" in told[-1]
    assert "읽지 못한 줄 30개" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.json", "-o", "x.html"], "there is no file missing.json"),
        (["missing", "-o", "x.html"], "there is no file or folder missing"),
        (["missing.json", "-o", "x.html", "--overdue", "soon"], "must be a day such as"),
        (["missing.json"], "Missing option"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 2 == app.run(["report", *arguments])
    told = capsys.readouterr().err
    assert message in told
    assert 1 == told.count("\n")


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_lines(many(4), tmp_path / "all.jsonl")
    assert 2 == app.run(["report", str(source), "-o", str(tmp_path / "none" / "x.html")])
    assert "choose another --output" in capsys.readouterr().err
