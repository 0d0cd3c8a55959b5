"""Bodies and regions that their form gives away: table names, endings, and what stands around them.

| form                                               | label                      | decided |
|----------------------------------------------------|----------------------------|---------|
| ``전남 나주시`` before 에, 에서, 내, 일대 …        | REGION                     | yes     |
| ``나주시``, ``전라남도`` elsewhere, before 에 따르면 | ORG                      | yes     |
| ``나주``, ``전남``, ``베트남``, ``나주시 송월동``  | REGION                     | no      |
| state body; legal form + name; name + body's ending | ORG                        | yes     |
| proper noun or region + ending of sites             | REGION                     | no      |
| region or body with a title written to it          | nothing: a person          | yes     |

What is decided holds against the tagger; what is not holds where the tagger is silent.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mokpyo.data.document import Label
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import Span
from mokpyo.inference.lexicon.legal_forms_table import LEGAL_FORMS, LEGAL_FORMS_BEHIND
from mokpyo.inference.lexicon.regions import RegionKind, region_names
from mokpyo.inference.lexicon.titles_table import TITLES
from mokpyo.inference.reading.layout import ArticleView, Sentence
from mokpyo.inference.tagging.names_table import (
    BODY_ENDINGS,
    COMMON_HEADED,
    DEPARTMENT_ENDINGS,
    FUSED_TITLES,
    HEADS_OF_BODIES,
    HEADS_OF_COMPANIES,
    LOCATIVES,
    MINISTRIES,
    NO_DEPARTMENTS,
    PARTS_OF_TOWNS,
    PUBLIC_HOUSES,
    SITE_ENDINGS,
    SUBJECT_JOSA,
    TOWN_BODIES,
)
from mokpyo.inference.tagging.noun_runs import NounRun, NounRuns, all_noun_runs

_JOSA = frozenset("가의은는이를을에도")
_HEADED_IN_BRACKETS = re.compile(r"\s?\((?:공동\s?)?(?:" + "|".join(HEADS_OF_BODIES) + r")(?:이사)?\s[가-힣A-Z]")
_HEADED = re.compile(r"\s(?:" + "|".join(HEADS_OF_COMPANIES) + r")(?:이사)?(?:은|는|이|가|도|과|와)(?![가-힣])")
WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{1,3}$")
"""The beginning of a word that the analyser, or the tagger, parted from its end."""

_WORD_START = re.compile(r"[가-힣A-Za-z0-9&·-]+$")
_PERSON_BEFORE = re.compile(r"(?<![가-힣])[가-힣]{3}\s$")
_FORM_BEHIND = re.compile("|".join(map(re.escape, LEGAL_FORMS_BEHIND)))
_LONGEST_FORM = max(map(len, LEGAL_FORMS)) + 1
_LENGTHS_OF_TOWNS = (3, 4)
_KNOWN_WORDS = 8192
"""Words of which it is remembered whether they are common: an article, and a paper, says few words often."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by its form. ``label`` is ``None`` for an office holder, who is no entity."""

    start: int
    end: int
    label: Label | None
    decided: bool

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


def find_names(view: ArticleView, runs: NounRuns | None = None) -> list[Name]:
    """Names of every sentence, sorted, not overlapping; ``runs`` are those of the view, where they have been read."""
    runs = all_noun_runs(view) if runs is None else runs
    return [name for sentence, own in zip(view.sentences, runs, strict=True) for name in _names_of(view, sentence, own)]


def _names_of(view: ArticleView, sentence: Sentence, found: Sequence[NounRun]) -> Iterator[Name]:
    text = view.text
    runs = [_without_josa(run) for run in found]
    at = 0
    while at < len(runs):
        if _is_common(runs[at].surface):
            name = _town_body(text, runs, at) or _by_what_stands_around(text, sentence, runs[at])
            if name is not None:
                yield name
            at += 1 if name is None or name.end <= runs[at].end else 2
            continue
        last = _chain_end(text, runs, at)
        in_chain = last > at
        if (
            last < len(runs)
            and (not in_chain or _follows(text, runs[last - 1], runs[last]))
            and _is_body(runs[last], in_chain=in_chain)
        ):
            start = _with_legal_form(text, _word_start(text, runs[at], sentence.start), sentence.start)
            last = _behind_department(text, runs, last + 1)
            yield Name(start, runs[last - 1].end, Label.ORG, decided=True)
        elif in_chain:
            behind = _behind_department(text, runs, last) if _is_government(runs[last - 1]) else last
            if behind > last:
                yield Name(runs[at].start, runs[behind - 1].end, Label.ORG, decided=True)
            else:
                yield _region(sentence, runs[at:last])
            last = behind
        else:
            yield from _other(text, sentence, runs[at])
            last += 1
        at = last


