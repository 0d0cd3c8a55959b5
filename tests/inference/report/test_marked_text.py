from hypothesis import given, settings
from report_samples import ARTICLE, article
from strategies import documents

from mokpyo.data.document import Document, Label
from mokpyo.inference.reading.layout import LineKind
from mokpyo.inference.render.visible import visible
from mokpyo.inference.report.marked_text import MOST_OVERLAPS, Run, mark_text


def runs_of(document: Document) -> list[Run]:
    return [run for passage in mark_text(document).passages for run in passage.runs]


def lit_texts(document: Document, target: int) -> list[str]:
    marked = mark_text(document)
    keys = set(marked.lights[target])
    return [run.text for passage in marked.passages for run in passage.runs if keys & set(run.keys)]


def test_a_target_lights_its_quantity_deadline_and_centre() -> None:
    assert ["새길물류센터", "새길센터", "새길센터", "상반기", "40동"] == lit_texts(article(), 1)
    assert ["가람시", "언젠가", "3만그루"] == lit_texts(article(), 4)


def test_a_target_lights_its_evidence() -> None:
    marked = mark_text(article())
    evidence = {passage.key: "".join(run.text for run in passage.runs) for passage in marked.passages}
    lit = [next(key for key in lights if key.startswith("e")) for lights in marked.lights]
    lines = ARTICLE.split("\n")
    assert [lines[0], lines[4], lines[4], lines[4], lines[6]] == [evidence[key] for key in lit]


def test_headings_and_furniture_are_told_apart() -> None:
    kinds = {run.line: run.text for run in runs_of(article()) if run.line}
    assert "창고 짓기" in kinds[LineKind.HEADING]
    assert "hong@example.com" in kinds[LineKind.FURNITURE]


def test_entities_have_their_label() -> None:
    assert {"상반기", "연말", "2027년"} == {run.text for run in runs_of(article()) if run.label is Label.DATE}


@settings(max_examples=40)
@given(documents())
def test_the_text_is_whole_and_all_that_lights_is_there(document: Document) -> None:
    marked = mark_text(document)
    runs = [run for passage in marked.passages for run in passage.runs]
    assert visible(document.text).replace("\r\n", "\n").replace("\r", "\n") == "".join(run.text for run in runs)
    anchors = {anchor for run in runs for anchor in run.anchors}
    there = {key for run in runs for key in run.keys} | {passage.key for passage in marked.passages}
    overlaps = 3 * len(document.targets) + len(document.centers) + len(document.entities)
    for lights in marked.lights:
        assert next(key for key in lights if key.startswith("q")) in anchors
        if overlaps < MOST_OVERLAPS:
            assert {key for key in lights if not key.startswith("c")} <= there
