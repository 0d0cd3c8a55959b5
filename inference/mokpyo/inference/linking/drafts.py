"""Quantities of an article with all that decides whether they are targets: features, owner, log-odds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mokpyo.data.document import Entity, Label
from mokpyo.inference.linking.candidates import can_be_target, target_features
from mokpyo.inference.linking.clusters import Organizations, find_organizations
from mokpyo.inference.linking.context import QuantityContext, SentenceContext, place_quantity, read_sentences
from mokpyo.inference.linking.owners import Discourse, Owner, choose_owner, read_discourse
from mokpyo.inference.linking.target_context import are_listed, context_features
from mokpyo.inference.linking.target_model import TargetModel
from mokpyo.inference.linking.target_table import RULING_OUT, TARGET_WEIGHTS, WEAK_LINKS
from mokpyo.inference.linking.word_features import word_features
from mokpyo.inference.quantities.reader import read_quantity_at
from mokpyo.inference.reading.layout import ArticleView

LIFT = "part_of_target"


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity that may be a target; it is one where ``score``, the log-odds, is above zero."""

    quantity: QuantityContext
    owner: Owner | None
    rules: Mapping[str, float]
    """Features of the rules that hold."""
    words: Mapping[str, float]
    """What a learned model weighs besides."""
    score: float = 0.0

    @property
    def ruled_out(self) -> bool:
        """Whether a rule says by itself that it is no target, so that no neighbour makes it one."""
        return any(TARGET_WEIGHTS[name] <= RULING_OUT for name in self.rules)


def drafts_of(view: ArticleView, entities: Sequence[Entity]) -> list[Draft]:
    """As :func:`read_drafts`, from the entities alone."""
    organizations = find_organizations(view.text, entities)
    contexts = read_sentences(view, entities, organizations)
    return read_drafts(view, entities, contexts, organizations, read_discourse(view, contexts))


def read_drafts(
    view: ArticleView,
    entities: Sequence[Entity],
    contexts: Sequence[SentenceContext],
    organizations: Organizations,
    discourse: Discourse,
) -> list[Draft]:
    """All quantities that may be targets, in order, not scored yet."""
    drafts = []
    for quantity in _quantities(view, entities, contexts):
        owner = choose_owner(quantity, organizations, discourse)
        rules = target_features(quantity, view.text) | _owner_features(owner)
        words = word_features(quantity, view.text, len(contexts), owner.link if owner else "none")
        drafts.append(Draft(quantity, owner, rules, words))
    return drafts


def score_drafts(drafts: Sequence[Draft], model: TargetModel) -> list[Draft]:
    """Each with its log-odds: by its own features, and then, where the model has trees, by those of all."""
    weighed = weigh_drafts(drafts, model)
    if model.trees is None:
        return weighed
    context = context_features([draft.quantity for draft in weighed], [draft.score for draft in weighed])
    rows = [{**draft.rules, **draft.words, **around} for draft, around in zip(weighed, context, strict=True)]
    return [replace(draft, score=score) for draft, score in zip(weighed, model.trees.scores(rows), strict=True)]


def weigh_drafts(drafts: Sequence[Draft], model: TargetModel) -> list[Draft]:
    """Each with the log-odds that the model's weights give it.

    Amounts listed beside a target share its predicate, which lifts them: ``교육과정 18개, 교육생 330명, 과제 50건``.
    """
    alone = [replace(draft, score=model.score({**draft.rules, **draft.words})) for draft in drafts]
    lift = model.weights.get(LIFT, 0.0)
    return [
        replace(draft, score=draft.score + lift, rules={**draft.rules, LIFT: 1.0}) if _is_lifted(at, alone) else draft
        for at, draft in enumerate(alone)
    ]


def _is_lifted(at: int, drafts: Sequence[Draft]) -> bool:
    draft = drafts[at]
    near = (drafts[i] for i in (at - 1, at + 1) if 0 <= i < len(drafts))
    mates = [other for other in near if are_listed(draft.quantity, other.quantity)]
    return not draft.ruled_out and any(mate.score > 0 for mate in mates)


def _owner_features(owner: Owner | None) -> dict[str, float]:
    """What the choice of the owner says of the quantity: who undertakes nothing nearby owns less."""
    if owner is None:
        return {"ownerless": 1.0}
    return {"weak_owner": 1.0} if owner.link in WEAK_LINKS else {}


def _quantities(
    view: ArticleView, entities: Sequence[Entity], contexts: Sequence[SentenceContext]
) -> list[QuantityContext]:
    """Quantities that may be targets, each in its sentence."""
    found = []
    for entity in entities:
        if entity.label is not Label.QUANTITY:
            continue
        reading = read_quantity_at(view.text, entity.start, entity.end)
        if reading is None:
            continue
        quantity = place_quantity(entity, reading, contexts, view)
        if quantity is not None and can_be_target(quantity):
            found.append(quantity)
    return found
