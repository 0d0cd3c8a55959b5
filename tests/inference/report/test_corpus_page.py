import io
import json
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import ATTACK, article, corpus_page, hostile, many
from strategies import documents

from mokpyo.data.document import Document
from mokpyo.inference.report.corpus_data import MOST_CHARACTERS, CorpusData, TargetRow
from mokpyo.inference.report.corpus_page import write_corpus_report
from mokpyo.inference.report.language import Language


def rows_of(documents: list[Document]) -> CorpusData:
    data = CorpusData(language=Language.KOREAN)
    for document in documents:
        data.add(document)
    return data


def test_a_row_says_what_the_target_says() -> None:
    data = rows_of([article()])
    row = data.rows[1]
    passage = data.pools["passages"].words[row.passage]
    names = [data.pools[name].words[place] for name, place in (("centers", row.center), ("units", row.unit))]
    assert ["새길물류센터", "동"] == names
    assert ("40동", 40.0, "상반기", "2027-06-30") == (row.quantity, row.value, row.deadline, row.by)
    assert "40동" == passage[row.before : row.before + row.number]


def test_evidence_is_told_once() -> None:
    assert 3 == len({row.passage for row in rows_of([article()]).rows})


@settings(max_examples=40)
@given(st.lists(documents(), max_size=3))
def test_the_number_stands_where_the_row_says(made: list[Document]) -> None:
    data = rows_of(made)
    targets = [(document, target) for document in made for target in document.targets]
    assert len(targets) == len(data.rows)
    assert data.rows == msgspec.json.decode(msgspec.json.encode(data.rows), type=list[TargetRow])
    for (_, target), row in zip(targets, data.rows, strict=True):
        passage = data.pools["passages"].words[row.passage].encode("utf-16-le")
        number = passage[2 * row.before : 2 * (row.before + row.number)].decode("utf-16-le")
        assert len(target.quantity.text) == len(number)


def test_long_values_are_cut_and_counted() -> None:
    data = rows_of([hostile()])
    assert max(len(word) for pool in data.pools.values() for word in pool.words) < 3 * MOST_CHARACTERS + 10
    assert 2 == data.cut_values
    assert data.rows[0].value is None


def test_what_is_left_out_is_said() -> None:
    page = corpus_page([*many(40), hostile()], most_targets=30, most_text=500)
    assert "targets: 12; a report holds at most 30." in page
    held = page.count('<template id="a')
    assert 0 < held < 8
    assert f"texts of articles: {8 - held} " in page


def test_nothing_is_left_out_of_a_small_corpus() -> None:
    page = corpus_page(many(40))
    assert "leaves out" not in re.sub("<script.*?</script>", "", page, flags=re.DOTALL)
    assert 10 == page.count('<template id="a')


@pytest.mark.parametrize("made", [[], [hostile()], [Document(id="a", text="비가 왔다.")]])
def test_markup_in_words_is_no_markup(made: list[Document]) -> None:
    file = io.StringIO()
    write_corpus_report(made, file)
    page = file.getvalue()
    assert "<img" not in page
    assert 2 == page.count("<script")
    blocks = re.findall('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    data = json.loads(blocks[0])
    assert len([document for document in made if document.targets]) == len(data["articles"])
    assert (ATTACK.replace("\u202e", "\ufffd") in data["centers"]) == bool(data["targets"])
