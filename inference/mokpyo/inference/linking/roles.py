"""What a body does in its sentence: topic, subject, partner, source ... read from what follows its name."""

import operator
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mokpyo.data.document import Entity
from mokpyo.data.morphology import Morpheme
from mokpyo.inference.lexicon.titles_table import TITLES
from mokpyo.inference.linking.clusters import Mention, Organizations
from mokpyo.inference.linking.predicate import Form, Predicate
from mokpyo.inference.linking.predicate_table import BUILDING_STEMS, INTRANSITIVE_BUILDING
from mokpyo.inference.reading.layout import Sentence


class Role(StrEnum):
    """Grammatical role of a mention."""

    TOPIC = "topic"
    SUBJECT = "subject"
    AGENT = "agent"
    """``-에서`` of a body that acts."""
    HEADLINE = "headline"
    """``나주시, ...``: a headline's subject."""
    ATTRIBUTION = "attribution"
    """``-에 따르면``."""
    PARTNER = "partner"
    SOURCE = "source"
    RECIPIENT = "recipient"
    POSSESSOR = "possessor"
    OTHER = "other"

    @property
    def acts(self) -> bool:
        """Whether a body in this role does what its clause says."""
        return self in ACTING


ACTING = frozenset({Role.TOPIC, Role.SUBJECT, Role.AGENT, Role.HEADLINE})


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in its role; ``until`` is where its clause ends, which for ``이/가`` may be a relative clause's end."""

    start: int
    end: int
    body: int
    role: Role
    until: int
    spokesperson: bool = False
    joint: bool = False
    """Whether it is not the first of several joint subjects."""


_START = operator.attrgetter("start")
_BRACKET = re.compile(r"\s?[(（][^()（）\n]{1,60}[)）]")
_QUOTE = "'’\"”』」》>"
_PARTNERS = frozenset("함께 협력 공동 손잡 협업 협약 업무 힘 연계 손 더불 체결 맺 컨소시엄 협의 공조".split())
_FUSED_TITLES = ("시장", "군수", "구청장", "지사", "교육감", "시의회")
_TITLE_SYLLABLES = tuple(title[-1] for title in _FUSED_TITLES)
_BARE_TITLES = ("시장", "군수", "구청장", "도지사", "지사")
_OPEN_END = 1 << 60
_FUSED_JOSA = re.compile(r"[은는이가도의에와과](?![가-힣])")
_JOSA_TAGS = {
    "은": "JX",
    "는": "JX",
    "도": "JX",
    "이": "JKS",
    "가": "JKS",
    "의": "JKG",
    "에": "JKB",
    "와": "JKB",
    "과": "JKB",
}


def find_actors(
    text: str,
    sentence: Sentence,
    organizations: Organizations,
    predicates: Sequence[Predicate],
    regions: Sequence[Entity],
) -> list[Actor]:
    """Every body named in the sentence with its role, in text order; ``regions`` are the sentence's."""
    first = bisect_left(organizations.mentions, sentence.start, key=_START)
    last = bisect_left(organizations.mentions, sentence.end, key=_START)
    mentions = organizations.mentions[first:last]
    actors = [_actor(text, mention, sentence, predicates) for mention in mentions]
    actors += _office_holders(sentence, organizations, predicates, {m.start for m in mentions})
    actors += _acting_places(text, sentence, organizations, predicates, regions)
    return _join(sorted(actors, key=_START), text)


def _actor(text: str, mention: Mention, sentence: Sentence, predicates: Sequence[Predicate]) -> Actor:
    end = mention.end
    bracket = _BRACKET.match(text, end)
    if bracket is not None and bracket.end() <= sentence.end:
        end = bracket.end()
    while end < sentence.end and text[end] in _QUOTE:
        end += 1
    role, spokesperson = _role(text, end, sentence)
    if role is Role.HEADLINE and not _opens(text, mention.start, sentence):
        role = Role.OTHER
    if role in (Role.TOPIC, Role.SUBJECT) and not spokesperson and _is_built(end, predicates):
        role = Role.OTHER
    return Actor(mention.start, mention.end, mention.body, role, _scope(role, end, predicates), spokesperson)


