"""Documents that tests of reports share: an honest article, a hostile one, and a corpus of any size."""

import datetime
import io
from pathlib import Path

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target
from mokpyo.data.offsets import Span
from mokpyo.inference.report.corpus_page import CorpusReport
from mokpyo.inference.report.language import Language

ARTICLE = (
    "새길물류센터는 2027년까지 창고 100동을 짓는다.\n\n"
    "■ 새길센터, 창고 짓기\n\n"
    "새길센터는 상반기까지 창고 40동, 연말까지 창고 70동을 짓기로 했다. 지난해에는 점포 12곳을 열었다.\n\n"
    "가람시는 언젠가 나무 3만그루를 심을 계획이다.\n\n"
    "기자 hong@example.com\n"
)
PUBLISHED = datetime.date(2027, 1, 4)
ATTACK = "<script>window.hit=1</script><img src=x onerror='window.hit=2'>\"'></template></title>\u202e뒤집힘"


def span_of(text: str, surface: str, after: int = 0) -> Span:
    start = text.index(surface, after)
    return (start, start + len(surface))


def quantity_in(text: str, surface: str, value: float, unit: str, bound: Bound = Bound.EXACT) -> Quantity:
    start, end = span_of(text, surface)
    return Quantity(start, end, surface, value, None, unit, bound)


def deadline_in(text: str, surface: str, by: datetime.date | None) -> Deadline:
    start, end = span_of(text, surface)
    return Deadline(start, end, surface, None, by)


def article() -> Document:
    """Two centres; t1 is told as 100 but its parts make 110, t5 has a date without a day and a low score."""
    lines = [span_of(ARTICLE, line) for line in ARTICLE.split("\n") if line]
    names = [("새길물류센터", 0), ("새길센터", lines[1][0]), ("새길센터", lines[2][0]), ("가람시", 0)]
    mentions = [span_of(ARTICLE, name, after) for name, after in names]
    year_end = datetime.date(2027, 12, 31)
    whole = deadline_in(ARTICLE, "2027년", year_end)
    half = deadline_in(ARTICLE, "상반기", datetime.date(2027, 6, 30))
    late = deadline_in(ARTICLE, "연말", year_end)
    planned, achieved = Status.PLANNED, Status.ACHIEVED
    buildings = [quantity_in(ARTICLE, f"{value}동", value, "동") for value in (100, 40, 70)]
    shops, trees = quantity_in(ARTICLE, "12곳", 12, "곳"), quantity_in(ARTICLE, "3만그루", 30_000, "그루")
    return Document(
        id="warehouses",
        title="새길, 창고 짓는다",
        published=PUBLISHED,
        text=ARTICLE,
        entities=[
            *(Entity(*span, Label.ORG, ARTICLE[slice(*span)]) for span in mentions),
            *(Entity(*each.span, Label.QUANTITY, each.text) for each in [*buildings, shops, trees]),
            *(Entity(*each.span, Label.DATE, each.text) for each in (whole, half, late)),
        ],
        centers=[
            Center("c1", "새길물류센터", ["새길센터"], "새길", mentions[:3]),
            Center("c2", "가람시", [], None, mentions[3:]),
        ],
        targets=[
            Target("t1", "c1", buildings[0], "창고", whole, "새길", planned, None, "subject", 0.99, lines[0]),
            Target("t2", "c1", buildings[1], "창고", half, "새길", planned, None, "subject", 0.98, lines[2]),
            Target("t3", "c1", buildings[2], "창고", late, "새길", planned, None, "subject", 0.97, lines[2]),
            Target("t4", "c1", shops, "점포", None, "새길", achieved, None, "inherited", 0.9, lines[2]),
            Target(
                "t5", "c2", trees, "나무", deadline_in(ARTICLE, "언젠가", None), None, planned, None, "", 0.55, lines[3]
            ),
        ],
    )


def hostile() -> Document:
    """Markup and direction marks wherever a document has words of its own."""
    text = f"{ATTACK} {ATTACK}\n{'가' * 5000}\n"
    start = len(ATTACK) + 1
    quantity = Quantity(0, len(ATTACK), ATTACK, 10**400, None, ATTACK, Bound.AT_LEAST)
    deadline = Deadline(start, start + len(ATTACK), ATTACK, None, datetime.date(9999, 12, 31))
    return Document(
        id=ATTACK,
        title=ATTACK,
        text=text,
        entities=[Entity(0, len(ATTACK), Label.ORG, ATTACK)],
        centers=[Center(ATTACK, ATTACK, [ATTACK], ATTACK, [(0, len(ATTACK))])],
        targets=[
            Target(
                ATTACK, ATTACK, quantity, ATTACK, deadline, ATTACK, Status.PLANNED, None, ATTACK, 0.1, (0, len(text))
            ),
            Target(ATTACK, None, quantity, "가" * 5000, None, None, Status.ACHIEVED, ATTACK),
        ],
    )


def many(targets: int) -> list[Document]:
    """Documents of four targets each: 개, 명, 원 and % of twenty centres, deadlines from 2025 to 2032."""
    return [_numbered(number, min(4, targets - 4 * number)) for number in range(-(-targets // 4))]


def _numbered(number: int, count: int) -> Document:
    name = f"{number % 20 + 1}호센터"
    text, targets = "", []
    for at in range(count):
        value, unit = 10 * (number % 7 + at + 1), ("개", "명", "원", "%")[at]
        start = len(text)
        text += f"{name}는 {2025 + (number + at) % 8}년까지 {value}{unit} 규모로 {('공장', '일자리', '펀드', '매출')[at]} 사업을 한다.\n"
        year = text.index("20", start)
        by = datetime.date(2025 + (number + at) % 8, 12, 31)
        first = text.index(f"{value}{unit}", start)
        targets.append(
            Target(
                f"t{at + 1}",
                "c1",
                Quantity(first, first + len(f"{value}{unit}"), f"{value}{unit}", value, None, unit, Bound.EXACT),
                ("공장", "일자리", "펀드", "매출")[at],
                Deadline(year, year + 5, text[year : year + 5], None, by),
                ("동해", "서해", "남해")[number % 3],
                tuple(Status)[(number + at) % 3],
                score=0.95,
                evidence=(start, len(text) - 1),
            )
        )
    return Document(
        id=f"a{number}",
        title=f"{number}번째 소식",
        published=datetime.date(2025, 1, 1),
        text=text,
        centers=[Center("c1", name, [], None, [(0, len(name))])],
        targets=targets,
    )


def write_lines(documents: list[Document], path: Path) -> Path:
    path.write_text("".join(document.to_json() + "\n" for document in documents), encoding="utf-8", newline="\n")
    return path


def corpus_page(documents: list[Document], **limits: int) -> str:
    """A report on ``documents`` in English; ``limits`` are :class:`CorpusReport`'s."""
    report = CorpusReport(language=Language.ENGLISH, **limits)
    for document in documents:
        report.add(document)
    file = io.StringIO()
    report.write(file)
    return file.getvalue()
