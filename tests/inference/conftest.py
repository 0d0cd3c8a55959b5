"""A test of this room that takes ``sample`` runs once for every sample article."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

LOADING = Path(__file__).parent / "samples" / "loading.py"


@cache
def loading() -> ModuleType:
    """``samples/loading.py``; tests are not a package, so it is imported by its path."""
    spec = importlib.util.spec_from_file_location("sample_loading", LOADING)
    if spec is None or spec.loader is None:
        raise ImportError(LOADING)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test its ``sample``: name, path, published, title, encoding and expected document."""
    if "sample" in metafunc.fixturenames:
        samples = loading().load_samples()
        metafunc.parametrize("sample", samples, ids=[sample.name for sample in samples])


@pytest.fixture(scope="session")
def samples() -> list:
    """All sample articles."""
    return loading().load_samples()


@pytest.fixture
def sample_text(sample) -> str:
    """The decoded text of ``sample`` that its expected offsets point into."""
    if sample.path.suffix == ".html":
        pytest.importorskip("trafilatura", reason="the html extra is not installed")
    return loading().sample_text(sample)
