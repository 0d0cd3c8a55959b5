import pytest

from mokpyo.inference.linking.objects import read_object


def check(mark, rest: str, expected: str | None) -> None:
    found = mark(f"[새길시|O]는 {rest}")
    assert expected == read_object(found.quantity(), found.text)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[150개|Q] 찻집을 연다.", "찻집", id="right behind"),
        pytest.param("[150개|Q] 찻집 창업을 돕는다.", "찻집", id="without the action"),
        pytest.param("[150개|Q] 작은 가게 찻집 옷집 빵집 꽃집을 연다.", None, id="an adjective between"),
        pytest.param("[40명|Q] 이상의 일꾼을 뽑는다.", "일꾼", id="over a bound"),
        pytest.param("[50여 명|Q] 안팎의 일꾼을 뽑는다.", "일꾼", id="over 안팎의"),
        pytest.param("[40명|Q]의 일꾼을 뽑는다.", "일꾼", id="over 의"),
        pytest.param("[100억원|Q] 규모의 기금을 만든다.", "기금", id="over a measure"),
        pytest.param("[100억원|Q] 규모로 기금을 만든다.", "기금", id="over 규모로"),
        pytest.param("[40개|Q] 손뜨개 분야 찻집을 연다.", "찻집", id="without the field"),
        pytest.param("[40개|Q] 지역 찻집을 연다.", "찻집", id="without a modifier of places"),
        pytest.param("[40개|Q]의 지역을 돕는다.", "지역", id="such a modifier alone"),
        pytest.param("[40명|Q] 등을 돕는다.", None, id="an empty noun"),
        pytest.param("[40개|Q] 옷 신발 가방 모자 우산을 산다.", "옷 신발 가방 모자", id="four words at most"),
        pytest.param("[40개|Q] [달빛군|R] 찻집을 연다.", None, id="not past a place"),
        pytest.param("[40개|Q] 창업을 돕는다.", None, id="an action is no object"),
        pytest.param("[40개|Q] 유튜브 채널을 연다.", "유튜브 채널", id="a proper noun"),
        pytest.param("[40개|Q] 비영리 단체를 돕는다.", "비영리 단체", id="a prefix"),
        pytest.param("[40대|Q] 골목 CCTV를 단다.", "골목 CCTV", id="Latin letters at its end"),
        pytest.param("[40개|Q] 튼튼 쉼터를 연다.", "튼튼 쉼터", id="a root"),
        pytest.param("[40개|Q] 마을 119 쉼터를 연다.", "마을 119 쉼터", id="a number inside"),
        pytest.param("[40개|Q] 찻집·빵집을 연다.", "찻집·빵집", id="coordinated by a dot"),
        pytest.param("[40개|Q] 찻집/빵집을 연다.", "찻집/빵집", id="by a stroke"),
        pytest.param("[40개|Q] R&D 과제를 돕는다.", "R&D 과제", id="by an ampersand"),
        pytest.param("[40개|Q] K-과자를 낸다.", "K-과자", id="by a hyphen"),
        pytest.param("[40개|Q] 찻집-[달빛군|R] 길을 낸다.", "찻집", id="without a mark at its end"),
        pytest.param("[40개|Q] 찻집 전체를 돕는다.", "찻집", id="without a word of extent at its end"),
        pytest.param("[40개|Q] 최종 찻집을 연다.", "찻집", id="without an empty noun at its head"),
        pytest.param("[40개|Q] 대상을 넓힌다.", None, id="an empty noun alone"),
        pytest.param("[40개|Q] 찻집 [다음 달|D] 연다.", "찻집", id="not into a date"),
        pytest.param("[40개|Q] [다음 달|D] 연다.", None, id="a date is no object"),
        pytest.param("[40곳|Q] [절반|Q]을 고친다.", None, id="nor is another number"),
        pytest.param("[100억원|Q] 규모 정도로 기금을 만든다.", "기금", id="over a measure and a bound"),
        pytest.param("[100억원|Q] 규모로 조성을 마친다.", None, id="an action behind 규모로"),
        pytest.param("[40장|Q] 분량으로 책자를 낸다.", "책자", id="over 분량으로"),
        pytest.param("[40장|Q] 분량으로 제공을 마친다.", None, id="an action behind 분량으로"),
        pytest.param("[40㎞|Q]의 산책로를 낸다.", "산책로", id="의 that the analyser takes for a noun"),
        pytest.param("[40㎞|Q]를 잇는다.", None, id="를 that the analyser takes for a noun"),
        pytest.param("[40개|Q]에 등불을 단다.", None, id="not past a josa"),
        pytest.param("[40명|Q] 1층 강당에서 만난다.", None, id="not past a number"),
        pytest.param("[40MW|Q]급 발전소를 짓는다.", "발전소", id="over a suffix"),
        pytest.param("사람 등 [40명|Q]", "사람", id="nothing behind"),
        pytest.param("관광 [40개|Q] 과제를 돕는다.", "과제", id="a counter of anything counts what follows"),
        pytest.param("마을은 [40곳|Q] 쉼터를 연다.", "쉼터", id="a noun with a josa before"),
        pytest.param("공모 최종 [40곳|Q] 쉼터를 고친다.", "쉼터", id="an empty noun before"),
    ],
)
def test_nouns_behind(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("찻집 [40개|Q]를 연다.", "찻집", id="right before"),
        pytest.param("찻집 [40개|Q] 창업을 돕는다.", "찻집", id="before, with an action behind"),
        pytest.param("찻집 등 [40개|Q]를 연다.", "찻집", id="over 등"),
        pytest.param("찻집 총 [40개|Q]를 연다.", "찻집", id="over a bound"),
        pytest.param("찻집을 [40개|Q] 연다.", "찻집", id="an object apart from its number"),
        pytest.param("찻집을 [내년|D] [40개|Q] 연다.", "찻집", id="over a date"),
        pytest.param("찻집·빵집 [40개|Q]를 연다.", "찻집·빵집", id="coordinated"),
        pytest.param("찻집([40개|Q])을 연다.", "찻집", id="in a bracket"),
        pytest.param("찻집 [40곳|Q] 쉼터를 고친다.", "찻집", id="before a counter of places, whatever follows"),
        pytest.param("찻집(총 [40개|Q])을 연다.", "찻집", id="in a bracket, with a bound"),
        pytest.param("[달빛군|R] [40개|Q]를 연다.", None, id="a place is no object"),
        pytest.param("[40개|Q]를 연다.", None, id="nor is the subject"),
        pytest.param("다이소 [40곳|Q] 앞길을 고친다.", "다이소", id="a proper noun, whatever follows"),
        pytest.param("일꾼 [40명|Q] 숙소를 짓는다.", "일꾼", id="a noun with a suffix, whatever follows"),
        pytest.param("찻집 [40곳|Q] 정비", "찻집", id="in a headline"),
        pytest.param("가게(약 [40개|Q])를 연다.", "가게", id="in a bracket, with 약"),
        pytest.param("가게(최대 [40개|Q])를 연다.", "가게", id="in a bracket, with 최대"),
        pytest.param("‘작은찻집 [40곳|Q]’을 연다.", "작은찻집", id="the whole word, without its mark"),
        pytest.param("쉼터와찻집 [40곳|Q]을 연다.", "찻집", id="the head of two nouns that no space parts"),
        pytest.param("2031 찻집 [40개|Q]를 연다.", "찻집", id="without a number at its head"),
        pytest.param("[달빛군|R]·찻집 [40개|Q]를 연다.", "찻집", id="without a mark at its head"),
        pytest.param("옷 신발 가방 모자 [40개|Q]를 산다.", "신발 가방 모자", id="three words at most"),
        pytest.param("겨울 축제 [달빛군|R] [40곳|Q]을 꾸민다.", None, id="not across a place"),
        pytest.param("쉼터를 마을 기준 [40개|Q]로 늘린다.", "쉼터", id="an empty noun at its end"),
        pytest.param("찻집은 넓이 [40㎡|Q]로 넓힌다.", "찻집", id="not the dimension"),
        pytest.param("가게당 [3천만원|Q]을 나눈다.", None, id="per shop is not of shops"),
    ],
)
def test_nouns_before(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[120억원|Q]을 투입한다.", "사업비", id="money and its verb"),
        pytest.param("[120명|Q]을 투입한다.", None, id="only money"),
        pytest.param(
            "가게 수리비로 마을마다 고루 나눠 [120억원|Q]을 쓴다.", "사업비", id="another clause's money noun"
        ),
        pytest.param("가게 수리비로 마을에서 [120억원|Q]을 쓴다.", "가게 수리비", id="a money noun of its clause"),
        pytest.param("[120억원|Q]을 잊었다.", None, id="a verb that does not tell"),
        pytest.param("찻집을 시장에서 [40개|Q]로 늘린다.", "찻집", id="the clause's object"),
        pytest.param("찻집을 열고 [40개|Q]로 늘린다.", None, id="another clause's object"),
        pytest.param("가게 수리비로 마을에서 [40곳|Q]을 고친다.", None, id="a money noun and no money"),
        pytest.param("덤으로 [5억원|Q]", None, id="money without a verb"),
        pytest.param("찻집은 시장에서 [40개|Q]로 는다.", "찻집", id="the clause's topic"),
        pytest.param("찻집이 시장에서 [40개|Q]로 는다.", "찻집", id="the clause's subject"),
        pytest.param("찻집을 시장까지 골목에서 [40개|Q]로 늘린다.", "찻집", id="not what 까지 marks"),
        pytest.param("찻집을 시장부터 골목에서 [40개|Q]로 늘린다.", "찻집", id="nor 부터"),
        pytest.param("찻집을 올봄도 골목에서 [40개|Q] 연다.", "찻집", id="nor 도"),
        pytest.param("찻집을 주말만 골목에서 [40개|Q] 연다.", "찻집", id="nor 만"),
    ],
)
def test_what_only_the_clause_tells(mark, rest: str, expected: str | None) -> None:
    check(mark, rest, expected)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("일감은 [5억원|Q]을 확보했다.", "일감", id="은"),
        pytest.param("일거리는 [5억원|Q]을 확보했다.", "일거리", id="는"),
        pytest.param("일감이 [5억원|Q] 확보됐다.", "일감", id="이"),
        pytest.param("일거리가 [5억원|Q] 확보됐다.", "일거리", id="가"),
        pytest.param("일감도 [5억원|Q]을 확보했다.", "일감", id="도"),
        pytest.param("일감만 [5억원|Q]을 확보했다.", "예산", id="만"),
        pytest.param("일감을 [5억원|Q] 확보했다.", "일감", id="을"),
        pytest.param("일감에 [5억원|Q]을 확보했다.", "예산", id="에"),
        pytest.param("일감을 다시 [5억원|Q] 확보했다.", "일감", id="over an adverb"),
        pytest.param("일감을 한 [5억원|Q] 확보했다.", "일감", id="over a determiner"),
        pytest.param("일감, [5억원|Q]을 확보했다.", "일감", id="over a comma"),
        pytest.param("일감을 [2032년|D] [5억원|Q] 확보한다.", "일감", id="over a date"),
        pytest.param("마을에서 [5억원|Q]을 확보했다.", "예산", id="nothing but the verb"),
    ],
)
def test_nouns_apart_from_their_sum(mark, rest: str, expected: str) -> None:
    check(mark, rest, expected)


def test_not_out_of_the_sentence(mark) -> None:
    found = mark("[새길시|O]는 찻집을 고친다. [40곳|Q] 쉼터를 연다.")
    assert "쉼터" == read_object(found.quantity(), found.text)


def test_who_speaks_for_a_body_is_not_counted(mark) -> None:
    found = mark("[누리센터|O] 측은 [40명|Q]을 뽑는다.")
    assert None is read_object(found.quantity(), found.text)
