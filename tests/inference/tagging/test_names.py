import pytest

from mokpyo.data.document import Article
from mokpyo.inference.lexicon.regions import RegionKind, region_names
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.tagging.names import find_names


def names_in(text: str) -> list[tuple[str, str | None]]:
    view = view_article(Article(text=text))[0]
    return [(view.text[name.start : name.end], name.label and name.label.value) for name in find_names(view)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("순천시는 새 청사를 짓는다.", [("순천시", "ORG")]),
        ("전남 순천시는 새 청사를 짓는다.", [("전남 순천시", "ORG")]),
        ("강원특별자치도가 예산을 늘린다.", [("강원특별자치도", "ORG")]),
        ("순천시(시장 홍누리)는 새 청사를 짓는다.", [("순천시", "ORG")]),
        ("순천시에 따르면 새 청사가 선다.", [("순천시", "ORG")]),
        ("순천시 관계자는 기대된다고 말했다.", [("순천시", "ORG")]),
        ("순천시, 새 청사 짓는다", [("순천시", "ORG")]),
        ("새 청사는 순천시에 들어선다.", [("순천시", "REGION")]),
        ("새 청사는 순천시 일대에 들어선다.", [("순천시", "REGION")]),
        ("새 청사는 전남 순천시 조례동에 들어선다.", [("전남 순천시 조례동", "REGION")]),
        ("축제는 강릉에서 열린다.", [("강릉", "REGION")]),
        ("경기 용인시 수지구에서 열린다.", [("경기 용인시 수지구", "REGION")]),
        ("베트남과 몽골로 수출한다.", [("베트남", "REGION"), ("몽골", "REGION")]),
        ("해양수산부는 어선을 줄인다.", [("해양수산부", "ORG")]),
        ("해양수산부 장관은 어선을 줄인다.", [("해양수산부", "ORG")]),
        ("강릉시 농업기술센터는 씨앗을 나눈다.", [("강릉시 농업기술센터", "ORG")]),
        ("강릉경찰서는 순찰을 늘린다.", [("강릉경찰서", "ORG")]),
        ("㈜바다누리가 배를 만든다.", [("㈜바다누리", "ORG")]),
        ("강릉시 기획예산실은 지도를 나눈다.", [("강릉시 기획예산실", "ORG")]),
        ("배는 목포역 앞에서 판다.", [("목포역", "REGION")]),
        ("▲카프누리(대표 홍다온) ▲별빛담(회장 김누리)이 공장을 짓는다.", [("카프누리", "ORG"), ("별빛담", "ORG")]),
        ("홍다온 카프텍 대표는 공장을 짓는다고 말했다.", [("카프텍", "ORG")]),
        ("산내면 주민자치회가 길을 쓴다.", [("산내면 주민자치회", "ORG")]),
        ("봉황내면 주민자치회가 길을 쓴다.", [("봉황내면 주민자치회", "ORG")]),
        ("순천시, 기획예산실은 문을 연다.", [("순천시", "ORG")]),
        ("세종특별자치시가 새 길을 낸다.", [("세종특별자치시", "ORG")]),
        ("세종특별자치시의 일꾼이 왔다.", [("세종특별자치시", "ORG")]),
        ("양양군이 살림이 늘었다.", [("양양군", "ORG")]),
        ("부산광역시도 길을 낸다.", [("부산광역시", "ORG")]),
        ("㈜바다누리와 순천시는 배를 만든다.", [("㈜바다누리", "ORG"), ("순천시", "ORG")]),
        ("㈜미술관이 그림을 판다.", [("㈜미술관", "ORG")]),
        ("순천·전라남도는 문을 연다.", [("순천", "REGION"), ("전라남도", "ORG")]),
        ("수도권교통공사는 문을 연다.", [("수도권교통공사", "ORG")]),
    ],
)
def test_names_are_told_by_their_form_and_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "순천시장은 기대된다고 말했다.",
        "강원도지사가 말했다.",
    ],
)
def test_a_body_in_a_title_is_no_entity(text: str) -> None:
    assert [None] == [label for _, label in names_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "홍다온 대표는 짓겠다고 했다.",
        "홍다온 신임 대표는 짓겠다고 했다.",
        "회장(대표 이사)은 말했다.",
        "내년 예산을 늘린다.",
        "센터는 문을 닫았다.",
        "위원회를 새로 꾸린다.",
        "큰 효과를 냈다.",
        "산내면 꽃이 핀다.",
        "이 방면 주민자치회가 길을 쓴다.",
        "산내면",
        "",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert [] == names_in(text)


@pytest.mark.parametrize(
    ("name", "kind", "is_government"),
    [
        ("전남", RegionKind.PROVINCE, False),
        ("전라남도", RegionKind.PROVINCE, True),
        ("강릉", RegionKind.CITY, False),
        ("강릉시", RegionKind.CITY, True),
        ("울릉군", RegionKind.COUNTY, True),
        ("수지구", RegionKind.DISTRICT, True),
        ("중구", RegionKind.DISTRICT, True),
        ("몽골", RegionKind.COUNTRY, False),
        ("수도권", RegionKind.AREA, False),
    ],
)
def test_region_table(name: str, kind: RegionKind, is_government: bool) -> None:
    assert (kind, is_government) == region_names()[name]


def test_the_table_holds_every_first_tier_region_and_all_cities_and_counties() -> None:
    table = region_names()
    governments = {name: region.kind for name, region in table.items() if region.is_government}
    cities = [name for name, kind in governments.items() if kind is RegionKind.CITY]
    counties = [name for name, kind in governments.items() if kind is RegionKind.COUNTY]
    provinces = [name for name, region in table.items() if region.kind is RegionKind.PROVINCE and len(name) == 2]
    assert 17 == len(provinces)
    # 75 cities and two of 제주; 광주시 stands with the first tier. 82 counties; two of them are 고성군.
    assert (76, 81) == (len(cities), len(counties))
