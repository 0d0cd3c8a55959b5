import io

import pytest
from hypothesis import given
from rich.console import Console
from rollup_documents import marked
from strategies import documents

from mokpyo.data.document import Document
from mokpyo.inference.render.rollup_lines import rollup_lines
from mokpyo.inference.render.terminal import print_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시는 총 [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차]다.", ["합이 맞음: t1 7대 = t2 4대 + t3 3대"]),
        (
            "센터는 공장 [100곳|공장|2027-12-31]을 짓는다. 상반기에 공장 [40곳|공장|2027-06-30], 연말까지 공장 [70곳|공장|2027-12-31]을 짓는다.",
            ["합이 맞지 않음: t2 40곳 + t3 70곳 = 110곳, 전체는 t1 100곳"],
        ),
        (
            "한빛센터, 공장 [150개|공장] 세운다\n\n한빛센터는 공장 [130개|공장] 세운다고 밝혔다.",
            ["수량이 서로 다름: t1 150개, t2 130개"],
        ),
        ("시는 버스 [4대|버스]와 승합차 [3대|승합차]를 산다.", []),
    ],
)
def test_a_line_for_each_rollup(text: str, expected: list[str]) -> None:
    document = marked(text)
    assert expected == [line.plain for line in rollup_lines(document)]
    file = io.StringIO()
    print_document(document, Console(file=file, width=100))
    assert all(line in file.getvalue().splitlines() for line in expected)


@given(documents())
def test_lines_are_safe_to_show(document: Document) -> None:
    assert not any(character in line.plain for line in rollup_lines(document) for character in "\n\x1b\u202e")
