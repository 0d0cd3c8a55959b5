"""Whether two names can be one body: pairwise rules, each a small function."""

import functools
import re

from mokpyo.inference.lexicon.legal_forms_table import LEGAL_FORMS
from mokpyo.inference.lexicon.regions import PROVINCES
from mokpyo.inference.linking.organization_table import (
    EVERYDAY_NAMES,
    GENERIC_HEADS,
    GROUP_SUFFIXES,
    LEFT_OUT,
    NATIONAL_PREFIXES,
    OFFICE_SUFFIXES,
    PARTS_OF_GOVERNMENTS,
    PUBLIC_HOUSES,
)

_BLANKS = re.compile(r"\s+")
_FIRST_TIER = {form: short for short, forms in PROVINCES.items() for form in forms}
_HEADS_LONGEST_FIRST = sorted(GENERIC_HEADS, key=len, reverse=True)
_BRACKETED = re.compile(r"\s?\(([^()\n]{2,30})\)")
_ACRONYM = re.compile(r"\s*([A-Z][A-Z0-9&.-]+)\s*(?=,|$)")
_DECLARED = re.compile(r"(?:^|,)\s*(?:이하|약칭|옛)\s*[,:]?\s*['‘\"“]?([\w&·-]{2,20})")
_GOVERNMENT = re.compile(r"(?<=[가-힣])[시군구읍면동](?=[가-힣])")
_MIN_WITHOUT_PLACE = 4
"""Characters of a name that is told from others without its place."""
_MIN_TOWN = 3
"""Of a town's office, ``봉황면`` of ``나주시봉황면``."""
_MIN_ENDING = 8
"""Of an ending that no other body's name has."""
_MIN_WITHOUT_NATION = 4
"""Characters of a name that is told from others without 한국 or 국립; 대한민국 may be left out of any."""
_MIN_ABBREVIATED = 2
"""An abbreviation leaves out at least so many characters."""


@functools.lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """The name without blanks, legal form and the office of a local government; for comparing only."""
    name = _BLANKS.sub("", name)
    for form in LEGAL_FORMS:
        name = name.replace(form, "")
    for office, body in OFFICE_SUFFIXES.items():
        if name.endswith(office) and len(name) > len(office) + 1:
            name = name.removesuffix(office) + body
    return name


