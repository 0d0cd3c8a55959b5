"""Documents -> Label Studio's JSON -> documents."""

import itertools
import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from mokpyo.data.document import Article, Document, Entity, Label
from mokpyo.data.label_studio import Origin, decode_results, encode_document, task_data
from mokpyo.data.label_studio.export import decode_export
from mokpyo.data.label_studio.problems import ProblemList
from mokpyo.data.offsets import overlaps

PIECES = ["\r\n", "\n", "\r", "\n\n", "\t", " ", "😀", "👩‍🔬", "𠮷", "각", "\\n", "새길시는 ", "30그루", "내년"]
article_texts = (
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=25).map("".join).filter(bool)
)


def flat(document: Document) -> Document:
    """The document as flat spans can say it: entities in order, none across another, centres told apart by name."""
    kept: list[Entity] = []
    for entity in sorted(document.entities, key=lambda one: one.span):
        if not any(overlaps(one.span, entity.span) for one in kept):
            kept.append(entity)
    centers = [msgspec.structs.replace(one, name=f"{one.name}{number}") for number, one in enumerate(document.centers)]
    return msgspec.structs.replace(document, id=document.id or "가", entities=kept, centers=centers)


def by_person(document: Document) -> Document:
    return msgspec.structs.replace(
        document,
        entities=[msgspec.structs.replace(one, score=1.0) for one in document.entities],
        targets=[msgspec.structs.replace(one, score=1.0, link="annotator") for one in document.targets],
    )


def decoded(document: Document, origin: Origin) -> tuple[Document, list[str]]:
    problems = ProblemList(1)
    results = json.loads(json.dumps(encode_document(document)))
    article = Article(text=document.text, id=document.id, title=document.title, published=document.published)
    found = decode_results(results, article, origin=origin, problems=problems)
    return found, [str(one) for one in problems.found]


@given(documents().map(flat))
def test_a_prediction_is_the_document_that_it_was_made_of(document: Document) -> None:
    assert (document, []) == decoded(document, Origin.MODEL)


@st.composite
def in_editors_texts(draw: st.DrawFn) -> Document:
    """Entities over text that is rich in what editors count differently."""
    text = draw(article_texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [(start, end) for at, (start, end) in enumerate(itertools.pairwise(cuts)) if at % 2 == 0 and start < end]
    entities = [
        Entity(start, end, draw(st.sampled_from(Label)), text[start:end], draw(st.floats(0, 1))) for start, end in spans
    ]
    return Document(id="가", text=text, entities=entities)


@given(in_editors_texts())
def test_a_persons_entities_survive_whatever_the_text_holds(document: Document) -> None:
    assert (by_person(document), []) == decoded(document, Origin.PERSON)


@given(in_editors_texts())
def test_an_export_gives_back_what_was_pushed(document: Document) -> None:
    task = {
        "id": 1,
        "inner_id": 1,
        "data": task_data(document),
        "annotations": [{"id": 2, "completed_by": 3, "result": encode_document(document)}],
        "predictions": [{"id": 4, "model_version": "m", "result": encode_document(document)}],
    }
    export = decode_export(json.dumps([task]).encode())
    assert [] == export.problems
    assert [by_person(document)] == export.documents()
    assert [document] == [one.document for one in export.tasks[0].predictions]


def halves_no_newline(document: Document) -> bool:
    ends = {end for entity in document.entities for end in entity.span}
    return not any(document.text[end - 1 : end + 1] == "\r\n" for end in ends if end)


@given(in_editors_texts().filter(halves_no_newline), st.booleans(), st.booleans())
def test_other_ways_of_counting_are_repaired(document: Document, utf_16: bool, one_newline: bool) -> None:
    def counted(end: int) -> int:
        before = document.text[:end].replace("\r\n", "\n") if one_newline else document.text[:end]
        return len(before.encode("utf-16-le")) // 2 if utf_16 else len(before)

    results = encode_document(document)
    for result in results:
        result["value"] |= {key: counted(result["value"][key]) for key in ("start", "end")}
    found = decode_results(results, Article(text=document.text, id="가"), origin=Origin.PERSON, problems=ProblemList(1))
    assert [entity.text for entity in document.entities] == [entity.text for entity in found.entities]
