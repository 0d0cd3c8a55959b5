"""What people change is what the document says, and nothing else is."""

from collections.abc import Callable

import msgspec
import pytest
from annotation_edits import EDITS, Results, confirmed, labels_of
from annotation_samples import model_document

from mokpyo.data.document import Article, Document, Label
from mokpyo.data.label_studio import Origin, decode_results, encode_document
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.inference.span_normaliser import GrammarNormaliser

DOCUMENT = model_document(5)


def decoded(results: Results) -> tuple[Document, list[str]]:
    problems = ProblemList(1)
    article = Article(text=DOCUMENT.text, id=DOCUMENT.id, title=DOCUMENT.title, published=DOCUMENT.published)
    found = decode_results(results, article, origin=Origin.PERSON, problems=problems, normaliser=GrammarNormaliser())
    return found, [problem.reason for problem in problems.found]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_what_it_changes(edit: Callable[[Results, Document], Document]) -> None:
    results = encode_document(DOCUMENT)
    expected = edit(results, confirmed(DOCUMENT))
    found, reasons = decoded(results)
    assert expected == found
    assert all(reason.startswith("the border has moved") for reason in reasons)


def test_all_edits_at_once() -> None:
    results, expected = encode_document(DOCUMENT), confirmed(DOCUMENT)
    for edit in EDITS[2:]:  # the first two are of one region, which can be either
        expected = edit(results, expected)
    found, _ = decoded(results)
    assert sorted(expected.entities, key=lambda one: one.start) == found.entities
    assert (expected.centers, expected.targets) == (found.centers, found.targets)


def test_a_new_mention_makes_an_alias_and_a_lost_one_takes_it() -> None:
    results = encode_document(DOCUMENT)
    short = labels_of(results, "시")
    without = [one for one in results if short["id"] not in (one.get("id"), one.get("to_id"))]
    (center,) = decoded(without)[0].centers
    assert ([], [DOCUMENT.centers[0].mentions[0]]) == (center.aliases, center.mentions)
    place = labels_of(results, "동녘동")
    place["value"]["labels"] = [Label.ORG.value]
    name = {"start": place["value"]["start"], "end": place["value"]["end"], "text": [DOCUMENT.centers[0].name]}
    results.append(place | {"from_name": "center", "type": "textarea", "value": name})
    (center,) = decoded(results)[0].centers
    assert (["시", "동녘동"], 3) == (center.aliases, len(center.mentions))


def test_a_field_that_is_emptied_is_read_from_the_text() -> None:
    results = [one for one in encode_document(DOCUMENT) if one.get("from_name") not in ("by", "value", "unit")]
    found, reasons = decoded(results)
    assert (confirmed(DOCUMENT), []) == (found, reasons)


def test_days_that_nobody_knew_are_not_guessed_when_the_date_stays_as_it_was() -> None:
    target = DOCUMENT.targets[0]
    unknown = msgspec.structs.replace(target.deadline, by=None)
    document = msgspec.structs.replace(
        DOCUMENT, targets=[msgspec.structs.replace(target, deadline=unknown), *DOCUMENT.targets[1:]]
    )
    assert confirmed(document) == decoded(encode_document(document))[0]


def test_two_names_that_are_made_one_are_one_centre() -> None:
    other = msgspec.structs.replace(
        DOCUMENT.centers[0], id="c2", name="동녘동", aliases=[], mentions=[DOCUMENT.entities[3].span]
    )
    document = msgspec.structs.replace(DOCUMENT, centers=[*DOCUMENT.centers, other])
    results = encode_document(document)
    names = [one for one in results if one.get("from_name") == "center"]
    names[1]["value"]["text"] = [DOCUMENT.centers[0].name]
    (center,) = decoded(results)[0].centers
    assert ("c1", DOCUMENT.centers[0].name, 3) == (center.id, center.name, len(center.mentions))