def same_body(left: str, right: str) -> bool:
    """Whether two names, as :func:`bare_name` gives them, can stand for one body."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return (
        _same_province(short, long)
        or _without_province(short, long)
        or short in _without_government(long)
        or _place_as_body(short, long)
        or _without_group(short, long)
        or _prefix_and_head(short, long)
        or _abbreviated(short, long)
        or short in _without_nation(long)
        or short in _of_owner(long)
        or short in _without_left_out(long)
        or (len(short) >= _MIN_ENDING and long.endswith(short))
        or EVERYDAY_NAMES.get(short) == long
    )


def likeness_keys(name: str) -> set[str]:
    """What :func:`same_body` goes by: names that it joins have a key in common, so that not all pairs are compared."""
    keys = {f"closes {name[-_MIN_ENDING:]}", f"first {name[:2]}", f"ends {name[:1]}{name[-1:]}", f"is {name}"}
    for region, forms in PROVINCES.items():
        for form in (*forms, region):
            if name.startswith(form):
                rest = name.removeprefix(form)
                keys |= {f"is {rest}", f"is {region}{rest}"}
    for rest in (*_without_government(name), *_without_nation(name), *_of_owner(name)):
        keys.add(f"is {rest}")
    if name in EVERYDAY_NAMES:
        keys.add(f"is {EVERYDAY_NAMES[name]}")
    return keys | {f"is {name.removesuffix(suffix)}" for suffix in GROUP_SUFFIXES}


def _same_province(short: str, long: str) -> bool:
    """``경남도`` and ``경상남도``."""
    first = _FIRST_TIER.get(short)
    return first is not None and first == _FIRST_TIER.get(long)


def _without_province(short: str, long: str) -> bool:
    """``나주시`` and ``전라남도나주시``; ``전북창조경제혁신센터`` and ``전북특별자치도창조경제혁신센터``."""
    if len(short) < 3:
        return False
    for region, forms in PROVINCES.items():
        for form in (*forms, region):
            rest = long.removeprefix(form)
            if rest != long and (rest == short or (len(rest) > 2 and short == region + rest)):
                return True
    return False


def _without_government(name: str) -> list[str]:
    """``송월동주민자치회`` and ``주민자치회`` of ``나주시송월동주민자치회``: a body without the place before it."""
    least = _MIN_TOWN if name.endswith(PARTS_OF_GOVERNMENTS) else _MIN_WITHOUT_PLACE
    return [name[m.end() :] for m in _GOVERNMENT.finditer(name) if len(name) - m.end() >= least]


def _without_nation(name: str) -> list[str]:
    """``농어촌공사`` of ``한국농어촌공사``, ``정부`` of ``대한민국정부``."""
    rests = ((prefix, name.removeprefix(prefix)) for prefix in NATIONAL_PREFIXES if name.startswith(prefix))
    return [rest for prefix, rest in rests if len(rest) >= (_MIN_WITHOUT_NATION if len(prefix) < 4 else 2)]


def _of_owner(name: str) -> list[str]:
    """``시립도서관`` of ``나주시립도서관``."""
    return [name[at:] for house in PUBLIC_HOUSES if (at := name.find(house)) > 1]


def _without_left_out(name: str) -> list[str]:
    """``인천공항공사`` of ``인천국제공항공사``."""
    return [name.replace(word, "", 1) for word in LEFT_OUT if name.find(word) > 1]


def _place_as_body(short: str, long: str) -> bool:
    """``나주`` and ``나주시``, ``경남`` and ``경상남도``: a place name tagged as a body acts as its government."""
    return long in PROVINCES.get(short, ()) or (len(short) > 1 and long in (short + "시", short + "군", short + "구"))


def _without_group(short: str, long: str) -> bool:
    """``효성`` and ``효성그룹``."""
    return any(long == short + suffix for suffix in GROUP_SUFFIXES)


def _prefix_and_head(short: str, long: str) -> bool:
    """``전북센터`` and ``전북창조경제혁신센터``: the first part and the last noun of the longer name."""
    head = generic_head(short)
    if head is None or len(head) < 2 or not long.endswith(head):
        return False
    first = short.removesuffix(head)
    return len(first) >= 2 and long.startswith(first) and len(long) > len(short)


def _abbreviated(short: str, long: str) -> bool:
    """``산업부`` and ``산업통상자원부``: same first and last syllable, the rest in order."""
    if len(short) < 3 or len(long) < len(short) + _MIN_ABBREVIATED:
        return False
    if short[0] != long[0] or short[-1] != long[-1] or _FIRST_TIER.get(short) or generic_head(short) != short[-1]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


@functools.lru_cache(maxsize=4096)
def generic_head(name: str) -> str | None:
    """The last noun of a body's name, ``센터`` of ``전북센터``; ``None`` where no known one ends it."""
    for head in _HEADS_LONGEST_FIRST:
        if name.endswith(head) and len(name) > len(head):
            return head
    return None


def parenthesised_aliases(text: str, end: int) -> list[tuple[int, int]]:
    """Spans of other names in the bracket that opens at ``end``: ``(이하 경과원)``, ``(KOTRA)``."""
    bracket = _BRACKETED.match(text, end)
    if bracket is None:
        return []
    start = bracket.start(1)
    found = [_ACRONYM.match(bracket.group(1)), _DECLARED.search(bracket.group(1))]
    return [(start + match.start(1), start + match.end(1)) for match in found if match is not None]


def region_of_name(name: str) -> str | None:
    """The first-tier region that a body's name opens with, in its everyday form: ``전북`` of ``전북센터``."""
    plain = _BLANKS.sub("", name)
    for form in (*_FIRST_TIER, *PROVINCES):
        if plain.startswith(form):
            return _FIRST_TIER.get(form, form)
    return None
