import re
import shlex
from pathlib import Path

import pytest

from mokpyo.cli import app

ROOT = Path(__file__).resolve().parents[2]


def test_the_readmes_example_is_what_its_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = re.search(r"&& mokpyo (extract .*)\n```\n\n```text\n(.*?)```", readme, re.DOTALL)
    assert example is not None
    command, expected = example.groups()
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    assert 0 == app.run(shlex.split(command))
    assert expected == capsys.readouterr().out
