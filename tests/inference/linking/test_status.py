import pytest

from mokpyo.data.document import Status
from mokpyo.data.morphology import analyse
from mokpyo.inference.linking.status import closes_with_plan, status_of_nouns

PLANNED, IN_PROGRESS, ACHIEVED = Status.PLANNED, Status.IN_PROGRESS, Status.ACHIEVED


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 [30곳|Q]을 지원했다.", ACHIEVED, id="past"),
        pytest.param("새길시는 [30곳|Q]을 지원한다.", PLANNED, id="a present is a promise"),
        pytest.param("새길시는 현재 [30곳|Q]을 지원한다.", IN_PROGRESS, id="a present with 현재"),
        pytest.param("새길시는 [30곳|Q]을 지원하며 현재 상담도 한다.", PLANNED, id="현재 behind"),
        pytest.param("새길시는 [30곳|Q]을 지원할 계획이다.", PLANNED, id="future"),
        pytest.param("새길시는 [30곳|Q]을 지원하고 있다.", IN_PROGRESS, id="progressive"),
        pytest.param("새길시는 [30곳|Q]을 조성 중이다.", IN_PROGRESS, id="중"),
        pytest.param("새길시는 [30곳|Q]을 지원할 계획이라고 밝혔다.", PLANNED, id="a plan reported in the past"),
        pytest.param("새길시는 [30곳|Q]을 지원했다고 밝혔다.", ACHIEVED, id="a result reported"),
        pytest.param("새길시는 [30곳|Q]을 지원한다고 밝혔다.", PLANNED, id="a promise reported"),
        pytest.param("새길시는 [30곳|Q]을 도우며 앞날을 말했다.", None, id="a report's own tense tells nothing"),
        pytest.param("[30곳|Q]", None, id="no predicate"),
    ],
)
def test_tense_of_the_chain(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 [30곳|Q]을 뽑아 상담을 돕고 있다.", ACHIEVED, id="done before what goes on"),
        pytest.param("새길시는 [30곳|Q]을 도와 장사를 키우고 있다.", IN_PROGRESS, id="no accomplishment"),
        pytest.param("새길시는 [30곳|Q]을 접수, 평가하고 있다.", IN_PROGRESS, id="two verbs of one object"),
        pytest.param("새길시는 [50억원|Q]을 확보해 공원을 넓힌다.", ACHIEVED, id="secured before a present"),
        pytest.param("새길시는 [50억원|Q]을 들여 공원을 넓힌다.", PLANNED, id="spent before a present"),
        pytest.param(
            "새길시는 [50억원|Q]을 들여 문 닫은 학교를 고친다.", PLANNED, id="relative clause of another noun"
        ),
        pytest.param("새길시는 [50억원|Q]을 들인 공원을 보인다.", ACHIEVED, id="relative clause of its own"),
        pytest.param("새길시는 [30곳|Q]을 위해 상담을 열었다.", ACHIEVED, id="위해 has no tense"),
        pytest.param("새길시는 [30곳|Q]을 위한 상담을 열 계획이다.", PLANNED, id="위한 is no past"),
        pytest.param("새길시는 [30곳|Q]을 포함해 새 길을 연다.", PLANNED, id="포함해 has no tense"),
        pytest.param("새길시는 [50억원|Q]을 확보, 쉼터가 될 공원을 짓는다.", ACHIEVED, id="확보 before a comma"),
        pytest.param("새길시는 [50억원|Q]을 투입, 쉼터가 될 공원을 짓는다.", PLANNED, id="투입 before a comma"),
        pytest.param("새길시는 [50억원|Q]을 확보함으로써 공원을 짓는다.", ACHIEVED, id="확보함으로써"),
        pytest.param("새길시는 [50억원|Q]을 확보하기로 하고 공원을 짓는다.", PLANNED, id="확보하기로"),
        pytest.param("공원은 [30곳|Q]으로 계획돼 있다.", PLANNED, id="계획 in whatever tense"),
        pytest.param("새길시는 [5만원|Q]을 더한 찻값을 준다.", PLANNED, id="sums have no tense"),
        pytest.param("새길시는 [30곳|Q] 등 축제와 이어진 길을 낸다.", PLANNED, id="등 closes the list"),
        pytest.param(
            "새길시는 공원 설계비(총사업비 [50억원|Q])를 확보했다.", PLANNED, id="the whole cost in parentheses"
        ),
        pytest.param("새길시는 총사업비 [50억원|Q] 중 일부를 확보했다.", PLANNED, id="a part of the whole cost"),
        pytest.param("새길시는 총사업비 [50억원|Q]을 확보했다.", ACHIEVED, id="the whole cost itself"),
        pytest.param("새길시는 뜻이 큰 예산 [50억원|Q]이 반영돼 앞선다.", ACHIEVED, id="반영돼 before a present"),
        pytest.param("찻값은 모두 [50억원|Q]에 달한다.", None, id="how much it is tells no time"),
        pytest.param("건립 중인 쉼터는 [3층|Q] 규모로 조성된다.", IN_PROGRESS, id="being built"),
        pytest.param("쉼터는 [3층|Q] 규모로 조성된다.", PLANNED, id="to be built"),
        pytest.param(
            "새길시는 길에 [5억원|Q], 쓰이지 않고 있는 역에 9억원을 편성했다.", ACHIEVED, id="of the next item"
        ),
        pytest.param("새길시는 [5억원|Q]을 지급하는 등 힘이 되고 있다.", ACHIEVED, id="an example of what goes on"),
        pytest.param("새길시는 [5억원|Q]을 지급하며 힘이 되고 있다.", IN_PROGRESS, id="no example"),
        pytest.param("새길시는 [5억원|Q]을 지급하는 협약을 맺었다.", PLANNED, id="what an agreement says"),
        pytest.param("새길시는 [5억원|Q]을 지급한 협약을 맺었다.", ACHIEVED, id="a past adnominal"),
        pytest.param(
            "새길시는 [30곳|Q]을 지원했고 상담을 계획으로 삼았다.", ACHIEVED, id="a plan behind a tensed clause"
        ),
        pytest.param(
            "새길시는 [5억원|Q]을 들여 찻집을 열 계획인 이웃을 도왔다.", PLANNED, id="a plan before another noun"
        ),
        pytest.param(
            "새길시는 예산 [50억원|Q]을 나라가 주는 돈으로 확보해 공원을 넓힌다.",
            ACHIEVED,
            id="secured behind a relative clause",
        ),
        pytest.param("새길시는 [50억원|Q]을 확보하기로 함으로써 공원을 넓힌다.", PLANNED, id="확보하기로 함으로써"),
        pytest.param("새길시는 [30곳|Q]을 접수, 꼼꼼히 평가하고 있다.", IN_PROGRESS, id="an adverb between two verbs"),
        pytest.param("새길시는 [30곳|Q]을 접수, 그리고 평가하고 있다.", IN_PROGRESS, id="그리고 between two verbs"),
    ],
)
def test_chains_of_clauses(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 [30곳|Q]을 점검하려고 했다.", PLANNED, id="intended"),
        pytest.param("새길시는 [30곳|Q]을 점검하고자 했다고 밝혔다.", PLANNED, id="intended, reported"),
        pytest.param("새길시는 [30곳|Q]을 점검해야 했다.", PLANNED, id="owed"),
        pytest.param("새길시는 [30곳|Q]을 점검하곤 했다.", ACHIEVED, id="wont"),
        pytest.param("새길시는 [30곳|Q]을 점검하려고 길을 나섰다.", ACHIEVED, id="intended, and a verb of its own"),
        pytest.param("새길시는 [30곳|Q]을 마칠 수 있었다.", ACHIEVED, id="could"),
        pytest.param("새길시는 [30곳|Q]을 마칠 수 있다.", PLANNED, id="can"),
        pytest.param("새길시는 [30곳|Q]을 마칠 수 있겠다.", PLANNED, id="will be able"),
        pytest.param("새길시는 누구나 [30곳|Q]을 즐길 수 있도록 했다.", PLANNED, id="arranged for"),
        pytest.param("새길시는 누구나 [30곳|Q]을 즐길 수 있게 했다.", PLANNED, id="made possible"),
        pytest.param("새길시는 누구나 [30곳|Q]을 즐기도록 했다.", ACHIEVED, id="had done"),
        pytest.param("새길시는 누구나 [30곳|Q]을 즐길 수 있도록 준비를 마쳤다.", ACHIEVED, id="what for, then a past"),
        pytest.param("새길시는 차 [90대|Q]를 세울 수 있는 쉼터를 마련했다.", ACHIEVED, id="a capability"),
        pytest.param("새길시는 차 [90대|Q]를 세우기로 하는 모임이 열렸다.", PLANNED, id="a resolution"),
        pytest.param("새길시는 차 [90대|Q]를 세울 쉼터를 마련했다.", PLANNED, id="a future relative clause"),
        pytest.param("새길시는 예산 [50억원|Q]을 확보하지 못하고 있다.", PLANNED, id="not yet"),
        pytest.param("새길시는 예산 [50억원|Q]을 확보하지 못했다.", PLANNED, id="not done"),
    ],
)
def test_moods(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("쉼터는 의자 [30개|Q]를 갖추고 있다.", ACHIEVED, id="what is there"),
        pytest.param("새길시는 다리 [30곳|Q] 공사에 착수했다.", IN_PROGRESS, id="begun"),
        pytest.param("새길시는 다리 [30곳|Q] 공사에 착수했으며 이웃을 도왔다.", IN_PROGRESS, id="begun, and more"),
        pytest.param("새길시는 [30곳|Q]에 착수한 일꾼을 도왔다.", ACHIEVED, id="begun in a relative clause"),
        pytest.param("상금 [50만원|Q]이 걸려 있으며 누구나 노래한다.", PLANNED, id="a prize"),
        pytest.param("상금 [50만원|Q]을 나누었으며 누구나 노래한다.", ACHIEVED, id="a prize given"),
        pytest.param("쉼터 [30곳|Q]을 뽑으며 결과는 9월에 발표된다.", PLANNED, id="an announcement to come"),
        pytest.param("쉼터 [30곳|Q]을 뽑으며 결과는 9월에 발표됐다.", None, id="an announcement that was"),
        pytest.param("쉼터 [30곳|Q]을 뽑으며 결과를 9월에 발표한다.", None, id="who announces"),
        pytest.param("새길시는 이웃 [30명|Q]에게 대출이 가능하다.", PLANNED, id="possible"),
        pytest.param("새길시는 이웃 [30명|Q]에게 대출이 뜸하다.", None, id="another adjective"),
        pytest.param("새길시는 차 [30대|Q]가 가능하게 길을 넓혔다.", ACHIEVED, id="possible, not closing"),
        pytest.param("새길시는 쉼터 [30곳|Q]을 찾아 손 씻기를 홍보했다.", ACHIEVED, id="a step before a report"),
        pytest.param("새길시는 쉼터 [30곳|Q]을 돕고 손 씻기를 당부했다.", ACHIEVED, id="고 before a report"),
        pytest.param("새길시는 쉼터 [30곳|Q]을 도우며 손 씻기를 당부했다.", None, id="며 before a report"),
        pytest.param("쉼터 [3곳|Q]이 선정돼 매우 뜻깊게 생각한다.", ACHIEVED, id="chosen, and glad"),
        pytest.param("쉼터 [3곳|Q]을 선정해 매우 뜻깊게 생각한다.", PLANNED, id="choosing"),
        pytest.param("쉼터 [3곳|Q]이 정비돼 매우 뜻깊게 생각한다.", PLANNED, id="no accomplishment"),
        pytest.param("쉼터 [3곳|Q]이 선정되면 매우 뜻깊게 생각한다.", PLANNED, id="if chosen"),
        pytest.param("새길시는 지난 3월부터 쉼터 [30곳|Q]을 운영한다.", IN_PROGRESS, id="a present since"),
        pytest.param("새길시는 지난 3월부터 이웃을 모으고 쉼터 [30곳|Q]을 운영한다.", PLANNED, id="of another clause"),
        pytest.param("새길시는 지난 행사와 3월부터 쉼터 [30곳|Q]을 운영한다.", PLANNED, id="지난 of something else"),
        pytest.param("새길시는 쉼터 [30곳|Q]을 운영하며 지난 3월부터 상담도 한다.", PLANNED, id="since, behind"),
        pytest.param("새길시는 3월부터 쉼터 [30곳|Q]을 운영한다.", PLANNED, id="a present from"),
        pytest.param("새길시는 지난 3월 뽑은 쉼터 [30곳|Q]을 운영한다.", PLANNED, id="지난 without 부터"),
        pytest.param("시인 [24명|Q] 나들이, 이웃과 마을이 마련한 잔치가 열린다.", PLANNED, id="a subject of its own"),
        pytest.param("시인 [24명|Q] 나들이, 손수 마련한 잔치가 열린다.", ACHIEVED, id="no subject of its own"),
        pytest.param(
            "시인 [24명|Q], 화가 3명 초청 사업은 돈, 이웃이 마련한 잔치가 열린다.", PLANNED, id="a comma right behind"
        ),
        pytest.param(
            "시인 [24명|Q] 나들이, 화가 3명 사업은 이웃이 마련한 잔치다.", ACHIEVED, id="a topic that holds the list"
        ),
        pytest.param(
            "시인 [24명|Q] 나들이, 화가 3명 잔치는 이웃이 마련한 잔치다.", ACHIEVED, id="such a topic with 는"
        ),
    ],
)
def test_what_verbs_mean(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 [30곳|Q] 창업을 목표로 설정했다.", PLANNED, id="목표로"),
        pytest.param("새길시는 [30곳|Q]을 육성하는 계획을 세웠다.", PLANNED, id="계획을"),
        pytest.param("새길시는 [30곳|Q] 창업 목표를 달성했다.", ACHIEVED, id="a goal reached"),
        pytest.param("새길시는 수출 목표를 [50억원|Q]으로 잡았다.", PLANNED, id="a goal set"),
        pytest.param("새길시는 수출 목표를 [50억원|Q]으로 달성했다.", ACHIEVED, id="a goal before, reached"),
        pytest.param("새길시는 수출 목표를 [50억원|Q]으로 알렸다.", ACHIEVED, id="goal and a verb that sets none"),
        pytest.param("올해 목표는 [30곳|Q]이다.", PLANNED, id="목표는"),
        pytest.param("올해 목표는 이미 이뤘고 [30곳|Q]을 지원했다.", ACHIEVED, id="목표는 in another clause"),
        pytest.param("새길시는 확보한 국비 [50억원|Q]으로 공원을 넓힐 계획이다.", ACHIEVED, id="확보한"),
        pytest.param(
            "새길시는 늘어난 국비 [50억원|Q]으로 공원을 넓힐 계획이다.", PLANNED, id="a past, nothing secured"
        ),
        pytest.param(
            "새길시는 확보한 땅에서 국비 [50억원|Q]으로 공원을 넓힐 계획이다.", PLANNED, id="something else secured"
        ),
    ],
)
def test_goals_and_secured_means(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시가 올해 유치한 가게는 [30곳|Q]이다.", ACHIEVED, id="past clause of the topic"),
        pytest.param("새길시가 올해 유치할 가게는 [30곳|Q]이다.", PLANNED, id="future clause of the topic"),
        pytest.param("새길시에 있는 가게는 [30곳|Q]이다.", None, id="a state"),
        pytest.param("새길시 가게는 [30곳|Q]이었다.", None, id="a past copula does nothing"),
    ],
)
def test_copulas_take_the_tense_of_their_topic(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "대표는 “올해 새로 문을 여는 가게 [30곳|Q]을 꼼꼼히 돌보면서, 마을 어른들과 나눌 이야기도 많아”라며 웃었다.",
            None,
            id="a long quotation keeps its own tense",
        ),
        pytest.param("대표는 “가게 [30곳|Q] 돕기” 행사를 열었다.", ACHIEVED, id="a short one is a name"),
    ],
)
def test_quotations(mark, marked: str, expected: Status | None) -> None:
    assert expected == mark(marked).quantity().status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("국비 확보", ACHIEVED),
        ("공원 조성 계획", PLANNED),
        ("동네 사람", None),
        ("수상 목표 준공", ACHIEVED),
        ("국비 확보 계획", PLANNED),
        ("다리 준공 예정", PLANNED),
        ("찻집 선정 방침", PLANNED),
        ("국비 확보 공원", ACHIEVED),
    ],
)
def test_nouns_of_a_headline(text: str, expected: Status | None) -> None:
    assert expected == status_of_nouns(0, analyse(text))


def test_nouns_before_the_quantity_do_not_count() -> None:
    assert status_of_nouns(len("국비 확보"), analyse("국비 확보 동네 사람")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("일꾼 30명 뽑을 예정", True),
        ("30곳 도입 예정", True),
        ("30곳 도입 예정지 물색", False),
        ("계획대로 30곳 도입", False),
        ("30곳 도입 예정.", True),
        ("일꾼 30명 도입 예정 대전", False),
        ("일꾼 30명 입주 예정자", False),
    ],
)
def test_a_headline_that_closes_with_a_plan(text: str, expected: bool) -> None:
    assert expected is closes_with_plan(text.index("30") + 3, analyse(text))