def _is_built(end: int, predicates: Sequence[Predicate]) -> bool:
    """Whether all that is said of it is that it comes to be: ``과학관은 460억원이 투입되며 3층으로 건립된다``."""
    clauses = [p for p in predicates if p.start >= end and p.form is not Form.ADNOMINAL and not p.is_postposition]
    return bool(clauses) and all(
        p.stem in BUILDING_STEMS and (p.passive or p.stem in INTRANSITIVE_BUILDING) for p in clauses
    )


def _opens(text: str, start: int, sentence: Sentence) -> bool:
    """Whether only marks stand before: ``◆전북센터, ...``; the members of a list inside a sentence do not act."""
    return not any(character.isalnum() for character in text[sentence.start : start])


def _role(text: str, end: int, sentence: Sentence) -> tuple[Role, bool]:
    morphemes = sentence.morphemes
    at = bisect_left(morphemes, end, key=_START)
    fused = _fused_josa(text, end, morphemes[at - 1]) if at > 0 else None
    if fused is not None:
        return _role_of_josa(fused, morphemes[at : at + 5]), False
    at, title = _skip_title(morphemes, at)
    if at >= len(morphemes):
        return Role.OTHER, title
    josa, gap = morphemes[at], morphemes[at].start - (morphemes[at - 1].end if title else end)
    if gap > 0 or not josa.tag.startswith(("J", "SP", "VCP")):
        return (Role.OTHER if josa.tag.startswith("S") else Role.POSSESSOR), title
    return _role_of_josa(josa, morphemes[at + 1 : at + 6]), title


def _fused_josa(text: str, end: int, morpheme: Morpheme) -> Morpheme | None:
    """The josa that the analyser took for a part of the name: ``시가`` of ``구미시가``, ``순천시도`` as one noun."""
    match = _FUSED_JOSA.match(text, end) if morpheme.start < end < morpheme.end else None
    if match is None:
        return None
    return morpheme._replace(start=end, end=match.end(), form=match[0], tag=_JOSA_TAGS[match[0]])


def _role_of_josa(josa: Morpheme, following: Sequence[Morpheme]) -> Role:
    forms = [m.form for m in following]
    if josa.tag == "JX" and josa.form in ("은", "는", "ᆫ", "도"):
        return Role.TOPIC
    if josa.tag in ("JKS", "JKC") or josa.form == "이":
        return Role.SUBJECT
    if josa.form == "에서":
        return Role.TOPIC if forms[:1] in (["는"], ["도"]) else Role.AGENT
    if josa.tag == "SP" and josa.form == ",":
        return Role.HEADLINE
    if josa.form in ("와", "과", "이랑", "랑"):
        return Role.PARTNER if any(form in _PARTNERS for form in forms) else Role.OTHER
    if josa.form in ("으로부터", "로부터", "에게서", "한테서", "에게", "에", "한테"):
        if forms[:1] == ["따르"] or forms[:2] == ["의하", "면"]:
            return Role.ATTRIBUTION
        return Role.SOURCE if "부터" in josa.form or "서" in josa.form else Role.RECIPIENT
    return Role.POSSESSOR if josa.tag == "JKG" else Role.OTHER


def _skip_title(morphemes: Sequence[Morpheme], at: int) -> tuple[int, bool]:
    """Step over ``기계로봇과장``, ``관계자``, ``측`` behind a name, within three words, if a josa follows."""
    probe, first_word = at, morphemes[at].word if at < len(morphemes) else 0
    while probe < len(morphemes) and morphemes[probe].tag in ("NNG", "NNP", "NNB", "XSN", "SL", "SN"):
        if morphemes[probe].word - first_word > 3:
            return at, False
        probe += 1
    if probe == at:
        return at, False
    last = morphemes[probe - 1]
    probe = _behind_bracket(morphemes, probe)
    titled = last.form in TITLES or (last.form == "장" and last.tag in ("XSN", "NNG"))
    josa = morphemes[probe] if probe < len(morphemes) else None
    return (probe, True) if titled and josa is not None and josa.tag.startswith("J") else (at, False)


