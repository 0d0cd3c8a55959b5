"""A document as a table for the terminal: a group for each centre, a row and its evidence for each target."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mokpyo.data.document import Center, Document, Status, Target
from mokpyo.inference.render.evidence import excerpt
from mokpyo.inference.render.grouping import entity_counts, has_unresolved_deadline, targets_by_center
from mokpyo.inference.render.rollup_lines import rollup_lines
from mokpyo.inference.render.visible import one_line
from mokpyo.inference.render.wording import LABEL_WORDS, NO_CENTER, STATUS_WORDS, quantity_words

PIPED_WIDTH = 100
"""Least width of a table that goes to a file or a pipe."""

STATUS_STYLES = {Status.PLANNED: "cyan", Status.IN_PROGRESS: "yellow", Status.ACHIEVED: "green"}

INDENT, GAP = 2, 2


class Column(NamedTuple):
    """A column of the table; widths are terminal cells, and a column never shrinks below ``least``."""

    heading: str
    least: int
    most: int
    style: str = ""


COLUMNS = (
    Column("", 2, 4, "dim"),
    Column("수량", 8, 24, "bold"),
    Column("대상", 8, 30),
    Column("기한", 6, 20),
    Column("마감일", 10, 10),
    Column("상태", 4, 4),
    Column("지역", 4, 20),
)


def print_document(document: Document, console: Console) -> None:
    """Print the table; a console without a terminal behind it gets at least 100 cells to a line."""
    if not console.is_terminal and console.width < PIPED_WIDTH:
        console.width = PIPED_WIDTH
    for line in _title_lines(document):
        console.print(line)
    if document.targets:
        _print_groups(document, console)
    for line in _closing_lines(document):
        console.print(line)


def _title_lines(document: Document) -> list[Text]:
    facts = [str(document.published) if document.published else "발행일 모름", one_line(document.id).strip()]
    about = Text(" · ".join(fact for fact in facts if fact), style="dim")
    return [Text(one_line(document.title).strip(), style="bold"), about] if document.title else [about]


def _print_groups(document: Document, console: Console) -> None:
    cells = {target.id: _cells(target) for target in document.targets}
    widths = _column_widths(list(cells.values()), console.width)
    console.print()
    console.print(_row([Text(column.heading) for column in COLUMNS], widths, "dim"))
    for center, targets in targets_by_center(document):
        console.print()
        console.print(_group_heading(center, console.width))
        for target in targets:
            style = "dim" if target.repeat_of else ""
            console.print(_row(cells[target.id], widths, style))
            console.print(_evidence_line(document, target, INDENT + widths[0] + GAP, console.width))
        if not targets:
            console.print(Text(" " * INDENT + "목표 없음", style="dim"))


def _group_heading(center: Center | None, width: int) -> RenderableType:
    if center is None:
        return Rule(Text(NO_CENTER, style="bold magenta"), align="left", style="dim")
    heading = Text(one_line(center.name), style="bold magenta")
    if center.region:
        heading.append(f"  {one_line(center.region)}", style="not bold default")
    if center.aliases:
        heading.append(f"  = {', '.join(one_line(alias) for alias in center.aliases)}", style="not bold dim default")
    heading.truncate(width - INDENT, overflow="ellipsis")
    return Rule(heading, align="left", style="dim")


def _cells(target: Target) -> list[Text]:
    deadline = target.deadline
    last_day = "" if deadline is None else str(deadline.by or "?")
    return [
        Text(one_line(target.id)),
        Text(one_line(quantity_words(target.quantity))),
        Text(one_line(target.object or "")),
        Text(one_line(deadline.text) if deadline else ""),
        Text(last_day),
        Text(STATUS_WORDS[target.status], style=STATUS_STYLES[target.status]),
        Text(one_line(target.region or "")),
    ]


def _column_widths(rows: list[list[Text]], width: int) -> list[int]:
    """Widths that hold the longest cell where they can; the widest column gives way until a row fits."""
    natural = [max(cell_len(row[at].plain) for row in rows) for at in range(len(COLUMNS))]
    widths = [
        min(max(wanted, cell_len(column.heading)), column.most) for wanted, column in zip(natural, COLUMNS, strict=True)
    ]
    while sum(widths) + GAP * len(widths) + INDENT > width:
        spare = [have - column.least for have, column in zip(widths, COLUMNS, strict=True)]
        widest = max(range(len(widths)), key=spare.__getitem__)
        if spare[widest] <= 0:
            break
        widths[widest] -= 1
    return widths


def _row(cells: list[Text], widths: list[int], style: str) -> RenderableType:
    row = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for column, width in zip(COLUMNS, widths, strict=True):
        row.add_column(width=width, overflow="fold", style=style or column.style)
    row.add_row(*cells)
    return Padding(row, (0, 0, 0, INDENT), expand=False)


def _evidence_line(document: Document, target: Target, indent: int, width: int) -> Text:
    lead = " " * indent + (f"{one_line(target.repeat_of)} 되풀이: " if target.repeat_of else "")
    before, number, after = excerpt(document, target, width - cell_len(lead) - 1)
    style = "" if target.repeat_of else "bold"
    return Text.assemble((lead + before, "dim"), (number, style), (after, "dim"), no_wrap=True)


def _closing_lines(document: Document) -> list[Text]:
    counts = {LABEL_WORDS[label]: count for label, count in entity_counts(document).items()}
    found = ", ".join(f"{word} {count}개" for word, count in counts.items())
    if not document.targets:
        return [Text("\n목표를 찾지 못했습니다."), Text(f"글에서 찾은 것: {found}", style="dim")]
    lines = [Text(f"\n{_target_summary(document)}"), Text(f"글에서 찾은 것: {found}", style="dim")]
    lines += rollup_lines(document)
    if document.published is None and has_unresolved_deadline(document):
        lines.append(Text("발행일을 알면 마감일을 계산합니다: --published YYYY-MM-DD", style="yellow"))
    return lines


def _target_summary(document: Document) -> str:
    repeats = sum(target.repeat_of is not None for target in document.targets)
    by_status = [
        f"{word} {sum(target.status == status for target in document.targets)}건"
        for status, word in STATUS_WORDS.items()
    ]
    told_again = f" (되풀이 {repeats}건 포함)" if repeats else ""
    return f"주체 {len(document.centers)}곳, 목표 {len(document.targets)}건{told_again}: {', '.join(by_status)}"
