"""Fixtures that every room's tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The time of one example says nothing on a machine that does other work beside the tests.
settings.register_profile("mokpyo", deadline=None)
settings.load_profile("mokpyo")

SHARED_VARIABLE = "MOKPYO_SHARED"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of evaluation data that is not part of the project; tests that need it skip where it is absent."""
    folder = os.environ.get(SHARED_VARIABLE)
    if not folder:
        sibling = Path(__file__).resolve().parents[2] / "shared"
        folder = str(sibling) if sibling.is_dir() else ""
    if not folder or not Path(folder).is_dir():
        pytest.skip(f"no evaluation data: set {SHARED_VARIABLE} to its folder")
    return Path(folder)
