"""The labelling config, read by Label Studio's own SDK."""

import warnings
from xml.etree import ElementTree as ET

import pytest

from mokpyo.annotations.labelling import labelling_config
from mokpyo.data.document import Label, Status
from mokpyo.data.label_studio import encode_document
from mokpyo.data.label_studio.names_table import (
    BOUND_NAMES,
    CHOICES,
    ENDS_OF,
    FIELDS_OF,
    LABEL_NAMES,
    LABELS,
    STATUS_NAMES,
    TEXT,
    Arrow,
    Field,
)
from mokpyo.inference import Extractor

ARTICLE = "새길시는 내년까지 나무 3만~4만그루를 심는다. 시는 지난해 나무 5천그루를 심었다."


@pytest.fixture(scope="module")
def tree() -> ET.Element:
    return ET.fromstring(labelling_config())  # noqa: S314 - the package's own file


def aliases(tree: ET.Element, control: str) -> dict[str, str]:
    (found,) = (one for one in tree.iter() if one.get("name") == control)
    return {one.get("alias", ""): one.get("value", "") for one in found}


def test_the_sdk_accepts_it() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the SDK's own
        interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(labelling_config())
        interface.validate()
        document = Extractor.from_pretrained()(ARTICLE, published="2026-03-04", id="a")
        assert document.targets
        prediction = {"model_version": "m", "score": 0.5, "result": encode_document(document)}
        assert [] == interface.validate_prediction(prediction, return_errors=True)


def test_its_names_are_those_of_the_table(tree: ET.Element) -> None:
    assert {label.value: name for label, name in LABEL_NAMES.items()} == aliases(tree, LABELS)
    assert {status.value: name for status, name in STATUS_NAMES.items()} == aliases(tree, Field.STATUS)
    assert {bound.value: name for bound, name in BOUND_NAMES.items()} == aliases(tree, Field.BOUND)
    assert {arrow.value for arrow in Arrow} == {one.get("value") for one in tree.iter("Relation")} == set(ENDS_OF)
    controls = {one.get("name"): one.tag for one in tree.iter() if one.get("perRegion") == "true"}
    assert {field.value: "Choices" if field in CHOICES else "TextArea" for field in Field} == controls
    assert all(one.get("toName", TEXT) == TEXT for one in tree.iter())


@pytest.mark.parametrize("label", Label)
def test_fields_are_shown_with_their_label(tree: ET.Element, label: Label) -> None:
    shown = [one for one in tree.iter("View") if one.get("whenLabelValue") == label.value]
    names = {one.get("name") for view in shown for one in view.iter() if one.get("perRegion") == "true"}
    assert {field.value for field in FIELDS_OF[label]} == names


def test_labels_and_statuses_have_keys_of_their_own(tree: ET.Element) -> None:
    keys = [one.get("hotkey") for one in tree.iter() if one.get("hotkey")]
    assert len(Label) + len(Status) == len(keys) == len(set(keys))
