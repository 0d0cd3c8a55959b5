"""Which body owns a target: features of a body towards a quantity, each weighed in one table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mokpyo.inference.linking.clusters import Organizations
from mokpyo.inference.linking.context import QuantityContext, SentenceContext
from mokpyo.inference.linking.owner_table import (
    GIFT_STEMS,
    HELPING_STEMS,
    INHERITANCE_DECAY,
    LINK_NAMES,
    OWNER_WEIGHTS,
)
from mokpyo.inference.linking.predicate import Form
from mokpyo.inference.linking.roles import Actor, Role
from mokpyo.inference.reading.layout import ArticleView, LineKind

_LIST_GAP = 2
_DESCRIBING = 0.5


@dataclass(frozen=True, slots=True)
class Owner:
    """The chosen body, why, and by how many points."""

    body: int
    link: str
    score: float


@dataclass(slots=True)
class Discourse:
    """Whom the text is about, sentence by sentence: what a sentence without a subject inherits."""

    inherited: list[tuple[int, float] | None] = field(default_factory=list)
    """For each sentence, the body that it inherits, and how strongly: less by the sentence, less than a topic's."""
    headings: list[int | None] = field(default_factory=list)
    """For each sentence, the body that its section's heading names."""
    title: frozenset[int] = frozenset()
    """Bodies named in headlines."""
    leading: int | None = None
    """The body that acts most often, of equals the first."""


def read_discourse(view: ArticleView, contexts: Sequence[SentenceContext]) -> Discourse:
    """Follow the acting bodies through the article."""
    discourse = Discourse()
    acting: dict[int, float] = {}
    titled: set[int] = set()
    current: tuple[int, float] | None = None
    section, heading = -1, None
    named: dict[int, int] = {}
    for context in contexts:
        if context.actors:
            named.setdefault(context.sentence.line, context.actors[0].body)
    for context in contexts:
        if context.sentence.section != section:
            section, current = context.sentence.section, None
            line = view.sections[section].heading
            heading = None if line is None else named.get(line)
        discourse.inherited.append(current)
        discourse.headings.append(heading)
        if context.kind is LineKind.FURNITURE:
            continue
        if context.kind is LineKind.TITLE:
            titled.update(actor.body for actor in context.actors)
        for actor in context.actors:
            if actor.role.acts and not actor.joint:
                # "공사가 시행하는 사업": whose clause only describes a noun is less of a protagonist.
                points = 1.0 if actor.until > context.sentence.end else _DESCRIBING
                acting[actor.body] = acting.get(actor.body, 0.0) + points
        current = _carried(context, current)
    discourse.title = frozenset(titled)
    discourse.leading = max(acting, key=lambda body: acting[body], default=None)
    return discourse


def _carried(context: SentenceContext, before: tuple[int, float] | None) -> tuple[int, float] | None:
    """What the next sentence inherits: this one's main subject, else what this one inherited."""
    inner = [
        actor
        for actor in context.actors
        if actor.role is Role.SUBJECT and actor.until > context.sentence.end and not actor.joint
        if not _only_helps(actor, context)
    ]
    if context.is_report and inner:
        # "시는 협의회가 ... 열었다고 밝혔다": the announcer tells of another body, and the text goes on about that.
        return inner[-1].body, 0.9
    main = [a for a in context.actors if a.role in (Role.TOPIC, Role.HEADLINE) and not a.joint]
    if main:
        return main[-1].body, 1.0
    if inner:
        return inner[0].body, 0.7
    attributed = [a for a in context.actors if a.role is Role.ATTRIBUTION]
    if attributed:
        return attributed[-1].body, 0.8
    return None if before is None else (before[0], max(0.3, before[1] - INHERITANCE_DECAY))


def _only_helps(actor: Actor, context: SentenceContext) -> bool:
    """``센터와 농협이 협력해 진행됐다``: who works along is not whom the text is about."""
    predicate = next((p for p in context.predicates if p.start >= actor.end), None)
    return predicate is not None and predicate.stem in HELPING_STEMS and predicate.form is not Form.FINAL


def choose_owner(quantity: QuantityContext, organizations: Organizations, discourse: Discourse) -> Owner | None:
    """The body with the highest sum, or ``None`` where nothing speaks for any."""
    features = owner_features(quantity, discourse)
    best: Owner | None = None
    for body, found in sorted(features.items()):
        total = sum(OWNER_WEIGHTS[name] * value for name, value in found.items())
        reasons = [name for name in found if name in LINK_NAMES]
        if total <= 0 or not reasons or not organizations.bodies[body].names:
            continue
        if best is None or total > best.score:
            link = max(reasons, key=lambda name: OWNER_WEIGHTS[name] * found[name])
            best = Owner(body, link, total)
    return best


