"""Folders in parts and back, and weights in 16 bits."""

import os
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from mokpyo.data.errors import RunError
from mokpyo.train import parts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(parts, "PART_BYTES", 1_000)
    run = tmp_path / "run"
    (run / "checkpoints").mkdir(parents=True)
    (run / "checkpoints" / "state.bin").write_bytes(os.urandom(5_300))
    (run / "config.json").write_text("{}")
    save_file({"weight": torch.randn(40, 10), "ids": torch.arange(3)}, run / "model.safetensors")
    return run


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_split_and_joined_is_the_same(folder: Path, tmp_path: Path) -> None:
    parts.split(folder, tmp_path / "parts")
    sizes = [path.stat().st_size for path in sorted((tmp_path / "parts").glob("part-*"))]
    assert sizes[:-1] == [1_000] * (len(sizes) - 1)
    assert len(sizes) > 5
    parts.join(tmp_path / "parts", tmp_path / "back")
    assert tree(tmp_path / "back") == tree(folder)


def test_halved_weights_are_near_and_come_without_checkpoints(folder: Path, tmp_path: Path) -> None:
    parts.split(folder, tmp_path / "parts", halve=True)
    parts.join(tmp_path / "parts", tmp_path / "back")
    assert set(tree(tmp_path / "back")) == {"config.json", "model.safetensors"}
    before, after = (load_file(path / "model.safetensors") for path in (folder, tmp_path / "back"))
    assert after["weight"].dtype == torch.float16
    assert torch.allclose(after["weight"].float(), before["weight"], atol=2e-3)
    assert torch.equal(after["ids"], before["ids"])


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_what_is_not_whole_is_not_joined(folder: Path, tmp_path: Path, damage: str) -> None:
    parts.split(folder, tmp_path / "parts")
    part = tmp_path / "parts" / "part-002"
    part.unlink() if damage == "missing" else part.write_bytes(b"other")
    with pytest.raises(RunError, match=f"part-002 is {damage}; copy it again"):
        parts.join(tmp_path / "parts", tmp_path / "back")
    assert [path.name for path in tmp_path.iterdir() if path.name not in {"run", "parts"}] == []


def test_nothing_is_written_over(folder: Path, tmp_path: Path) -> None:
    parts.split(folder, tmp_path / "parts")
    with pytest.raises(RunError, match="already there"):
        parts.split(folder, tmp_path / "parts")
    with pytest.raises(RunError, match="already there"):
        parts.join(tmp_path / "parts", folder)
    with pytest.raises(RunError, match="no folder"):
        parts.split(tmp_path / "none", tmp_path / "more")
    with pytest.raises(RunError, match=r"parts\.json cannot be read"):
        parts.join(folder, tmp_path / "back")
