from fractions import Fraction

import pytest
from rollup_documents import marked, told

from mokpyo.inference.rollups.amounts import LARGEST_FRACTION, number
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import Rollup, RollupKind
from mokpyo.inference.rollups.sums import FURTHEST_PART, MOST_PARTS

TOTALS = "총 모두 합계 도합 합쳐 합해 합친 합하면 합치면 전체 합산 통틀어 다해 총사업비 총사업비는 총예산".split()
LISTS = "등 더해 합쳐서".split()
FOR_EACH = "당 매월 매년 매주 매일 각각 각 마다".split()
EACH = "씩 꼴".split()

FOUND = {
    "parts before their total": (
        "시는 버스 [4대|버스]와 승합차 [3대|승합차] 등 총 [7대|차]를 산다.",
        ["sum 7대 = 4대 + 3대"],
    ),
    "listed before their total": (
        "시는 교사 [4명|교사]과 강사 [2명|강사] 등 [6명|강사]을 뽑는다.",
        ["sum 6명 = 4명 + 2명"],
    ),
    "a total before its parts": (
        "시는 총 [9억원|예산](국비 [5억원|국비], 시비 [4억원|시비])을 쓴다.",
        ["sum 9억원 = 5억원 + 4억원"],
    ),
    "telling digits": (
        "시는 온실 [124곳|온실]을 짓는다. 유리온실은 [67곳|유리온실]이다. 비닐온실은 [57곳|비닐온실]이다.",
        ["sum 124곳 = 67곳 + 57곳"],
    ),
    "telling digits behind a point": (
        "도로 [3.25㎞|도로]를 넓힌다. 남쪽 [1.25㎞|도로]와 북쪽 [2㎞|도로]다.",
        ["sum 3.25㎞ = 1.25㎞ + 2㎞"],
    ),
    "three parts": (
        "시는 [60명|인력]을 뽑는다. 봄에 [30명], 여름에 [20명], 가을에 [10명]이다.",
        ["sum 60명 = 30명 + 20명 + 10명"],
    ),
    "stages": (
        "센터는 공장 [10개|공장|2027-12-31]를 짓는다. 상반기에 공장 [4개|공장|2027-06-30], 하반기에 공장 [6개|공장|2027-12-31]다.",
        ["sum 10개 = 4개 + 6개"],
    ),
    "units with a blank": (
        "시는 총 [5 명|직원]을 뽑는다. 남쪽에 [2명|직원], 북쪽에 [3명|직원]이다.",
        ["sum 5 명 = 2명 + 3명"],
    ),
    "another unit between": (
        "시는 총 [9억원|예산]으로 [2곳|쉼터]을 고친다. [5억원]을 들여 [1곳]을, [4억원]을 들여 [1곳]을 고친다.",
        ["sum 9억원 = 5억원 + 4억원"],
    ),
    "a quantity of another unit between that is no target": (
        "시는 총 [7대|차]를 산다. 버스 [4대|버스]는 [2시간|-] 달리고 승합차는 [3대|승합차]다.",
        ["sum 7대 = 4대 + 3대"],
    ),
    "a quantity between that nobody can read": (
        "시는 총 [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차]다. 나머지는 [몇대|-]다.",
        ["sum 7대 = 4대 + 3대"],
    ),
    "all that is planned of an object, far apart": (
        f"센터는 [150개|기업] 창업을 돕는다.\n{'가' * FURTHEST_PART}\n농업 [50개|기업]다.\n강소기업 [10개|강소기업]다.\n"
        "문화 [30개|기업]와 공업 [70개|기업]다. 이미 [73개|기업||achieved]를 도왔다.",
        ["sum 150개 = 50개 + 30개 + 70개"],
    ),
}

