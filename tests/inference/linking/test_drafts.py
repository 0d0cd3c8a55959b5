import pytest

from mokpyo.inference.linking.drafts import LIFT, Draft, read_drafts, score_drafts
from mokpyo.inference.linking.target_model import TargetModel


def drafts(found) -> list[Draft]:
    return read_drafts(found.view, found.entities, found.contexts, found.organizations, found.discourse)


def lifted(found, weights: dict[str, float]) -> list[bool]:
    return [LIFT in draft.rules for draft in score_drafts(drafts(found), TargetModel(weights))]


MONEY_ALONE = {"bias": -1.0, "money": 2.0, LIFT: 1.5}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 [5억원|Q], 찻집 [40개|Q]를 마련한다.", [False, True], id="beside a target"),
        pytest.param("[새길시|O]는 찻집 [40개|Q], [5억원|Q]을 마련한다.", [True, False], id="before a target"),
        pytest.param("[새길시|O]는 [5억원|Q]을 들이고 찻집 [40개|Q]를 연다.", [False, False], id="another verb's"),
        pytest.param("[새길시|O]는 [5억원|Q]을 쓴다. 찻집 [40개|Q]를 연다.", [False, False], id="another sentence"),
        pytest.param("[새길시|O]는 나무 [9그루|Q], 찻집 [40개|Q]를 마련한다.", [False, False], id="beside none"),
        pytest.param("[새길시|O]는 [5억원|Q], [4개|Q] 분야를 마련한다.", [False, False], id="ruled out by itself"),
    ],
)
def test_amounts_listed_beside_a_target_are_lifted(mark, marked: str, expected: list[bool]) -> None:
    assert expected == lifted(mark(marked), MONEY_ALONE)


def test_a_lift_adds_its_weight(mark) -> None:
    first, second = score_drafts(
        drafts(mark("[새길시|O]는 [5억원|Q], 찻집 [40개|Q]를 마련한다.")), TargetModel(MONEY_ALONE)
    )
    assert (1.0, 0.5) == (first.score, second.score)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 찻집 [40개|Q]를 연다.", set(), id="a subject"),
        pytest.param("찻집 [40개|Q]를 연다.", {"ownerless"}, id="nobody"),
        pytest.param("[새길시|O]의 찻집 [40개|Q]가 문을 연다.", {"weak_owner"}, id="whose it is"),
        pytest.param("찻집 [40개|Q]가 문을 연다.\n\n[새길시|O]는 길을 낸다.", {"weak_owner"}, id="who leads elsewhere"),
    ],
)
def test_the_owner_counts(mark, marked: str, expected: set[str]) -> None:
    (draft,) = drafts(mark(marked))
    assert expected == {"ownerless", "weak_owner"} & set(draft.rules)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("[새길시|O]는 찻집 [40개|Q]를 연다.", "link=topic"), ("찻집 [40개|Q]를 연다.", "link=none")],
)
def test_how_the_owner_was_found_is_a_word(mark, marked: str, expected: str) -> None:
    (draft,) = drafts(mark(marked))
    assert expected in draft.words


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 찻집 [40개|Q]와 나무 [9그루|Q]를 돌본다.", ["40개", "9그루"], id="quantities"),
        pytest.param("[새길시|O]는 [만평|O]과 찻집 [40개|Q]를 연다.", ["40개"], id="a body with a number for a name"),
        pytest.param("[새길시|O]는 [몇몇|Q] 찻집을 연다.", [], id="no grammar reads it"),
        pytest.param("[새길시|O]는 [제3차|Q] 잔치를 연다.", [], id="an ordinal"),
    ],
)
def test_drafts_are_of_quantities(mark, marked: str, expected: list[str]) -> None:
    assert expected == [draft.quantity.entity.text for draft in drafts(mark(marked))]
