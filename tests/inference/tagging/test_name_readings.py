"""Every ending, title, ministry, surname, bracket … of the tables in a text that it decides, and words of no table."""

import csv
from pathlib import Path

import pytest

from mokpyo.data.document import Article, Entity, Label
from mokpyo.data.morphology import analyse
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.reconcile import reconcile
from mokpyo.inference.tagging.acting_names import find_acting_names
from mokpyo.inference.tagging.boundaries import refine, trim
from mokpyo.inference.tagging.names import find_names

with Path(__file__).with_name("name_readings.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = [row for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def _of(asked: str) -> list[tuple[str, ...]]:
    return [tuple(row[1:]) for row in ROWS if row[0] == asked]


def _view(text: str) -> ArticleView:
    return view_article(Article(text=text))[0]


def _bracketed(text: str, label: Label | None, *, decided: bool = True) -> str:
    return f"[{text}|{'-' if label is None else label.value}{'' if decided else '?'}]"


@pytest.mark.parametrize(("text", "expected"), [(row[0], row[-1]) for row in _of("names")])
def test_names_by_their_form(text: str, expected: str) -> None:
    found = [
        _bracketed(text[name.start : name.end], name.label, decided=name.decided) for name in find_names(_view(text))
    ]
    assert expected == (" ".join(found) or "-")


@pytest.mark.parametrize(("text", "expected"), [(row[0], row[-1]) for row in _of("acting")])
def test_names_that_act(text: str, expected: str) -> None:
    found = [text[name.start : name.end] for name in find_acting_names(_view(text))]
    assert expected == (" ".join(found) or "-")


@pytest.mark.parametrize(("text", "surface", "label", "expected"), _of("tagged"))
def test_a_tagged_name_under_the_rules(text: str, surface: str, label: str, expected: str) -> None:
    start = text.index(surface)
    tagged = Entity(start, start + len(surface), Label(label), surface, 0.8)
    found = [_bracketed(one.text, one.label) for one in reconcile(_view(text), [tagged], [], [])]
    assert expected == (" ".join(found) or "-")


@pytest.mark.parametrize(("text", "surface", "label", "expected"), _of("refined"))
def test_a_border_under_the_rules(text: str, surface: str, label: str, expected: str) -> None:
    start = text.index(surface)
    span = refine(text, (start, start + len(surface)), Label(label), analyse(text))
    assert expected == ("-" if span is None else text[slice(*span)])


MARKS = " \t\n\r\f\v\u00a0\u3000.,;:!?·ㆍ・…‥/\\|~-–—―_=*&^、。◆■▶●◇□○◎△▲▽▼☆★※"


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_at_a_border_is_outside(mark: str) -> None:
    text = f"{mark}누리{mark}회{mark}"
    assert (1, len(text) - 1) == trim(text, 0, len(text), label=Label.ORG)


@pytest.mark.parametrize(("sign", "kept"), [*((sign, True) for sign in "-+–−~"), ("=", False), ("*", False)])
def test_a_sign_before_a_quantity_is_inside(sign: str, kept: bool) -> None:
    text = f"{sign}3.5%"
    assert (0 if kept else 1, len(text)) == trim(text, 0, len(text), label=Label.QUANTITY)
