"""What each line of an article is for, and which section each heading opens."""

import re
from dataclasses import dataclass, replace

from mokpyo.data.offsets import Span
from mokpyo.inference.reading.furniture_table import (
    ANY_LENGTH,
    BUTTONS,
    CAPTION_CLOSER,
    CAPTION_OPENER,
    DATE_ONLY,
    EVEN_SENTENCES,
    FRAGMENTS,
    LONGEST_CAPTION_BLOCK,
    SECTION_NAMES,
    TAIL_OPENERS,
)
from mokpyo.inference.reading.layout import Line, LineKind, Section
from mokpyo.inference.reading.marks_table import (
    BRACKETED,
    HEADING_MARKS,
    INLINE_MARKS,
    ITEM_ENDS,
    MARKED,
)
from mokpyo.inference.reading.structure_table import (
    BARE_PREDICATE,
    BROKEN_OFF,
    FULL_STOP,
    HEAD_BROKEN_OFF,
    INNER_SENTENCE,
    SENTENCE_END,
    TOPIC_INSIDE,
)

LONGEST_HEADING = 70
LONGEST_PLAIN_HEADING = 40
"""Without a mark, only a really short line is taken for a heading."""
LONGEST_HEADLINE = 90
LONGEST_FURNITURE = 170
LONGEST_MENU_WORD = 8

