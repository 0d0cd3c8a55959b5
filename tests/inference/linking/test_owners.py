import pytest

from mokpyo.inference.linking.owner_table import INHERITANCE_DECAY, LINK_NAMES, OWNER_WEIGHTS
from mokpyo.inference.linking.owners import Owner, choose_owner, owner_features


def features(found) -> dict[str, dict[str, float]]:
    """Features of each body towards the last quantity, by its fullest name."""
    return {found.name(body): own for body, own in owner_features(found.quantities[-1], found.discourse).items()}


def owner(found) -> Owner | None:
    return choose_owner(found.quantities[-1], found.organizations, found.discourse)


CASES = [
    ("topic", "[누리센터|O]는 찻집 [40개|Q]를 연다.", "[누리센터|O]를 위해 찻집 [40개|Q]를 연다."),
    ("topic", "[누리센터|O]는 찻집 [40개|Q]를 연다.", "찻집 [40개|Q]를 [누리센터|O]는 연다."),
    ("subject", "[누리센터|O]가 찻집 [40개|Q]를 연다.", "[누리센터|O]는 찻집 [40개|Q]를 연다."),
    ("subject", "[누리센터|O]가 찻집 [40개|Q]를 연다.", "[누리센터|O]가 심은 나무 [40그루|Q]를 본다."),
    ("spokesperson", "[누리센터|O] 소장은 찻집 [40개|Q]를 연다.", "[누리센터|O]는 찻집 [40개|Q]를 연다."),
    ("headline", "[누리센터|O], 찻집 [40개|Q] 연다", "지난해 [누리센터|O], 찻집 [40개|Q] 연다"),
    (
        "earlier_subject",
        "[누리센터|O]는 [별빛은행|O]이 찻집 [40개|Q]를 연다고 말했다.",
        "[누리센터|O]는 [40개|Q]를 연다.",
    ),
    ("apposition", "[누리센터|O] [40억원|Q], [별빛은행|O]을 낸다.", "[누리센터|O]와 나란히 [40억원|Q]을 낸다."),
    ("apposition", "[누리센터|O]([40억원|Q])를 더한다.", "[누리센터|O]는 [40억원|Q]을 낸다."),
    ("possessor", "[누리센터|O]의 찻집 [40개|Q]를 연다.", "찻집 [40개|Q]를 [누리센터|O]의 뜰에 연다."),
    ("possessor", "[누리센터|O] 새 단장 [5억원|Q]을 쓴다.", "[누리센터|O] 새 단장([5억원|Q])을 한다."),
    ("possessor", "[누리센터|O]의 (새) 찻집 [40개|Q]를 연다.", "([누리센터|O] 새 단장 ([5억원|Q]))을 한다."),
    (
        "subject_after",
        "찻집 [40개|Q]를 [누리센터|O]가 연다.",
        "[별빛은행|O]은 찻집 [40개|Q]를 [누리센터|O]가 연다고 했다.",
    ),
    ("attribution", "[누리센터|O]에 따르면 찻집 [40개|Q]가 연다.", "[누리센터|O]에 찻집 [40개|Q]가 연다."),
    ("inherited", "[누리센터|O]는 길을 낸다. 찻집 [40개|Q]를 연다.", "[누리센터|O]를 돕는다. 찻집 [40개|Q]를 연다."),
    (
        "heading",
        "마을이 바쁘다.\n\n◆[누리센터|O], 찻집 개소\n\n찻집 [40개|Q]를 연다.",
        "[누리센터|O]가 바쁘다.\n\n◆새 찻집 개소\n\n찻집 [40개|Q]를 연다.",
    ),
    ("headline", "찻집 [40개|Q] 연다\n\n[누리센터|O]는 바쁘다.", "[누리센터|O]는 바쁘다.\n\n찻집 [40개|Q]를 연다."),
    ("title", "[누리센터|O], 찻집 연다\n\n찻집 [40개|Q]를 연다.", "[누리센터|O]는 바쁘다. 찻집 [40개|Q]를 연다."),
    ("leading", "[누리센터|O]는 바쁘다.\n\n찻집 [40개|Q]를 연다.", "[누리센터|O]를 본다.\n\n찻집 [40개|Q]를 연다."),
    (
        "joint",
        "[별빛은행|O]과 [누리센터|O]는 찻집 [40개|Q]를 연다.",
        "[누리센터|O]와 [별빛은행|O]은 찻집 [40개|Q]를 연다.",
    ),
    ("partner", "[새길시|O]는 [누리센터|O]와 함께 찻집 [40개|Q]를 연다.", "[누리센터|O]는 찻집 [40개|Q]를 연다."),
    (
        "source",
        "[새길시|O]는 [누리센터|O]로부터 [40억원|Q]을 받는다.",
        "[새길시|O]는 [누리센터|O]에 [40억원|Q]을 준다.",
    ),
    (
        "recipient",
        "[새길시|O]는 [누리센터|O]에 [40억원|Q]을 준다.",
        "[새길시|O]는 [누리센터|O]로부터 [40억원|Q]을 받는다.",
    ),
    ("bystander", "[새길시|O]는 [누리센터|O]를 위해 [40억원|Q]을 쓴다.", "[누리센터|O]는 [40억원|Q]을 쓴다."),
]
"""Feature, an article in which 누리센터 has it towards the last quantity, and one in which it does not."""


