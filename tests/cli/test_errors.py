import importlib.metadata
from pathlib import Path

import pytest

from mokpyo.cli import app, main, training
from mokpyo.cli.failures import CallError, needs_extra


def call(*arguments: str) -> int:
    return app.run(arguments)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text("새길시는 내년까지 나무 3만그루를 심는다.", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["extract"], ["FILE", "mokpyo extract --help"]),
        (["extract", "no/such/file.txt"], ["no file", "no/such/file.txt", "check the path"]),
        (["extract", "."], [".", "folder"]),
        (["extract", "{article}", "--published", "2026-13-01"], ["'2026-13-01'", "YYYY-MM-DD"]),
        (["extract", "{article}", "--published", "어제"], ["'어제'", "YYYY-MM-DD"]),
        (["extract", "{article}", "--format", "xml"], ["'xml'", "'table', 'json', 'html'"]),
        (["extract", "{article}", "--fromat", "json"], ["--fromat", "--format"]),
        (["extract", "{article}", "another"], ["another", "--help"]),
        (["extract", "{article}", "--model", "./no-such-model"], ["./no-such-model"]),
        (["extract", "{article}", "--model", "."], ["holds no weights", "model.onnx"]),
        (["translate"], ["translate", "mokpyo --help"]),
        (["train"], ["CONFIG.yaml", "mokpyo train --help"]),
        (["evaluate", "--model", "m"], ["--data"]),
        (["evaluate", "--data", "x"], ["the corpus x"]),
        (["export", "x"], ["--output"]),
    ],
)
def test_wrong_calls_give_one_sentence_and_two(
    arguments: list[str], named: list[str], article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == call(*(argument.format(article=article) for argument in arguments))
    captured = capsys.readouterr()
    assert "" == captured.out
    assert captured.err.startswith("mokpyo: ")
    assert 1 == captured.err.count("\n")
    assert [name for name in named if name in captured.err] == named


@pytest.mark.parametrize(
    ("content", "named"),
    [(b"", "empty"), (b" \r\n\t", "empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "bad.txt")],
)
def test_files_that_are_no_article_are_named(
    content: bytes, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    assert 2 == call("extract", str(path))
    assert named in capsys.readouterr().err


def test_debug_lets_the_error_through() -> None:
    with pytest.raises(ValueError, match="no/such/file"):
        call("extract", "no/such/file.txt", "--debug")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == call("--version")
    assert f"mokpyo {importlib.metadata.version('mokpyo')}\n" == capsys.readouterr().out


@pytest.mark.parametrize("command", ["extract", "train", "evaluate", "export"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == call(command, "--help")
    assert f"mokpyo {command}" in capsys.readouterr().out


def test_no_command_shows_help_and_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == call()
    assert "extract" in capsys.readouterr().out


def test_a_missing_library_names_its_extra() -> None:
    with pytest.raises(CallError, match=r"pip install 'mokpyo\[train\]'"), needs_extra(training.TRAIN_EXTRA):
        raise ModuleNotFoundError("No module named 'torch'", name="torch")


def test_a_missing_module_of_our_own_is_not_blamed_on_an_extra() -> None:
    with pytest.raises(ModuleNotFoundError, match="mokpyo"), needs_extra(training.TRAIN_EXTRA):
        raise ModuleNotFoundError("No module named 'mokpyo.none'", name="mokpyo.none")


def test_an_error_of_our_own_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["mokpyo", "--version"])
    monkeypatch.setattr("sys.excepthook", None)
    with pytest.raises(SystemExit):
        main()
    error = RuntimeError("one\ntwo")
    app.sys.excepthook(RuntimeError, error, None)
    assert "RuntimeError: one two; run again with --debug" in capsys.readouterr().err


def test_interruption_has_the_shells_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mokpyo.inference.reading.files.read_article", interrupt)
    assert 130 == call("extract", "-")
    assert "mokpyo: interrupted\n" == capsys.readouterr().err