def _behind_bracket(morphemes: Sequence[Morpheme], at: int) -> int:
    """Step over what follows a holder's title in brackets: ``김다온 대표(왼쪽)가``."""
    if at >= len(morphemes) or morphemes[at].tag != "SSO":
        return at
    return next((i + 1 for i in range(at, len(morphemes)) if morphemes[i].tag == "SSC"), at)


def _scope(role: Role, end: int, predicates: Sequence[Predicate]) -> int:
    """Where the subject's clause ends. A topic reaches to the end of the sentence, a subject to its predicate."""
    if role not in (Role.SUBJECT, Role.AGENT):
        return _OPEN_END
    for predicate in predicates:
        # A nominal (나눔, 돌봄) hardly ever is what the subject does.
        if predicate.start >= end and not predicate.is_postposition and predicate.form is not Form.NOMINAL:
            closed = predicate.form is Form.ADNOMINAL or (role is Role.AGENT and predicate.form is not Form.FINAL)
            return predicate.end if closed else _OPEN_END
    return _OPEN_END


def _office_holders(
    sentence: Sentence, organizations: Organizations, predicates: Sequence[Predicate], taken: set[int]
) -> list[Actor]:
    """A mayor or governor whose title swallows the body's name stands for it: ``나주시장은``."""
    actors: list[Actor] = []
    for at, morpheme in enumerate(sentence.morphemes[:-1]):
        josa = sentence.morphemes[at + 1]
        if not morpheme.form.endswith(_TITLE_SYLLABLES) or morpheme.start in taken:
            continue
        if josa.form not in ("은", "는", "이", "가", "ᆫ") or not josa.tag.startswith("J"):
            continue
        word = "".join(m.form for m in sentence.morphemes[: at + 1] if m.word == morpheme.word)
        body = _body_of_holder(word, organizations)
        if body is not None:
            role = Role.TOPIC if josa.tag == "JX" else Role.SUBJECT
            until = _scope(role, josa.end, predicates)
            actors.append(Actor(morpheme.start, morpheme.end, body, role, until, spokesperson=True))
    return actors


def _body_of_holder(word: str, organizations: Organizations) -> int | None:
    """The body that the holder of an office, ``나주시장``, ``한빛병원장``, stands for."""
    if word in _BARE_TITLES:
        return organizations.first_government
    if word.endswith(_FUSED_TITLES):
        return organizations.government_in(word)
    return organizations.named(word.removesuffix("장")) if word.endswith("장") else None


def _acting_places(
    text: str,
    sentence: Sentence,
    organizations: Organizations,
    predicates: Sequence[Predicate],
    regions: Sequence[Entity],
) -> list[Actor]:
    """A place that acts stands for the one body of the article that bears its name: ``전북과 효성그룹이``."""
    actors = []
    for region in regions:
        named = organizations.bearing(region.text)
        role, _ = _role(text, region.end, sentence)
        joined = text[region.end : region.end + 1] in ("과", "와", "·")
        if len(named) == 1 and (role in (Role.TOPIC, Role.SUBJECT) or joined):
            role = Role.OTHER if joined else role
            actors.append(Actor(region.start, region.end, named.pop(), role, _scope(role, region.end, predicates)))
    return actors


def _join(actors: list[Actor], text: str) -> list[Actor]:
    """``경기도와 경과원은``: the first of joint subjects takes the role, the others become its partners."""
    joined = list(actors)
    for at in range(len(joined) - 1, 0, -1):
        first, second = joined[at - 1], joined[at]
        link = text[first.end : second.start].strip()
        if second.role in ACTING and link in ("와", "과", "·", ",", "및", "와의"):
            joined[at - 1] = _with(first, role=second.role, until=second.until, joint=False)
            joined[at] = _with(second, role=second.role, until=second.until, joint=True)
    return joined


def _with(actor: Actor, *, role: Role, until: int, joint: bool) -> Actor:
    return Actor(actor.start, actor.end, actor.body, role, until, actor.spokesperson, joint)