NOT_FOUND = {
    "another sum": "시는 버스 [4대|버스]와 승합차 [3대|승합차] 등 총 [8대|차]를 산다.",
    "one part": "시는 총 [7대|차]를 산다. 버스 [7대|버스]다.",
    "small numbers that nothing joins": "시는 [2개|대학]를 뽑는다. 다음은 [1개|대학]다. 끝은 [1개|대학]다.",
    "two centres": "시는 총 [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차|||c2]다.",
    "no centre": "총 [7대|차|||-]다. 버스 [4대|버스|||-]와 승합차 [3대|승합차|||-]다.",
    "two units": "시는 총 [7대|차]를 산다. 버스 [4대|버스]와 [3곳|차고]이다.",
    "a rate": "시는 총 [70%|비율]를 이룬다. [40%|비율]와 [30%|비율]다.",
    "an estimate": "시는 총 [7대|차]를 산다. 버스 약 [4대|버스]와 승합차 [3대|승합차]다.",
    "a range": "시는 총 [7대|차]를 산다. 버스 [4~5대|버스]와 승합차 [3대|승합차]다.",
    "an estimated whole": "시는 약 [60명|인력]을 뽑는다. 봄에 [30명], 여름에 [20명], 가을에 [10명]이다.",
    "an amount for each": "시는 총 [70만원|수당]을 준다. [30만원|수당]씩 주고 [40만원|수당]을 더한다.",
    "an amount a month": "시는 총 [70만원|수당]을 준다. 매월 [30만원|수당]과 [40만원|수당]이다.",
    "a list that goes on": "시는 [22명|교육생]을 뽑았다. 교육생 [19명|교육생], 모범생 [3명|모범생], 우등생 [2명|우등생]이 마쳤다.",
    "a list that began before": "교사 [5명|교사], 강사 [4명|강사]과 조교 [2명|조교] 등 [6명|조교]을 뽑는다.",
    "a quantity between that is no target": "시는 총 [7대|차]를 산다. 버스 [4대|버스], 낡은 [9대|-], 승합차 [3대|승합차]다.",
    "far apart": f"시는 총 [7대|차]를 산다.\n{'가' * (FURTHEST_PART + 1)}\n버스 [4대|버스]와 승합차 [3대|승합차]다.",
    "days that end before the whole's": (
        "센터는 공장 [10개|공장|2028-12-31]를 짓는다. 상반기에 공장 [4개|공장|2027-06-30], 하반기에 공장 [6개|공장|2027-12-31]다."
    ),
    "stages of different objects": (
        "센터는 공장 [10개|공장|2027-12-31]를 짓는다. 상반기에 창고 [4개|창고|2027-06-30], 하반기에 점포 [6개|점포|2027-12-31]다."
    ),
    "one day for both parts": (
        "센터는 공장 [10개|공장|2027-12-31]를 짓는다. 동쪽에 공장 [4개|공장|2027-12-31], 서쪽에 공장 [6개|공장|2027-12-31]다."
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_parts_and_their_whole(text: str, expected: list[str]) -> None:
    assert expected == told(marked(text))


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_no_sum(text: str) -> None:
    assert [] == [line for line in told(marked(text)) if line.startswith("sum")]


@pytest.mark.parametrize("word", TOTALS)
def test_words_before_a_total(word: str) -> None:
    text = "시는 {} [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차]다."
    assert [] == told(marked(text.format("낡은")))
    assert ["sum 7대 = 4대 + 3대"] == told(marked(text.format(word)))


@pytest.mark.parametrize("word", LISTS)
def test_words_between_parts_and_their_total(word: str) -> None:
    text = "시는 버스 [4대|버스]와 승합차 [3대|승합차] {} [7대|차]를 산다."
    assert [] == told(marked(text.format("낡은")))
    assert ["sum 7대 = 4대 + 3대"] == told(marked(text.format(word)))


def test_a_list_before_a_whole_says_nothing_of_what_follows_it() -> None:
    assert [] == told(marked("시는 트럭 등 [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차]다."))


@pytest.mark.parametrize(("before", "behind"), [*((word, "") for word in FOR_EACH), *(("", word) for word in EACH)])
def test_words_of_an_amount_for_each(before: str, behind: str) -> None:
    text = "시는 총 [7대|차]를 산다. 버스 [4대|버스]와 승합차 {}[3대|승합차]{}이다."
    assert ["sum 7대 = 4대 + 3대"] == told(marked(text.format("", "")))
    assert [] == told(marked(text.format(before, behind)))


def test_the_first_mention_beside_the_parts_is_the_whole() -> None:
    text = "시는 총 [7대|차]를 산다. 버스 [4대|버스]와 승합차 [3대|승합차] 등 총 [7대|차]다."
    assert [Rollup(RollupKind.SUM, 0, (1, 2), 7)] == find_rollups(marked(text))


def test_an_amount_told_again_stands_for_the_whole() -> None:
    text = "시는 차 [7대|차]를 산다. 올해 산 나무 [9대|나무]다. 총 [7대|차]로 버스 [4대|버스]와 승합차 [3대|승합차]다."
    assert [Rollup(RollupKind.SUM, 2, (3, 4), 7)] == find_rollups(marked(text, {"t3": "t1"}))


def test_what_is_told_again_is_no_further_part() -> None:
    text = f"센터는 [90개|기업]를 돕는다.\n{'가' * FURTHEST_PART}\n농업 [40개|기업], 공업 [20개|기업], 어업 [30개|기업]다. 또 [40개|기업]다."
    assert [] == told(marked(text))
    assert ["sum 90개 = 40개 + 20개 + 30개"] == told(marked(text, {"t5": "t2"}))


def test_parts_that_weigh_as_much_as_another_part_are_no_sum_of_their_own() -> None:
    text = "시는 총 [158억원|예산]을 쓴다. 국비 [79억원|국비]과 도비 [50억원|도비], 시비 [29억원|시비]이다."
    assert ["sum 158억원 = 79억원 + 50억원 + 29억원"] == told(marked(text))


def test_a_part_that_is_a_sum_of_two_others_is_told_within_the_whole_alone() -> None:
    text = "시는 총 [248억원|예산]을 쓴다. 국비 [124억원|국비], 도비 [67억원|도비], 시비 [57억원|시비]이다."
    assert ["sum 248억원 = 124억원 + 67억원 + 57억원"] == told(marked(text))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(7), "7"),
        (Fraction(1, 4), "0.25"),
        (Fraction(2 * LARGEST_FRACTION + 1, 2), str(LARGEST_FRACTION)),
        (Fraction(LARGEST_FRACTION - 1, 2), str(LARGEST_FRACTION / 2 - 0.5)),
    ],
)
def test_a_number_is_written_as_in_a_document(value: Fraction, written: str) -> None:
    assert written == repr(number(value))


@pytest.mark.parametrize(("parts", "found"), [(MOST_PARTS, True), (MOST_PARTS + 1, False)])
def test_the_longest_list(parts: int, found: bool) -> None:
    text = f"시는 총 [{parts}곳|쉼터]을 고친다. " + ", ".join(["[1곳]"] * parts) + "이다."
    assert found == bool(told(marked(text)))
