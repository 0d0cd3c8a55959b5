"""The sample articles from file to document, against their expected documents.

What the extractor still gets wrong is written down in ``known_differences.tsv``: a rule or model that changes any of it,
for better or worse, fails here until the file says so (``python tests/inference/samples/test_golden.py`` rewrites it).
"""

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mokpyo.inference import Extractor
from mokpyo.inference.reading.files import read_article

HERE = Path(__file__).parent
RECORD = HERE / "known_differences.tsv"
LOWEST_ENTITY_F1 = 0.90
LOWEST_TARGET_SHARE = 0.70
"""Of the expected targets, so many have to be right in every compared field."""


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


comparing = _module("comparing")
loading = _module("loading")


def extract_sample(extractor: Extractor, sample):
    article = read_article(sample.path, encoding=sample.encoding)
    return extractor(article.text, published=sample.published, title=article.title, id=article.id)


@pytest.fixture(scope="module")
def found():
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    extractor = Extractor.from_pretrained()
    return {sample.name: extract_sample(extractor, sample) for sample in loading.load_samples()}


def known() -> dict[str, list[str]]:
    differences: dict[str, list[str]] = {}
    with RECORD.open(encoding="utf-8", newline="") as file:
        for name, *line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            differences.setdefault(name, []).append("\t".join(line))
    return differences


def test_sample_differs_only_where_it_is_known_to(sample, found):
    assert known().get(sample.name, []) == comparing.differences(sample.expected, found[sample.name])


def test_offsets_point_into_the_file_as_it_is(sample, sample_text, found):
    document = found[sample.name]
    assert sample_text == document.text
    for entity in document.entities:
        assert entity.text == sample_text[entity.start : entity.end]


def test_most_targets_are_right_in_every_field(found):
    samples = loading.load_samples()
    targets = sum(len(sample.expected.targets) for sample in samples)
    wrong = 0
    for sample in samples:
        lines = comparing.differences(sample.expected, found[sample.name])
        wrong += len({line.split("\t")[1] for line in lines if not line.startswith("spurious")})
    assert targets > 150
    assert (targets - wrong) / targets >= LOWEST_TARGET_SHARE


def test_entities_reach_the_floor(found):
    pairs = [(sample.expected, found[sample.name]) for sample in loading.load_samples()]
    assert comparing.entity_f1(pairs) >= LOWEST_ENTITY_F1


def record() -> None:
    extractor = Extractor.from_pretrained()
    with RECORD.open("w", encoding="utf-8", newline="\n") as file:
        for sample in loading.load_samples():
            for line in comparing.differences(sample.expected, extract_sample(extractor, sample)):
                file.write(f"{sample.name}\t{line}\n")


if __name__ == "__main__":
    record()