def owner_features(quantity: QuantityContext, discourse: Discourse) -> dict[int, dict[str, float]]:
    """For every body in sight, the features that hold and how much (mostly 1)."""
    features: dict[int, dict[str, float]] = {}
    for body, name, value in (*_in_sentence(quantity), *_in_discourse(quantity, discourse)):
        features.setdefault(body, {}).setdefault(name, value)
    inner = [body for body, found in features.items() if "subject" in found]
    if inner:
        # "시는 회사가 쌀 500포를 기탁했다고 밝혔다": whom the text is about does not outweigh who does it.
        for body, found in features.items():
            if body not in inner:
                found.pop("inherited", None)
    return features


_Found = tuple[int, str, float]


def _in_discourse(quantity: QuantityContext, discourse: Discourse) -> list[_Found]:
    found: list[_Found] = []
    index = quantity.place.index
    inherited = discourse.inherited[index]
    if inherited is not None:
        found.append((inherited[0], "inherited", inherited[1]))
    heading = discourse.headings[index]
    if heading is not None:
        found.append((heading, "heading", 1.0))
    found += [(body, "title", 1.0) for body in sorted(discourse.title)]
    if discourse.leading is not None:
        found.append((discourse.leading, "leading", 1.0))
        if quantity.place.kind in (LineKind.TITLE, LineKind.HEADING):
            found.append((discourse.leading, "headline", 0.5))
    return found


def _in_sentence(quantity: QuantityContext) -> list[_Found]:
    found: list[_Found] = []
    subjects = [
        a
        for a in quantity.place.actors
        if a.role.acts and a.end <= quantity.start and (quantity.start < a.until or _gives(a, quantity)) and not a.joint
    ]
    for rank, actor in enumerate(reversed(subjects)):
        found.append((actor.body, _subject_name(actor) if rank == 0 else "earlier_subject", 1.0))
    for actor in quantity.place.actors:
        found += _by_role(actor, quantity, has_subject=bool(subjects))
    return found


def _gives(actor: Actor, quantity: QuantityContext) -> bool:
    """``시는 한빛회가 피해를 입은 주민을 도울 성금 5백만원을 기탁했다고 밝혔다``: it gives, relative clauses or not."""
    given = quantity.governor is not None and quantity.governor.stem in GIFT_STEMS
    return given and quantity.place.is_report and actor.role is Role.SUBJECT


def _subject_name(actor: Actor) -> str:
    if actor.spokesperson:
        return "spokesperson"
    if actor.role is Role.HEADLINE:
        return "headline"
    return "topic" if actor.role is Role.TOPIC else "subject"


_PENALTIES = {Role.PARTNER: "partner", Role.SOURCE: "source", Role.RECIPIENT: "recipient", Role.OTHER: "bystander"}


def _names_project(actor: Actor, quantity: QuantityContext) -> bool:
    """``AI병원 운영(30억원)``: a name in front of the parentheses that hold the amount is part of an item's name."""
    opened = 0
    for morpheme in quantity.place.morphemes_between(actor.end, quantity.start):
        opened += (morpheme.tag == "SSO") - (morpheme.tag == "SSC")
    return opened > 0


def _by_role(actor: Actor, quantity: QuantityContext, *, has_subject: bool) -> list[_Found]:
    found: list[_Found] = []
    if actor.joint:
        found.append((actor.body, "joint", 1.0))
    if 0 <= quantity.start - actor.end <= _LIST_GAP and actor.role is not Role.TOPIC:
        # "A사 120억원", "A사(120억원)": the body that the amount stands beside.
        found.append((actor.body, "apposition", 0.6))
    if actor.role.acts and actor.start >= quantity.end and not has_subject:
        found.append((actor.body, "subject_after", 1.0))
    if actor.role is Role.ATTRIBUTION:
        found.append((actor.body, "attribution", 1.0))
    if actor.role is Role.POSSESSOR and actor.end <= quantity.start and not _names_project(actor, quantity):
        found.append((actor.body, "possessor", 1.0))
    if actor.role in _PENALTIES:
        found.append((actor.body, _PENALTIES[actor.role], 1.0))
    return found
