import pytest

from mokpyo.inference.linking.word_features import word_features


@pytest.mark.parametrize(
    ("marked", "having", "lacking"),
    [
        pytest.param(
            "새길시는 찻집 [40개|Q] 가게를 열었다.",
            {"stem=열", "tense=past", "form=final", "status=achieved", "counted=가게", "first_counted=가게", "unit=개"},
            {"plan", "passive", "one", "few", "aside", "in_quotation", "first_counted=-"},
            id="a plain clause",
        ),
        pytest.param(
            "새길시는 찻집 [40개|Q]를 열 계획이다.", {"plan", "behind=를", "tag_behind=JKO"}, {"passive"}, id="plan"
        ),
        pytest.param("찻집 [1개|Q]가 선정됐다.", {"passive", "one", "few", "noun_before=찻집"}, {"plan"}, id="passive"),
        pytest.param("찻집 [40개|Q] 중 [3개|Q]를 연다.", {"particle=중", "quantities=2"}, {"particle=이상"}, id="중"),
        pytest.param("한편 새길시는 찻집(가게 [40개|Q])을 연다.", {"aside", "in_parentheses"}, {"dated"}, id="aside"),
        pytest.param("[내년|D] “찻집 [40개|Q]를 연다”고 했다.", {"dated", "in_quotation"}, {"aside"}, id="speech"),
        pytest.param(
            "[새길시|O]는 찻집 [40개|Q]를 열지 않는다고 밝혔다.",
            {"negated", "stem=열", "closing_stem=밝히", "closing_tense=past", "actor", "opening"},
            {"noun_before=는", "closing_stem=열"},
            id="a report of what is not done",
        ),
        pytest.param(
            "찻집 [40개|Q]를 고르는 [새길시|O]",
            {"dimension=things", "noun_before=찻집"},
            {"actor", "negated"},
            id="a name",
        ),
        pytest.param(
            "이웃 [40뭉텅|Q]을 위해", {"dimension=-"}, {"closing_stem=위하", "closing_tense=none"}, id="no unit"
        ),
        pytest.param("찻집 [40개|Q]", {"stem=-", "status=-", "first_counted=-"}, {"plan"}, id="no verb"),
    ],
)
def test_what_holds_has_a_name(mark, marked: str, having: set[str], lacking: set[str]) -> None:
    found = mark(marked)
    names = set(word_features(found.quantity(), found.text, 3, "none"))
    assert having == having & names
    assert set() == lacking & names


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("찻집 [40개|Q] 중 하나", {"particle=중"}),
        ("찻집 [40개|Q] 이상", {"particle=이상"}),
        ("찻집 [40개|Q] 규모", {"particle=규모"}),
        ("표 [40만원|Q] 상당", {"particle=상당"}),
        ("찻집 [40개|Q]씩", {"particle=씩"}),
        ("찻집 [40개|Q]당", {"particle=당"}),
        ("찻집 [40개|Q]까지", {"particle=까지"}),
        ("길 [40㎞|Q]간", {"particle=간"}),
        ("길 [40㎞|Q]여", {"particle=여"}),
        ("찻집 [40개|Q]를", set()),
    ],
)
def test_what_stands_right_behind(mark, behind: str, expected: set[str]) -> None:
    found = mark(behind)
    names = word_features(found.quantity(), found.text, 3, "none")
    assert expected == {name for name in names if name.startswith("particle=")}


def test_position_runs_through_the_article(mark) -> None:
    found = mark("새길시는 길을 낸다. 달빛시는 숲을 본다. 가람시는 강을 본다. 찻집 [40개|Q]를 연다.")
    features = word_features(found.quantity(), found.text, len(found.contexts), "subject")
    assert (0.75, 1.0) == (features["position"], features["late"])
    assert "opening" not in features
    assert "link=subject" in features
