"""The number's own form: each alternative of a rule in a sentence that it decides."""

import pytest

from mokpyo.inference.linking.form_features import (
    arrow,
    caption,
    cohort,
    conditional,
    denomination,
    major,
    one_of,
    per_one,
    quoted_name,
    share_of_whole,
    threshold,
    uncounted_noun,
)

CITY = "[새길시|O]는 "

CASES = [
    (threshold, CITY + "매출 [50억원|Q] 미만 기업을 돕는다.", CITY + "매출 [50억원|Q] 안팎 기업을 돕는다."),
    (threshold, CITY + "빚 [50억원|Q] 초과 기업을 돕는다.", CITY + "기금 [50억원|Q] 초과 달성을 알렸다."),
    (threshold, CITY + "강에서 [50m|Q] 이내 시설을 고친다.", CITY + "강에서 [50m|Q] 안쪽 시설을 고친다."),
    (threshold, CITY + "매출 [50억원|Q] 이상의 우리 이웃 마을 기업을 돕는다.", CITY + "[50억원|Q] 이상의 돈을 쓴다."),
    (
        threshold,
        CITY + "매출 [50억원|Q] 이상이거나 이웃 마을 기업을 돕는다.",
        CITY + "예산이 [50억원|Q] 이상이거나 그쯤이라고 알렸다.",
    ),
    (threshold, CITY + "일꾼 [50명|Q] 이상인 기업을 돕는다.", CITY + "[30개|Q] 이상 기업을 돕는다."),
    (conditional, "일꾼 [1명|Q] 고용할 경우 새길시가 돈을 준다.", "일꾼 [1명|Q] 고용할 때 새길시가 돈을 준다."),
    (per_one, CITY + "[1㎡|Q]마다 [4만원|Q]을 준다.", CITY + "[2㎡|Q]마다 [4만원|Q]을 준다."),
    (caption, "(사진 새길시가 연 찻집 [4개|Q]를 손님이 본다.", "(누리 새길시가 연 찻집 [4개|Q]를 손님이 본다."),
    (caption, "/사진 새길시가 연 찻집 [4개|Q]를 손님이 본다.", "/누리 새길시가 연 찻집 [4개|Q]를 손님이 본다."),
    (uncounted_noun, CITY + "[4차례|Q]에 걸쳐 잔치를 연다.", CITY + "[4차례|Q] 잔치를 연다."),
    (uncounted_noun, CITY + "[4가지|Q]를 돕는다.", CITY + "[4마리|Q]를 돕는다."),
    (uncounted_noun, CITY + "[4분야|Q]를 돕는다.", CITY + "[4마을|Q]을 돕는다."),
    (uncounted_noun, CITY + "[4부문|Q]을 돕는다.", CITY + "[4학교|Q]를 돕는다."),
    (per_one, CITY + "[1명|Q] [40만원|Q]을 준다.", CITY + "[1명|Q]에게 [40만원|Q]을 준다."),
    (per_one, CITY + "[1가구|Q] [40만원|Q]을 준다.", CITY + "[1가구|Q]에 [40만원|Q]을 준다."),
    (per_one, CITY + "[1세대|Q] [40만원|Q]을 준다.", CITY + "[1세대|Q]에 [40만원|Q]을 준다."),
    (per_one, CITY + "아이 [1명|Q]씩 [40만원|Q]을 준다.", CITY + "아이 [1명|Q]만 돕는다."),
    (per_one, CITY + "[1인|Q] [4만원|Q]을 준다.", CITY + "찻집 [1곳|Q] 4만원을 준다."),
    (quoted_name, CITY + "‘[1000개|Q] 찻집’을 연다.", CITY + "“[1000개|Q]를 열자”고 알렸다."),
    (denomination, CITY + "[3특|Q]을 만든다.", CITY + "[3개|Q]를 만든다."),
    (denomination, CITY + "[3구간|Q]을 고친다.", CITY + "[3개|Q]를 고친다."),
    (denomination, CITY + "[3번|Q]을 만든다.", CITY + "[3회|Q]를 만든다."),
    (denomination, CITY + "[3째|Q]를 만든다.", CITY + "[3개|Q]를 만든다."),
    (denomination, CITY + "[1부모|Q] 가정을 돕는다.", CITY + "[1개|Q] 가정을 돕는다."),
    (share_of_whole, CITY + "잔치(찻집 [90%|Q], 꽃집 [10%|Q])를 연다.", CITY + "찻집(남쪽) 참여율을 [90%|Q]로 올린다."),
    (share_of_whole, CITY + "전체의 [64%|Q]에 달하는 찻집 [30곳|Q]을 돕는다.", CITY + "참여율 [64%|Q]에 나선다."),
    (cohort, CITY + "‘새길 모임 [3기|Q]’를 뽑는다.", CITY + "풍차 [3기|Q]를 세운다."),
    (major, CITY + "[6대|Q] 신산업을 키운다.", CITY + "[6개|Q] 신산업을 키운다."),
    (major, CITY + "[6대|Q] 신산업을 키운다.", CITY + "[6대|Q]의 버스를 산다."),
    (major, CITY + "[6대|Q] 신산업을 키운다.", CITY + "그랜저 [6대|Q] 구입을 끝낸다."),
    (major, CITY + "[6대|Q] 신산업을 키운다.", CITY + "어린이용 [6대|Q] 구입을 끝낸다."),
    (major, CITY + "[6대|Q] 신산업을 키운다.", CITY + "UAM [6대|Q] 구입을 끝낸다."),
    (one_of, "부모 가운데 [1명|Q]이 새길시에 살아야 한다.", "새길시 한복판에 [1명|Q]이 산다."),
    (arrow, "보조금은 [10만원|Q]⇒[20만원|Q]이다.", "보조금은 [10만원|Q]~[20만원|Q]이다."),
    (uncounted_noun, CITY + "[4회|Q]에 걸쳐 잔치를 연다.", CITY + "[4대|Q]에 걸쳐 내려온 찻집을 돕는다."),
    (uncounted_noun, CITY + "[4개|Q] 축종을 돕는다.", CITY + "[4개|Q] 목장을 돕는다."),
    (uncounted_noun, CITY + "[4개|Q] 광역자치단체를 돕는다.", CITY + "[4개|Q] 예술단체를 돕는다."),
    (conditional, "나무 [40그루|Q]를 심으면 새길시가 돈을 준다.", CITY + "세금 [40억원|Q] 감면, 찻집을 연다."),
]
"""Feature, an article whose first quantity has it, and one whose first quantity lacks it."""


@pytest.mark.parametrize(("feature", "having", "lacking"), CASES)
def test_a_condition_decides(mark, feature, having: str, lacking: str) -> None:
    found = mark(having)
    assert feature(found.quantity(), found.text)
    found = mark(lacking)
    assert not feature(found.quantity(), found.text)
