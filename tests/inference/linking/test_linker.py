import pytest

from mokpyo.inference.linking.linker import link_targets

LETTER = """[새길시|O], 찻집 [40곳|Q] 연다

[새길시|O]는 [내년|D]까지 [12억원|Q]을 들여 찻집 [40곳|Q]을 열 계획이라고 [26일|D] 밝혔다. 일꾼 [30명|Q]도 뽑는다.

[달빛군|O]은 [지난해|D] 나무 [3만그루|Q]를 심었다. 인구 [4만명|Q]이 사는 군이다.
"""

CENTRES = """마을마다 찻집이 는다.

◆[전북센터|O], 바닷길 찻집

[전북해양센터|O]는 [별빛은행|O]과 함께 [올해|D] 찻집 [30곳|Q]을 연다. 현재 일꾼 [5명|Q]을 뽑고 있다.

◆[경북센터|O], 산길 찻집

[경북해양센터|O]는 [2033년|D]까지 [달빛군|R]에 찻집 [20곳|Q]을 연다. [센터|O]는 찻집 [7곳|Q]을 이미 열었다.
"""


def rows(found) -> list[tuple]:
    """Each target as centre, quantity, object, last day, region, status, the repeated one, and link."""
    centers, targets = found.linked
    names = {center.id: center.name for center in centers}
    return [
        (
            names.get(target.center),
            target.quantity.text,
            target.object,
            target.deadline and target.deadline.by.isoformat(),
            target.region,
            target.status.value,
            target.repeat_of,
            target.link,
        )
        for target in targets
    ]


def spelled(found) -> list[tuple[str, str]]:
    """Quantity and status of each target."""
    return [(target.quantity.text, target.status.value) for target in found.linked[1]]


def test_a_letter_from_two_places(mark) -> None:
    assert [
        ("새길시", "40곳", "찻집", None, "새길", "planned", None, "headline"),
        ("새길시", "12억원", "사업비", "2032-12-31", "새길", "planned", None, "topic"),
        ("새길시", "40곳", "찻집", "2032-12-31", "새길", "planned", "t1", "topic"),
        ("새길시", "30명", "일꾼", "2032-12-31", "새길", "planned", None, "inherited"),
        ("달빛군", "3만그루", "나무", None, "달빛", "achieved", None, "topic"),
    ] == rows(mark(LETTER))


def test_centres_under_headings(mark) -> None:
    found = mark(CENTRES)
    assert [
        ("전북해양센터", "30곳", "찻집", "2031-12-31", "전북", "planned", None, "topic"),
        ("전북해양센터", "5명", "일꾼", None, "전북", "in_progress", None, "inherited"),
        ("경북해양센터", "20곳", "찻집", "2033-12-31", "달빛군", "planned", None, "topic"),
        ("경북해양센터", "7곳", "찻집", None, "경북", "achieved", None, "topic"),
    ] == rows(found)
    first, second = found.linked[0]
    assert ("c1", "전북해양센터", ["전북센터"], "전북") == (first.id, first.name, first.aliases, first.region)
    assert ("c2", "경북해양센터", {"경북센터", "센터"}) == (second.id, second.name, set(second.aliases))
    assert ["경북센터", "경북해양센터", "센터"] == [found.text[start:end] for start, end in second.mentions]


def test_ids_scores_and_evidence(mark) -> None:
    found = mark(LETTER)
    targets = found.linked[1]
    assert ["t1", "t2", "t3", "t4", "t5"] == [target.id for target in targets]
    assert all(0.5 < target.score <= 1 for target in targets)
    assert ["일꾼 30명도 뽑는다.", "달빛군은 지난해 나무 3만그루를 심었다."] == [
        found.text[slice(*target.evidence)] for target in targets[3:]
    ]
    for target in targets:
        assert target.quantity.text == found.text[target.quantity.start : target.quantity.end]
        assert target.deadline is None or target.deadline.text == found.text[slice(*target.deadline.span)]


