"""A run of kind ``rank``: weights for what makes a quantity a target, and how much they gain over the rules."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass
class _Tally:
    """Counts of quantities: annotated as targets, found to be, and both."""

    annotated: int = 0
    found: int = 0
    both: int = 0

    def add(self, article: ArticleCases, model: TargetModel) -> None:
        found = [draft.score > 0 for draft in score_drafts(article.drafts, model)]
        self.annotated += sum(article.labels) + article.unreachable
        self.found += sum(found)
        self.both += sum(f and wanted for f, wanted in zip(found, article.labels, strict=True))

    def metrics(self) -> dict[str, float]:
        return {
            "precision": round(self.both / max(1, self.found), 4),
            "recall": round(self.both / max(1, self.annotated), 4),
            "f1": round(2 * self.both / max(1, self.found + self.annotated), 4),
        }


def rank(config: RankConfig, run: RunFolder) -> None:
    """Write the table of weights, fitted on all articles, and its scores under cross-validation by article."""
    tagger = Tagger.from_pretrained(config.model)
    articles = [find_cases(document, tagger) for document in read_annotated(config.articles)]
    rules, learned = _Tally(), _Tally()
    for fitted_on, held_out in _folds(articles, config.folds, config.seed):
        model = _fit(fitted_on, config)
        for article in held_out:
            rules.add(article, TargetModel.by_hand())
            learned.add(article, model)
    model = _fit(articles, config)
    lines = [f"{name}\t{weight:.3f}\n" for name, weight in model.weights.items()]
    (run.path / WEIGHTS_FILE).write_text("".join(lines), encoding="utf-8")
    if model.trees is None:
        raise CorpusError("the articles hold too few quantities to grow trees from; annotate more")
    (run.path / TREES_FILE).write_text("".join(model.trees.lines()), encoding="utf-8")
    run.write_metrics(
        {
            "articles": len(articles),
            "quantities": sum(len(article.drafts) for article in articles),
            "targets": sum(sum(article.labels) for article in articles),
            "targets_that_are_no_quantity": sum(article.unreachable for article in articles),
            "weights": len(model.weights),
            "rules_by_hand": rules.metrics(),
            "learned_cross_validated": learned.metrics(),
        }
    )


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