_UNDECIDED = LineKind.BODY
_INLINE_MARK = re.compile(f"[{INLINE_MARKS}]")
_NOT_WORD = re.compile(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line on its way to its kind."""

    start: int
    end: int
    content: str
    marker: str
    is_sentence: bool
    starts_body: bool
    kind: LineKind | None

    @property
    def body_like(self) -> bool:
        """Whether the line by itself shows that the article's text has begun."""
        return self.kind is None and (self.starts_body or len(self.content) > LONGEST_HEADLINE)


def read_lines(text: str, title: str | None = None) -> tuple[Line, ...]:
    """Every line of a text in normal form with its kind; blank lines too.

    A line that holds a sentence is furniture only where a byline, credit, contact or copyright pattern says so.
    """
    drafts = _with_captions([_draft(text, start, end) for start, end in line_spans(text)])
    filled = [index for index, draft in enumerate(drafts) if draft.kind is not LineKind.BLANK]
    kinds = _decide([drafts[index] for index in filled], _squeezed(title or ""))
    kind_of = dict(zip(filled, kinds, strict=True))
    return tuple(
        Line(draft.start, draft.end, kind_of.get(index, LineKind.BLANK), draft.marker)
        for index, draft in enumerate(drafts)
    )


def line_spans(text: str) -> list[Span]:
    r"""The lines of a text whose only line end is ``\n``; the line end belongs to no line."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def read_sections(lines: tuple[Line, ...]) -> tuple[Section, ...]:
    """The sections in order, without a gap: what precedes the first heading, each heading's, the trailing furniture."""
    starts: list[tuple[int | None, int]] = [(None, 0)]
    starts += [(index, index) for index, line in enumerate(lines) if line.kind is LineKind.HEADING]
    tail = _tail_start(lines)
    if len(starts) > 1 and tail < len(lines):
        starts.append((None, tail))
    ends = [first for _, first in starts[1:]] + [len(lines)]
    return tuple(Section(heading, first, last) for (heading, first), last in zip(starts, ends, strict=True))


def inline_items(text: str, start: int, end: int) -> list[Span]:
    """The items of a list inside a sentence, without their marks: ``▲센서 ▲로봇을`` gives 센서 and 로봇.

    The last item ends before its particle or 등; fewer than two marks are no list.
    """
    marks = [match.end() for match in _INLINE_MARK.finditer(text, start, end)]
    if len(marks) < 2:
        return []
    stop = ITEM_ENDS.search(text, marks[-1], end)
    ends = [mark - 1 for mark in marks[1:]] + [stop.start() if stop else end]
    return [span for first, last in zip(marks, ends, strict=True) if (span := strip_span(text, first, last))]


def strip_span(text: str, start: int, end: int) -> Span | None:
    """The span without blanks (and a separating comma) at its edges; ``None`` if nothing is left."""
    surface = text[start:end]
    content = surface.strip(" \t\n,;/")
    if not content:
        return None
    start += surface.index(content)
    return start, start + len(content)


def _draft(text: str, start: int, end: int) -> _Draft:
    content = text[start:end].strip()
    if not content:
        return _Draft(start, end, content, "", is_sentence=False, starts_body=False, kind=LineKind.BLANK)
    marker = MARKED.match(content)
    is_sentence = bool(SENTENCE_END.search(content[-40:]) or INNER_SENTENCE.search(content))
    careless = len(content) > LONGEST_PLAIN_HEADING and BARE_PREDICATE.search(content) and TOPIC_INSIDE.search(content)
    starts_body = (is_sentence and bool(FULL_STOP.search(content))) or bool(careless)
    kind = LineKind.FURNITURE if _is_furniture(content, is_sentence=is_sentence) else None
    return _Draft(start, end, content, marker[0].strip() if marker else "", is_sentence, starts_body, kind)


def _with_captions(drafts: list[_Draft]) -> list[_Draft]:
    """Captions between the word for them and their credit are furniture, sentences though they are."""
    opened: int | None = None
    for index, draft in enumerate(drafts):
        if CAPTION_OPENER.search(draft.content):
            opened = index
        elif opened is not None and CAPTION_CLOSER.search(draft.content):
            drafts[opened:index] = [
                caption if caption.kind is LineKind.BLANK else replace(caption, kind=LineKind.FURNITURE)
                for caption in drafts[opened:index]
            ]
        if opened is not None and index - opened >= LONGEST_CAPTION_BLOCK:
            opened = None
    return drafts


def _squeezed(content: str) -> str:
    return _NOT_WORD.sub("", content).casefold()


def _is_furniture(content: str, *, is_sentence: bool) -> bool:
    if len(content) > LONGEST_FURNITURE:
        return False
    if any(pattern.search(content) for pattern in ANY_LENGTH):
        return True
    if len(content) <= 20 and not is_sentence and _squeezed(content) in BUTTONS:
        return True
    if any(pattern.search(content) for pattern in EVEN_SENTENCES):
        return True
    return not is_sentence and any(pattern.search(content) for pattern in FRAGMENTS)


def _decide(drafts: list[_Draft], title: str) -> list[LineKind]:
    first = next((index for index, draft in enumerate(drafts) if draft.body_like), None)
    if first is None:
        return [draft.kind or _marked_kind(drafts, index) or _UNDECIDED for index, draft in enumerate(drafts)]
    last = max(index for index, draft in enumerate(drafts) if draft.body_like)
    head = [_head_kind(drafts, index, title) for index in range(first)]
    middle = [_middle_kind(drafts, index) for index in range(first, last + 1)]
    return head + middle + _tail_kinds(drafts, last + 1, title)


def _head_kind(drafts: list[_Draft], index: int, title: str) -> LineKind:
    draft = drafts[index]
    squeezed = _squeezed(draft.content)
    if title and squeezed == title:
        return LineKind.TITLE
    if draft.kind is not None:
        return draft.kind
    if len(draft.content) <= LONGEST_MENU_WORD and " " not in draft.content:
        return LineKind.FURNITURE
    followed_by_body = index + 1 < len(drafts) and drafts[index + 1].body_like
    if draft.marker and draft.marker[0] in HEADING_MARKS and followed_by_body and index:
        return LineKind.HEADING
    if HEAD_BROKEN_OFF.search(draft.content) and followed_by_body:
        return LineKind.BODY
    return LineKind.TITLE


def _middle_kind(drafts: list[_Draft], index: int) -> LineKind:
    return drafts[index].kind or _marked_kind(drafts, index) or _plain_kind(drafts, index)


def _marked_kind(drafts: list[_Draft], index: int) -> LineKind | None:
    draft = drafts[index]
    if BRACKETED.fullmatch(draft.content) and len(draft.content) <= LONGEST_HEADING and not draft.is_sentence:
        return LineKind.HEADING
    if not draft.marker:
        return None
    opens = draft.marker[0] in HEADING_MARKS or draft.marker[-1] in ".장절"
    short = len(draft.content) <= LONGEST_HEADING and not draft.content.endswith((".", ","))
    if opens and short and not _has_alike_neighbour(drafts, index) and len(draft.content) > len(draft.marker):
        return LineKind.HEADING
    return LineKind.LIST_ITEM


def _has_alike_neighbour(drafts: list[_Draft], index: int) -> bool:
    """Whether the line before or after opens with the same kind of mark: then both are items of a list."""
    kind = _mark_class(drafts[index].marker)
    beside = drafts[max(index - 1, 0) : index] + drafts[index + 1 : index + 2]
    return any(_mark_class(draft.marker) == kind for draft in beside if draft.marker)


def _mark_class(marker: str) -> str:
    if marker[0] in HEADING_MARKS:
        return marker
    if len(marker) == 1:
        return marker
    return "1" if any(character.isdigit() for character in marker) else marker[-1]


def _plain_kind(drafts: list[_Draft], index: int) -> LineKind:
    draft = drafts[index]
    if draft.is_sentence or len(draft.content) > LONGEST_PLAIN_HEADING or not 0 < index < len(drafts) - 1:
        return LineKind.BODY
    between_sentences = drafts[index - 1].body_like and drafts[index + 1].body_like
    clipped = draft.content[0] == "(" or BROKEN_OFF.search(draft.content) or TOPIC_INSIDE.search(draft.content)
    if not between_sentences or clipped or BARE_PREDICATE.search(draft.content):
        return LineKind.BODY
    return LineKind.HEADING


def _tail_kinds(drafts: list[_Draft], first: int, title: str) -> list[LineKind]:
    kinds: list[LineKind] = []
    page_again = False
    for index in range(first, len(drafts)):
        draft = drafts[index]
        page_again = page_again or bool(TAIL_OPENERS.search(draft.content))
        dated = index + 1 < len(drafts) and bool(DATE_ONLY.search(drafts[index + 1].content))
        repeats_title = bool(title) and _squeezed(draft.content) == title
        page_name = not draft.marker and _squeezed(draft.content) in SECTION_NAMES
        if page_again or dated or repeats_title or page_name or draft.kind is LineKind.FURNITURE:
            kinds.append(LineKind.FURNITURE)
        else:
            kinds.append(_marked_kind(drafts, index) or LineKind.BODY)
    return kinds


def _tail_start(lines: tuple[Line, ...]) -> int:
    """The first line of the furniture and blank lines at the end, or ``len(lines)``."""
    tail = len(lines)
    while tail and lines[tail - 1].kind in {LineKind.FURNITURE, LineKind.BLANK}:
        tail -= 1
    while tail < len(lines) and lines[tail].kind is LineKind.BLANK:
        tail += 1
    return tail
