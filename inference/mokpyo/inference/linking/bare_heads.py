"""Bare heads that stand for a body named before: ``도는``, ``시 관계자는``, ``센터는``."""

from collections.abc import Sequence

from mokpyo.data.document import Entity, Label
from mokpyo.data.morphology import Morpheme
from mokpyo.data.offsets import overlaps
from mokpyo.inference.linking.aliases import bare_name
from mokpyo.inference.linking.organization_table import BARE_HEADS, COMPANY_WORDS, TITLES
from mokpyo.inference.reading.layout import ArticleView

_SCORE = 0.9
"""Confidence of an entity that the rule, not the tagger, found."""


def find_bare_heads(view: ArticleView, entities: Sequence[Entity]) -> list[Entity]:
    """``ORG`` entities for bare heads in acting positions, where a body with that ending has been named before."""
    named = [(e.end, bare_name(e.text)) for e in entities if e.label is Label.ORG and e.text not in BARE_HEADS]
    taken = [e.span for e in entities]
    found = []
    for sentence in view.sentences:
        for at, morpheme in enumerate(sentence.morphemes):
            if not _stands_alone(sentence.morphemes, at) or not _acts(sentence.morphemes, at + 1):
                continue
            if not any(end <= morpheme.start and _ends_with(name, morpheme.form) for end, name in named):
                continue
            span = (morpheme.start, morpheme.end)
            if not any(overlaps(span, other) for other in taken):
                found.append(Entity(*span, Label.ORG, view.text[slice(*span)], _SCORE))
    return found


def _stands_alone(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether the morpheme is a bare head and opens its word."""
    morpheme = morphemes[at]
    opens = at == 0 or morphemes[at - 1].word != morpheme.word or morphemes[at - 1].tag in ("SSO", "SSC", "SP")
    return opens and morpheme.form in BARE_HEADS and morpheme.tag.startswith("N")


def _acts(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether a subject josa, or a spokesperson's title, follows."""
    if at >= len(morphemes):
        return False
    follower = morphemes[at]
    if follower.word == morphemes[at - 1].word:
        return (follower.tag in ("JX", "JKS") and follower.form in ("은", "는", "이", "가")) or (
            follower.form == "에서" and at + 1 < len(morphemes) and morphemes[at + 1].form in ("는", "도")
        )
    return follower.form in TITLES


def _ends_with(name: str, head: str) -> bool:
    return head in COMPANY_WORDS or (name.endswith(head) and len(name) > len(head))
