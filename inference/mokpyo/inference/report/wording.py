"""A document's values as words of the report's language."""

import math

from mokpyo.data.document import Bound, Quantity
from mokpyo.inference.render.wording import quantity_words as korean_quantity_words
from mokpyo.inference.report.language import Language, interface_texts

MOST_DIGITS = 40
"""Digits of a number that an English page writes out; longer ones are written as powers of ten."""


def quantity_words(quantity: Quantity, language: Language) -> str:
    """Bound, number or range, and unit: ``약 100억원``, in English ``about 10,000,000,000 원``."""
    if language is Language.KOREAN:
        return korean_quantity_words(quantity)
    number = _grouped(quantity.value)
    if quantity.high is not None:
        number = f"{number}–{_grouped(quantity.high)}"
    bound = "" if quantity.bound is Bound.EXACT else interface_texts(language)[f"bound.{quantity.bound.value}"] + " "
    return f"{bound}{number} {quantity.unit}".rstrip()


def _grouped(value: float) -> str:
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value)
    words = f"{value:,}"
    return words if len(words) <= MOST_DIGITS else f"10^{len(words.replace(',', '')) - 1}"


def plain_quantity_words(value: float, unit: str, language: Language) -> str:
    """An exact number with its unit, as :func:`quantity_words` writes one."""
    return quantity_words(Quantity(0, 1, "", value, None, unit, Bound.EXACT), language)
