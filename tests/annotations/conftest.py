"""One Label Studio server for all tests that need a real one; they skip where none is installed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from label_studio_server import EXECUTABLE_VARIABLE, LabelStudioServer, Person, find_executable


@pytest.fixture(scope="session")
def label_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabelStudioServer]:
    """A running server over an empty folder. Its first start makes the database, which takes a minute or so."""
    pytest.importorskip("label_studio_sdk", reason="no Label Studio SDK: pip install 'mokpyo[annotations]'")
    executable = find_executable()
    if executable is None:
        pytest.skip(f"no Label Studio server: set {EXECUTABLE_VARIABLE} to its program (annotations/README.md)")
    server = LabelStudioServer(executable, Path(tmp_path_factory.mktemp("label-studio")))
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture(scope="session")
def first_person(label_studio: LabelStudioServer) -> Iterator[Person]:
    """Who started the server."""
    with closing(Person(label_studio.url, label_studio.token)) as person:
        yield person


@pytest.fixture(scope="session")
def second_person(label_studio: LabelStudioServer) -> Iterator[Person]:
    """Somebody else."""
    with closing(label_studio.sign_up("second@example.org", "second-person-2")) as person:
        yield person
