import pytest


def bodies(found) -> list[list[str]]:
    """Names of each body that has any, sorted; bodies by their first name."""
    return sorted(sorted(body.names) for body in found.organizations.bodies if body.names)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]와 [새길시청|O]", [["새길시", "새길시청"]], id="one body, two forms"),
        pytest.param("[새길시|O]와 [달빛시|O]", [["달빛시"], ["새길시"]], id="two bodies"),
        pytest.param("[새길시|R]에 [새길시|O]가", [["새길시"]], id="places are no bodies"),
        pytest.param("[기업|O]은 [지자체|O]와", [], id="kinds of bodies name none"),
        pytest.param(
            "[누리해양연구원|O](이하 [누바|O])은 연다. [누바|O]는 크다.", [["누리해양연구원", "누바"]], id="told alias"
        ),
        pytest.param("[누리해양연구원|O]([NORI|O])은 연다.", [["NORI", "누리해양연구원"]], id="acronym"),
        pytest.param("[누리해양연구원|O]([NORI|O])은. [NORI|O]", [["NORI", "누리해양연구원"]], id="told once"),
        pytest.param(
            "[전북|O]은 크다. [전북해양센터|O]는 연다.", [["전북", "전북해양센터"]], id="a bare region, one body of it"
        ),
        pytest.param("[전남 달빛군|R]에서. [달빛군|O]은 연다.", [["달빛군", "전남 달빛군"]], id="fuller as a place"),
        pytest.param("[전남 새길군|R]에서. [달빛군|O]은 연다.", [["달빛군"]], id="another place"),
        pytest.param("[달빛|R]에서. [달빛군|O]은 연다.", [["달빛군"]], id="a place without its government's ending"),
        pytest.param(
            "[시립찻집|O]은 연다. [달빛시립찻집|O]은 크다.", [["달빛시립찻집", "시립찻집"]], id="a public house"
        ),
        pytest.param(
            "[전북|O]은 크다. [전북해양센터|O]는 연다. [전북은행|O]도 한다.",
            [["전북"], ["전북은행"], ["전북해양센터"]],
            id="a bare region, two bodies of it",
        ),
        pytest.param(
            "[전북|O]은 크다. [전북도|O]는 연다. [전북해양센터|O]도 한다.",
            [["전북", "전북도"], ["전북해양센터"]],
            id="a bare region, its government named",
        ),
        pytest.param("[별빛시|O]는 크다. [시|O]는 연다.", [["별빛시", "시"]], id="a bare head is no body of its own"),
        pytest.param("[센터|O](이하 [누바|O])는 연다.", [["누바"], ["센터"]], id="a bare head tells no alias"),
        pytest.param(
            "[누리해양센터|O](이하 [센터|O])는 연다.", [["누리해양센터", "센터"]], id="a bare head as an alias"
        ),
        pytest.param(
            "[연구원|O]은 크다. [누리해양연구원|O](이하 [누해원|O])은 연다.",
            [["누리해양연구원", "누해원", "연구원"]],
            id="a told alias that its form tells too",
        ),
        pytest.param("[새길군|R]에서. [새길상회|O]는 연다.", [["새길상회"]], id="a place that only begins like a body"),
        pytest.param(
            "[새길시의회|O]와 [달빛시의회|O]는 크다. [시의회|O]는 연다.",
            [["달빛시의회", "시의회"], ["새길시의회"]],
            id="a bare council",
        ),
        pytest.param(
            "[새길도의회|O]와 [달빛도의회|O]는 크다. [도의회|O]는 연다.",
            [["달빛도의회", "도의회"], ["새길도의회"]],
            id="a province's bare council",
        ),
        pytest.param(
            "[새길군의회|O]와 [달빛군의회|O]는 크다. [군의회|O]는 연다.",
            [["군의회", "달빛군의회"], ["새길군의회"]],
            id="a county's bare council",
        ),
    ],
)
def test_bodies(mark, marked: str, expected: list[list[str]]) -> None:
    assert expected == bodies(mark(marked))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[별빛시|O]는 크다. [달빛시|O]는 작다. [시|O]는 연다.", "달빛시", id="the last one of its kind"),
        pytest.param(
            "[달빛시|O]는 크다. [별빛시|O]는 작다. [시|O]는 연다.", "별빛시", id="the last one, whatever its name"
        ),
        pytest.param("[별빛시|O]는 크다. [누리센터|O]는 작다. [시|O]는 연다.", "별빛시", id="by its ending"),
        pytest.param("[별빛전자|O]는 크다. [달빛시|O]는 작다. [회사|O]는 연다.", "별빛전자", id="회사 is a company"),
        pytest.param("[시|O]는 연다. [별빛시|O]는 크다.", "별빛시", id="named only behind"),
        pytest.param("[별빛시청|O]은 크다. [시|O]는 연다.", "별빛시청", id="an office is its government"),
        pytest.param("[별빛전자|O]는 크다. [센터|O]는 연다.", "센터", id="nothing of its kind"),
    ],
)
def test_bare_heads_point_back(mark, marked: str, expected: str) -> None:
    found = mark(marked)
    bare = [mention for mention in found.organizations.mentions if mention.bare]
    assert [expected] == [found.name(mention.body) for mention in bare]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[전북|R]과 [경북|R], [광주 해양문화센터|O]가 연다.",
            ["전북해양문화센터", "경북해양문화센터", "광주 해양문화센터"],
            id="three regions",
        ),
        pytest.param("[경북|R]·[전북기술진흥원|O]이 연다.", ["경북기술진흥원", "전북기술진흥원"], id="middle dot"),
        pytest.param("경북과 전북 [기술진흥원|O]이 연다.", ["경북기술진흥원", "전북기술진흥원"], id="region outside"),
        pytest.param("[경북|R]및 [전북기술진흥원|O]이 연다.", ["경북기술진흥원", "전북기술진흥원"], id="및"),
        pytest.param("[경북|R]、[전북기술진흥원|O]이 연다.", ["경북기술진흥원", "전북기술진흥원"], id="、"),
        pytest.param("경북과 바다 [기술진흥원|O]이 연다.", ["기술진흥원"], id="no region outside"),
        pytest.param(
            "[별내|R]와 [전북기술진흥원|O]이 연다.", ["별내기술진흥원", "전북기술진흥원"], id="a tagged place"
        ),
        pytest.param("[새길시|R]와 [전북기술진흥원|O]이 연다.", ["전북기술진흥원"], id="a government of its own"),
        pytest.param("바다와 [전북기술진흥원|O]이 연다.", ["전북기술진흥원"], id="no place"),
        pytest.param("[경북|R]과 [전북도|O]가 연다.", ["전북도"], id="too short a head"),
        pytest.param("[경북|R]과 [전북별빛전자|O]가 연다.", ["전북별빛전자"], id="no known head"),
        pytest.param("[경북|R]과 [전북도기술진흥원|O]이 연다.", ["전북도기술진흥원"], id="a province in a name"),
        pytest.param("[별빛전자|O]와 [전북기술진흥원|O]이 연다.", ["별빛전자", "전북기술진흥원"], id="another body"),
        pytest.param("[경북|R]에서 [전북기술진흥원|O]이 연다.", ["전북기술진흥원"], id="no coordination"),
        pytest.param("전북 [기술진흥원|O]이 연다.", ["기술진흥원"], id="a region and nothing beside it"),
    ],
)
def test_members_share_a_head(mark, marked: str, expected: list[str]) -> None:
    assert expected == [mention.name for mention in mark(marked).organizations.mentions]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[전북센터|O]와 [전북해양문화센터|O]", "전북해양문화센터"),
        ("[전북해양센터|O]와 [전북 해양센터|O]", "전북해양센터"),
    ],
)
def test_fullest_name(mark, marked: str, expected: str) -> None:
    found = mark(marked)
    assert expected == found.name(found.organizations.mentions[0].body)


