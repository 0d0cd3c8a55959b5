import json
from pathlib import Path

import pytest
from annotation_exports import export_of
from annotation_samples import model_document

from mokpyo.cli import app


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def call(*arguments: object) -> int:
    return app.run(["annotate", *map(str, arguments)])


def test_without_a_command_it_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == call()
    told = capsys.readouterr().out
    assert all(name in told for name in ("push", "pull", "agreement", "LABEL_STUDIO_API_KEY"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["push", "a.txt"], ["--project", "mokpyo annotate push --help"]),
        (["pull", "--project", "소식"], ["--output", "mokpyo annotate pull --help"]),
        (["fetch"], ["fetch", "mokpyo annotate --help"]),
        (["push", "a.txt", "--project", "소식", "--limit", "0"], ["--limit"]),
    ],
)
def test_wrong_calls_give_one_sentence(
    arguments: list[str], named: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == call(*arguments)
    told = capsys.readouterr().err
    assert 1 == told.count("\n")
    assert all(name in told for name in named), told


@pytest.mark.parametrize("arguments", [["push", "a.txt"], ["pull", "--output", "out"]])
def test_credentials_are_asked_for_before_anything_is_read(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("label_studio_sdk")
    assert 2 == call(*arguments, "--project", "소식")
    assert "no LABEL_STUDIO_URL and no LABEL_STUDIO_API_KEY in the environment" in capsys.readouterr().err


def test_agreement_of_an_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("nltk")
    monkeypatch.setenv("COLUMNS", "200")
    documents = [model_document(number) for number in range(3)]
    export = tmp_path / "export.json"
    export.write_text(json.dumps(export_of(documents, dict(enumerate(documents)), {0: documents[0]})), "utf-8")
    assert 0 == call("agreement", export, "--output", tmp_path / "page.html")
    told = capsys.readouterr().out
    assert "1 · 2" in told
    assert "1.000 of 3" in told
    assert "changes to 모형 1, 4 annotations" in told
    assert "κ" in (tmp_path / "page.html").read_text("utf-8")
    assert 0 == call("agreement", export, "--output", tmp_path / "figures.json")
    assert 1 == json.loads((tmp_path / "figures.json").read_text("utf-8"))["agreement"]["tasks"]
    assert 2 == call("agreement", export, "--output", tmp_path / "page.pdf")
    assert 2 == call("agreement", tmp_path / "none.json")
