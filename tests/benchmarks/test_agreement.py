import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mokpyo.data.document import Bound, Center, Document, Quantity, Status, Target
from mokpyo.data.errors import CorpusError
from mokpyo.data.standoff import write_standoff

GOLD = Path(__file__).resolve().parents[2] / "annotations" / "gold"
TEXT = "새길시는 나무 10그루, 꽃 20송이를 심는다."


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    spec = importlib.util.spec_from_file_location("agreement", Path(__file__).with_name("agreement.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def target(surface: str, value: int, status: Status) -> Target:
    start = TEXT.index(surface)
    quantity = Quantity(start, start + len(surface), surface, value, None, surface[2:], Bound.EXACT)
    return Target(f"t{value}", "c1", quantity, None, None, None, status)


def written(path: Path, text: str, *targets: Target) -> Path:
    document = Document(id="a", text=text, centers=[Center("c1", "새길시", [], None, [])], targets=list(targets))
    write_standoff([document], path, source="made up", annotator=path.stem)
    return path


def test_targets_match_by_their_span(tmp_path: Path, agreement: ModuleType) -> None:
    tree = [target("10그루", 10, status) for status in (Status.PLANNED, Status.ACHIEVED)]
    first = written(tmp_path / "a.jsonl", TEXT, tree[0])
    second = written(tmp_path / "b.jsonl", TEXT, tree[1], target("20송이", 20, Status.PLANNED))
    figures = agreement.figures(agreement.same_articles(first, second))
    assert (1, 0.667, 1.0, 0.5) == tuple(figures[one] for one in ("same span", "target F1", "precision", "recall"))
    assert [0, 0.0] == figures["status"]
    assert [1, 1.0] == figures["centre, same name"]


def test_other_texts_do_not_compare(tmp_path: Path, agreement: ModuleType) -> None:
    first, second = written(tmp_path / "a.jsonl", TEXT), written(tmp_path / "b.jsonl", TEXT + " ")
    with pytest.raises(CorpusError, match=r"do not annotate the same texts: \['a', 'a'\]"):
        agreement.same_articles(first, second)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("p", "p"), ("a", "a")], 1.0),
        ([("p", "a"), ("a", "p")], -1.0),
        ([("p", "p"), ("p", "a"), ("a", "p"), ("a", "a")], 0.0),
        ([("p", "p")], 1.0),
    ],
)
def test_kappa(agreement: ModuleType, pairs: list[tuple[str, str]], expected: float) -> None:
    assert expected == agreement.kappa(pairs)


def test_the_figures_that_the_gold_sets_are_given_with(agreement: ModuleType) -> None:
    figures = agreement.figures(agreement.same_articles(GOLD / "press-a.jsonl", GOLD / "press-b.jsonl"))
    assert (0.971, 0.937) == (figures["target F1"], figures["status kappa"])
    fields = ("centre, same name", "status", "deadline, last day", "object", "object, last word", "bound", "region")
    assert [134, 129, 133, 117, 123, 133, 112] == [figures[name][0] for name in fields]
    assert [21, 22] == figures["deadline, where either has one"]


@pytest.mark.parametrize(
    ("first", "second", "same", "f1", "kappa", "status", "objects", "regions"),
    [
        ("wikinews-plans-c", "wikinews-plans-d", 34, 0.944, 0.894, 32, 23, 23),
        ("wikinews-b", "wikinews-d", 5, 0.909, 1.0, 5, 5, 5),
    ],
)
def test_the_figures_of_wikinews(
    agreement: ModuleType,
    first: str,
    second: str,
    same: int,
    f1: float,
    kappa: float,
    status: int,
    objects: int,
    regions: int,
) -> None:
    figures = agreement.figures(agreement.same_articles(GOLD / f"{first}.jsonl", GOLD / f"{second}.jsonl"))
    assert (same, f1, kappa) == tuple(figures[name] for name in ("same span", "target F1", "status kappa"))
    assert [status, objects, regions] == [figures[name][0] for name in ("status", "object", "region")]
    assert same == figures["deadline, last day"][0] == figures["centre, same name"][0]
