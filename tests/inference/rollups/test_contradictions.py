import pytest
from rollup_documents import marked, told

from mokpyo.inference.rollups.contradictions import LONGEST_LEAD, MOST_AMOUNTS
from mokpyo.inference.rollups.finder import find_rollups
from mokpyo.inference.rollups.rollup import Rollup, RollupKind

FACTORIES = "한빛센터, 2027년까지 스마트 공장 {} 세운다\n\n한빛센터는 2027년까지 스마트 공장 {} 세운다고 밝혔다.{}"


def factories(first: str = "[150개|공장]를", second: str = "[130개|공장]를", behind: str = "") -> list[str]:
    return told(marked(FACTORIES.format(first, second, behind)))


def test_the_lead_and_the_body_differ() -> None:
    assert ["contradiction 150개 = 130개"] == factories()
    document = marked(FACTORIES.format("[150개|공장]를", "[130개|공장]를", ""))
    assert [Rollup(RollupKind.CONTRADICTION, 0, (1,), 130)] == find_rollups(document)


DIFFERENCES = {
    "the same day": ("[150개|공장|2027-12-31]를", "[130개|스마트 공장|2027-12-31]를"),
    "one says no day": ("[150개|공장]를", "[130개|공장|2027-12-31]를"),
    "at most twice as much": ("[150개|공장]를", "[300개|공장]를"),
}

NO_DIFFERENCES = {
    "one amount": ("[150개|공장]를", "[150개|공장]를"),
    "rounded": ("[150개|공장]를", "[148개|공장]를"),
    "another day": ("[150개|공장|2027-12-31]를", "[130개|공장|2026-12-31]를"),
    "days that are not known": ("[150개|공장|?]를", "[130개|공장|?]를"),
    "another object": ("[150개|공장]를", "[130개|창고]를"),
    "no object": ("[150개]를", "[130개]를"),
    "another unit": ("[150개|공장]를", "[130곳|공장]를"),
    "another centre": ("[150개|공장]를", "[130개|공장|||c2]를"),
    "no centre": ("[150개|공장|||-]를", "[130개|공장|||-]를"),
    "another status": ("[150개|공장]를", "[130개|공장||achieved]를"),
    "a rate": ("[150%|공장]를", "[130%|공장]를"),
    "an estimate": ("[150개|공장]를", "약 [130개|공장]를"),
    "a range": ("[150개|공장]를", "[130~140개|공장]를"),
    "more than twice as much": ("[150개|공장]를", "[301개|공장]를"),
    "a list": ("[150개|공장]를", "[130개|공장], 창고 [20개|창고]를"),
    "a list with what is no target": ("[150개|공장]를", "[130개|공장], 낡은 공장 [2개|-]를"),
    "a list in the lead": ("[150개|공장]와 창고 [20개|창고]를", "[130개|공장]를"),
}


