"""Configs: what is wrong is named with its place and the nearest right name."""

from pathlib import Path

import pytest

from mokpyo.data.errors import ConfigError
from mokpyo.train.config import FinetuneConfig, LabelScheme
from mokpyo.train.config_reading import read_config
from mokpyo.train.run_folder import dump_config

CONFIGS = sorted((Path(__file__).resolve().parents[2] / "configs").glob("*.yaml"))
MINIMAL = """
kind: finetune
name: x
output: runs/x
data:
  train: [{path: a.jsonl}]
  validation: [{path: b.jsonl}]
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(MINIMAL)
    return path


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("trian.epochs=1", r"unknown key trian; did you mean train\?"),
        ("train.epoch=3", r"unknown key train\.epoch; did you mean epochs\?"),
        ("data.train.0.paht=a", r"unknown key data\.train\.0\.paht; did you mean path\?"),
        ("train.epochs=many", r"train\.epochs: expected `float`, got `str`"),
        ("train.seed=1.5", r"train\.seed: expected `int`, got `float`"),
        ("data.train.0.path=3", r"data\.train\.0\.path: expected a path"),
        ("data.train.4.path=a", r"'4' is no index of a list of 1"),
        ("labels=klu", r"labels: 'klu' is none of klue, project; did you mean klue\?"),
        ("name.x=1", r"goes below name, which is the value 'x'"),
        ("kind=finetun", r"kind is 'finetun'; expected one of .*; did you mean finetune\?"),
        ("train.epochs", r"not of the form key\.sub=value"),
        ("name=[", r"is not YAML"),
        ("output=${MOKPYO_NOWHERE}/x", r"output names \$\{MOKPYO_NOWHERE\}, and the environment variable"),
        ("train.epochs=0", r"train\.epochs: expected `float` > 0"),
        ("model.dropout=1.5", r"model\.dropout: expected `float` <"),
    ],
)
def test_mistakes_are_named(config: Path, override: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_config(config, [override])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a", "holds a list"),
        ("a: [", "is not YAML"),
        ("name: x", "kind is 'None'"),
        ("kind: relabel", "missing required"),
    ],
)
def test_files_that_are_no_config(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        read_config(path)


def test_a_missing_config_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path / "none.yaml")


def test_overrides_and_variables(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOKPYO_HERE", "somewhere")
    changed = ["train.epochs=2", "data.train.0.path=${MOKPYO_HERE}/a.jsonl", "train.bf16=false", "labels=project"]
    read = read_config(config, changed)
    assert isinstance(read, FinetuneConfig)
    assert read.train.epochs == 2
    assert read.data.train[0].path == Path("somewhere/a.jsonl")
    assert read.train.bf16 is False
    assert read.labels is LabelScheme.PROJECT


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_shipped_configs_read_and_are_commented(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("MOKPYO_SHARED", "SMOKE", "ANNOTATIONS"):
        monkeypatch.setenv(variable, "elsewhere")
    read = read_config(path)
    again = tmp_path / "again.yaml"
    again.write_text(dump_config(read), encoding="utf-8")
    assert read_config(again) == read
    settings = path.read_text().partition("\ncard:")[0]  # the card is prose, and explains itself
    keys = [line for line in settings.splitlines() if line.strip() and not line.lstrip().startswith(("#", "-"))]
    scalar = [line for line in keys if not line.rstrip().endswith(":") and "#" not in line]
    bare = [
        line
        for line in scalar
        if line.split(":")[0].strip() not in {"kind", "name", "part", "path", "licence", "idea", "gave"}
    ]
    assert bare == []
