"""What the form of a vocabulary entry tells of it: first and last letters, length and script.

Names that training lacks end like names that it has: 청, 협회, 대학교. Source of the idea: spaCy's ``MultiHashEmbed``,
which embeds prefix, suffix and shape beside the word.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from mokpyo.data.encodings.morpheme_pieces import CONTINUATION

_LEAST_ENTRIES = 4
"""A value that fewer entries have is not told from none."""

_LONGEST = 6
_SHAPE_LETTERS = 3
_SCRIPTS = (("[가-힣]", "가"), ("[0-9]", "0"), ("[a-z]", "a"), ("[一-鿿]", "漢"))


def affix_columns(entries: Sequence[str]) -> list[Tensor]:
    """A number for each entry and feature, 0 where the value is rare; each *shape* (vocabulary,).

    Features: first letter, last letter, the last two, and shape (length, script, whether it continues a morpheme).
    """
    return [_column(entries, feature) for feature in (_first, _last, _last_two, _shape)]


def _column(entries: Sequence[str], feature: Callable[[str], str | None]) -> Tensor:
    values = [feature(entry) for entry in entries]
    common = [value for value, count in Counter(values).items() if value is not None and count >= _LEAST_ENTRIES]
    numbers: dict[str | None, int] = {value: number for number, value in enumerate(common, 1)}
    return torch.tensor([numbers.get(value, 0) for value in values], dtype=torch.long)


def _letters(entry: str) -> str:
    return entry.removeprefix(CONTINUATION) or entry


def _first(entry: str) -> str:
    return _letters(entry)[:1]


def _last(entry: str) -> str:
    return _letters(entry)[-1:]


def _last_two(entry: str) -> str | None:
    letters = _letters(entry)
    return letters[-2:] if len(letters) > 1 else None


def _shape(entry: str) -> str:
    letters = _letters(entry)
    shape = letters[:_SHAPE_LETTERS]
    for script, letter in _SCRIPTS:
        shape = re.sub(script, letter, shape)
    return f"{min(len(letters), _LONGEST)} {entry != letters} {shape}"
