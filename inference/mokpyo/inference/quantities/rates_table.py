"""Units that no sum of several targets has a meaning in: shares, multiples, ranks, scores, temperatures."""

from mokpyo.inference.quantities.unit_table import MULTIPLES, SHARES

RANKS_AND_SCALES = "위 등 점 도 ℃"

RATE_UNITS = frozenset(unit.replace("_", " ") for unit in f"{SHARES} {MULTIPLES} {RANKS_AND_SCALES}".split())
"""Units as :class:`~mokpyo.data.document.Quantity` writes them; in the table of units ``_`` stands for a blank."""
