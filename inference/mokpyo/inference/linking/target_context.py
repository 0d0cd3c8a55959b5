"""How a quantity stands among the others of its article, given how likely each is a target by itself."""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence

from mokpyo.inference.linking.context import QuantityContext

_UNKNOWN = 0.4
"""Stands for a mean over no quantities: about the share of quantities that are targets."""


def context_features(quantities: Sequence[QuantityContext], scores: Sequence[float]) -> list[Mapping[str, float]]:
    """For each quantity its own log-odds, and what those of the article's other quantities say.

    ``scores`` are log-odds, one a quantity, in text order. The time is linear in their number.
    """
    chances = [0.5 + 0.5 * math.tanh(score / 2.0) for score in scores]
    article = _Chances(quantities, chances, lambda _: None)
    sentence = _Chances(quantities, chances, lambda own: own.place.index)
    unit = _Chances(quantities, chances, lambda own: own.reading.quantity.unit)
    amount = _Chances(quantities, chances, lambda own: (own.reading.quantity.value, own.reading.quantity.unit))
    return [
        {
            "score": score,
            "others": article.mean(at),
            "alone": float(article.is_alone(at)),
            "previous": chances[at - 1] if at else article.mean(at),
            "next": chances[at + 1] if at + 1 < len(chances) else article.mean(at),
            "sentence": sentence.mean(at),
            "alone_in_sentence": float(sentence.is_alone(at)),
            "same_unit": unit.mean(at),
            "same_amount": amount.highest(at),
            "amount_once": float(amount.is_alone(at)),
            "magnitude": math.log10(1 + abs(quantities[at].reading.quantity.value)),
            **_mates(quantities, chances, at),
        }
        for at, score in enumerate(scores)
    ]


def are_listed(left: QuantityContext, right: QuantityContext) -> bool:
    """Whether both depend on one predicate of one sentence."""
    return left.place.index == right.place.index and left.governor == right.governor


def _mates(quantities: Sequence[QuantityContext], chances: Sequence[float], at: int) -> dict[str, float]:
    """The neighbours that share the quantity's predicate."""
    near = (at - 1, at + 1)
    mates = [chances[i] for i in near if 0 <= i < len(chances) and are_listed(quantities[at], quantities[i])]
    return {"mate": max(mates, default=0.0), "has_mate": float(bool(mates))}


class _Chances:
    """Of each quantity, the chances of the others in its group."""

    def __init__(
        self,
        quantities: Sequence[QuantityContext],
        chances: Sequence[float],
        group: Callable[[QuantityContext], Hashable],
    ) -> None:
        self._chances = chances
        self._groups: dict[Hashable, list[float]] = {}
        self._group = [self._groups.setdefault(group(quantity), []) for quantity in quantities]
        for members, chance in zip(self._group, chances, strict=True):
            members.append(chance)
        self._sums = {id(members): sum(members) for members in self._groups.values()}
        self._two_highest = {id(members): sorted(members)[-2:] for members in self._groups.values()}

    def is_alone(self, at: int) -> bool:
        return len(self._group[at]) == 1

    def mean(self, at: int) -> float:
        members = self._group[at]
        others = len(members) - 1
        return (self._sums[id(members)] - self._chances[at]) / others if others else _UNKNOWN

    def highest(self, at: int) -> float:
        """Of the others; 0 where there is none."""
        first, *second = reversed(self._two_highest[id(self._group[at])])
        if self._chances[at] != first:
            return first
        return second[0] if second else 0.0
