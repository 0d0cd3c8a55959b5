import math

import pytest

from mokpyo.inference.linking.target_context import context_features

SURE = math.log(3)
"""Log-odds of a chance of 3/4."""


def context(found, scores: list[float]) -> list[dict[str, float]]:
    return [dict(features) for features in context_features(found.quantities, scores)]


def test_the_others_of_the_article_the_sentence_and_the_unit(mark) -> None:
    found = mark("[새길시|O]는 찻집 [40개|Q]를 열고 일꾼 [30명|Q]을 뽑는다. 달빛시도 [9개|Q]를 연다.")
    first, second, third = context(found, [0.0, SURE, -SURE])
    assert {"others": 0.5, "sentence": 0.75, "same_unit": 0.25, "score": 0.0} == pytest.approx(
        {name: first[name] for name in ("others", "sentence", "same_unit", "score")}
    )
    assert (0.375, 0.5) == pytest.approx((second["others"], second["sentence"]))
    assert (0.625, 1.0) == pytest.approx((third["others"], third["alone_in_sentence"]))
    assert [0.5, 0.25] == pytest.approx([second["previous"], second["next"]])


def test_an_amount_said_again(mark) -> None:
    found = mark("[새길시|O]는 찻집 [40개|Q]를 연다. 새길시는 [40개|Q]를 연다. 나무 [7그루|Q]도 심는다.")
    first, second, third = context(found, [SURE, 0.0, SURE])
    assert [0.5, 0.75, 0.0] == pytest.approx([first["same_amount"], second["same_amount"], third["same_amount"]])
    assert [0.0, 0.0, 1.0] == [features["amount_once"] for features in (first, second, third)]


def test_mates_share_a_predicate(mark) -> None:
    found = mark("[새길시|O]는 [5억원|Q], 찻집 [40개|Q]를 마련하고 일꾼 [30명|Q]을 뽑는다.")
    first, second, third = context(found, [0.0, SURE, SURE])
    assert [0.75, 0.5, 0.0] == pytest.approx([features["mate"] for features in (first, second, third)])
    assert [1.0, 1.0, 0.0] == [features["has_mate"] for features in (first, second, third)]


def test_a_single_quantity_has_nobody(mark) -> None:
    (only,) = context(mark("찻집 [40개|Q]를 연다."), [1.0])
    assert (1.0, 1.0, 1.0) == (only["alone"], only["alone_in_sentence"], only["amount_once"])
    assert math.log10(41) == only["magnitude"]
    assert only["others"] == only["previous"] == only["next"]


def test_log_odds_beyond_all_measure(mark) -> None:
    found = mark("찻집 [40개|Q]를 연다. 나무 [7그루|Q]도 심는다.")
    assert [0.0, 1.0] == [features["others"] for features in context(found, [2000.0, -2000.0])]
