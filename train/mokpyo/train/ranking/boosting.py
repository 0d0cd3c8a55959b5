"""Trees over the log-odds of all quantities of an article, grown by scikit-learn and kept as a table."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from mokpyo.inference.linking.boosted_trees import BoostedTrees, TreeNode
from mokpyo.train.ranking.logistic import Features
from mokpyo.train.ranking.settings import TreeSettings

_LEXICAL = ("stem=", "closing_stem=", "counted=", "first_counted=", "noun_before=", "before=", "behind=", "unit=")
"""Words: the weights have read them, and a tree would learn single ones by heart."""


def grow_trees(
    rows: Sequence[Features], labels: Sequence[bool], settings: TreeSettings, seed: int
) -> BoostedTrees | None:
    """Trees that tell ``labels`` from ``rows``, one a quantity; ``None`` where these are too few to tell anything."""
    counts = Counter(name for row in rows for name in row if not name.startswith(_LEXICAL))
    names = sorted(name for name, count in counts.items() if count >= settings.minimum_count)
    if not names or len(set(labels)) == 1:
        return None
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float32)
    grown = GradientBoostingClassifier(
        n_estimators=settings.count,
        max_depth=settings.depth,
        learning_rate=settings.learning_rate,
        subsample=settings.subsample,
        max_features=settings.features,
        min_samples_leaf=settings.minimum_leaf,
        random_state=seed,
    ).fit(matrix, np.array(labels))
    share = float(np.mean(labels))
    trees = [_tree(estimator.tree_, names, settings.learning_rate) for estimator in grown.estimators_[:, 0]]
    return BoostedTrees(float(np.log(share / (1.0 - share))), trees)


def _tree(tree: object, names: Sequence[str], rate: float) -> list[TreeNode]:
    """A tree of scikit-learn: parallel arrays, one entry a node; a leaf has the child -1."""
    arrays = (getattr(tree, name) for name in ("feature", "threshold", "children_left", "children_right", "value"))
    return [
        TreeNode(None, 0.0, 0, 0, rate * float(value[0][0]))
        if yes < 0
        else TreeNode(names[feature], float(threshold), int(yes), int(no), 0.0)
        for feature, threshold, yes, no, value in zip(*arrays, strict=True)
    ]
