"""Numbers for their own sake, with or without a unit: signs, fractions, mixed numbers, powers, digits in groups.

News writes few of these. ``find_quantities`` asks for a unit; this reader takes every number of a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from mokpyo.inference.quantities.counters import is_hangul, particle_follows, read_counter, read_native_counter
from mokpyo.inference.quantities.fractions import read_fraction
from mokpyo.inference.quantities.kinds import QuantityKind
from mokpyo.inference.quantities.numeral_table import DECIMALS, DOZEN, HALF, MINUSES, NATIVE_ALONE, SIGNS, SINO_ALONE
from mokpyo.inference.quantities.numerals import Numeral, read_native, read_numeral
from mokpyo.inference.quantities.scanner import plain
from mokpyo.inference.quantities.word_numbers import read_native_words, with_native_ending, with_parted_words

_CANDIDATE = re.compile(
    r"""
      (?P<skip>
          [A-Za-z][A-Za-z0-9._%+\-@/:&?=\#]*+                                # words, addresses
        | [0-9]{1,2}[ ]?월(?:[ ]?[0-9]{1,2}[ ]?일)?                          # days of the year
        | (?<![가-힣])(?:십[일이]?|[일이삼사오유칠팔구시])월(?![가-힣])(?:[ ]?[0-9일이삼사오육칠팔구십]{1,3}[ ]?일)?
        | (?:19|20)[0-9]{2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)[0-9]{1,2} | [0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}
        | [+]?[0-9]{1,4}(?:-[0-9]{2,4}){2}(?:[/-][0-9]{4})?(?![0-9])         # telephone
        | [0-9]+(?:\.[0-9]+){2,}+                                            # version, address of a machine
      )
    | (?P<signed>(?:<SIGNS>|(?<![0-9A-Za-z가-힣)\]~\-−])[<MINUSES>])[ ]?(?=[.0-9영일이삼사오육칠팔구십백천만억조]))
    | (?P<digits>\.?[0-9])
    | (?P<words>(?<![가-힣])[영일이삼사오육칠팔구십백천억조하한두둘세셋네넷다여열스서마쉰예일아절반])
    """.replace("<SIGNS>", "|".join(f"(?<![가-힣]){sign}" for sign in SIGNS)).replace("<MINUSES>", re.escape(MINUSES)),
    re.VERBOSE,
)
_POWER = re.compile(r"([0-9]{1,18}(?:\.[0-9]{1,12})?)(?:[eE]([+-]?[0-9]{1,2})|\^([+-]{0,2}[0-9]{1,2}))(?![0-9])")
_GROUPS = re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3}){1,5})(?![0-9])(\.[0-9]{1,12})?")
_SLASHED = re.compile(r"(?:([0-9]{1,9}) {1,2})?([0-9]{1,9})/([0-9]{1,9})(?![0-9/])")
_DECIMAL = re.compile(r"\.[0-9]{1,12}(?![0-9])")
_RUN = re.compile(r"[.,]?[0-9]+(?:[.,][0-9]+)*+")
_POINT = re.compile(rf" ?점 ?(?!사이|이상|이하|이내)([{DECIMALS}]+)(?=[^가-힣]|[은는이가을를의에도점]|으로|입니다|\Z)")
_JOSA = "(?:은|는|이|가|을|를|의|에|도|로|으로|와|과|만|까지|부터|보다|보다는|에서|만큼|다|이다|입니다|이고|이며|이나)"
_WORDS_ALONE = {**SINO_ALONE, **NATIVE_ALONE}
_ALONE = re.compile(rf"({'|'.join(NATIVE_ALONE)}){_JOSA}?(?![가-힣])")
_LONE = re.compile(rf"({'|'.join(_WORDS_ALONE)}){_JOSA}?(?![가-힣])")
_HALF = re.compile(rf"절?{HALF}(?:(?=[이을의](?![가-힣]))|(?=\s*\Z))")
_COMPARED = re.compile(r"(?:보다|에서|까지|부터|과|와)|(?: ?(?:이상|이하|미만|초과))|[^가-힣 ]|\Z")
_ONE_OF = re.compile(r" 중 하나(?![가-힣]{3})")
_DOZENS = re.compile(rf" ?{DOZEN}")
_AND = re.compile(r"[과와] ")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)``, its sign included."""

    start: int
    end: int
    value: Decimal


def read_numbers(text: str) -> list[Number]:
    """Every number of ``text`` in order, without overlap; days of the year, telephone numbers and addresses are none.

    A number that a unit of measure is written onto (``29km``) is a measure, and left to ``find_quantities``.
    """
    return list(_numbers(plain(text)))


