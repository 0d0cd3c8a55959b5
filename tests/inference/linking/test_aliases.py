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
        ("(유)별빛전자", "별빛전자"),
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
        pytest.param("정부", "대한민국정부", id="without the whole nation's name"),
        pytest.param("별빛공사", "한국별빛공사", id="without 한국"),
        pytest.param("별빛박물관", "국립별빛박물관", id="without 국립"),
        pytest.param("누리읍", "새길시누리읍", id="a town's office"),
        pytest.param("누리면", "새길군누리면", id="a parish's office"),
        pytest.param("누리동", "새길시누리동", id="a quarter's office"),
        pytest.param("별빛국제항공사", "별빛항공사", id="without 국제"),
        pytest.param("누리종합복지관", "누리복지관", id="without 종합"),
        pytest.param("누리사랑건강나눔터", "새길병원누리사랑건강나눔터", id="a long ending"),
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
        pytest.param("양산부", "해양수산부", id="another first syllable"),
        pytest.param("경남도", "경주남산지도", id="a province abbreviates nothing"),
        pytest.param("산해림부", "산림해양수부", id="inner syllables in another order"),
        pytest.param("해원수", "해양수산연구원수", id="no known head at its end"),
        pytest.param("수해부", "수산부양해안", id="nothing in common"),
        pytest.param("산림부", "산림해부", id="too little left out"),
        pytest.param("도부", "도시주택부", id="two syllables abbreviate nothing"),
        pytest.param("은행", "한국은행", id="too short to be told without 한국"),
        pytest.param("박물관", "국립박물관", id="too short to be told without 국립"),
        pytest.param("별빛공사", "누리별빛공사", id="another word before it"),
        pytest.param("누리관", "새길시누리관", id="three syllables of what is no town"),
        pytest.param("누리중앙복지관", "누리복지관", id="another word between"),
        pytest.param("국제누리회", "누리회", id="the word at the beginning of a name"),
        pytest.param("나눔터", "새길병원나눔터", id="a short ending"),
        pytest.param("집", "새길시립집터", id="not the end of its name"),
    ],
)
def test_names_of_two_bodies(left: str, right: str) -> None:
    assert not same_body(left, right)
    assert not same_body(right, left)


@pytest.mark.parametrize("house", "시립 군립 구립 도립".split())
def test_a_public_house_without_its_place(house: str) -> None:
    assert same_body(f"{house}찻집", f"달빛{house}찻집")
    assert not same_body(f"{house}찻집", f"달빛{house}책방")


@pytest.mark.parametrize("council", "시의회 군의회 구의회 도의회".split())
def test_a_council_without_its_place(council: str) -> None:
    assert same_body(council, f"달빛{council}")


@pytest.mark.parametrize(
    ("everyday", "official"),
    [
        ("코레일", "한국철도공사"),
        ("LH", "한국토지주택공사"),
        ("한전", "한국전력공사"),
        ("한국전력", "한국전력공사"),
        ("한수원", "한국수력원자력"),
        ("캠코", "한국자산관리공사"),
        ("코트라", "대한무역투자진흥공사"),
        ("KOTRA", "대한무역투자진흥공사"),
        ("코이카", "한국국제협력단"),
        ("KOICA", "한국국제협력단"),
        ("aT", "한국농수산식품유통공사"),
        ("한은", "한국은행"),
        ("건보공단", "국민건강보험공단"),
        ("행복청", "행정중심복합도시건설청"),
        ("선관위", "중앙선거관리위원회"),
        ("권익위", "국민권익위원회"),
        ("방통위", "방송통신위원회"),
        ("공정위", "공정거래위원회"),
        ("금융위", "금융위원회"),
        ("중기중앙회", "중소기업중앙회"),
        ("전경련", "전국경제인연합회"),
        ("한예종", "한국예술종합학교"),
        ("카이스트", "한국과학기술원"),
        ("KAIST", "한국과학기술원"),
        ("ETRI", "한국전자통신연구원"),
        ("KIST", "한국과학기술연구원"),
    ],
)
def test_everyday_names(everyday: str, official: str) -> None:
    assert same_body(everyday, official)
    assert not same_body(everyday, f"{official}누리")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("전북센터", "센터"),
        ("누리조직위원회", "조직위원회"),
        ("새길시의회", "시의회"),
        ("새길시청", "시청"),
        ("새길도청", "도청"),
        ("새길군청", "군청"),
        ("새길구청", "구청"),
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
        ("누리해양연구원(NORI, 원장 한별)은", "누리해양연구원", ["NORI"]),
        ("누리해양연구원(NORI 새 건물)은", "누리해양연구원", []),
        ("누리해양연구원(원장 한별, 이하 누해원)은", "누리해양연구원", ["누해원"]),
        ("누리해양연구원(원장 한별 이하 직원)은", "누리해양연구원", []),
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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("경남", "경상남도", id="a province"),
        pytest.param("별빛공사", "한국별빛공사", id="without 한국"),
        pytest.param("별빛항공사", "별빛국제항공사", id="without 국제"),
        pytest.param("코레일", "한국철도공사", id="an everyday name"),
    ],
)
def test_names_to_compare(left: str, right: str) -> None:
    assert likeness_keys(left) & likeness_keys(right)
    assert not likeness_keys(left) & likeness_keys(f"누리{right}")


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
PARTS += ("한국", "대한민국", "국립", "시립", "국제", "동", "한전", "한국전력공사")
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join).map(bare_name)


@settings(max_examples=1500)
@given(NAMES, NAMES)
def test_names_of_one_body_have_a_likeness_key_in_common(left: str, right: str) -> None:
    if same_body(left, right):
        assert likeness_keys(left) & likeness_keys(right)
