"""Targets that say again what the article has said before."""

from collections.abc import Sequence

from mokpyo.data.document import Target

_TELLING_DIGITS = 3
_LARGE_SUM = 1_000_000


def find_repeat(target: Target, earlier: Sequence[Target]) -> str | None:
    """Id of the first target with the same centre, amount and object, and no other deadline; else ``None``."""
    for other in earlier:
        if other.repeat_of is None and other.evidence != target.evidence and _same(target, other):
            return other.id
    return None


def _same(left: Target, right: Target) -> bool:
    same_amount = (left.quantity.value, left.quantity.high) == (right.quantity.value, right.quantity.high)
    if left.center != right.center or not same_amount or not _same_unit(left.quantity.unit, right.quantity.unit):
        return False
    if left.deadline is not None and right.deadline is not None and left.deadline.by != right.deadline.by:
        return False
    return _same_object(left, right)


def _same_unit(left: str, right: str) -> bool:
    """``개`` and ``개사`` count alike; ``명`` and ``원`` do not."""
    left, right = left.replace(" ", ""), right.replace(" ", "")
    return left == right or left.startswith(right) or right.startswith(left)


def _same_object(left: Target, right: Target) -> bool:
    if left.object is None or right.object is None:
        return True
    if len(str(left.quantity.value).rstrip("0").replace(".", "")) >= _TELLING_DIGITS:
        # So exact an amount is hardly met twice by chance, whatever it is called.
        return True
    if left.quantity.unit == "원" and left.quantity.value >= _LARGE_SUM:
        return True
    first, second = left.object.replace(" ", ""), right.object.replace(" ", "")
    return first.endswith(second) or second.endswith(first) or first.split("·")[-1] == second.split("·")[-1]
