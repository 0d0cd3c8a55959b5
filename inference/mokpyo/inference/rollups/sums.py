"""Parts that add up to a whole that the article states too, within one centre and unit.

Small numbers add up by chance (2 and 1 and 1), so numbers alone prove nothing: the parts are a row right beside the
whole that ends where the sum is reached, or all that the centre plans of one object; and the text, the number of parts
or the digits of the whole must say that it is one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mokpyo.data.document import Document, Status
from mokpyo.inference.rollups.amounts import Amount, amounts_by_unit, in_one_sentence, telling_digits
from mokpyo.inference.rollups.rollup import Rollup, RollupKind
from mokpyo.inference.rollups.words_table import LISTED_BEFORE, TOTAL_BEFORE

MOST_PARTS = 30
FURTHEST_PART = 400
"""Characters between one part of a row and the next, or the whole."""
TELLING_DIGITS = 3
MANY_PARTS = 3


class _Sum(NamedTuple):
    whole: Amount
    parts: Sequence[Amount]
    """In text order."""


def find_sums(document: Document) -> list[Rollup]:
    """Every whole with its parts, in text order; of several mentions of a whole the first that stands beside them."""
    found: dict[tuple[int | None, ...], _Sum] = {}
    for amounts in amounts_by_unit(document).values():
        for one in (*_rows(amounts), *_groups(amounts)):
            found.setdefault(tuple(part.target for part in one.parts), one)
    sums = sorted(found.values(), key=lambda one: (one.whole.start, one.parts[0].start))
    around: dict[int | None, list[_Sum]] = defaultdict(list)
    for one in sums:
        for part in one.parts:
            around[part.target].append(one)
    inside = [any(_is_inside(one, other) for other in around[one.whole.target]) for one in sums]
    return [_rollup(document, one) for one, is_inside in zip(sums, inside, strict=True) if not is_inside]


def _rollup(document: Document, one: _Sum) -> Rollup:
    whole, *parts = (amount.target for amount in (one.whole, *one.parts) if amount.target is not None)
    return Rollup(RollupKind.SUM, whole, tuple(parts), document.targets[whole].quantity.value)


def _is_inside(one: _Sum, other: _Sum) -> bool:
    """Whether a sum only says that some parts of ``other`` weigh as much as another part of it."""
    return {amount.target for amount in (one.whole, *one.parts)} <= {part.target for part in other.parts}


def _rows(amounts: Sequence[Amount]) -> Iterator[_Sum]:
    """Amounts right behind or right before their whole."""
    for at, whole in enumerate(amounts):
        if not whole.plain or whole.center is None:
            continue
        for step in (1, -1):
            parts = _row(amounts, at, step)
            if len(parts) > 1 and _is_told(whole, parts) and _is_closed(amounts, at + step * len(parts), step, whole):
                yield _Sum(whole, parts)


def _row(amounts: Sequence[Amount], whole: int, step: int) -> list[Amount]:
    """The amounts beside the whole, in direction ``step``, that add up to it; none where they do not."""
    missing, row = amounts[whole].value, [amounts[whole]]
    behind, before = amounts[whole + 1 : whole + 1 + MOST_PARTS], amounts[max(0, whole - MOST_PARTS) : whole]
    for part in behind if step > 0 else reversed(before):
        if not part.plain or part.center != row[0].center or _distance(row[-1], part) > FURTHEST_PART:
            return []
        missing -= part.value
        row.append(part)
        if missing <= 0:
            break
    return sorted(row[1:], key=lambda part: part.start) if missing == 0 else []


def _distance(left: Amount, right: Amount) -> int:
    return max(left.start, right.start) - min(left.end, right.end)


def _is_closed(amounts: Sequence[Amount], last: int, step: int, whole: Amount) -> bool:
    """Whether the list ends with its last part: no other amount of the unit follows it in its sentence."""
    beyond = last + step
    if not 0 <= beyond < len(amounts) or amounts[beyond].value == whole.value:
        return True
    return not in_one_sentence(amounts[last], amounts[beyond])


def _groups(amounts: Sequence[Amount]) -> Iterator[_Sum]:
    """All amounts of one object that a centre plans, the largest of them the whole of the others."""
    planned: dict[tuple[str | None, str], list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.object and amount.status is Status.PLANNED and not amount.repeats:
            planned[amount.center, amount.object].append(amount)
    for (center, _), group in planned.items():
        whole = max(group, key=lambda amount: amount.value)
        parts = [amount for amount in group if amount is not whole]
        complete = 1 < len(parts) <= MOST_PARTS and sum(part.value for part in parts) == whole.value
        if complete and center is not None and all(amount.plain for amount in group) and _is_told(whole, parts):
            yield _Sum(whole, parts)


def _is_told(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether it is more than chance: by a word, the number of parts, the digits, or days that end with the whole's."""
    listed = parts[-1].end <= whole.start and whole.before.endswith(LISTED_BEFORE)
    if listed or whole.before.endswith(TOTAL_BEFORE) or len(parts) >= MANY_PARTS:
        return True
    return telling_digits(whole.value) >= TELLING_DIGITS or _are_stages(whole, parts)


def _are_stages(whole: Amount, parts: Sequence[Amount]) -> bool:
    days = [part.last_day for part in parts if part.last_day is not None and part.object == whole.object]
    return whole.object != "" and len(set(days)) == len(parts) and max(days, default=None) == whole.last_day
