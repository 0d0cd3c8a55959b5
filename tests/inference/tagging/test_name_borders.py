import itertools

import pytest

from mokpyo.data.document import Entity, Label
from mokpyo.inference.tagging.name_borders import mend_borders


def mended(text: str, *tagged: tuple[str, str]) -> list[str]:
    """Surfaces after mending; the tagged ones are looked for one behind the other."""
    entities: list[Entity] = []
    for surface, label in tagged:
        start = text.index(surface, entities[-1].end if entities else 0)
        entities.append(Entity(start, start + len(surface), Label(label), surface, 0.8))
    found = mend_borders(text, entities)
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    return [one.text for one in found]


@pytest.mark.parametrize("josa", "에서 으로 은 는 이 가 을 를 의 와 과 도 에 서 로".split())
def test_a_josa_behind_a_known_name_is_outside(josa: str) -> None:
    assert ["강릉시"] == mended(f"길은 강릉시{josa} 간다.", (f"강릉시{josa}", "ORG"))
    assert ["한빛누리", "한빛누리"] == mended(
        f"한빛누리, 한빛누리{josa} 간다.", ("한빛누리", "ORG"), (f"한빛누리{josa}", "ORG")
    )
    assert [f"한빛누리{josa}"] == mended(f"한빛누리{josa} 간다.", (f"한빛누리{josa}", "ORG"))


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param("강원도는 크다.", [("강원도", "REGION")], ["강원도"], id="a region's own ending"),
        pytest.param(
            "한빛, 한빛은 크다.", [("한빛", "ORG"), ("한빛은", "ORG")], ["한빛", "한빛은"], id="too short a name"
        ),
        pytest.param("3월이 왔다.", [("3월이", "DATE")], ["3월이"], id="names alone"),
        pytest.param("강릉시가 연다.", [("강릉시가", "DATE")], ["강릉시가"], id="names alone, whatever the words"),
        pytest.param(
            "한빛누리, 한빛누리는 간다.",
            [("한빛누리", "DATE"), ("한빛누리는", "ORG")],
            ["한빛누리", "한빛누리는"],
            id="known as a date alone",
        ),
        pytest.param(
            "제주특별자치 누리, 제주특별자치도 간다.",
            [("제주특별자치", "ORG"), ("제주특별자치도", "ORG")],
            ["제주특별자치", "제주특별자치도"],
            id="a region's own ending, and a name cut before it",
        ),
        pytest.param("강릉시 누리집", [("강릉", "ORG")], ["강릉시"], id="a city's ending"),
        pytest.param("강릉시", [("강릉", "REGION")], ["강릉시"], id="a city's ending, and no more"),
        pytest.param("전남 담양군의 길", [("전남 담양", "REGION")], ["전남 담양군"], id="a county's, before a josa"),
        pytest.param("강릉시장 누리집", [("강릉", "ORG")], ["강릉"], id="the beginning of another word"),
        pytest.param("강릉시의회 누리집", [("강릉", "ORG")], ["강릉"], id="what looks like a josa"),
        pytest.param("강릉구 누리집", [("강릉", "ORG")], ["강릉"], id="no government of that name"),
        pytest.param("강릉시 길", [("강릉", "ORG"), ("시", "ORG")], ["강릉시"], id="its ending tagged alone"),
        pytest.param("강릉시 길", [("강릉", "ORG"), ("시 길", "DATE")], ["시 길"], id="a date behind it"),
        pytest.param(
            "강릉시가 한빛은행과 연다.", [("강릉시가 한빛은행", "ORG")], ["강릉시", "한빛은행"], id="two names in one"
        ),
        pytest.param(
            "한빛시가 누리은행과 연다.", [("한빛시가 누리은행", "ORG")], ["한빛시가 누리은행"], id="no government first"
        ),
        pytest.param("홍다온 정부 때", [("정부", "ORG")], ["정부"], id="nobody's government"),
        pytest.param("노무현 정부 때", [("정부", "REGION")], ["정부"], id="a government that is a place"),
        pytest.param("노무현 재단 때", [("재단", "ORG")], ["재단"], id="a president's other body"),
        pytest.param("노무현 정부 때", [("노무현", "ORG"), ("정부", "ORG")], ["노무현 정부"], id="tagged apart"),
        pytest.param("노무현 정부 때", [("노무현 ", "DATE"), ("정부", "ORG")], ["노무현 "], id="no date is overrun"),
    ],
)
def test_mended_borders(text: str, tagged: list[tuple[str, str]], expected: list[str]) -> None:
    assert expected == mended(text, *tagged)


@pytest.mark.parametrize(
    "president", "이승만 박정희 최규하 전두환 노태우 김영삼 김대중 노무현 이명박 박근혜 문재인 윤석열 이재명".split()
)
def test_a_government_named_after_a_president(president: str) -> None:
    assert [f"{president} 정부"] == mended(f"길은 {president} 정부 때 넓혔다.", ("정부", "ORG"))


@pytest.mark.parametrize(("josa", "second"), [("이", 1), ("가", 1), ("는", 1), ("은", 1), ("를", 0)])
def test_what_parts_two_names(josa: str, second: int) -> None:
    expected = ["강릉시", "한빛은행"] if second else [f"강릉시{josa} 한빛은행"]
    assert expected == mended(f"강릉시{josa} 한빛은행에", (f"강릉시{josa} 한빛은행", "ORG"))
