"""The sample articles keep the contract that they are the golden truth of."""

import re
import unicodedata
from itertools import pairwise

from mokpyo.data.document import Document, Label
from mokpyo.data.offsets import overlaps


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_there_are_enough_of_each_kind(samples):
    assert len(samples) >= 12
    assert {".html", ".json", ".txt"} == {sample.path.suffix for sample in samples}
    assert "cp949" in {sample.encoding for sample in samples}
    assert [] != [sample.name for sample in samples if not sample.expected.targets]
    texts = {sample.name: sample.expected.text for sample in samples}
    assert any("\r\n" in text for text in texts.values())
    assert any(text != nfc(text) for text in texts.values())
    assert any(ord(text[0]) > 0xFFFF for text in texts.values())
    assert any(not text.endswith("\n") for text in texts.values())


def test_manifest_and_readme_name_every_file(samples):
    folder = samples[0].path.parent
    files = {path.name for path in folder.iterdir() if path.suffix in {".html", ".json", ".txt"}}
    assert files == {sample.path.name for sample in samples}
    assert {sample.name for sample in samples} == {path.stem for path in (folder / "expected").iterdir()}
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert [] == [name for name in files if f"`{name}`" not in readme]


def test_expected_text_is_the_decoded_input(sample, sample_text):
    assert sample_text == sample.expected.text
    assert sample.published == sample.expected.published
    assert sample.title == sample.expected.title


def test_document_survives_json(sample):
    assert sample.expected == Document.from_json(sample.expected.to_json())


def test_length_is_that_of_an_article(sample):
    assert 400 <= len(nfc(sample.expected.text)) <= 1500


def test_entities_are_flat_and_in_order(sample):
    entities = sample.expected.entities
    assert entities == sorted(entities, key=lambda entity: entity.start)
    assert not any(overlaps(left.span, right.span) for left, right in pairwise(entities))
    assert [] == [entity.text for entity in entities if entity.text != entity.text.strip()]


def test_targets_point_at_entities(sample):
    spans = {(entity.label, entity.span) for entity in sample.expected.entities}
    for target in sample.expected.targets:
        assert (Label.QUANTITY, target.quantity.span) in spans
        assert target.deadline is None or (Label.DATE, target.deadline.span) in spans


def test_centers_are_used_and_named_as_mentioned(sample):
    document = sample.expected
    organisations = {entity.span for entity in document.entities if entity.label is Label.ORG}
    assert {center.id for center in document.centers} == {target.center for target in document.targets}
    for center in document.centers:
        forms = {nfc(document.text[start:end]) for start, end in center.mentions}
        assert {center.name, *center.aliases} == forms
        assert set(center.mentions) <= organisations


def test_quantities_have_a_value_and_a_bare_unit(sample):
    for target in sample.expected.targets:
        quantity = target.quantity
        assert re.fullmatch(r"[^\d\s]+", quantity.unit)
        assert nfc(quantity.text).endswith((quantity.unit, "억"))
        assert quantity.value > 0
        assert quantity.high is None or quantity.high > quantity.value
        assert target.object


def test_deadlines_end_after_they_begin(sample):
    for target in sample.expected.targets:
        if target.deadline is not None:
            assert target.deadline.by is not None
            assert target.deadline.from_ is None or target.deadline.from_ <= target.deadline.by


def test_planned_targets_end_after_publication(sample):
    planned = [target for target in sample.expected.targets if target.status == "planned" and target.deadline]
    assert [] == [target.id for target in planned if target.deadline.by < sample.published]


def test_repeats_tell_an_earlier_target_again(sample):
    earlier = {}
    for target in sample.expected.targets:
        if target.repeat_of is not None:
            first = earlier[target.repeat_of]
            assert first.repeat_of is None
            assert (first.center, first.object, first.quantity.value) == (
                target.center,
                target.object,
                target.quantity.value,
            )
        earlier[target.id] = target


def test_evidence_is_one_trimmed_line_around_the_quantity(sample):
    document = sample.expected
    for target in document.targets:
        start, end = target.evidence
        sentence = document.text[start:end]
        assert start <= target.quantity.start < target.quantity.end <= end
        assert sentence == sentence.strip()
        assert len(sentence.splitlines()) == 1


def test_targets_are_numbered_in_text_order(sample):
    targets = sample.expected.targets
    assert [f"t{index}" for index in range(1, len(targets) + 1)] == [target.id for target in targets]
    assert targets == sorted(targets, key=lambda target: target.quantity.start)
