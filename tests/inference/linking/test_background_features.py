"""Background by its words: each alternative of a rule in a sentence that it decides."""

import pytest

from mokpyo.inference.linking.background_features import (
    attendance,
    background_noun,
    definition_frame,
    forecast,
    former_level,
    nationwide,
    participants,
    people_act,
    received,
    weather_or_game,
)

CITY = "[새길시|O]는 "

CASES = [
    (former_level, CITY + "현재 [400톤|Q] 규모인 쌀 생산을 늘린다.", CITY + "올해 [400톤|Q] 규모인 쌀 생산을 늘린다."),
    (attendance, "잔치에 부부 [50쌍|Q]이 참석했다.", "잔치에 나무 [50그루|Q]가 함께했다."),
    (attendance, "잔치에 이웃 가게 [50개사|Q]가 참가했다.", CITY + "이웃 가게 [50개사|Q]를 뽑았다."),
    (
        definition_frame,
        "이것은 찻집 [40개|Q]를 돕는 프로그램으로 이름났다.",
        "이것은 찻집 [40개|Q]를 돕는 프로그램에서 나왔다.",
    ),
    (definition_frame, "이것은 찻집 [40개|Q]를 돕는 마을 행사다.", "이웃이 찻집 [40개|Q]를 돕는 날에 행사로 바쁘다."),
    (definition_frame, "이것은 찻집 [40개|Q]를 돕는 제도로 크다.", CITY + "찻집 [40개|Q]를 돕는다며 제도로 굳혔다."),
    (definition_frame, "이것은 찻집 [40개|Q]를 돕는 제도로 크다.", CITY + "찻집 [40개|Q]를 도울 제도로 바꾼다."),
    (people_act, "손님 [64명|Q]이 걸어갔다.", "직원 [64명|Q]이 초대됐다."),
    (people_act, "손님 [64명|Q]은 걸어갔다.", CITY + "직원 [64명|Q]은 새로 뽑았다."),
    (people_act, "이웃 [64식구|Q]가 이사했다.", CITY + "이웃 [64식구|Q]를 보았다."),
    (participants, "잔치 참여 기업 [43곳|Q]이 돌아갔다.", CITY + "잔치 참여 기업 [43곳|Q]을 모집할 계획이다."),
    (participants, "잔치를 찾은 기업 [43곳|Q]이 돌아갔다.", "새길시를 빛낸 기업 [43곳|Q]이 돌아갔다."),
    (participants, "잔치 참여 기업 [43곳|Q]이 돌아갔다.", CITY + "참여 기업에 [43억원|Q]을 주었다."),
    (nationwide, CITY + "세계 [64개|Q] 도시를 살핀다.", CITY + "남쪽 [64개|Q] 도시를 살핀다."),
    (nationwide, CITY + "국내 [64개|Q] 도시를 살핀다.", CITY + "국내에서 [64개|Q] 도시를 살핀다."),
    (received, CITY + "상금 [500만원|Q]을 얻었다.", CITY + "상금 [500만원|Q]을 나눴다."),
    (received, CITY + "상 [3개|Q]를 수상했다.", CITY + "상 [3개|Q]를 시상했다."),
    (weather_or_game, "누리팀은 [3골|Q]을 넣었다.", "누리팀은 [3골|Q]을 보았다."),
    (weather_or_game, "누리 선수는 높이뛰기에서 [3㎝|Q] 앞섰다.", CITY + "길을 [3㎝|Q] 넓혔다."),
    (weather_or_game, "누리팀은 [3점|Q]을 올렸다.", CITY + "봉급을 [3만원|Q] 올렸다."),
    (former_level, CITY + "[400톤|Q]이던 쌀 생산을 늘린다.", CITY + "[400톤|Q]이 되는 쌀 생산을 늘린다."),
    (former_level, CITY + "[4000개|Q]였던 찻집을 늘린다.", CITY + "[4000개|Q]인 찻집을 늘린다."),
    (former_level, CITY + "[400톤|Q]이었던 쌀 생산을 늘린다.", CITY + "[400톤|Q]인 쌀 생산을 늘린다."),
    (former_level, CITY + "[400톤|Q]에 불과하던 쌀 생산을 늘린다.", CITY + "[400톤|Q]에 이르는 쌀 생산을 늘린다."),
    (received, CITY + "상금 [500만원|Q]을 받았다.", "새길시가 확보한 돈 [500만원|Q]"),
    (received, CITY + "상금 [500만원|Q]을 받았다.", "새길시가 [500만원|Q]을 받을 계획이다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 본다.", CITY + "손님 [64명|Q]이 본 숲을 가꾼다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 전망했다.", CITY + "찻집 [64곳|Q]을 갖춘 전망대를 연다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 예상했다.", CITY + "찻집 [64곳|Q]을 짓는 예상 날짜를 알린다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 예측했다.", CITY + "컴퓨터 [64대|Q]를 갖춘 예측 연구실을 연다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 추정했다.", CITY + "컴퓨터 [64대|Q]를 갖춘 추정 연구실을 연다."),
    (forecast, "손님은 [64명|Q]까지 늘 것으로 내다봤다.", CITY + "의자 [64개|Q]를 내다 놓는다."),
    (background_noun, "누리방송은 ‘시청률’ [40%|Q]를 넘겼다.", "누리방송은 ‘참여율’ [40%|Q]를 넘겼다."),
]
"""Feature, an article whose first quantity has it, and one whose first quantity lacks it."""


@pytest.mark.parametrize(("feature", "having", "lacking"), CASES)
def test_a_condition_decides(mark, feature, having: str, lacking: str) -> None:
    found = mark(having)
    assert feature(found.quantity(), found.text)
    found = mark(lacking)
    assert not feature(found.quantity(), found.text)
