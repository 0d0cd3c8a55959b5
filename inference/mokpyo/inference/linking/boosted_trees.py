"""Gradient-boosted decision trees as a table that anybody can read: log-odds from named features."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mokpyo.data.errors import ModelError

LEAF = "-"
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A question, ``feature <= threshold``, with the nodes of yes and no in the same tree; or a leaf's ``value``."""

    feature: str | None
    threshold: float
    yes: int
    no: int
    value: float


@dataclass(frozen=True)
class BoostedTrees:
    """The sum of a start value and of one leaf of each tree. A feature that is not given is 0."""

    start: float
    trees: Sequence[Sequence[TreeNode]]
    """The first node of each is its root."""

    def score(self, features: Mapping[str, float]) -> float:
        """Log-odds."""
        return self.start + sum(_leaf(tree, features) for tree in self.trees)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Lines of tree, feature, threshold, yes, no, value, a tab between; the first line is the start value alone.

        Raises :class:`ModelError` for anything else, a tree that never ends included.
        """
        try:
            first, *lines = path.read_text(encoding="utf-8").splitlines()
            start = float(first)
            trees: list[list[TreeNode]] = []
            for line in lines:
                number, node = _node(line)
                if number == len(trees):
                    trees.append([])
                trees[number].append(node)
            _check(start, trees)
        except OSError as error:
            raise ModelError(f"the trees {path} cannot be read: {error.strerror}") from error
        except (ValueError, IndexError) as error:
            raise ModelError(f"the trees {path} are damaged: {error}; a run of kind rank writes them anew") from error
        return cls(start, trees)

    def lines(self) -> list[str]:
        """What :meth:`read` reads."""
        rows = [f"{self.start:.5f}\n"]
        for number, tree in enumerate(self.trees):
            for node in tree:
                cells = (node.feature or LEAF, f"{node.threshold:.6g}", node.yes, node.no, f"{node.value:.5f}")
                rows.append("\t".join(map(str, (number, *cells))) + "\n")
        return rows


def _leaf(tree: Sequence[TreeNode], features: Mapping[str, float]) -> float:
    node = tree[0]
    while node.feature is not None:
        node = tree[node.yes if features.get(node.feature, 0.0) <= node.threshold else node.no]
    return node.value


def _node(line: str) -> tuple[int, TreeNode]:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise ValueError(f"expected {_COLUMNS} columns, got {line[:60]!r}")
    number, feature, threshold, yes, no, value = cells
    node = TreeNode(None if feature == LEAF else feature, float(threshold), int(yes), int(no), float(value))
    return int(number), node


def _check(start: float, trees: Sequence[Sequence[TreeNode]]) -> None:
    numbers = [start, *(number for tree in trees for node in tree for number in (node.threshold, node.value))]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a number is not finite")
    for tree in trees:
        for at, node in enumerate(tree):
            if node.feature is not None and not (at < node.yes < len(tree) and at < node.no < len(tree)):
                raise ValueError(f"node {at} of a tree of {len(tree)} leads to {node.yes} and {node.no}")
