"""An article's view: its normal form cut into lines, sections, sentences with morphemes, and quotations."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mokpyo.data.document import Article
from mokpyo.data.morphology import Morpheme, analyse_all
from mokpyo.data.offsets import Span
from mokpyo.inference.reading.layout import ArticleView, Line, LineKind, Section, Sentence
from mokpyo.inference.reading.normal_form import NormalForm, normal_form
from mokpyo.inference.reading.quotations import find_quotations
from mokpyo.inference.reading.structure import read_lines, read_sections

LONGEST_CHUNK = 20_000
"""Characters given to the morphological analyser at once; longer lines are cut after a sentence or at a blank."""

_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_BOUND_TAGS = ("J", "E", "XS", "VCP")
_CUTS = ("다. ", ". ", "? ", "! ", " ")


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """A view without its sentences, and the spans of its text that are to be analysed."""

    article: Article
    form: NormalForm
    lines: tuple[Line, ...]
    quotations: tuple[Span, ...]
    chunks: tuple[tuple[int, Span], ...]
    """Line index and span of each piece for the analyser."""


def view_article(article: Article) -> tuple[ArticleView, NormalForm]:
    """The article's view, and the way back from its offsets to the unchanged text."""
    return next(view_articles([article]))


def view_articles(articles: Iterable[Article]) -> Iterator[tuple[ArticleView, NormalForm]]:
    """Views in the order of the articles, lazily; the morphological analyser is fed as one stream."""
    # The analyser reads ahead of what it has given back, so the skeletons wait in tee's queue.
    for_analysis, for_views = itertools.tee(map(_skeleton, articles))
    pieces = (skeleton.form.text[start:end] for skeleton in for_analysis for _, (start, end) in skeleton.chunks)
    analysed = analyse_all(pieces)
    for skeleton in for_views:
        yield _finish(skeleton, list(itertools.islice(analysed, len(skeleton.chunks)))), skeleton.form


def _skeleton(article: Article) -> _Skeleton:
    form = normal_form(article.text)
    lines = read_lines(form.text, article.title)
    filled = [(index, line) for index, line in enumerate(lines) if line.kind is not LineKind.BLANK]
    return _Skeleton(
        article=article,
        form=form,
        lines=lines,
        quotations=tuple(find_quotations(form.text, [(line.start, line.end) for _, line in filled])),
        chunks=tuple((index, chunk) for index, line in filled for chunk in _chunks(form.text, line.start, line.end)),
    )


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_CHUNK:
        cut = _cut(text, start, start + LONGEST_CHUNK)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut a long line: in the last tenth before ``limit`` after a sentence, at worst inside a word."""
    for cut in _CUTS:
        at = text.rfind(cut, limit - LONGEST_CHUNK // 10, limit)
        if at > start:
            return at + len(cut)
    return limit


def _finish(skeleton: _Skeleton, analysed: list[list[Morpheme]]) -> ArticleView:
    text = skeleton.form.text
    sections = read_sections(skeleton.lines)
    section_starts = [section.first_line for section in sections]
    sentences: list[Sentence] = []
    words = 0
    for (line, (start, end)), morphemes in zip(skeleton.chunks, analysed, strict=True):
        section = _section_of(sections, section_starts, line)
        for span, own in _sentences(text, start, end, morphemes, skeleton.quotations):
            placed, words = _placed(own, start, len(sentences), words)
            sentences.append(Sentence(*span, line=line, section=section, morphemes=placed))
    title = skeleton.article.title
    return ArticleView(
        text=text,
        title=None if title is None else normal_form(title).text,
        published=skeleton.article.published,
        lines=skeleton.lines,
        sections=sections,
        sentences=tuple(sentences),
        quotations=skeleton.quotations,
    )


def _section_of(sections: tuple[Section, ...], starts: list[int], line: int) -> int:
    # Of sections that begin on the same line only the last has lines at all.
    return min(bisect_right(starts, line), len(sections)) - 1


def _sentences(
    text: str, start: int, end: int, morphemes: list[Morpheme], quotations: tuple[Span, ...]
) -> Iterator[tuple[Span, list[Morpheme]]]:
    """Spans inside ``[start, end)`` that leave out only blanks, each with its morphemes, offsets still the chunk's."""
    groups = _grouped(text, start, morphemes, quotations)
    first = start
    bounds = [start + own[0].start for own in groups[1:]] + [end]
    for own, last in zip(groups or [[]], bounds, strict=True):
        if (span := _stripped(text, first, last)) is not None:
            yield span, own
        first = last


def _grouped(text: str, start: int, morphemes: list[Morpheme], quotations: tuple[Span, ...]) -> list[list[Morpheme]]:
    """Morphemes by sentence, as the analyser says, but for two of its habits.

    It cuts some quotations in two or from their particle, and does not see that a sentence has ended before one
    that begins with a mark.
    """
    groups: list[list[Morpheme]] = []
    depth = 0
    for index, morpheme in enumerate(morphemes):
        ended = index > 0 and morpheme.sentence != morphemes[index - 1].sentence
        ended = ended and not (morpheme.tag.startswith(_BOUND_TAGS) and morpheme.start == morphemes[index - 1].end)
        stopped = depth == 0 and _after_full_stop(text, start, morphemes, index)
        if not groups or ((ended or stopped) and not _inside(start + morpheme.start, quotations)):
            groups.append([])
            depth = 0
        groups[-1].append(morpheme)
        depth += (morpheme.form in _OPENING) - (morpheme.form in _CLOSING and depth > 0)
    return groups


def _after_full_stop(text: str, start: int, morphemes: list[Morpheme], index: int) -> bool:
    """Whether a sentence's last ending, a full stop and a blank stand before the morpheme."""
    if index < 2 or morphemes[index - 1].tag != "SF" or not morphemes[index - 2].tag.startswith("EF"):
        return False
    return text[start + morphemes[index - 1].end].isspace()


def _inside(at: int, quotations: tuple[Span, ...]) -> bool:
    """Whether a quotation begins before ``at`` and ends after it."""
    index = bisect_right(quotations, (at - 1, len(quotations) + (1 << 62))) - 1
    return index >= 0 and quotations[index][0] < at < quotations[index][1]


def _stripped(text: str, start: int, end: int) -> Span | None:
    surface = text[start:end]
    content = surface.strip()
    if not content:
        return None
    start += len(surface) - len(surface.lstrip())
    return start, start + len(content)


def _placed(morphemes: list[Morpheme], shift: int, sentence: int, words: int) -> tuple[tuple[Morpheme, ...], int]:
    """Morphemes with offsets, words and sentence counted over the whole text; the analyser counts words by sentence."""
    placed = []
    previous: tuple[int, int] | None = None
    for morpheme in morphemes:
        here = (morpheme.sentence, morpheme.word)
        words += previous is not None and here != previous
        previous = here
        placed.append(
            Morpheme(morpheme.start + shift, morpheme.end + shift, morpheme.form, morpheme.tag, words, sentence)
        )
    return tuple(placed), words + bool(morphemes)
