"""A run of kind ``rank``: weights for what makes a quantity a target, and how much they gain over the rules."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mokpyo.data.errors import CorpusError
from mokpyo.inference.linking.drafts import score_drafts, weigh_drafts
from mokpyo.inference.linking.target_context import context_features
from mokpyo.inference.linking.target_model import TREES_FILE, WEIGHTS_FILE, TargetModel
from mokpyo.inference.linking.target_table import TARGET_WEIGHTS
from mokpyo.inference.tagging.tagger import Tagger
from mokpyo.train.annotated import read_annotated
from mokpyo.train.ranking.boosting import grow_trees
from mokpyo.train.ranking.cases import ArticleCases, find_cases
from mokpyo.train.ranking.logistic import Features, Prior, fit_logistic
from mokpyo.train.ranking.settings import RankConfig
from mokpyo.train.run_folder import RunFolder

_ROUNDS = 2
"""A quantity is lifted by listed neighbours that are targets, which the weights decide: found in turns."""

_NEGLIGIBLE = 0.005

_CUTS = [tenth / 10 for tenth in range(-10, 11)]
"""Log-odds among which the cut is chosen."""


@dataclass
class _Scores:
    """Log-odds of quantities, and whether an annotator has each as a target."""

    unreachable: int = 0
    found: list[float] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)

    def add(self, article: ArticleCases, model: TargetModel) -> None:
        self.unreachable += article.unreachable
        self.found += [draft.score for draft in score_drafts(article.drafts, model)]
        self.labels += article.labels

    def metrics(self, cut: float = 0.0) -> dict[str, float]:
        """Precision, recall and F1 of what lies above ``cut``."""
        found = sum(score > cut for score in self.found)
        both = sum(score > cut and label for score, label in zip(self.found, self.labels, strict=True))
        annotated = sum(self.labels) + self.unreachable
        return {
            "precision": round(both / max(1, found), 4),
            "recall": round(both / max(1, annotated), 4),
            "f1": round(2 * both / max(1, found + annotated), 4),
        }

    def best_cut(self) -> float:
        """The cut of the highest F1, the one nearest to zero of several."""
        return max(_CUTS, key=lambda cut: (self.metrics(cut)["f1"], -abs(cut)))


def rank(config: RankConfig, run: RunFolder) -> None:
    """Write the two tables, fitted on all articles, and what they gain under cross-validation by article.

    The cut at which the held-out articles score best becomes the zero of the log-odds.
    """
    tagger = Tagger.from_pretrained(config.model)
    articles = [find_cases(document, tagger) for document in read_annotated(config.articles)]
    rules, learned = _Scores(), _Scores()
    for fitted_on, held_out in _folds(articles, config.folds, config.seed):
        model = _fit(fitted_on, config)
        for article in held_out:
            rules.add(article, TargetModel.by_hand())
            learned.add(article, model)
    cut = learned.best_cut()
    _write_tables(_fit(articles, config), cut, run)
    run.write_metrics(
        {
            "articles": len(articles),
            "quantities": len(learned.labels),
            "targets": sum(learned.labels),
            "targets_that_are_no_quantity": learned.unreachable,
            "rules_by_hand": rules.metrics(),
            "learned_cross_validated": learned.metrics(cut),
            "learned_cross_validated_uncut": learned.metrics(),
            "cut": cut,
        }
    )


def _write_tables(model: TargetModel, cut: float, run: RunFolder) -> None:
    if model.trees is None:
        raise CorpusError("the articles hold too few quantities to grow trees from; annotate more")
    weights = [f"{name}\t{weight:.3f}\n" for name, weight in model.weights.items()]
    (run.path / WEIGHTS_FILE).write_text("".join(weights), encoding="utf-8")
    trees = replace(model.trees, start=model.trees.start - cut)
    (run.path / TREES_FILE).write_text("".join(trees.lines()), encoding="utf-8")


def _folds(
    articles: Sequence[ArticleCases], folds: int, seed: int
) -> list[tuple[list[ArticleCases], Sequence[ArticleCases]]]:
    """What to fit on and what to measure on, for each fold; every article is measured once."""
    dealt = sorted(articles, key=lambda article: article.id)
    random.Random(seed).shuffle(dealt)  # noqa: S311 - no secret
    held_out = [dealt[at::folds] for at in range(folds)]
    return [([a for fold in held_out if fold is not out for a in fold], out) for out in held_out]


def _fit(articles: Sequence[ArticleCases], config: RankConfig) -> TargetModel:
    """Weights from all articles; trees that grow on log-odds which each article got from the others' weights."""
    rows: list[Features] = []
    labels: list[bool] = []
    for fitted_on, held_out in _folds(articles, config.folds, config.seed + 1):
        weights = _fit_weights(fitted_on, config)
        for article in held_out:
            rows += _rows_with_context(article, weights)
            labels += article.labels
    trees = grow_trees(rows, labels, config.trees, config.seed)
    return TargetModel(_fit_weights(articles, config).weights, trees)


def _fit_weights(articles: Sequence[ArticleCases], config: RankConfig) -> TargetModel:
    prior = Prior(
        known=TARGET_WEIGHTS,
        known_strength=config.rule_strength,
        other_strength=config.word_strength,
        minimum_count=config.minimum_count,
    )
    labels = [label for article in articles for label in article.labels]
    model = TargetModel.by_hand()
    for _ in range(_ROUNDS):
        weighed = [draft for article in articles for draft in weigh_drafts(article.drafts, model)]
        found = fit_logistic([{**draft.words, **draft.rules} for draft in weighed], labels, prior)
        model = TargetModel({n: w for n, w in found.items() if n in TARGET_WEIGHTS or abs(w) >= _NEGLIGIBLE})
    return model


def _rows_with_context(article: ArticleCases, model: TargetModel) -> list[Features]:
    weighed = weigh_drafts(article.drafts, model)
    context = context_features([draft.quantity for draft in weighed], [draft.score for draft in weighed])
    return [{**draft.rules, **draft.words, **around} for draft, around in zip(weighed, context, strict=True)]
