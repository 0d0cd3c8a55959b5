import pytest

from mokpyo.inference.linking.candidates import (
    FEATURES,
    can_be_target,
    probability,
    target_features,
)
from mokpyo.inference.linking.target_table import TARGET_WEIGHTS

CITY = "[새길시|O]는 "

CASES = [
    ("action", CITY + "찻집 [40개|Q]를 가꾼다.", "찻집은 [40개|Q]로 나타났다."),
    ("action", CITY + "찻집 [40개|Q]를 가꾼다.", "찻집은 [40개|Q]로 늘 많다."),
    ("action", CITY + "찻집 [40개|Q]를 가꾼다.", "찻집 [40개|Q]라고 말했다."),
    ("action", CITY + "찻집 [40개|Q]를 가꾼다.", "찻집 [40개|Q]를 가꾸기가 쉽다."),
    ("undertaking", CITY + "찻집 [40개|Q]를 연다.", CITY + "찻집 [40개|Q]를 바라본다."),
    ("undertaking_noun", CITY + "찻집 [40개|Q] 창업을 돕는다.", CITY + "찻집 [40개|Q] 손님을 돕는다."),
    ("planned", CITY + "찻집 [40개|Q]를 열 계획이다.", CITY + "찻집 [40개|Q]를 열었다."),
    ("done_or_doing", CITY + "찻집 [40개|Q]를 열었다.", CITY + "찻집 [40개|Q]를 열 계획이다."),
    ("done_or_doing", CITY + "찻집 [40개|Q]를 열고 있다.", CITY + "찻집 [40개|Q]."),
    ("has_subject", CITY + "찻집 [40개|Q]를 연다.", "찻집 [40개|Q]를 [새길시|O]는 연다."),
    ("has_subject", "[새길시|O]가 찻집 [40개|Q]를 연다.", "[새길시|O]가 심은 나무 [40그루|Q]를 본다."),
    ("money", CITY + "[40억원|Q]을 쓴다.", CITY + "[40개|Q]를 쓴다."),
    ("headline", "[새길시|O], 찻집 [40개|Q] 연다\n\n새길시는 찻집을 연다고 했다.", CITY + "찻집 [40개|Q]를 연다."),
    (
        "headline",
        "새길시는 길을 낸다.\n\n◆[새길시|O], 찻집 [40개|Q] 개소\n\n찻집이 문을 연다.",
        "찻집 [40개|Q]가 연다.",
    ),
    ("bound", CITY + "최대 [40개|Q]를 연다.", CITY + "약 [40개|Q]를 연다."),
    ("bound", CITY + "[40개|Q] 이상을 연다.", CITY + "[40개|Q]를 연다."),
    ("becomes", CITY + "일꾼을 [40명|Q]으로 늘린다.", CITY + "일꾼을 [40명|Q] 늘린다."),
    ("becomes", CITY + "일꾼을 [40명|Q] 수준으로 늘린다.", CITY + "일꾼을 [40명|Q]으로 나눈다."),
    ("statistic", "찻집은 [40개|Q]에 달한다.", CITY + "찻집 [40개|Q]를 연다."),
    ("statistic", "찻집은 [40개|Q]로 나타났다.", "찻집은 [40개|Q]로 늘었다."),
    ("increment", "손님이 [40명|Q] 늘었다.", CITY + "일꾼을 [40명|Q] 뽑았다."),
    ("increment", "손님이 [12%|Q] 증가했다.", "손님이 [12%|Q] 증가할 계획이다."),
    ("increment", "손님이 [40명|Q] 늘었다.", "손님 [40명|Q]이 온 가운데 값이 올랐다."),
    ("baseline", CITY + "일꾼을 [30명|Q]에서 [40명|Q]으로 늘린다.", CITY + "찻집 [30곳|Q]에서 잔치를 연다."),
    ("baseline", CITY + "[30억원|Q]보다 큰돈을 쓴다.", CITY + "[30억원|Q]을 쓴다."),
    ("threshold", CITY + "매출 [50억원|Q] 이상 기업을 돕는다.", CITY + "[50억원|Q] 이상을 쓴다."),
    ("threshold", CITY + "매출 [50억원|Q] 이상인 곳을 돕는다.", CITY + "예산 [50억원|Q] 이상으로 곳곳을 돕는다."),
    ("threshold", CITY + "일꾼 [50명|Q] 이상인 가게를 돕는다.", CITY + "일꾼 [50명|Q] 이상을 돕는다."),
    ("attendance", "잔치에 [50명|Q]이 참석했다.", "잔치에 [50명|Q]이 참석할 예정이다."),
    ("attendance", "잔치에 [50명|Q]이 모였다.", "잔치에 [50명|Q]이 뽑혔다."),
    ("uncounted_noun", CITY + "[4개|Q] 분야를 돕는다.", CITY + "[4개|Q] 찻집을 돕는다."),
    ("uncounted_noun", CITY + "[4개국|Q]을 돕는다.", CITY + "[4곳|Q]을 돕는다."),
    ("uncounted_noun", CITY + "[4회|Q]에 걸쳐 잔치를 연다.", CITY + "[4회|Q] 잔치를 연다."),
    ("background_noun", CITY + "인구 [4만명|Q]을 넘는다.", CITY + "일꾼 [4만명|Q]을 뽑는다."),
    ("background_noun", CITY + "[4만명|Q] 인구를 지닌다.", CITY + "인구를 지키며 [4만명|Q]을 돕는다."),
    ("per_one", CITY + "[1인|Q]당 [4만원|Q]을 준다.", CITY + "[2인|Q]당 [4만원|Q]을 준다."),
    ("per_one", CITY + "[1인|Q] [4만원|Q]을 준다.", CITY + "[1인|Q]을 뽑는다."),
    ("per_one", CITY + "[1㎡|Q]당 [4만원|Q]을 준다.", CITY + "[1㎡|Q] 4만원을 준다."),
    ("definition", CITY + "일꾼 [50명|Q] 이상인 가게를 돕는다.", CITY + "일꾼 [50명|Q]을 뽑는다."),
    ("no_predicate", CITY + "찻집 [40개|Q].", CITY + "찻집 [40개|Q]를 연다."),
    ("caption", "▲ 사진 [새길시|O]가 연 찻집 [4개|Q]를 본다.", "[새길시|O]가 사진 [4개|Q]를 찍는다."),
    ("quoted_name", CITY + "‘[1000원|Q]의 찻집’을 연다.", CITY + "‘[1000원|Q]을 아끼자’고 말했다."),
    ("quoted_name", CITY + "‘[1000원|Q] 찻집’을 연다.", CITY + "[1000원|Q] 찻집을 연다."),
    ("conditional", CITY + "[1명|Q] 채용 시 돈을 준다.", CITY + "[1명|Q] 채용 때 돈을 준다."),
    ("conditional", CITY + "나무 [4그루|Q]를 심으면 돈을 준다.", CITY + "나무 [4그루|Q]를 심고 돈을 준다."),
    ("comparison", "매출은 지난해 대비 [12%|Q]로 커진다.", "매출은 [12%|Q]로 커진다."),
    ("comparison", "매출은 지난해보다 [2배|Q]로 커진다.", "매출은 지난해보다 [2억원|Q] 커진다."),
    ("year_count", CITY + "매출을 [2배|Q]로 키운다.", CITY + "매출을 [2억원|Q]으로 키운다."),
    ("measured_topic", "고용인원은 [10명|Q]이다.", "손님은 [10명|Q]이다."),
    ("arrow", "보조금은 [10만원|Q]→[20만원|Q]이다.", "보조금은 [10만원|Q]·[20만원|Q]이다."),
    ("arrow", "보조금은 10만원→[20만원|Q]이다.", "보조금은 [20만원|Q]이다."),
    ("received", CITY + "상금 [500만원|Q]을 받았다.", CITY + "상금 [500만원|Q]을 받는다."),
    ("received", CITY + "상금 [500만원|Q]을 받았다.", CITY + "상금 [500만원|Q]을 주었다."),
    ("unknown_unit", CITY + "[5뭉텅|Q]을 만든다.", CITY + "[5개|Q]를 만든다."),
    ("floor_of_building", CITY + "건물 [2층|Q]에 찻집을 연다.", CITY + "[2층|Q] 찻집을 연다."),
    ("floor_of_building", CITY + "건물 [2층|Q]에 찻집을 연다.", CITY + "건물 [2동|Q]에 찻집을 연다."),
    ("ability", CITY + "마을에 찻집 [40개|Q]를 열 수 있다.", CITY + "마을에 찻집 [40개|Q]를 연다."),
    ("ability", CITY + "마을에 찻집 [40개|Q]를 열 수 있다.", CITY + "마을에 [40억원|Q]을 쓸 수 있다."),
    ("only", CITY + "찻집 [2곳|Q]만 돕는다.", CITY + "찻집 [2곳|Q]을 돕는다."),
    ("definition_frame", "이것은 찻집 [40개|Q]를 돕는 제도다.", "이것은 찻집 [40개|Q]를 돕는 제도를 낳는다."),
    ("definition_frame", "이것은 찻집 [40개|Q]를 돕는 제도로 크다.", "이것은 찻집 [40개|Q]를 돕던 제도로 크다."),
    ("denomination", CITY + "[1만 원|Q]권 종이돈을 준다.", CITY + "[1만 원|Q]을 준다."),
    ("denomination", CITY + "[5극|Q]을 만든다.", CITY + "[5개|Q]를 만든다."),
    ("share", CITY + "참여율을 [12%|Q]로 올린다.", CITY + "참여자를 [12명|Q]으로 올린다."),
    ("share_of_whole", CITY + "전체의 [64%|Q]인 찻집 [30개|Q]를 연다.", CITY + "전체의 [64%|Q]로 찻집을 늘린다."),
    ("share_of_whole", CITY + "[64%|Q]에 해당하는 찻집을 연다.", CITY + "[64곳|Q]에 해당하는 찻집을 연다."),
    ("former_level", CITY + "기존 [64개|Q]를 고친다.", CITY + "찻집 [64개|Q]를 고친다."),
    ("former_level", CITY + "당초 약 [64개|Q]를 고친다.", CITY + "올해 약 [64개|Q]를 고친다."),
    ("forecast", "손님은 [64명|Q]까지 늘 것으로 보인다.", "손님은 [64명|Q]까지 늘 것이다."),
    ("major", CITY + "[6대|Q] 신산업을 키운다.", CITY + "버스 [6대|Q] 구입을 끝낸다."),
    ("major", CITY + "현재 [6대|Q] 신산업을 키운다.", CITY + "버스 [6대|Q]를 산다."),
    ("cohort", CITY + "[3기|Q] 수강생을 뽑는다.", CITY + "풍차 [3기|Q] 설치를 끝낸다."),
    ("cohort", CITY + "[3기|Q] 수강생을 뽑는다.", CITY + "[3명|Q] 수강생을 뽑는다."),
    ("past_result", "지난해 매출 [3억원|Q]을 냈다.", "지난해 매출 [3억원|Q]을 낸다."),
    ("past_result", "지난해 [3억원|Q] 흑자를 냈다.", "지난해 [3억원|Q] 기부를 했다."),
    ("sanction", CITY + "과징금 [64억원|Q]을 부과한다.", CITY + "사업비 [64억원|Q]을 쓴다."),
    ("participants", "잔치에 참여한 [64개|Q] 기업은 돌아갔다.", CITY + "뽑은 [64개|Q] 기업을 돕는다."),
    ("participants", "잔치 참여 기업 [64곳|Q]이 돌아갔다.", CITY + "이웃 기업 [64곳|Q]을 돕는다."),
    ("nationwide", CITY + "전국 [64개|Q] 도시를 살핀다.", CITY + "이웃 [64개|Q] 도시를 돕는다."),
    ("one_of", "부모 중 [1명|Q]이 새길시에 살아야 한다.", CITY + "올해 [1명|Q]을 뽑는다."),
    (
        "former_level",
        CITY + "현재 [400톤|Q] 수준인 쌀 생산을 늘린다.",
        CITY + "올해 [400톤|Q] 수준으로 쌀 생산을 늘린다.",
    ),
    ("people_act", "손님 [64명|Q]은 병원에 입원했다.", CITY + "직원 [64명|Q]을 뽑았다."),
    ("people_act", "손님 [64명|Q]이 걸어갔다.", "손님 [64명|Q]이 선발됐다."),
    ("weather_or_game", "내일은 [3도|Q]까지 오른다.", "내일은 [3명|Q]까지 늘린다."),
    ("weather_or_game", "누리팀은 [3개|Q]를 터뜨렸다.", CITY + "찻집 [3개|Q]를 연다."),
]
"""Feature, an article whose first quantity has it, and one whose first quantity lacks it."""


