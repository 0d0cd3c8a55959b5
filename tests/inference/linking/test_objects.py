import pytest

from mokpyo.inference.linking.objects import read_object


def check(mark, rest: str, expected: str | None) -> None:
    found = mark(f"[새길시|O]는 {rest}")
    assert expected == read_object(found.quantity(), found.text)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[150개|Q] 찻집을 연다.", "찻집", id="right behind"),
        pytest.param("[150개|Q] 찻집 창업을 돕는다.", "찻집", id="without the action"),
        pytest.param("[150개|Q] 작은 가게 찻집 옷집 빵집 꽃집을 연다.", None, id="an adjective between"),
        pytest.param("[40명|Q] 이상의 일꾼을 뽑는다.", "일꾼", id="over a bound"),
        pytest.param("[50여 명|Q] 안팎의 일꾼을 뽑는다.", "일꾼", id="over 안팎의"),
        pytest.param("[40명|Q]의 일꾼을 뽑는다.", "일꾼", id="over 의"),
        pytest.param("[100억원|Q] 규모의 기금을 만든다.", "기금", id="over a measure"),
        pytest.param("[100억원|Q] 규모로 기금을 만든다.", "기금", id="over 규모로"),
        pytest.param("[40개|Q] 손뜨개 분야 찻집을 연다.", "찻집", id="without the field"),
        pytest.param("[40개|Q] 지역 찻집을 연다.", "찻집", id="without a modifier of places"),
        pytest.param("[40개|Q]의 지역을 돕는다.", "지역", id="such a modifier alone"),
        pytest.param("[40명|Q] 등을 돕는다.", None, id="an empty noun"),
        pytest.param("[40개|Q] 옷 신발 가방 모자 우산을 산다.", "옷 신발 가방 모자", id="four words at most"),
        pytest.param("[40개|Q] [달빛군|R] 찻집을 연다.", None, id="not past a place"),
        pytest.param("[40개|Q] 창업을 돕는다.", None, id="an action is no object"),
    ],
)
def test_nouns_behind(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("찻집 [40개|Q]를 연다.", "찻집", id="right before"),
        pytest.param("찻집 [40개|Q] 창업을 돕는다.", "찻집", id="before, with an action behind"),
        pytest.param("찻집 등 [40개|Q]를 연다.", "찻집", id="over 등"),
        pytest.param("찻집 총 [40개|Q]를 연다.", "찻집", id="over a bound"),
        pytest.param("찻집을 [40개|Q] 연다.", "찻집", id="an object apart from its number"),
        pytest.param("찻집을 [내년|D] [40개|Q] 연다.", "찻집", id="over a date"),
        pytest.param("찻집·빵집 [40개|Q]를 연다.", "찻집·빵집", id="coordinated"),
        pytest.param("찻집([40개|Q])을 연다.", "찻집", id="in a bracket"),
        pytest.param("찻집 [40곳|Q] 쉼터를 고친다.", "찻집", id="before a counter of places, whatever follows"),
        pytest.param("찻집(총 [40개|Q])을 연다.", "찻집", id="in a bracket, with a bound"),
        pytest.param("[달빛군|R] [40개|Q]를 연다.", None, id="a place is no object"),
        pytest.param("[40개|Q]를 연다.", None, id="nor is the subject"),
    ],
)
def test_nouns_before(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[120억원|Q]을 투입한다.", "사업비", id="money and its verb"),
        pytest.param("[120명|Q]을 투입한다.", None, id="only money"),
        pytest.param(
            "가게 수리비로 마을마다 고루 나눠 [120억원|Q]을 쓴다.", "사업비", id="another clause's money noun"
        ),
        pytest.param("가게 수리비로 마을에서 [120억원|Q]을 쓴다.", "가게 수리비", id="a money noun of its clause"),
        pytest.param("[120억원|Q]을 잊었다.", None, id="a verb that does not tell"),
        pytest.param("찻집을 시장에서 [40개|Q]로 늘린다.", "찻집", id="the clause's object"),
        pytest.param("찻집을 열고 [40개|Q]로 늘린다.", None, id="another clause's object"),
    ],
)
def test_what_only_the_clause_tells(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)