@pytest.mark.parametrize(("first", "second"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_differences(first: str, second: str) -> None:
    assert [True] == [line.startswith("contradiction") for line in factories(first, second)]


@pytest.mark.parametrize(("first", "second"), NO_DIFFERENCES.values(), ids=NO_DIFFERENCES)
def test_no_differences(first: str, second: str) -> None:
    assert [] == factories(first, second)


@pytest.mark.parametrize(
    "word", "추가 추가로 더 나머지 이중 가운데 중 우선 먼저 이미 앞서 현재 기존 당초 애초 지난해 작년".split()
)
def test_words_before_a_part(word: str) -> None:
    assert [] == factories(second=f"{word} [130개|공장]를")
    assert [] == factories(first=f"{word} [150개|공장]를")
    assert [] != factories(second="낡은 [130개|공장]를")


@pytest.mark.parametrize("word", "추가 더 증가 늘 감소 줄 증액 감액 포함 중 가운데".split())
def test_words_behind_a_part(word: str) -> None:
    assert [] == factories(second=f"[130개|공장] {word}하여")
    assert [] == factories(first=f"[150개|공장] {word}하여")
    assert [] != factories(second="[130개|공장] 새로")


def test_other_words_are_another_statement() -> None:
    text = "한빛센터, 2027년까지 스마트 공장 [150개|공장]를 세운다\n\n지역 상공인 모임에서는 낡은 공장 [130개|공장]가 문을 닫았다."
    assert [] == told(marked(text))


@pytest.mark.parametrize(
    "behind",
    [" 모두 세우면 스마트 공장은 [150개|공장]가 된다.", " 사람들은 [150개|-]를 기다린다."],
)
def test_an_amount_that_is_told_again_is_not_in_dispute(behind: str) -> None:
    assert [] == factories(behind=behind)


def test_an_amount_that_the_lead_tells_too_is_not_in_dispute() -> None:
    text = "점포 [130개|-] 문 열어\n한빛센터, 2027년까지 스마트 공장 [150개|공장]를 세운다\n\n한빛센터는 2027년까지 스마트 공장 [130개|공장]를 세운다."
    assert [] == told(marked(text))


def test_a_headline_and_the_lead_that_agree_are_told_once() -> None:
    text = "한빛센터 스마트 공장 [150개|공장] 세운다\n한빛센터는 스마트 공장 [150개|공장]를 세운다.\n한빛센터는 스마트 공장 [130개|공장]를 세운다."
    assert [Rollup(RollupKind.CONTRADICTION, 0, (2,), 130)] == find_rollups(marked(text, {"t2": "t1"}))


LATER = "한빛센터는 새해 계획을 내놓았다.{}\n\n한빛센터는 스마트 공장 [150개|공장]를 세운다.\n\n한빛센터는 스마트 공장 [130개|공장]를 세운다."


@pytest.mark.parametrize(
    ("filling", "found"), [("", True), ("가" * 60, False), ("\n가나다라" * (LONGEST_LEAD // 5), False)]
)
def test_only_what_the_lead_tells_is_compared(filling: str, found: bool) -> None:
    assert found == bool(told(marked(LATER.format(filling))))


TOTALS = (
    "한빛재단, 2년간 {} 기부…[44명|학생]에게 매월 [5만원|-]\n\n"
    "재단은 중·고교에 다니는 지역 청소년 {}에게 다달이 {}, 두 해 동안 {}을 건네기로 약속했다."
)


@pytest.mark.parametrize(
    ("first", "pupils", "monthly", "second", "expected"),
    [
        (
            "총 [4억2천만원|기부]",
            "[44명|-]",
            "[5만 원|-]",
            "총 [2천만원|장학금]",
            ["contradiction 4억2천만원 = 2천만원"],
        ),
        ("[4억2천만원|기부]", "[44명|-]", "[5만원|-]", "총 [2천만원|장학금]", []),
        ("총 [4억2천만원|기부]", "[44명|-]", "[5만원|-]", "[2천만원|장학금]", []),
        ("총 [4억2천만원|기부]", "[43명|-]", "[5만원|-]", "총 [2천만원|장학금]", []),
        ("총 [4억2천만원|기부|2028-12-31]", "[44명|-]", "[5만원|-]", "총 [2천만원|장학금|2027-12-31]", []),
    ],
)
def test_totals_of_two_tellings(first: str, pupils: str, monthly: str, second: str, expected: list[str]) -> None:
    assert expected == told(marked(TOTALS.format(first, pupils, monthly, second)))


def test_parts_of_a_sum_do_not_contradict_the_lead() -> None:
    text = "시, 청년 주택 [90호|주택] 공급\n\n시는 청년 주택 [60호|주택]를 공급한다.\n\n시는 이듬해 주택 [30호|주택]를 더해 총 [90호|주택]를 공급한다."
    assert ["sum 90호 = 60호 + 30호"] == told(marked(text, {"t4": "t1"}))


@pytest.mark.parametrize(("amounts", "found"), [(MOST_AMOUNTS - 2, True), (MOST_AMOUNTS - 1, False)])
def test_a_table_is_no_article(amounts: int, found: bool) -> None:
    rows = "\n".join(["점포 [3개|점포|||c2]다."] * amounts)
    assert found == bool(factories(behind=f"\n\n{rows}"))


STAGES = "센터는 내년까지 공장 {}를 짓는다.\n\n센터는 상반기에 공장 {}, 하반기에 공장 {}를 짓는다."


@pytest.mark.parametrize(
    ("whole", "first", "second", "expected"),
    [
        (
            "[100개|공장|2027-12-31]",
            "[40개|공장|2027-06-30]",
            "[70개|공장|2027-12-31]",
            ["parts_differ 100개 = 40개 + 70개"],
        ),
        ("[100개|공장|2027-12-31]", "[40개|공장|2027-06-30]", "[60개|공장|2027-12-31]", ["sum 100개 = 40개 + 60개"]),
        ("[70개|공장|2027-12-31]", "[40개|공장|2027-06-30]", "[70개|공장|2027-12-31]", []),
        ("[100개|공장|2028-12-31]", "[40개|공장|2027-06-30]", "[70개|공장|2027-12-31]", []),
        ("[100개|공장|2027-12-31]", "[40개|공장|2027-12-31]", "[70개|공장|2027-12-31]", []),
        ("[100개|공장|2027-12-31]", "[40개|공장|2027-06-30|achieved]", "[70개|공장|2027-12-31]", []),
        ("[100개|공장|2027-12-31]", "[40개||2027-06-30]", "[70개||2027-12-31]", []),
        ("[100개|공장|2027-12-31]", "[40개|창고|2027-06-30]", "[70개|공장|2027-12-31]", []),
        ("[100개|공장|2027-12-31||c2]", "[40개|공장|2027-06-30]", "[70개|공장|2027-12-31]", []),
        ("약 [100개|공장|2027-12-31]", "[40개|공장|2027-06-30]", "[70개|공장|2027-12-31]", []),
    ],
)
def test_parts_by_several_days(whole: str, first: str, second: str, expected: list[str]) -> None:
    assert expected == told(marked(STAGES.format(whole, first, second)))


def test_the_sum_of_differing_parts_is_told() -> None:
    document = marked(STAGES.format("[100개|공장|2027-12-31]", "[40개|공장|2027-06-30]", "[70개|공장|2027-12-31]"))
    assert [Rollup(RollupKind.PARTS_DIFFER, 0, (1, 2), 110)] == find_rollups(document)


def test_totals_of_one_sentence_are_no_contradiction() -> None:
    text = "한빛재단은 [44명|-]에게 매월 [5만원|-]씩 총 [4억2천만원|기부]을 준다고 했고 총 [2천만원|장학금]을 더 준다."
    assert [] == told(marked(text))