def _without_josa(run: NounRun) -> NounRun:
    """``나주시가`` and ``보성군의``, which the analyser takes for nouns, without what is a josa behind a government."""
    if run.surface[-1] not in _JOSA or run.surface in region_names():
        return run
    region = region_names().get(run.surface[:-1])
    if region is None or not region.is_government:
        return run
    return run._replace(end=run.end - 1, surface=run.surface[:-1])


def _other(text: str, sentence: Sentence, run: NounRun) -> Iterator[Name]:
    if _is_office_holder(run.surface):
        yield Name(run.start, run.end, None, decided=True)
        return
    if (name := _by_what_stands_around(text, sentence, run)) is not None:
        yield name
    elif _is_site(run):
        # A public house of this name acts as a body: 국립한글박물관은 ... 바꾼다.
        acts = run.surface.startswith(PUBLIC_HOUSES) and text[run.end : run.end + 1] in SUBJECT_JOSA
        yield Name(run.start, run.end, Label.ORG if acts else Label.REGION, decided=acts)


@functools.lru_cache(_KNOWN_WORDS)
def _is_common(surface: str) -> bool:
    """Whether nothing in the word itself may name anything: no region, no ministry, no ending of bodies or sites."""
    named = surface in region_names() or surface in MINISTRIES or _is_office_holder(surface)
    return not named and not surface.endswith(BODY_ENDINGS + SITE_ENDINGS)


def _by_what_stands_around(text: str, sentence: Sentence, run: NounRun) -> Name | None:
    """The body that a legal form or a head beside the run makes of it."""
    start = _with_legal_form(text, run.start, sentence.start)
    behind = _FORM_BEHIND.match(text, run.end)
    if (start < run.start or behind is not None) and len(run.surface) > 1:
        return Name(start, run.end if behind is None else behind.end(), Label.ORG, decided=True)
    follows_noun = run.first > 0 and sentence.morphemes[run.first - 1].tag.startswith("N")
    headed = _headed_from(text, run, sentence.start, follows_noun=follows_noun)
    return None if headed is None else Name(headed, run.end, Label.ORG, decided=True)


def _headed_from(text: str, run: NounRun, sentence_start: int, *, follows_noun: bool) -> int | None:
    """Where a body's name begins that ``run`` ends: ``카프로드(대표 김다온)``, ``김다온 한울텍 대표는``.

    Only a body has a head. The analyser may cut an unknown name, so it reaches back to the blank or bullet before it.
    """
    if run.surface in COMMON_HEADED or run.surface in TITLES:
        return None
    in_brackets = _HEADED_IN_BRACKETS.match(text, run.end) is not None
    if not in_brackets and not (run.is_proper and _HEADED.match(text, run.end)):
        return None
    before = _WORD_START.search(text, sentence_start, run.end)
    start = before.start() if before is not None else run.start
    # Without brackets the word may be the head's own name, unless that stands before it.
    headed = follows_noun and _PERSON_BEFORE.search(text, sentence_start, start) is not None
    return start if in_brackets or headed else None


def _word_start(text: str, run: NounRun, sentence_start: int) -> int:
    """Where the word begins that ``run`` ends: of 꿈나눔재단 the analyser takes 꿈 for a verb."""
    before = WORD_BEFORE.search(text, max(sentence_start, run.start - 3), run.start)
    return before.start() if before is not None else run.start


def _chain_end(text: str, runs: Sequence[NounRun], at: int) -> int:
    """Index behind the regions in a row that begin at ``at``; ``at`` itself where there is none."""
    if _is_word_before_province(text, runs, at):
        return at
    last = at
    while last < len(runs):
        if last > at and not _follows(text, runs[last - 1], runs[last]):
            break
        in_chain = last > at
        is_part = in_chain and runs[last].surface.endswith(PARTS_OF_TOWNS) and 2 < len(runs[last].surface) < 6
        if not (is_part or _is_region(runs[last])):
            break
        last += 1
    return last


def _is_word_before_province(text: str, runs: Sequence[NounRun], at: int) -> bool:
    """``힐링 기능 강화 전라남도``: nothing smaller stands before a province; a headline has run into the text."""
    if at + 1 >= len(runs) or not _follows(text, runs[at], runs[at + 1]):
        return False
    here, after = (region_names().get(run.surface) for run in (runs[at], runs[at + 1]))
    smaller = here is not None and not here.is_government and here.kind not in (RegionKind.COUNTRY, RegionKind.AREA)
    return smaller and after is not None and after.kind is RegionKind.PROVINCE and runs[at + 1].surface.endswith("도")


