"""What stands around a quantity and decides its status whatever verb follows."""

import pytest

from mokpyo.data.document import Status

PLANNED, IN_PROGRESS, ACHIEVED = Status.PLANNED, Status.IN_PROGRESS, Status.ACHIEVED


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 지난해 찻집 [13곳|Q]에 이어 서점을 도울 계획이다.", ACHIEVED, id="gone on from"),
        pytest.param("새길시는 지난해 [13개|Q] 마을에 이어 올해는 책방을 도울 계획이다.", ACHIEVED, id="as a verb"),
        pytest.param("새길시는 찻집 [13곳|Q] 조성에 이어 서점을 도울 계획이다.", ACHIEVED, id="a noun between"),
        pytest.param("새길시는 찻집 [13곳|Q]을 이어 서점을 도울 계획이다.", PLANNED, id="joined, not gone on from"),
        pytest.param("새길시는 찻집 [13곳|Q]을 축제에 이어 도울 계획이다.", PLANNED, id="something else gone on from"),
    ],
)
def test_what_is_gone_on_from_is_done(mark, marked: str, expected: Status) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("이번에 임용된 일꾼은 [3명|Q]으로 마을에서 이웃을 도울 예정이다.", ACHIEVED, id="past topic"),
        pytest.param(
            "이번에 임용된 일꾼은 행정 [3명|Q], 전산 5명으로 마을에서 이웃을 도울 예정이다.",
            ACHIEVED,
            id="first of a list",
        ),
        pytest.param(
            "이번에 선정된 모임은 책읽기([3곳|Q])와 그림(5곳)으로 마을에서 이웃을 도울 예정이다.",
            ACHIEVED,
            id="first of a coordination",
        ),
        pytest.param("이번에 임용할 일꾼은 [3명|Q]으로 마을에서 이웃을 도왔다.", PLANNED, id="future topic"),
        pytest.param("이번에 임용된 일꾼은 [3명|Q]으로 늘릴 예정이다.", PLANNED, id="an amount to reach"),
        pytest.param("새길시 일꾼은 [3명|Q]으로 마을에서 이웃을 도울 예정이다.", PLANNED, id="no clause of the topic"),
        pytest.param("이번에 임용된 일꾼은 [3명|Q]을 위해 마을로 나갈 예정이다.", PLANNED, id="an object"),
        pytest.param("이번에 도입된 차는 [3대|Q]로 마을에서 이웃을 도울 예정이다.", ACHIEVED, id="로"),
        pytest.param(
            "이번에 선정된 모임은 [3곳|Q]에서 그림으로 이웃을 도울 예정이다.", PLANNED, id="로 of another noun"
        ),
    ],
)
def test_an_amount_that_closes_its_clause_has_the_tense_of_its_topic(mark, marked: str, expected: Status) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("모집 인원은 [30명|Q]이다.", PLANNED, id="topic of a programme"),
        pytest.param("지난봄 모집한 인원은 [30명|Q]이다.", ACHIEVED, id="its clause is past"),
        pytest.param("올해 도운 쉼터는 많고, 지원 금액은 [30억원|Q]에 이른다.", None, id="of what is past"),
        pytest.param("모집 인원은 [30명|Q]을 뽑았다.", ACHIEVED, id="a verb tells"),
        pytest.param("모집 인원은 많고 일꾼은 [30명|Q]이다.", None, id="topic of another clause"),
        pytest.param("모집 인원을 보면 [30명|Q]이다.", None, id="no topic"),
        pytest.param("모집 인원 이웃 [30명|Q]이다.", None, id="no josa"),
        pytest.param("모집 인원은 뜻이 큰 [30명|Q]이다.", PLANNED, id="a relative clause between"),
        pytest.param("마을 이웃은 [30명|Q]이다.", None, id="any other topic"),
        pytest.param("이웃 선착순 [30명|Q]", PLANNED, id="still to be had"),
        pytest.param("선착순으로 모인 이웃 [30명|Q]", None, id="not right before"),
        pytest.param("이웃 최대 [30명|Q]을 도왔다.", ACHIEVED, id="a verb tells of an offer"),
    ],
)
def test_an_offer_without_a_tense_is_planned(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 내년에 찻집을 [20곳|Q]으로 늘리는 등 힘쓰고 있다.", PLANNED, id="내년"),
        pytest.param("새길시는 오는 5월 찻집을 [20곳|Q]으로 늘리며 서점을 도왔다.", PLANNED, id="오는"),
        pytest.param("새길시는 올해 찻집을 [20곳|Q]으로 늘리며 서점을 도왔다.", ACHIEVED, id="no word of the future"),
        pytest.param("새길시는 찻집을 [20곳|Q]으로 늘리며 내년에 열 서점을 도왔다.", ACHIEVED, id="the word behind"),
        pytest.param(
            "새길시는 내년에 필요한 찻집 [20곳|Q]을 도우며 서점을 알아봤다.", ACHIEVED, id="in a relative clause"
        ),
        pytest.param("새길시는 내년 예산 [20억원|Q]을 확보하며 서점을 도왔다.", ACHIEVED, id="secured for the future"),
        pytest.param(
            "새길시는 내년에 쓸 힘으로 찻집을 [20곳|Q]으로 늘렸고 서점을 도왔다.", ACHIEVED, id="a past of its own"
        ),
    ],
)
def test_a_word_of_the_future_keeps_its_clause_from_a_later_past(mark, marked: str, expected: Status) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "새길시는 찻집 [20곳|Q]을 더하는 ‘마을 계획’을 내놓았다.", PLANNED, id="closing mark before the josa"
        ),
        pytest.param("새길시는 찻집 [20곳|Q]을 추가한 ‘마을 계획’을 내놓았다.", PLANNED, id="content of a plan"),
        pytest.param("새길시는 찻집 [20곳|Q]을 도운 ‘마을 계획’을 내놓았다.", ACHIEVED, id="a past that is no content"),
        pytest.param("새길시는 찻집 [20곳|Q]을 추가했다.", ACHIEVED, id="a past that closes its clause"),
    ],
)
def test_plans_in_quotation_marks(mark, marked: str, expected: Status) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시 찻집 목표는 [30곳|Q]을 넘겼다.", ACHIEVED, id="목표는, reached"),
        pytest.param("새길시는 찻집 [30곳|Q]을 도왔고 올해 목표는 책방이다.", ACHIEVED, id="목표는 behind"),
        pytest.param("새길시는 찻집 [30곳|Q] 조성을 방침으로 내걸었다.", PLANNED, id="방침으로"),
        pytest.param("새길시는 찻집 [30곳|Q]을 계획대로 열었다.", ACHIEVED, id="as planned"),
        pytest.param("새길시는 확보할 국비 [50억원|Q]으로 공원을 넓힐 계획이다.", PLANNED, id="확보할"),
        pytest.param("새길시는 예산을 확보했고 찻집 [30곳|Q]을 열 계획이다.", PLANNED, id="확보했고"),
        pytest.param(
            "새길시는 확보한 마을들 예산 [50억원|Q]으로 공원을 넓힐 계획이다.", ACHIEVED, id="a plural between"
        ),
        pytest.param("새길시가 올해 유치한 건 [30곳|Q]이다.", ACHIEVED, id="건 is a topic"),
        pytest.param("새길시는 길을 냈고 찻집은 [30곳|Q]이다.", PLANNED, id="a past that modifies no topic"),
    ],
)
def test_goals_means_and_topics(mark, marked: str, expected: Status) -> None:
    assert expected == mark(marked).quantity().status
