"""Gradient-boosted decision trees as a table that anybody can read: log-odds from named features."""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from mokpyo.data.errors import ModelError

LEAF = "-"
_COLUMNS = 6
_ROWS_AT_ONCE = 1024
"""Bounds the memory that an article with very many quantities takes."""


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
        return self.scores([features])[0]

    def scores(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Log-odds of each row of features; all trees are walked side by side."""
        parts = (rows[at : at + _ROWS_AT_ONCE] for at in range(0, len(rows), _ROWS_AT_ONCE))
        return [self.start + sum(leaves) for part in parts for leaves in _leaves(self._nodes, part)]

    @functools.cached_property
    def _nodes(self) -> "_Nodes":
        return _side_by_side(self.trees)

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


class _Nodes(NamedTuple):
    """The nodes of all trees, one after the other: *shape* (nodes,) but for ``roots`` (trees,). A leaf leads to itself.

    ``columns`` are the places of the features that are asked for, ``depth`` is the most questions up to a leaf.
    """

    columns: Mapping[str, int]
    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float64]
    yes: npt.NDArray[np.intp]
    no: npt.NDArray[np.intp]
    value: npt.NDArray[np.float64]
    roots: npt.NDArray[np.intp]
    depth: int


def _side_by_side(trees: Sequence[Sequence[TreeNode]]) -> _Nodes:
    roots = np.cumsum([0, *map(len, trees)], dtype=np.intp)[:-1]
    placed = [(root + at, root, node) for root, tree in zip(roots, trees, strict=True) for at, node in enumerate(tree)]
    columns = {name: at for at, name in enumerate(dict.fromkeys(node.feature or LEAF for _, _, node in placed))}
    return _Nodes(
        columns=columns,
        feature=np.array([columns[node.feature or LEAF] for _, _, node in placed], dtype=np.intp),
        threshold=np.array([node.threshold for _, _, node in placed], dtype=np.float64),
        yes=np.array([at if node.feature is None else root + node.yes for at, root, node in placed], dtype=np.intp),
        no=np.array([at if node.feature is None else root + node.no for at, root, node in placed], dtype=np.intp),
        value=np.array([node.value for _, _, node in placed], dtype=np.float64),
        roots=roots,
        depth=max(map(_depth, trees), default=0),
    )


def _depth(tree: Sequence[TreeNode]) -> int:
    """The most questions from the root to a leaf."""
    depths = [0] * len(tree)
    for at in range(len(tree) - 1, -1, -1):  # a node leads only to later ones
        if tree[at].feature is not None:
            depths[at] = 1 + max(depths[tree[at].yes], depths[tree[at].no])
    return depths[0]


def _leaves(nodes: _Nodes, rows: Sequence[Mapping[str, float]]) -> list[list[float]]:
    """For each row the value of one leaf of each tree, in their order."""
    given = np.zeros((len(rows), len(nodes.columns)))
    for at, row in enumerate(rows):
        for name in row.keys() & nodes.columns.keys():
            given[at, nodes.columns[name]] = row[name]
    row_at = np.arange(len(rows))[:, None]
    reached = np.broadcast_to(nodes.roots, (len(rows), len(nodes.roots)))
    for _ in range(nodes.depth):
        holds = given[row_at, nodes.feature[reached]] <= nodes.threshold[reached]
        reached = np.where(holds, nodes.yes[reached], nodes.no[reached])
    leaves: list[list[float]] = nodes.value[reached].tolist()
    return leaves


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
