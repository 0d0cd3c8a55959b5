"""How a document's values are worded for a Korean reader: numbers in 만/억/조, bounds, statuses, labels."""

import math
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from mokpyo.data.document import Bound, Label, Quantity, Status

STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {Status.PLANNED: "계획", Status.IN_PROGRESS: "진행", Status.ACHIEVED: "달성"}
)

LABEL_WORDS: Mapping[Label, str] = MappingProxyType(
    {Label.ORG: "기관", Label.REGION: "지역", Label.QUANTITY: "수량", Label.DATE: "날짜"}
)

BOUND_PREFIXES: Mapping[Bound, str] = MappingProxyType(
    {Bound.EXACT: "", Bound.ABOUT: "약 ", Bound.AT_LEAST: "최소 ", Bound.AT_MOST: "최대 "}
)

NO_CENTER = "주체를 찾지 못한 목표"
"""Heading over the targets that no centre owns."""

MYRIADS = ("", "만", "억", "조", "경", "해", "자", "양", "구", "간", "정", "재", "극")
"""Names of 10 ** (4 * position)."""


def number_words(value: float) -> str:
    """A number as a newspaper writes it, in groups of four digits: ``32000`` is ``3만 2,000``."""
    if isinstance(value, float) and not value.is_integer():
        return _fraction_words(value)
    whole = int(value)
    if abs(whole) >= 10 ** (4 * len(MYRIADS)):
        return f"{Decimal(whole):.3E}"
    return ("-" if whole < 0 else "") + _myriads(abs(whole))


def _fraction_words(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    # A float with a fraction is below 2 ** 53, so its shortest decimal form has all of its digits.
    whole, _, fraction = f"{Decimal(str(abs(value))):f}".partition(".")
    return f"{'-' if value < 0 else ''}{_myriads(int(whole))}.{fraction}"


def _myriads(whole: int) -> str:
    groups = []
    for name in MYRIADS:
        whole, group = divmod(whole, 10_000)
        if group:
            groups.append(f"{group:,}{name}")
    return " ".join(reversed(groups)) or "0"


def quantity_words(quantity: Quantity) -> str:
    """Bound, number or range, and unit: ``약 100억원``, ``40~50개``."""
    number = number_words(quantity.value)
    if quantity.high is not None:
        number = f"{number}~{number_words(quantity.high)}"
    return f"{BOUND_PREFIXES[quantity.bound]}{number}{quantity.unit}"