def _numbers(text: str) -> Iterator[Number]:
    at = 0
    while (candidate := _CANDIDATE.search(text, at)) is not None:
        at, kind = candidate.end(), candidate.lastgroup
        if kind == "skip":
            continue
        start = at if kind == "signed" else candidate.start()
        found = _number(text, start, signed=kind == "signed")
        if found is None:
            at = start if kind == "signed" else _behind(text, start)
            continue
        at = found.end
        if not _is_measure(text, found):
            yield Number(candidate.start(), found.end, -found.value if kind == "signed" else found.value)


def _behind(text: str, start: int) -> int:
    run = _RUN.match(text, start)
    return run.end() if run else start + 1


def _is_measure(text: str, number: Numeral) -> bool:
    following = text[number.end : number.end + 1]
    if following.isascii() and following.isalpha():
        return True
    counter = read_counter(text, number.end) if text[number.end - 1].isdigit() else None
    return counter is not None and counter.start == number.end and counter.unit.kind is QuantityKind.MEASURE


def _number(text: str, start: int, *, signed: bool) -> Numeral | None:
    if text[start] == "." or text[start].isdigit():
        return _notation(text, start) or _composed(text, read_numeral(text, start))
    return _in_words(text, start, signed=signed)


def _notation(text: str, start: int) -> Numeral | None:
    """What only digits write: powers, digits in groups, fractions with a slash, a point without a zero."""
    if power := _POWER.match(text, start):
        return _power(start, power)
    if slashed := _SLASHED.match(text, start):
        whole, above, below = (Decimal(part or 0) for part in slashed.groups())
        return Numeral(start, slashed.end(), whole + above / below) if below else None
    if match := _GROUPS.match(text, start) or _DECIMAL.match(text, start):
        return Numeral(start, match.end(), Decimal(match.group().replace(" ", "")))
    return None


def _power(start: int, match: re.Match[str]) -> Numeral | None:
    base, scale, exponent = match.groups()
    if scale is not None:
        return Numeral(start, match.end(), Decimal(f"{base}e{scale}"))
    size = int(exponent.lstrip("+-")) * (-1 if exponent.count("-") == 1 else 1)
    return Numeral(start, match.end(), Decimal(base) ** size) if Decimal(base) else None


def _composed(text: str, number: Numeral | None) -> Numeral | None:
    """``number`` as the denominator of a fraction, the whole of a mixed number, or a count of dozens."""
    if number is None:
        return None
    if fraction := read_fraction(text, number):
        return fraction
    if dozens := _DOZENS.match(text, number.end):
        return replace(number, end=dozens.end(), value=number.value * 12)
    joined = _AND.match(text, number.end)
    denominator = read_numeral(text, joined.end()) if joined else None
    part = None if denominator is None else read_fraction(text, with_parted_words(text, denominator))
    return number if part is None else replace(number, end=part.end, value=number.value + part.value)


def _in_words(text: str, start: int, *, signed: bool) -> Numeral | None:
    if lone := _LONE.match(text, start):
        return _alone(text, start, lone)
    if half := _HALF.match(text, start):
        return Numeral(start, half.end(), Decimal("0.5"))
    return _native(text, start) or _sino(text, start, signed=signed)


def _alone(text: str, start: int, match: re.Match[str]) -> Numeral:
    number = Numeral(start, match.end(1), Decimal((_WORDS_ALONE)[match.group(1)]))
    if one_of := _ONE_OF.match(text, number.end):
        return replace(number, end=one_of.end(), value=1 / number.value)
    return _composed(text, number) or number


def _native(text: str, start: int) -> Numeral | None:
    for number in (read_native_words(text, start), read_native(text, start)):
        if number is None:
            return None
        if read_native_counter(text, number.end, text[number.start : number.end]):
            return _composed(text, number)
        if ones := _ALONE.match(text, number.end):
            return replace(number, end=ones.end(1), value=number.value + NATIVE_ALONE[ones.group(1)])
        if number.end - number.start > 1 and _ends(text, number.end):
            return number
    return None


def _sino(text: str, start: int, *, signed: bool) -> Numeral | None:
    first = read_numeral(text, start)
    if first is None:
        return None
    number = with_parted_words(text, first)
    number = with_native_ending(text, number) or number
    if point := _POINT.match(text, number.end):
        fraction = Decimal("0." + "".join(str(DECIMALS.index(digit)) for digit in point.group(1)))
        return replace(number, end=point.end(), value=number.value + fraction)
    composed = _composed(text, number)
    if composed is not number or signed:
        return composed
    return number if _is_number(text, number) else None


def _is_number(text: str, number: Numeral) -> bool:
    """Whether a number in words can be no other word: one syllable needs a counter or a comparison behind it."""
    counted = read_counter(text, number.end) or read_native_counter(text, number.end, "")
    if number.end - number.start == 1:
        whole = text.strip() == text[number.start : number.end]
        return whole or (number.multiplier > 1 and (counted or _COMPARED.match(text, number.end)) is not None)
    return counted is not None or _ends(text, number.end)


def _ends(text: str, at: int) -> bool:
    return not is_hangul(text[at : at + 1]) or particle_follows(text, at)
