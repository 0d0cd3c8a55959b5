"""What speaks for a target: each alternative of a rule in a sentence that it decides."""

import pytest

from mokpyo.inference.linking.undertaking_features import (
    action,
    becomes,
    measured_topic,
)

CITY = "[새길시|O]는 "

CASES = [
    (action, CITY + "찻집 [40개|Q]를 가꾼다.", "찻집 [40개|Q]가 아름답다."),
    (action, CITY + "찻집 [40개|Q]를 가꾼다.", "찻집 [40개|Q]가 새롭다."),
    (becomes, CITY + "일꾼을 [40명|Q] 규모로 늘린다.", CITY + "일꾼을 [40명|Q] 규모 늘린다."),
    (becomes, CITY + "일꾼을 [40명|Q] 이상으로 늘린다.", CITY + "일꾼을 [40명|Q] 이상 늘린다."),
    (becomes, CITY + "찻집을 [40개|Q]로 늘린다.", CITY + "찻집을 [40개|Q]나 늘린다."),
    (becomes, CITY + "찻집을 [40개|Q]까지 늘린다.", CITY + "찻집을 [40개|Q]까지 가꾼다."),
    (measured_topic, "고용인원은 적어도 [10명|Q]이다.", "손님은 적어도 [10명|Q]이다."),
    (measured_topic, CITY + "총상금 [40만원|Q]을 건다.", CITY + "총무 [40명|Q]을 뽑는다."),
]
"""Feature, an article whose first quantity has it, and one whose first quantity lacks it."""


@pytest.mark.parametrize(("feature", "having", "lacking"), CASES)
def test_a_condition_decides(mark, feature, having: str, lacking: str) -> None:
    found = mark(having)
    assert feature(found.quantity(), found.text)
    found = mark(lacking)
    assert not feature(found.quantity(), found.text)
