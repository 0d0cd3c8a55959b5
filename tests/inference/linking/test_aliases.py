import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.inference.linking.aliases import (
    bare_name,
    generic_head,
    likeness_keys,
    parenthesised_aliases,
    region_of_name,
    same_body,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("누리 해양 연구원", "누리해양연구원"),
        ("주식회사 별빛전자", "별빛전자"),
        ("㈜별빛전자", "별빛전자"),
        ("별빛전자(주)", "별빛전자"),
        ("새길시청", "새길시"),
        ("달빛군청", "달빛군"),
        ("시청", "시청"),
        ("도청", "도청"),
    ],
)
def test_bare_name(name: str, expected: str) -> None:
    assert expected == bare_name(name)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("별빛전자", "별빛전자", id="equal"),
        pytest.param("경남도", "경상남도", id="province, short and long"),
        pytest.param("전북도", "전북특별자치도", id="province, old and new"),
        pytest.param("나주시", "전라남도나주시", id="without its province"),
        pytest.param("달빛동주민자치회", "새길시달빛동주민자치회", id="without its city"),
        pytest.param("주민자치회", "새길시달빛동주민자치회", id="without its city and town"),
        pytest.param("전북해양센터", "전북특별자치도해양센터", id="province in another form"),
        pytest.param("해양진흥원", "경북해양진흥원", id="without its province's short name"),
        pytest.param("새길", "새길시", id="a city's bare name"),
        pytest.param("달빛", "달빛군", id="a county's bare name"),
        pytest.param("경남", "경상남도", id="a province's bare name"),
        pytest.param("별빛", "별빛그룹", id="a group's bare name"),
        pytest.param("전북센터", "전북해양문화센터", id="first part and last noun"),
        pytest.param("해수부", "해양수산부", id="abbreviated"),
        pytest.param("누해원", "누리해양연구원", id="abbreviated, inner syllables in order"),
    ],
)
def test_names_of_one_body(left: str, right: str) -> None:
    assert same_body(left, right)
    assert same_body(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("경남도", "경상북도", id="two provinces"),
        pytest.param("나주시", "전라남도여수시", id="two cities of one province"),
        pytest.param("시", "전라남도시", id="too short to be told without a province"),
        pytest.param("새길", "새길은행", id="a place and a bank"),
        pytest.param("보건소", "새길시보건소", id="too short to be told without a city"),
        pytest.param("시민자치회", "달빛주민자치회", id="another name behind no city"),
        pytest.param("별", "별시", id="one syllable is no place"),
        pytest.param("별빛", "별빛전자", id="a group's name and a company"),
        pytest.param("전북센터", "경북해양문화센터", id="another first part"),
        pytest.param("전북센터", "전북해양문화재단", id="another head"),
        pytest.param("해센터", "해양문화센터", id="a first part of one syllable"),
        pytest.param("해수부", "해양수산청", id="another last syllable"),
        pytest.param("산해림부", "산림해양수부", id="inner syllables in another order"),
        pytest.param("해원수", "해양수산연구원수", id="no known head at its end"),
        pytest.param("수해부", "수산부양해안", id="nothing in common"),
        pytest.param("산림부", "산림해부", id="too little left out"),
        pytest.param("도부", "도시주택부", id="two syllables abbreviate nothing"),
    ],
)
def test_names_of_two_bodies(left: str, right: str) -> None:
    assert not same_body(left, right)
    assert not same_body(right, left)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("전북센터", "센터"),
        ("누리조직위원회", "조직위원회"),
        ("새길시의회", "시의회"),
        ("별빛부", "부"),
        ("별빛전자", None),
        ("센터", None),
    ],
)
def test_generic_head(name: str, expected: str | None) -> None:
    assert expected == generic_head(name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("누리해양연구원(이하 누해원)은", "누리해양연구원", ["누해원"]),
        ("누리해양연구원 (이하 ‘누해원’)은", "누리해양연구원", ["누해원"]),
        ("누리해양연구원(약칭 누해원)은", "누리해양연구원", ["누해원"]),
        ("누리해양연구원(옛 누리바다연구소)은", "누리해양연구원", ["누리바다연구소"]),
        ("누리해양연구원(NORI)은", "누리해양연구원", ["NORI"]),
        ("누리해양연구원(원장 한별)은", "누리해양연구원", []),
        ("누리해양연구원(nori)은", "누리해양연구원", []),
        ("누리해양연구원은 (이하 누해원)", "누리해양연구원", []),
        ("누리해양연구원(이하 누해원", "누리해양연구원", []),
    ],
)
def test_parenthesised_aliases(text: str, name: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in parenthesised_aliases(text, len(name))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("전북센터", "전북"),
        ("전북특별자치도", "전북"),
        ("전라남도 나주시", "전남"),
        ("강원도해양원", "강원"),
        ("서울 해양원", "서울"),
        ("별빛전자", None),
    ],
)
def test_region_of_name(name: str, expected: str | None) -> None:
    assert expected == region_of_name(name)


PARTS = (
    "전북",
    "전북특별자치도",
    "경남도",
    "경상남도",
    "경남",
    "나주",
    "나주시",
    "새길",
    "누리",
    "산업",
    "통상",
    "자원",
    "부",
    "센터",
)
PARTS += ("창조경제혁신센터", "그룹", "그룹사", "시", "군", "도", "청", "산업부", "㈜", "")
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join).map(bare_name)


@settings(max_examples=1500)
@given(NAMES, NAMES)
def test_names_of_one_body_have_a_likeness_key_in_common(left: str, right: str) -> None:
    if same_body(left, right):
        assert likeness_keys(left) & likeness_keys(right)