@pytest.mark.parametrize(("feature", "having", "lacking"), CASES)
def test_feature(mark, feature: str, having: str, lacking: str) -> None:
    assert feature in features(mark(having))["누리센터"]
    assert feature not in features(mark(lacking)).get("누리센터", {})


def test_every_feature_has_a_weight() -> None:
    assert {feature for feature, _, _ in CASES} <= set(OWNER_WEIGHTS)
    assert LINK_NAMES <= set(OWNER_WEIGHTS)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 찻집 [40개|Q]를 연다.", ("새길시", "topic"), id="topic"),
        pytest.param("[누리센터|O]가 찻집 [40개|Q]를 연다.", ("누리센터", "subject"), id="subject"),
        pytest.param(
            "[새길시|O]는 길을 낸다. [새길시|O]는 [누리센터|O]가 찻집 [40개|Q]를 연다고 말했다.",
            ("누리센터", "subject"),
            id="whom the text is about does not outweigh who does it",
        ),
        pytest.param("[새길시|O] 관계자는 [40개|Q]를 연다고 말했다.", ("새길시", "spokesperson"), id="spokesperson"),
        pytest.param(
            "[새길시|O]는 [누리센터|O]가 찻집 [40개|Q]를 연다고 말했다.", ("누리센터", "subject"), id="told of another"
        ),
        pytest.param(
            "[새길시|O]와 [누리센터|O]는 [40개|Q]를 연다.", ("새길시", "topic"), id="the first of joint owners"
        ),
        pytest.param("[별빛은행|O]과 함께 [새길시|O]는 [40개|Q]를 연다.", ("새길시", "topic"), id="no partner"),
        pytest.param("[새길시|O]에 따르면 찻집 [40개|Q]가 연다.", ("새길시", "attribution"), id="attribution"),
        pytest.param("[새길시|O]는 길을 낸다. 찻집 [40개|Q]를 연다.", ("새길시", "inherited"), id="inherited"),
        pytest.param(
            "[새길시|O]는 바쁘다.\n\n◆[누리센터|O], 찻집 개소\n\n찻집 [40개|Q]를 연다.",
            ("누리센터", "inherited"),
            id="a new section forgets the old subject",
        ),
        pytest.param(
            "[누리센터|O] [40억원|Q], [별빛은행|O] [30억원|Q]을 낸다.", ("별빛은행", "apposition"), id="apposition"
        ),
        pytest.param("찻집 [40개|Q]를 [새길시|O]가 연다.", ("새길시", "subject_after"), id="subject behind"),
        pytest.param("[새길시|O]를 위해 찻집 [40개|Q]를 연다.", None, id="a bystander alone"),
        *(
            pytest.param(
                f"[새길시|O]는 [누리회|O]가 어려움을 겪는 주민을 도울 성금 [5백만원|Q]을 {given}했다고 밝혔다.",
                ("누리회", "subject"),
                id=f"who gives, {given}",
            )
            for given in "기탁 기부 쾌척 기증 후원 희사 전달".split()
        ),
        pytest.param(
            "[새길시|O]는 [누리회|O]가 어려움을 겪는 주민을 도울 성금 [5백만원|Q]을 전했다고 밝혔다.",
            ("누리회", "subject"),
            id="who gives, 전하다",
        ),
        pytest.param(
            "[새길시|O]는 [누리회|O]가 어려움을 겪는 주민을 도울 찻집 [40개|Q]를 열었다고 밝혔다.",
            ("새길시", "topic"),
            id="no gift",
        ),
        pytest.param(
            "[새길시|O]는 [누리회|O]가 아끼는 주민에게 성금 [5백만원|Q]을 전달했다.",
            ("새길시", "topic"),
            id="a gift that nobody tells of",
        ),
        pytest.param("찻집 [40개|Q]를 연다.", None, id="nobody"),
        pytest.param("[누리센터|O]의 날\n\n찻집 [40개|Q]를 연다.", None, id="only named in the headline"),
        pytest.param("[누리센터|O]의 성금 [5억원|Q]을 [누리센터|O]로부터 받는다.", None, id="who funds"),
    ],
)
def test_owner(mark, marked: str, expected: tuple[str, str] | None) -> None:
    found = mark(marked)
    chosen = owner(found)
    assert expected == (chosen and (found.name(chosen.body), chosen.link))
    assert chosen is None or chosen.link in LINK_NAMES


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 길을 낸다. 꽃도 심는다.", ("새길시", 1.0), id="a topic"),
        pytest.param("[누리센터|O]가 길을 낸다. 꽃도 심는다.", ("누리센터", 0.7), id="a subject"),
        pytest.param("[새길시|O]에 따르면 길이 난다. 꽃도 심는다.", ("새길시", 0.8), id="a source"),
        pytest.param("[누리센터|O]가 낸 길은 좋다. 꽃도 심는다.", None, id="a relative clause's subject"),
        pytest.param("[누리센터|O]를 본다. 꽃도 심는다.", None, id="an object"),
        pytest.param("[누리센터|O]가 협력해 길이 났다. 꽃도 심는다.", None, id="who helps"),
        pytest.param("[누리센터|O]가 이웃과 협력했다. 꽃도 심는다.", ("누리센터", 0.7), id="who helps and no more"),
        pytest.param(
            "잔치에 참여해 모두 즐거운 날 [누리센터|O]가 길을 냈다. 꽃도 심는다.", ("누리센터", 0.7), id="others help"
        ),
        pytest.param(
            "[새길시|O]는 길을 낸다.\n사진 제공=[누리센터|O]\n꽃도 심는다.", ("새길시", 1.0), id="a caption between"
        ),
        pytest.param(
            "[새길시|O]는 [누리센터|O]가 길을 냈다고 밝혔다. 꽃도 심는다.",
            ("누리센터", 0.9),
            id="whom a report is about",
        ),
        pytest.param(
            "[새길시|O]는 [누리센터|O]가 길을 냈다. 꽃도 심는다.", ("새길시", 1.0), id="a topic before a subject"
        ),
        pytest.param(
            "[새길시|O]는 길을 낸다. [누리센터|O]는 바쁘다. 꽃도 심는다.", ("누리센터", 1.0), id="the last one"
        ),
        pytest.param(
            "[새길시|O]는 길을 낸다. 나무도 심는다. 꽃도 심는다.", ("새길시", 1.0 - INHERITANCE_DECAY), id="one more"
        ),
        pytest.param(
            "[새길시|O]는 길을 낸다. " + "나무도 심는다. " * 12 + "꽃도 심는다.", ("새길시", 0.3), id="never forgotten"
        ),
        pytest.param("[새길시|O]는 길을 낸다.\n\n◆꽃길 조성\n\n꽃도 심는다.", None, id="another section"),
    ],
)
def test_what_the_last_sentence_inherits(mark, marked: str, expected: tuple[str, float] | None) -> None:
    found = mark(marked)
    inherited = found.discourse.inherited[-1]
    assert expected == (inherited and (found.name(inherited[0]), pytest.approx(inherited[1])))


def test_discourse_follows_titles_headings_and_who_acts_most(mark) -> None:
    found = mark(
        "[별빛은행|O], 새 길 낸다\n\n[새길시|O]는 바쁘다. [새길시|O]는 쉰다.\n\n◆[누리센터|O], 꽃길 조성\n\n꽃을 심는다."
    )
    discourse = found.discourse
    assert {"별빛은행"} == {found.name(body) for body in discourse.title}
    assert "새길시" == found.name(discourse.leading)
    assert [None, None, None, "누리센터", "누리센터"] == [found.name(body) for body in discourse.headings]
    assert len(found.contexts) == len(discourse.inherited) == len(discourse.headings)


def test_the_first_of_joint_subjects_alone_counts_as_acting(mark) -> None:
    found = mark("[새길시|O]와 [누리센터|O]는 바쁘다. [새길시|O]와 [누리센터|O]는 쉰다. [누리센터|O]는 잔다.")
    assert "새길시" == found.name(found.discourse.leading)


def test_whose_clause_describes_a_noun_counts_half(mark) -> None:
    found = mark("[누리공사|O]가 짓는 집은 크다. [새길시|O]는 바쁘다.")
    assert "새길시" == found.name(found.discourse.leading)
