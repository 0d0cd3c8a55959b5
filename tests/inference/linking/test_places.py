import pytest

from mokpyo.inference.linking.places import region_of_center, region_of_target


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("새길시", "새길"),
        ("전라남도 나주시", "나주"),
        ("달빛군", "달빛"),
        ("해봄구", "해봄"),
        ("세종특별자치시", "세종"),
        ("부산광역시", "부산"),
        ("경상남도", "경상남도"),
        ("전북센터", "전북"),
        ("전북특별자치도", "전북"),
        ("별빛전자", None),
        ("집행도", None),
    ],
)
def test_region_of_center(name: str, expected: str | None) -> None:
    assert expected == region_of_center(name)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("새길시는 [달빛군|R]에 공원 [3곳|Q]을 짓는다.", "달빛군", id="에"),
        pytest.param("새길시는 [달빛군|R] 일대에 공원 [3곳|Q]을 짓는다.", "달빛군", id="일대"),
        pytest.param("새길시는 [달빛군|R] 내 공원 [3곳|Q]을 고친다.", "달빛군", id="내"),
        pytest.param("새길시는 [해봄읍|R]과 [달빛군|R]에 공원 [3곳|Q]을 짓는다.", "달빛군", id="the nearest"),
        pytest.param("새길시는 [달빛군|R]의 공원 [3곳|Q]을 고친다.", None, id="no place of its own"),
        pytest.param("새길시는 공원 [3곳|Q]을 [달빛군|R]에 짓는다.", None, id="behind"),
        pytest.param("새길시는 [달빛군|R]에 길을 내고 공원 [3곳|Q]을 짓는다.", None, id="another clause"),
        pytest.param("새길시는 공원 [3곳|Q]을 짓는다.", None, id="none"),
    ],
)
def test_region_of_target(mark, marked: str, expected: str | None) -> None:
    found = mark(marked)
    assert expected == region_of_target(found.quantity(), found.text)
