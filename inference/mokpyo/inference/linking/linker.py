"""The relation step: entities of one article in, its centres and targets out."""

import itertools
from collections.abc import Mapping, Sequence

from mokpyo.data.document import Center, Deadline, Entity, Status, Target
from mokpyo.inference.dates.mention import DateReading
from mokpyo.inference.linking.candidates import probability
from mokpyo.inference.linking.clusters import Organizations, find_organizations
from mokpyo.inference.linking.context import SentenceContext, read_sentences
from mokpyo.inference.linking.deadlines import DatedArticle, has_begun, is_due_later, read_deadline, was_past
from mokpyo.inference.linking.drafts import Draft, read_drafts, score_drafts
from mokpyo.inference.linking.objects import read_object
from mokpyo.inference.linking.owners import read_discourse
from mokpyo.inference.linking.places import region_of_center, region_of_target
from mokpyo.inference.linking.repeats import find_repeat
from mokpyo.inference.linking.status import closes_with_plan, status_of_nouns
from mokpyo.inference.linking.target_model import TargetModel
from mokpyo.inference.reading.layout import ArticleView, LineKind

_NEAR_SENTENCES = 2
"""Sentences back in which a bare count finds what it counts."""


def link_targets(
    view: ArticleView, entities: Sequence[Entity], model: TargetModel | None = None
) -> tuple[list[Center], list[Target]]:
    """Centres and targets of an article, offsets into ``view.text``; ``entities`` are sorted, without overlap.

    ``model`` tells which quantities are targets: the bundled one where none is given.
    """
    organizations = find_organizations(view.text, entities)
    contexts = read_sentences(view, entities, organizations)
    discourse = read_discourse(view, contexts)
    read = read_drafts(view, entities, contexts, organizations, discourse)
    drafts = [draft for draft in score_drafts(read, model or TargetModel.bundled()) if draft.score > 0]
    centers = _centers(drafts, organizations)
    return list(centers.values()), _targets(drafts, centers, view, contexts)


def _centers(drafts: Sequence[Draft], organizations: Organizations) -> dict[int, Center]:
    """The bodies that own targets, numbered by first mention, by their index."""
    owning = {draft.owner.body for draft in drafts if draft.owner is not None}
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in organizations.mentions:
        spans.setdefault(mention.body, []).append((mention.start, mention.end))
    centers: dict[int, Center] = {}
    for number, body in enumerate(sorted(owning, key=lambda body: spans[body][0][0]), start=1):
        name = organizations.bodies[body].fullest
        mentions = spans[body]
        aliases = [other for other in organizations.bodies[body].names if other != name]
        centers[body] = Center(f"c{number}", name, aliases, region_of_center(name), mentions)
    return centers


def _targets(
    drafts: Sequence[Draft], centers: Mapping[int, Center], view: ArticleView, contexts: Sequence[SentenceContext]
) -> list[Target]:
    targets: list[Target] = []
    said: dict[object, list[Target]] = {}
    statuses = _statuses(drafts)
    dated = DatedArticle(view.text, view.published, contexts)
    for number, draft in enumerate(drafts, start=1):
        quantity = draft.quantity
        status = quantity.status or _status_elsewhere(number - 1, drafts, statuses)
        if status is Status.ACHIEVED and is_due_later(quantity, dated):
            status = Status.PLANNED
        elif status is not Status.ACHIEVED and was_past(quantity, dated):
            status = Status.ACHIEVED
        elif status is Status.PLANNED and has_begun(quantity, dated):
            status = Status.IN_PROGRESS
        deadline = read_deadline(quantity, status, dated)
        center = centers[draft.owner.body] if draft.owner is not None else None
        target = Target(
            id=f"t{number}",
            center=center.id if center else None,
            quantity=quantity.reading.quantity,
            object=read_object(quantity, view.text) or _object_before(draft, drafts, targets),
            deadline=None if deadline is None else _deadline(*deadline),
            region=region_of_target(quantity, view.text) or (center.region if center else None),
            status=status,
            link=draft.owner.link if draft.owner else "none",
            score=probability(draft.score),
            evidence=quantity.place.sentence.span,
        )
        alike = said.setdefault((target.center, target.quantity.value, target.quantity.high), [])
        targets.append(_marked(target, alike))
        alike.append(targets[-1])
    return targets


def _object_before(draft: Draft, drafts: Sequence[Draft], targets: Sequence[Target]) -> str | None:
    """``3동을 완공하고 나머지 5동은``: a bare count counts what the one before it with its unit counted."""
    for at in range(len(targets) - 1, -1, -1):
        other, target = drafts[at], targets[at]
        distance = draft.quantity.place.index - other.quantity.place.index
        if distance > _NEAR_SENTENCES:
            return None
        if target.quantity.unit == draft.quantity.reading.quantity.unit and target.object is not None:
            return target.object
    return None


def _marked(target: Target, earlier: Sequence[Target]) -> Target:
    repeated = find_repeat(target, earlier)
    if repeated is None:
        return target
    return Target(**{name: getattr(target, name) for name in target.__struct_fields__} | {"repeat_of": repeated})


def _deadline(entity: Entity, reading: DateReading) -> Deadline:
    return Deadline(entity.start, entity.end, entity.text, reading.mention.from_, reading.mention.by)


def _statuses(drafts: Sequence[Draft]) -> dict[tuple[float, str], Status]:
    """The first status that each amount is given."""
    statuses: dict[tuple[float, str], Status] = {}
    for draft in drafts:
        quantity = draft.quantity.reading.quantity
        if draft.quantity.status is not None:
            statuses.setdefault((quantity.value, quantity.unit), draft.quantity.status)
    return statuses


def _status_elsewhere(at: int, drafts: Sequence[Draft], statuses: Mapping[tuple[float, str], Status]) -> Status:
    """What has no verb takes the status of the same amount elsewhere, of its own nouns, or of its neighbours.

    An item of a list asks its neighbours first: ``① 6월까지 25개사 선정`` is as planned as the list.
    """
    draft = drafts[at]
    own = draft.quantity.reading.quantity
    if closes_with_plan(draft.quantity.end, draft.quantity.place.sentence.morphemes):
        return Status.PLANNED
    if (own.value, own.unit) in statuses:
        return statuses[(own.value, own.unit)]
    if draft.quantity.place.kind is not LineKind.LIST_ITEM:
        nouns = status_of_nouns(draft.quantity.end, draft.quantity.place.sentence.morphemes)
        if nouns is not None:
            return nouns
    around = itertools.chain(range(at - 1, -1, -1), range(at + 1, len(drafts)))
    return next((status for place in around if (status := drafts[place].quantity.status) is not None), Status.PLANNED)
