"""Marks of a Korean page: quotation marks, section marks, bullets."""

import re
from typing import NamedTuple


class QuoteFamily(NamedTuple):
    """Marks that pair with each other: only-opening, only-closing, and either-way ones."""

    opening: str
    closing: str
    straight: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Any mark of the family."""
        return re.compile(f"[{re.escape(self.opening + self.closing + self.straight)}]")


DOUBLE_QUOTES = QuoteFamily(opening="“„‟", closing="”", straight='"″〃')
SINGLE_QUOTES = QuoteFamily(opening="‘‚‛", closing="’", straight="'′`´")
CORNER_QUOTES = (QuoteFamily("「", "」", ""), QuoteFamily("『", "』", ""))

OPENING_BEFORE = "([{<〈《「『【“‘\"'·,…~=:/"
"""After one of these, as after a blank, a mark opens."""

HEADING_MARKS = "◆◇⬥⬦⯁■□●○◎◉◈▣▶▷►▸❖★☆#Ⅰ"
"""Open a heading wherever the line is short and no sentence."""

BULLET_MARKS = "-–—·▲△▼▽▪▫◦❍❏❑✔✓☞➤➢*∘ㅇο※〇→"
"""Open an item of a list; a subtitle, where they stand above the body."""

INLINE_MARKS = "▲△▷▶◆◇⬥⬦⯁■□●○①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
"""Set off the items of a list inside a sentence: ``▲센서 ▲로봇``."""

NUMBERING = re.compile(
    r"(?:\(?\d{1,2}[.)](?=\s|[^\d\s.,)])|[가나다라마바사아자차카타파하][.)](?=\s|[^\s.])|[①-⑳]|[⑴-⒇]|[Ⅰ-Ⅻ]\s?\.?|제\d{1,2}[장절]\b)"
)
"""``1.`` ``1)`` ``가.`` ``①``: a number that opens a line, and not a decimal or a date."""

MARKED = re.compile(rf"[{re.escape(HEADING_MARKS)}]+|[{re.escape(BULLET_MARKS)}]+(?![\d%])|{NUMBERING.pattern}")

BRACKETED = re.compile(r"\[[^\[\]]+\]|<[^<>]+>|【[^【】]+】|〈[^〈〉]+〉|《[^《》]+》|\{[^{}]+\}|〔[^〔〕]+〕")
"""A line that is one bracket is a heading, unless it is furniture."""

ITEM_ENDS = re.compile(r"(?:을|를|은|는)(?=\s|$)|\s+등(?=[\s을를이의과에은,.]|$)|[,.;](?=\s|$)|\n")
"""Where the last item of a list inside a sentence ends."""