def features(found) -> set[str]:
    return set(target_features(found.quantity(), found.text))


@pytest.mark.parametrize(("feature", "having", "lacking"), CASES)
def test_feature(mark, feature: str, having: str, lacking: str) -> None:
    assert feature in features(mark(having))
    assert feature not in features(mark(lacking))


def test_every_feature_is_weighed_and_has_a_case() -> None:
    assert {*FEATURES, "bias", "part_of_target", "ownerless", "weak_owner"} == set(TARGET_WEIGHTS)
    assert set(FEATURES) == {feature for feature, _, _ in CASES}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (CITY + "찻집 [40개|Q]를 연다.", True),
        (CITY + "[40억원|Q]을 쓴다.", True),
        (CITY + "[제3차|Q] 회의를 연다.", False),
        (CITY + "[2단계|Q] 공사를 연다.", False),
        (CITY + "[30세|Q] 청년을 돕는다.", False),
        (CITY + "공장 [8동|Q]을 짓는다.", True),
        (CITY + "공장 [8동|Q] 건립을 추진한다.", True),
        ("새길시에 공장 [8동|Q]이 들어선다.", True),
        (CITY + "공장 [8동|Q] 앞을 정비한다.", False),
        ("이웃은 공장 [8동|Q]을 바라본다.", False),
        (CITY + "[제3차|Q]를 연다.", False),
        ("새길시는 찻집을 연다.\n\nⓒ 누리신문 무단전재 및 재배포 금지 [40개|Q]", False),
    ],
)
def test_what_can_be_a_target(mark, marked: str, expected: bool) -> None:
    assert expected == can_be_target(mark(marked).quantity())


@pytest.mark.parametrize(("score", "expected"), [(0.0, 0.5), (2.0, 0.8808), (-2.0, 0.1192), (-30.0, 0.0)])
def test_probability(score: float, expected: float) -> None:
    assert expected == probability(score)
