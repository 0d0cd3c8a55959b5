import pytest

from mokpyo.inference.linking.surroundings import following_nouns, governing_stem


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("[40개|Q] 찻집을 연다.", ["찻집"], id="up to its josa"),
        pytest.param("[40개|Q] 새 찻집의 단골을 맞는다.", ["새", "찻집", "의", "단골"], id="over a determiner and 의"),
        pytest.param("[40명|Q] 일꾼을 뽑는다.", ["일", "꾼"], id="a suffix"),
        pytest.param("[40개|Q] 비영리 단체를 돕는다.", ["비", "영리", "단체"], id="a prefix"),
        pytest.param("[40개|Q] 옷 신발 가방 모자 우산을 산다.", ["옷", "신발", "가방", "모자"], id="four at most"),
        pytest.param("[40개|Q]를 연다.", [], id="a josa right behind"),
        pytest.param("[40개|Q] 작은 찻집을 연다.", [], id="an adjective"),
    ],
)
def test_following_nouns(mark, rest: str, expected: list[str]) -> None:
    assert expected == following_nouns(mark(f"[새길시|O]는 {rest}").quantity())


@pytest.mark.parametrize(("rest", "expected"), [("[40개|Q]를 연다.", "열"), ("찻집 [40개|Q]", "")])
def test_governing_stem(mark, rest: str, expected: str) -> None:
    assert expected == governing_stem(mark(f"[새길시|O]는 {rest}").quantity())