def test_mentions_are_in_text_order_and_true_to_the_text(mark) -> None:
    found = mark("[경북|R]과 [전북해양센터|O]가 연다. [센터|O]는 [누리해양연구원|O](이하 [누해원|O])과 한다.")
    mentions = found.organizations.mentions
    assert ["경북", "전북해양센터", "센터", "누리해양연구원", "누해원"] == [
        found.text[m.start : m.end] for m in mentions
    ]


def test_a_name_that_fits_several_bodies_is_none_of_them(mark) -> None:
    found = mark("[전북해양센터|O]와 [경북해양센터|O]가 문을 연다. [해양센터|O]는 크다.")
    mentions = found.organizations.mentions
    assert 3 == len({mention.body for mention in mentions})


def test_a_holder_of_an_office_stands_for_a_government_alone(mark) -> None:
    organizations = mark("[새길시|O]는 크다.").organizations
    assert 0 == organizations.government_in("새길시장")
    assert 0 == organizations.government_in("새길구청장")
    assert organizations.government_in("새길수도지사") is None


def test_what_is_no_government_holds_no_office(mark) -> None:
    organizations = mark("[누리회|O]는 크다.").organizations
    assert organizations.government_in("누리시장") is None
    assert organizations.first_government is None


def test_a_body_by_its_whole_name(mark) -> None:
    organizations = mark("[한빛 병원|O]은 크다. [누리센터|O]는 작다.").organizations
    assert organizations.named("한빛병원") == organizations.mentions[0].body
    assert organizations.named("한빛") is None
