"""The README's example; after a rule or the model has changed: python tests/cli/test_readme.py"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

import pytest

from mokpyo.cli import app

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.compile(r"&& mokpyo (extract .*)\n```\n\n```text\n(.*?)```", re.DOTALL)


def test_the_readmes_example_is_what_its_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert example is not None
    command, expected = example.groups()
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    assert 0 == app.run(shlex.split(command))
    assert expected == capsys.readouterr().out


def rewrite() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = EXAMPLE.search(readme)
    if example is None:
        raise SystemExit("README.md has no example")
    os.chdir(ROOT)
    os.environ["COLUMNS"] = "100"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        app.run(shlex.split(example[1]))
    text = readme[: example.start(2)] + printed.getvalue() + readme[example.end(2) :]
    (ROOT / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
