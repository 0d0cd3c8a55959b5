"""Articles for a round of annotation, each with the document that a model might have read out of it."""

import datetime

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target

CITIES = ("새길시", "한빛도", "다온군", "가람시")
GOODS = ("나무", "의자", "우산", "연필", "화분")


def text_of(number: int) -> str:
    """Emoji, a decomposed syllable, tabs, Windows' line ends and empty lines; no two are alike."""
    city, goods = CITIES[number % len(CITIES)], GOODS[number % len(GOODS)]
    return (
        f"👩‍🔬 소식 {number}\r\n\r\n"
        f"{city}는 내년까지 {goods} {number + 10}개를 마련한다. 각각 동녘동에 둔다.\r\n"
        f"\t😀 시는 지난해 {goods} {number + 40}개를 나눴다.\n\n"
        f"내년까지 {goods} {number + 10}개라는 말이 9월에도 나왔다.\r\n"
    )


def model_document(number: int) -> Document:
    """Six entities or so, one centre with two mentions, three targets of which the last repeats the first."""
    text = text_of(number)
    city = CITIES[number % len(CITIES)]
    planned, done = f"{number + 10}개", f"{number + 40}개"
    first, again = text.index(planned), text.rindex(planned)
    short = text.index("시는 지난해")
    year, late_year = text.index("내년"), text.rindex("내년")
    score = 0.5 + (number * 7 % 20) / 40
    entities = [
        _entity(text, text.index(city), city, Label.ORG, score),
        _entity(text, year, "내년", Label.DATE, 0.9),
        _entity(text, first, planned, Label.QUANTITY, 0.97),
        _entity(text, text.index("동녘동"), "동녘동", Label.REGION, score),
        _entity(text, short, "시", Label.ORG, 0.8),
        _entity(text, text.index("지난해"), "지난해", Label.DATE, 0.88),
        _entity(text, text.index(done), done, Label.QUANTITY, 0.95),
        _entity(text, late_year, "내년", Label.DATE, 0.7),
        _entity(text, again, planned, Label.QUANTITY, 0.6),
    ]
    by = datetime.date(2027, 12, 31)
    return Document(
        id=f"글-{number}",
        title=f"소식 {number}" if number % 2 else None,
        published=datetime.date(2026, 3, 4),
        text=text,
        entities=entities,
        centers=[Center("c1", city, ["시"], city[:-1], [entities[0].span, entities[4].span])],
        targets=[
            _target(text, "t1", first, planned, Status.PLANNED, Deadline(year, year + 2, "내년", None, by)),
            _target(text, "t2", text.index(done), done, Status.ACHIEVED, None),
            _target(text, "t3", again, planned, Status.PLANNED, None, repeat_of="t1"),
        ],
    )


def _entity(text: str, start: int, surface: str, label: Label, score: float) -> Entity:
    return Entity(start, start + len(surface), label, text[start : start + len(surface)], score)


def _target(
    text: str,
    name: str,
    start: int,
    surface: str,
    status: Status,
    deadline: Deadline | None,
    repeat_of: str | None = None,
) -> Target:
    end = start + len(surface)
    return Target(
        id=name,
        center="c1",
        quantity=Quantity(start, end, text[start:end], int(surface[:-1]), None, "개", Bound.EXACT),
        object="물건",
        deadline=deadline,
        region=None,
        status=status,
        repeat_of=repeat_of,
        link="subject",
        score=0.75,
        evidence=(max(0, start - 5), end),
    )
