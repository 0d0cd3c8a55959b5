"""Amounts of a document in text order, and which of them can be added or compared."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from mokpyo.data.document import Bound, Document, Entity, Label, Status, Target
from mokpyo.data.offsets import Span
from mokpyo.inference.quantities.rates_table import RATE_UNITS
from mokpyo.inference.quantities.reader import read_quantity_at
from mokpyo.inference.rollups.words_table import EACH_BEFORE, EACH_BEHIND

_BLANKS = re.compile(r"\s+")
_REACH = 12
"""Characters before or behind a number in which words say what it is."""
LARGEST_FRACTION = 2**53
"""From here on floats have no digits behind the point."""
_RATES = frozenset(_BLANKS.sub("", unit) for unit in RATE_UNITS)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of the text; texts stand without blanks."""

    start: int
    end: int
    sentence: Span
    target: int | None = None
    """Index in ``Document.targets``; ``None`` for a quantity that is no target."""
    center: str | None = None
    value: Fraction = Fraction(0)
    plain: bool = False
    """Whether it is exact, above zero, of one thing, and no amount for each of many."""
    before: str = ""
    """What stands before it in its sentence, a few words."""
    behind: str = ""
    object: str = ""
    last_day: datetime.date | None = None
    dated: bool = False
    status: Status = Status.PLANNED
    repeats: bool = False


def amounts_by_unit(document: Document) -> dict[str, list[Amount]]:
    """Every amount by its unit without blanks, in text order; rates and bare numbers are left out.

    Quantities that are no targets stand among them, so that no list passes for whole that is not.
    """
    found: dict[str, list[Amount]] = defaultdict(list)
    for at, target in enumerate(document.targets):
        unit = _BLANKS.sub("", target.quantity.unit)
        if unit and unit not in _RATES:
            found[unit].append(_amount(document, at, target))
    starts = {target.quantity.start for target in document.targets}
    others = [entity for entity in document.entities if entity.label is Label.QUANTITY and entity.start not in starts]
    for unit, amounts in found.items():
        amounts += [_other(document.text, entity) for entity in others if _BLANKS.sub("", entity.text).endswith(unit)]
        amounts.sort(key=_place)
    return found


def _place(amount: Amount) -> tuple[int | str | Fraction | Span, ...]:
    """Text order; amounts of one span by all that a rollup asks of them, so that the targets' order does not matter."""
    words = (amount.center or "", amount.object, str(amount.last_day), amount.status.value, str(amount.repeats))
    return (amount.start, amount.end, amount.value, amount.sentence, *words)


def _amount(document: Document, at: int, target: Target) -> Amount:
    quantity, deadline = target.quantity, target.deadline
    first, last = target.evidence or quantity.span
    first, last = min(first, quantity.start), max(last, quantity.end)
    before = _BLANKS.sub("", document.text[max(first, quantity.start - _REACH) : quantity.start])
    behind = _BLANKS.sub("", document.text[quantity.end : min(last, quantity.end + _REACH)])
    one = quantity.bound is Bound.EXACT and quantity.high is None and quantity.value > 0
    return Amount(
        start=quantity.start,
        end=quantity.end,
        sentence=(first, last),
        target=at,
        center=target.center,
        value=exact(quantity.value),
        plain=one and not before.endswith(EACH_BEFORE) and not behind.startswith(EACH_BEHIND),
        before=before,
        behind=behind,
        object=_BLANKS.sub("", target.object or ""),
        last_day=None if deadline is None else deadline.by,
        dated=deadline is not None,
        status=target.status,
        repeats=target.repeat_of is not None,
    )


def _other(text: str, entity: Entity) -> Amount:
    reading = read_quantity_at(text, entity.start, entity.end)
    value = Fraction(0) if reading is None else exact(reading.quantity.value)
    return Amount(start=entity.start, end=entity.end, sentence=entity.span, value=value)


def in_one_sentence(left: Amount, right: Amount) -> bool:
    """Whether either stands in the other's sentence."""
    return left.sentence[0] < right.end and right.start < left.sentence[1]


def exact(value: float) -> Fraction:
    """The number as it is written: ``0.1`` is a tenth, not the binary fraction next to it."""
    return Fraction(value) if isinstance(value, int) else Fraction(repr(value))


def number(value: Fraction) -> int | float:
    """The number as a document writes it."""
    is_whole = value.denominator == 1 or value.numerator // value.denominator >= LARGEST_FRACTION
    return int(value) if is_whole else float(value)


def telling_digits(value: Fraction) -> int:
    """Digits without the zeros at either end: ``1260만`` has three. The more, the less do two agree by chance."""
    if value.denominator != 1:
        return len(str(float(value)).replace(".", "").strip("0"))
    return _digits(value.numerator // last_place(value))


def last_place(value: Fraction) -> int:
    """The place of a whole number's last digit that is no zero: 10 of 150, 1 of 148; 1 of all that is not whole."""
    number, place = value.numerator, 1
    while value.denominator == 1 and number and number % 10 == 0:
        number //= 10
        place *= 10
    return place


def _digits(number: int) -> int:
    digits = 0
    while number:
        number //= 10
        digits += 1
    return digits
