import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mokpyo.cli import app
from mokpyo.data.document import Document

TEXT = "새길시는 내년까지 공원 12곳에 나무 3만그루를 심는다고 4일 밝혔다. 새길시는 올해 예산 5억원을 투입할 계획이다.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "나무.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def extracted(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert 0 == app.run(["extract", *arguments])
    captured = capsys.readouterr()
    assert "" == captured.err
    return captured.out


def test_json_is_a_document_of_the_article(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = extracted(capsys, str(article), "--published", "2026-03-04", "--title", "나무 심는 시", "--format", "json")
    document = Document.from_json(output)
    assert ("나무", "나무 심는 시", TEXT) == (document.id, document.title, document.text)
    assert "2026-03-04" == json.loads(output)["published"]
    assert {"3만그루", "5억원"} <= {entity.text for entity in document.entities}
    assert {30_000, 500_000_000} <= {target.quantity.value for target in document.targets}


def test_the_table_is_the_default(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = extracted(capsys, str(article), "--published", "2026-03-04")
    assert "3만그루" in output
    assert "2027-12-31" in output


@pytest.mark.parametrize(
    ("name", "begins"), [("x.json", '{"id":"나무"'), ("x.HTML", "<!doctype html>"), ("x.txt", "2026-03-04 · 나무")]
)
def test_an_output_files_suffix_chooses_the_form(
    name: str, begins: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / name
    assert "" == extracted(capsys, str(article), "--published", "2026-03-04", "--output", str(output))
    assert output.read_text(encoding="utf-8").lstrip().startswith(begins)


def test_the_format_goes_before_the_suffix(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "x.html"
    extracted(capsys, str(article), "--format", "json", "-o", str(output))
    assert "나무" == Document.from_json(output.read_bytes()).id


def test_options_replace_what_a_json_article_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    article = {"text": TEXT, "id": "7", "title": "하나", "published": "2020-01-01"}
    path.write_text(json.dumps(article), encoding="utf-8")
    own = json.loads(extracted(capsys, str(path), "--format", "json"))
    assert ("7", "하나", "2020-01-01") == (own["id"], own["title"], own["published"])
    given = json.loads(extracted(capsys, str(path), "--format", "json", "--title", "", "--published", "2021-02-03"))
    assert ("7", "", "2021-02-03") == (given["id"], given["title"], given["published"])


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stream)
    assert TEXT == Document.from_json(extracted(capsys, "-", "--format", "json")).text


def test_a_result_that_cannot_be_written_is_wrong(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == app.run(["extract", str(article), "--output", str(tmp_path / "none" / "x.json")])
    assert "cannot write the result to" in capsys.readouterr().err


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A call in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mokpyo.cli", *arguments],
        env=dict(os.environ) | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_output_is_utf8_in_an_ascii_locale(article: Path) -> None:
    ascii_only = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = process("extract", str(article), "--title", "제목", **ascii_only)
    assert (0, b"") == (done.returncode, done.stderr)
    assert "제목" == done.stdout.decode().splitlines()[0]
    wrong = process("extract", "없는 글.txt", **ascii_only)
    assert 2 == wrong.returncode
    assert "없는 글.txt" in wrong.stderr.decode()


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "mokpyo.cli", "extract", str(article), "--format", "html"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    os.close(writing)
    assert (141, b"") == (done.returncode, done.stderr)


def test_extraction_loads_nothing_that_it_does_not_need(article: Path) -> None:
    code = (
        "import sys; from mokpyo.cli import app; "
        f"app.run(['extract', {str(article)!r}, '--format', 'json']); "
        "print([name for name in ('torch', 'transformers', 'datasets', 'pyarrow', 'jinja2', 'rich.table') "
        "if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=120)
    assert b"[]\n" == done.stderr
