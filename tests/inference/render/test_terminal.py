import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from strategies import documents

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target
from mokpyo.inference.render.evidence import excerpt
from mokpyo.inference.render.terminal import print_document

PROMISE = "한빛센터는 2030년까지 스마트 공장 12곳을 짓는다."
REPEAT = "공장 12곳은 모두 새것이다."
TEXT = f"{PROMISE}\n{REPEAT}\n예산 5억원이 든다."


def promise(identity: str, center: str | None, surface: str, sentence: str, **fields: object) -> Target:
    base = TEXT.index(sentence)
    start = TEXT.index(surface, base)
    value, unit = (500_000_000, "원") if surface == "5억원" else (12, "곳")
    quantity = Quantity(start, start + len(surface), surface, value, None, unit, Bound.EXACT)
    evidence = (base, base + len(sentence))
    defaults: dict[str, object] = {"object": "공장", "deadline": None, "region": None, "status": Status.PLANNED}
    return Target(id=identity, center=center, quantity=quantity, evidence=evidence, **(defaults | fields))  # type: ignore[arg-type]


def sample(**changes: object) -> Document:
    fields: dict[str, object] = {
        "id": "a",
        "title": "한빛의 약속",
        "published": datetime.date(2026, 1, 2),
        "text": TEXT,
        "entities": [Entity(0, 4, Label.ORG, "한빛센터")],
        "centers": [Center("c1", "한빛센터", ["센터"], "한빛시", [(0, 4)])],
        "targets": [
            promise("t1", "c1", "12곳", PROMISE, deadline=Deadline(6, 11, "2030년", by=datetime.date(2030, 12, 31))),
            promise("t2", "c1", "12곳", REPEAT, repeat_of="t1", status=Status.ACHIEVED),
            promise("t3", None, "5억원", "예산 5억원이 든다.", object="예산"),
        ],
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def rendered(document: Document, width: int = 100, *, color: bool = False) -> str:
    """The table as a terminal of ``width`` cells gets it."""
    file = io.StringIO()
    system = "truecolor" if color else None
    print_document(document, Console(file=file, width=width, force_terminal=True, color_system=system))
    return file.getvalue()


def line_with(text: str, output: str) -> str:
    return next(line for line in output.splitlines() if text in line)


def test_a_target_shows_its_fields_and_the_articles_words() -> None:
    output = rendered(sample())
    row = line_with("t1", output)
    assert ["t1", "12곳", "공장", "2030년", "2030-12-31", "계획"] == row.split()
    assert PROMISE == output.splitlines()[output.splitlines().index(row) + 1].strip()


def test_centres_are_groups_and_targets_without_one_come_last() -> None:
    lines = rendered(sample()).splitlines()
    headings = [line.split("  ")[0].split(" ─")[0] for line in lines if "──" in line]
    assert ["한빛센터", "주체를 찾지 못한 목표"] == headings
    assert "한빛시" in line_with("센터  한빛시", "\n".join(lines))
    assert lines.index(line_with("t3", "\n".join(lines))) > lines.index(line_with("주체를", "\n".join(lines)))


def test_a_repeat_says_what_it_repeats() -> None:
    assert "t1 되풀이: 공장 12곳은" in rendered(sample())


def test_counts_close_the_table() -> None:
    assert "주체 1곳, 목표 3건 (되풀이 1건 포함): 계획 2건, 진행 0건, 달성 1건" in rendered(sample())


def test_nothing_found_says_what_was_found_instead() -> None:
    output = rendered(sample(targets=[]))
    assert "목표를 찾지 못했습니다." in output
    assert "기관 1개, 지역 0개, 수량 0개, 날짜 0개" in output


def test_deadlines_without_a_publication_date_ask_for_it() -> None:
    unresolved = promise("t1", "c1", "12곳", PROMISE, deadline=Deadline(6, 11, "2030년"))
    assert "--published" in rendered(sample(published=None, targets=[unresolved]))
    assert "--published" not in rendered(sample(published=None))


@pytest.mark.parametrize("width", [80, 100, 120, 160])
def test_columns_align_in_cells(width: int) -> None:
    output = rendered(sample(), width)
    heading = line_with("마감일", output)
    cells = cell_len(heading[: heading.index("대상")])
    for identity, surface in [("t1", "공장"), ("t2", "공장"), ("t3", "예산")]:
        row = line_with(f"{identity} ", output)
        assert cells == cell_len(row[: row.index(surface)])


def test_colour_only_where_the_console_has_it() -> None:
    assert "\x1b[" in rendered(sample(), color=True)
    assert "\x1b[" not in rendered(sample())


def test_pipes_get_at_least_a_hundred_cells() -> None:
    file = io.StringIO()
    print_document(sample(), Console(file=file, width=40))
    assert 100 == max(cell_len(line) for line in file.getvalue().splitlines())


@given(documents(), st.sampled_from([40, 80, 100, 160]))
def test_no_line_is_wider_than_the_terminal_and_no_escape_gets_through(document: Document, width: int) -> None:
    output = rendered(document, width)
    assert not {"\x1b", "\x00", "\r", "\u202e", "\u2028"} & set(output)
    assert width >= max(cell_len(line) for line in output.split("\n"))


@given(documents(), st.integers(0, 200))
def test_an_excerpt_fits_and_holds_the_number(document: Document, width: int) -> None:
    for target in document.targets:
        before, number, after = excerpt(document, target, width)
        assert cell_len(before) + cell_len(after) <= max(0, width - cell_len(number))
        assert "\n" not in before + number + after


def test_an_excerpt_is_cut_around_the_number() -> None:
    text = "가" * 100 + " 12곳 " + "나" * 100
    document = Document(
        id="",
        text=text,
        targets=[
            Target(
                "t1", None, Quantity(101, 104, "12곳", 12, None, "곳", Bound.EXACT), None, None, None, Status.PLANNED
            )
        ],
    )
    before, number, after = excerpt(document, document.targets[0], 44)
    assert ("…" + "가" * 7 + " ", "12곳", " " + "나" * 11 + "…") == (before, number, after)
