"""Invented news with the spans that a tagger should find, as much as is asked for and no two alike."""

import random
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_SYLLABLES = "가나다라마바사아자하거너더러고노도로모보소한솔늘봄빛샘들별달물"
_BODIES = "시청 센터 연구원 공사 재단 진흥원 대학교 협회 전자 건설 은행 위원회".split()
_PLACES = "시 군 구 도 읍 면".split()
_SURNAMES = "김이박최정강조윤장임"
_THINGS = "나무 공원 도서관 일자리 주차장 버스 온실 기업 학교 어린이집 전기차 충전소".split()
_COUNTERS = "그루 곳 개 면 명 대 동 가구 마리 건".split()
_SENTENCES = (
    "{og}는 {dt}까지 {thing} {qt}를 늘리기로 했다고 {day} 밝혔다.",
    "{lc}에는 {dt} {thing} {qt}가 들어선다.",
    "{og}과 {og}은 {day} 업무 협약을 맺고 {money}을 들여 {thing} {qt}를 짓는다.",
    "{ps} 대표는 “{dt} 안에 {lc} {thing} {qt}를 채우겠다”고 말했다.",
    "지난해 {lc}의 {thing}는 {qt}로 한 해 전보다 {share} 줄었다.",
    "사업비 {money}은 {og}와 {lc}가 나누어 낸다.",
    "{og} 관계자는 “아직 정해진 것은 없다”며 말을 아꼈다.",
    "이에 따라 주민들의 걱정도 커지고 있다.",
    "{ps} 씨는 {ti}부터 {ti}까지 {lc}에서 {thing}를 지켰다.",
    "{og}({og})는 {dt} 예산 {money} 가운데 {share}를 {thing}에 쓴다.",
    "담당자 {ps}(02-{number}-{number})에게 묻거나 누리집을 보면 된다.",
    "한편 {lc}와 {lc}는 {dt} {og}을 함께 세우는 안을 두고 뜻을 모았다.",
)
_KINDS = {
    "og": "OG",
    "lc": "LC",
    "ps": "PS",
    "dt": "DT",
    "day": "DT",
    "ti": "TI",
    "qt": "QT",
    "money": "QT",
    "share": "QT",
}


class Labelled(NamedTuple):
    """An article and its spans: start, end, KLUE's label."""

    text: str
    spans: list[tuple[int, int, str]]


def article(seed: int, sentences: int | None = None) -> Labelled:
    """Eight to twenty sentences if it is not said how many; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    text, spans = "", []
    for _ in range(sentences or chance.randint(8, 20)):
        for piece in re.split(r"({\w+})", chance.choice(_SENTENCES)):
            surface = _filled(piece[1:-1], chance) if piece.startswith("{") else piece
            if label := _KINDS.get(piece.strip("{}")):
                spans.append((len(text), len(text) + len(surface), label))
            text += surface
        text += "\n"
    return Labelled(text.rstrip(), spans)


def _filled(name: str, chance: random.Random) -> str:
    makers: dict[str, Callable[[], str]] = {
        "og": lambda: _name(chance) + chance.choice(_BODIES),
        "lc": lambda: _name(chance) + chance.choice(_PLACES),
        "ps": lambda: chance.choice(_SURNAMES) + _name(chance, 2),
        "dt": lambda: chance.choice((f"{chance.randint(2026, 2049)}년", "내년", f"내년 {chance.randint(1, 12)}월")),
        "day": lambda: f"{chance.randint(1, 28)}일",
        "ti": lambda: f"오전 {chance.randint(1, 11)}시",
        "qt": lambda: f"{chance.randint(2, 9999)}{chance.choice(_COUNTERS)}",
        "money": lambda: f"{chance.randint(1, 999)}억원",
        "share": lambda: f"{chance.randint(1, 99)}.{chance.randint(0, 9)}%",
        "number": lambda: str(chance.randint(100, 9999)),
        "thing": lambda: chance.choice(_THINGS),
    }
    return makers[name]()


def _name(chance: random.Random, syllables: int | None = None) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables or chance.randint(2, 3)))