@pytest.mark.parametrize("marked", ["", "\n \n", "찻집이 문을 연다.", "[새길시|O]는 [내년|D]까지 [달빛군|R]에 있다."])
def test_nothing_to_link(mark, marked: str) -> None:
    assert ([], []) == mark(marked).linked


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 찻집 [40곳|Q]을 연다.", ["40곳"], id="a target"),
        pytest.param("[새길시|O]는 [1인|Q]당 [4만원|Q]을 준다.", ["4만원"], id="a rate's unit is none"),
        pytest.param("[새길시|O]는 [제3차|Q] 회의에 [40명|Q]을 뽑는다.", ["40명"], id="nor a place in a row"),
        pytest.param("[새길시|O]는 [4개|Q] 분야에서 찻집 [40곳|Q]을 연다.", ["40곳"], id="nor a field beside a target"),
        pytest.param("잔치에 손님 [40명|Q]이 참석했다.", [], id="nor who attends"),
        pytest.param("찻집 [40곳|Q]을 열었다.", ["40곳"], id="a target of nobody"),
        pytest.param("찻집 [40곳|Q]을 돌봤다.", [], id="which takes more than an action"),
        pytest.param("[새길시|O]는 찻집 [40곳|Q]을 돌봤다.", ["40곳"], id="than one of somebody does"),
        pytest.param("[새길시|O]의 일꾼은 [40명|Q].", [], id="no predicate, no mate"),
        pytest.param(
            "[새길시|O]는 나무 [9그루|Q], 참여율 [12%|Q]를 돌봤다.", ["9그루", "12%"], id="lifted by its mate"
        ),
        pytest.param("[새길시|O]는 참여율 [12%|Q]를 돌봤다.", ["12%"], id="a share that is looked after"),
    ],
)
def test_what_is_a_target(mark, marked: str, expected: list[str]) -> None:
    assert expected == [target.quantity.text for target in mark(marked).linked[1]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[새길시|O], 찻집 [40곳|Q] 조성\n\n[새길시|O]는 빵집 [30곳|Q]을 연다. 찻집 [40곳|Q]을 열었다.",
            [("40곳", "achieved"), ("30곳", "planned"), ("40곳", "achieved")],
            id="of the same amount elsewhere",
        ),
        pytest.param(
            "[새길시|O]는 바쁘다.\n\n◆[누리센터|O], 찻집 [40곳|Q] 준공\n\n모두 바쁘다.",
            [("40곳", "achieved")],
            id="of a heading's nouns",
        ),
        pytest.param(
            "[새길시|O]는 찻집 [40곳|Q]을 열었다.\n- 빵집 [30곳|Q] 조성\n- 꽃집 [20곳|Q] 조성",
            [("40곳", "achieved"), ("30곳", "achieved"), ("20곳", "achieved")],
            id="of the list's lead",
        ),
        pytest.param(
            "[새길시|O]는 찻집 [40곳|Q]을 연다.\n- 빵집 [30곳|Q] 선정\n- 꽃집 [20곳|Q] 조성",
            [("40곳", "planned"), ("30곳", "planned"), ("20곳", "planned")],
            id="of the list's lead, not of an item's nouns",
        ),
        pytest.param("[새길시|O], 찻집 [40곳|Q] 조성", [("40곳", "planned")], id="of nothing"),
        pytest.param(
            "[새길시|O]는 [내년|D]까지 찻집 [40곳|Q]을 열고 나무를 심었다.", [("40곳", "planned")], id="still due"
        ),
        pytest.param(
            "[새길시|O]는 [지난 3월|D]까지 찻집 [40곳|Q]을 열고 나무를 심었다.", [("40곳", "achieved")], id="not due"
        ),
        pytest.param(
            "[새길시|O]는 찻집 [40곳|Q]을 연다. [달빛시|O]는 빵집 [40곳|Q]을 열었다.",
            [("40곳", "planned"), ("40곳", "achieved")],
            id="its own clause goes before the same amount elsewhere",
        ),
        pytest.param("[새길시|O]는 [2029년|D]부터 찻집 [40곳|Q]을 지원한다.", [("40곳", "in_progress")], id="begun"),
        pytest.param(
            "[새길시|O]는 찻집 [40곳|Q]을 열었다.\n- 빵집 [30곳|Q] 조성 예정",
            [("40곳", "achieved"), ("30곳", "planned")],
            id="a plan that closes an item",
        ),
        pytest.param("[새길시|O], 지난해 줄인 찻집은 내년 [50곳|Q]으로", [("50곳", "planned")], id="an open end"),
        pytest.param("[새길시|O], 찻집 [30곳|Q] 창업을 목표로", [("30곳", "planned")], id="목표로 without a verb"),
        pytest.param("[새길시|O]는 쉼터 [30곳|Q]을 돕기를 당부했다.", [("30곳", "planned")], id="what is asked for"),
    ],
)
def test_status_that_its_clause_does_not_tell(mark, marked: str, expected: list[tuple[str, str]]) -> None:
    assert expected == spelled(mark(marked))


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("꽃을 심는다.", "다리", id="near"),
        pytest.param("꽃을 심는다. 나무를 심는다.", None, id="too far back"),
    ],
)
def test_a_bare_count_looks_back(mark, between: str, expected: str | None) -> None:
    found = mark(f"[새길시|O]는 다리 [3곳|Q]을 놓는다. {between} 나머지 [5곳|Q]은 내년에 연다.")
    assert ["다리", expected] == [target.object for target in found.linked[1]]


def test_without_a_model_the_bundled_one_is_taken(mark) -> None:
    found = mark("[새길시|O]는 [내년|D]까지 찻집 [40곳|Q]을 열 계획이다. 잔치에 손님 [30명|Q]이 참석했다.")
    assert ["40곳"] == [target.quantity.text for target in link_targets(found.view, found.entities)[1]]
