"""Parts by several days, the last of them the day of the whole, that add up to something else than the whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from mokpyo.data.document import Status
from mokpyo.inference.rollups.amounts import Amount, number
from mokpyo.inference.rollups.rollup import Rollup, RollupKind

if TYPE_CHECKING:
    from mokpyo.data.offsets import Span


class Difference(NamedTuple):
    """Amounts that do not agree."""

    kind: RollupKind
    whole: Amount
    parts: Sequence[Amount]
    """In text order; of a contradiction the other mention."""

    def rollup(self) -> Rollup:
        """The result that points at the amounts' targets."""
        whole, *parts = (amount.target for amount in (self.whole, *self.parts) if amount.target is not None)
        total = sum((part.value for part in self.parts), Fraction(0))
        return Rollup(self.kind, whole, tuple(parts), number(total))


def differing_parts(amounts: Sequence[Amount]) -> Iterator[Difference]:
    """Parts are what one sentence plans of an object by several days; the whole is larger and by the last of them."""
    alike: dict[tuple[str | None, str], list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.object and amount.last_day is not None and amount.status is not Status.ACHIEVED:
            alike[amount.center, amount.object].append(amount)
    for plans in alike.values():
        by_sentence: dict[Span, list[Amount]] = defaultdict(list)
        for plan in plans:
            by_sentence[plan.sentence].append(plan)
        for parts in by_sentence.values():
            yield from _differing_whole(plans, parts)


def _differing_whole(plans: Sequence[Amount], parts: Sequence[Amount]) -> Iterator[Difference]:
    days = {part.last_day for part in parts if part.last_day is not None}
    if not len(days) == len(parts) > 1:
        return
    largest, sentence = max(part.value for part in parts), parts[0].sentence
    wholes = [one for one in plans if one.sentence != sentence and one.value > largest and one.last_day == max(days)]
    total = sum(part.value for part in parts)
    if wholes and all(one.value != total for one in wholes):
        yield Difference(RollupKind.PARTS_DIFFER, wholes[0], parts)
