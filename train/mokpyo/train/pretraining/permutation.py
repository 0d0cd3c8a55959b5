"""A random order of any number of things that takes no memory."""

from dataclasses import dataclass

_ROUNDS = 6
_MIX = 0x9E3779B97F4A7C15
_STIR = 0xBF58476D1CE4E5B9
_WORD = (1 << 64) - 1


@dataclass(frozen=True)
class Permutation:
    """A bijection of ``range(size)``, another for each ``key``: a Feistel network, walked until it lands inside.

    Source: Black and Rogaway, Ciphers with arbitrary finite domains, 2002 (cycle walking).
    """

    size: int
    key: int

    def __getitem__(self, index: int) -> int:
        if not 0 <= index < self.size:
            raise IndexError(f"{index} is not in range({self.size})")
        half = max(1, ((self.size - 1).bit_length() + 1) // 2)
        while (index := self._shuffle(index, half)) >= self.size:
            pass
        return index

    def _shuffle(self, index: int, half: int) -> int:
        mask = (1 << half) - 1
        left, right = index >> half, index & mask
        for turn in range(_ROUNDS):
            mixed = (right + (self.key + 1) * _MIX + turn * _STIR) & _WORD
            mixed = ((mixed ^ (mixed >> 30)) * _STIR) & _WORD
            left, right = right, left ^ ((mixed ^ (mixed >> 31)) & mask)
        return (left << half) | right
