"""Exports with anything anywhere: decoding never fails, and tasks that are whole come through."""

import copy
import json
from typing import Any

import msgspec
from annotation_exports import export_of
from annotation_samples import model_document
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.document import Document
from mokpyo.data.label_studio.export import decode_export
from mokpyo.inference.span_normaliser import GrammarNormaliser

DOCUMENTS = [model_document(1), model_document(2)]
EXPORT = export_of(DOCUMENTS, dict(enumerate(DOCUMENTS)))

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Paths to every part of a JSON value but the value itself."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [one for key, inner in parts for one in ((*path, key), *places(inner, (*path, key)))]


PLACES = places(EXPORT[0])
VALUES = [0, -1, 10**9, "", "text", "m1", "labels", [], {}, None, True, ["ORG", "DATE"], [[]], 3.5, "\ud800"]


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(VALUES) | anything, st.booleans()), max_size=5))
def test_a_spoilt_task_harms_no_other(changes: list[tuple[tuple[Any, ...], Any, bool]]) -> None:
    tasks = copy.deepcopy(EXPORT)
    for (*path, last), value, remove in changes:
        at: Any = tasks[0]
        try:
            for key in path:
                at = at[key]
            if remove:
                del at[last]
            else:
                at[last] = value
        except (KeyError, IndexError, TypeError):  # an earlier change has taken the place away
            continue
    export = decode_export(json.dumps(tasks).encode(), GrammarNormaliser())
    for task in export.tasks:  # whatever came through can be written
        assert all(Document.from_json(one.document.to_json()) == one.document for one in task.annotations)
    msgspec.json.encode(export)
    found = [one.document for task in export.tasks for one in task.predictions]
    # The spoilt task may have taken the other's id: then the second of the two is refused, and listed.
    twice = any("this task twice" in problem.reason for problem in export.problems)
    assert DOCUMENTS[1] in found or twice


@given(st.lists(anything, max_size=4))
def test_a_list_of_anything_is_told_about(entries: list[Any]) -> None:
    export = decode_export(json.dumps(entries).encode())
    assert [] == export.tasks
    assert len(entries) <= len(export.problems)
