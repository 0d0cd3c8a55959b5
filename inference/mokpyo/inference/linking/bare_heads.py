"""Bare heads that stand for a body named before: ``도는``, ``시 관계자는``, ``센터는``."""

import math
from bisect import bisect_left
from collections.abc import Container, Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import overlaps
from mokpyo.inference.lexicon.titles_table import TITLES
from mokpyo.inference.linking.aliases import bare_name
from mokpyo.inference.linking.organization_table import BARE_HEADS, COMPANY_WORDS
from mokpyo.inference.reading.layout import ArticleView

_SCORE = 0.9
"""Confidence of an entity that the rule, not the tagger, found."""


def find_bare_heads(view: ArticleView, entities: Sequence[Entity]) -> list[Entity]:
    """``ORG`` entities for bare heads in sight of a body with that ending that has been named before.

    A head of one syllable has to act (``도는``, ``도·경과원은``); a longer one may carry any josa (``재단을``).
    """
    named = [(e.end, bare_name(e.text)) for e in entities if e.label is Label.ORG and e.text not in BARE_HEADS]
    first_end: dict[str, float] = {}
    taken = sorted(e.span for e in entities)
    organizations = {e.start for e in entities if e.label is Label.ORG}
    found = []
    for sentence in view.sentences:
        for at, morpheme in enumerate(sentence.morphemes):
            if morpheme.form not in BARE_HEADS or not _stands_alone(sentence.morphemes, at):
                continue
            if not _acts(sentence.morphemes, at + 1) and not _joins(sentence.morphemes, at + 1, organizations):
                continue
            head = morpheme.form
            if head not in first_end:
                first_end[head] = min((end for end, name in named if _ends_with(name, head)), default=math.inf)
            if morpheme.start < first_end[head]:
                continue
            span = (morpheme.start, morpheme.end)
            before = bisect_left(taken, (morpheme.end, 0)) - 1
            if not overlaps(span, taken[before]):
                found.append(Entity(*span, Label.ORG, view.text[slice(*span)], _SCORE))
    return found


def _stands_alone(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether the morpheme is a noun and opens its word."""
    morpheme = morphemes[at]
    opens = at == 0 or morphemes[at - 1].word != morpheme.word or morphemes[at - 1].tag in ("SSO", "SSC", "SP")
    return opens and morpheme.tag.startswith("N")


def _acts(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether a subject josa, or a spokesperson's title, follows."""
    if at >= len(morphemes):
        return False
    follower, head = morphemes[at], morphemes[at - 1].form
    if follower.word == morphemes[at - 1].word:
        if len(head) > 1 and head not in COMPANY_WORDS and follower.tag.startswith("J"):
            return True  # 재단을, 협의체의: no one-syllable word that may be anything
        return (follower.tag in ("JX", "JKS") and follower.form in ("은", "는", "이", "가")) or (
            follower.form == "에서" and at + 1 < len(morphemes) and morphemes[at + 1].form in ("는", "도")
        )
    return follower.form in TITLES


def _joins(morphemes: Sequence[Morpheme], at: int, organizations: Container[int]) -> bool:
    """Whether another body follows after 와, 과 or a dot: ``도·경과원은``."""
    if at + 1 >= len(morphemes) or morphemes[at].word != morphemes[at - 1].word:
        return False
    return morphemes[at].form in ("·", "와", "과") and morphemes[at + 1].start in organizations


def _ends_with(name: str, head: str) -> bool:
    return head in COMPANY_WORDS or (name.endswith(head) and len(name) > len(head))