def _follows(text: str, before: NounRun, after: NounRun) -> bool:
    return text[before.end : after.start] == " "


def _is_region(run: NounRun) -> bool:
    region = region_names().get(run.surface)
    if region is None:
        return False
    if len(run.surface) > 2:
        return True
    # The analyser tells 예산 the county from 예산 the budget, 강진 the place from the earthquake.
    return run.is_proper and run.last - run.first == 1


def _is_government(run: NounRun) -> bool:
    region = region_names().get(run.surface)
    return region is not None and region.is_government


def _behind_department(text: str, runs: Sequence[NounRun], at: int) -> int:
    """Index behind the run ``at`` where it is a department of the body before it, else ``at``."""
    if at >= len(runs) or not _follows(text, runs[at - 1], runs[at]):
        return at
    surface = runs[at].surface
    is_part = surface.endswith(DEPARTMENT_ENDINGS) and not surface.endswith(NO_DEPARTMENTS)
    return at + 1 if is_part and len(surface) > 3 else at


def _town_body(text: str, runs: Sequence[NounRun], at: int) -> Name | None:
    """``산내면 주민자치회``, whose town no table names."""
    town = runs[at].surface
    if not town.endswith(PARTS_OF_TOWNS) or len(town) not in _LENGTHS_OF_TOWNS or town == "읍면동":
        return None
    if at + 1 >= len(runs) or runs[at + 1].surface not in TOWN_BODIES or not _follows(text, runs[at], runs[at + 1]):
        return None
    return Name(runs[at].start, runs[at + 1].end, Label.ORG, decided=True)


def _is_body(run: NounRun, *, in_chain: bool) -> bool:
    if run.surface in MINISTRIES:
        return True
    if not _has_ending(run.surface, BODY_ENDINGS) or _is_site(run):
        return False
    return in_chain or run.is_proper or _opens_with_region(run.surface)


def _has_ending(surface: str, endings: tuple[str, ...]) -> bool:
    """Whether one of ``endings`` closes the word, with at least two characters before it."""
    return surface.endswith(endings) and any(surface[2:].endswith(ending) for ending in endings)


def _is_site(run: NounRun) -> bool:
    return _has_ending(run.surface, SITE_ENDINGS) and (run.is_proper or _opens_with_region(run.surface))


def _opens_with_region(surface: str) -> bool:
    return any(surface[:length] in region_names() for length in (2, 3, 4))


def _is_office_holder(surface: str) -> bool:
    """``나주시장``, ``전남도지사``, ``광주상공회의소회장``; not ``동대문시장``."""
    if not surface.endswith(tuple(FUSED_TITLES)):
        return False
    title = max((title for title in FUSED_TITLES if surface.endswith(title)), key=len)
    if len(surface) < len(title) + 2:
        return False
    rest = surface.removesuffix(title)
    body = rest + FUSED_TITLES[title]
    return rest in region_names() or body in region_names() or (body != rest and body.endswith(BODY_ENDINGS))


def _with_legal_form(text: str, start: int, floor: int) -> int:
    """The start of the legal form that stands right before ``start``, else ``start``."""
    if not text[max(floor, start - _LONGEST_FORM) : start].rstrip(" ").endswith(LEGAL_FORMS):
        return start
    for form in LEGAL_FORMS:
        for blank in ("", " "):
            before = start - len(form) - len(blank)
            if before >= floor and text[before:start] == form + blank and (not blank or len(form) > 1):
                return before
    return start


def _region(sentence: Sentence, chain: Sequence[NounRun]) -> Name:
    start, end = chain[0].start, chain[-1].end
    region = region_names().get(chain[-1].surface)
    label, decided = Label.REGION, False
    if region is not None and region.is_government:
        following = sentence.morphemes[chain[-1].last : chain[-1].last + 4]
        label, decided = Label.REGION if _is_place(end, following) else Label.ORG, True
    return Name(start, end, label, decided)


def _is_place(end: int, following: Sequence[Morpheme]) -> bool:
    """Whether a locative follows: ``나주시에서``, ``나주시 일대``, not ``나주시에 따르면``."""
    if [m.form for m in following[:2]] == ["에", "따르"] and following[0].start == end:
        return False
    return bool(following) and following[0].form in (LOCATIVES if following[0].start > end else {"에", "에서", "내"})
