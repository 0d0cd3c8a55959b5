"""An article as a reader sees it: lines, sections, sentences and quotations over an unchanged text.

Every offset here points into :attr:`ArticleView.text`, the *normal form* of the article: NFC, one code point a line
end, no odd blanks. :class:`~mokpyo.inference.reading.normal_form.NormalForm` leads back to the unchanged input.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span


class LineKind(StrEnum):
    """What a line of an article is for."""

    BODY = "body"
    TITLE = "title"
    """The headline, or a subtitle or summary line under it, before the body begins."""
    HEADING = "heading"
    """Opens a section: ``◆전북센터, 탄소소재 미래 먹거리 산업화``."""
    LIST_ITEM = "list_item"
    """A line that begins with a bullet or a number and is not a heading."""
    FURNITURE = "furniture"
    """Not the article: menus, byline, e-mail, credits, share buttons, comment box."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ``[start, end)`` without its line end; ``marker`` is the mark it opens with (``◆``, ``▲``, ``-``)."""

    start: int
    end: int
    kind: LineKind
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one line. ``morphemes`` have offsets into the whole text."""

    start: int
    end: int
    line: int
    """Index into :attr:`ArticleView.lines`."""
    section: int
    """Index into :attr:`ArticleView.sections`."""
    morphemes: tuple[Morpheme, ...]

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Section:
    """The lines ``[first_line, last_line)`` under one heading; the first section has ``heading`` ``None``."""

    heading: int | None
    """Index of the heading line, which is also ``first_line``."""
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything that later stages need to know of an article's form."""

    text: str
    title: str | None
    published: datetime.date | None
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    """In text order, of every line but blank ones; furniture too, so that nothing goes untagged."""
    quotations: tuple[Span, ...]
    """Spans between matching double or single quotation marks, marks included; outermost only."""

    def kind_of(self, sentence: Sentence) -> LineKind:
        """The kind of the line that the sentence stands in."""
        return self.lines[sentence.line].kind
