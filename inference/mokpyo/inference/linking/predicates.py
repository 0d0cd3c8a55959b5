"""Predicates of a sentence with their tense and form, put together from morphemes.

Korean marks tense on the last verb of a chain, and much of it on nouns (``조성할 계획이다``, ``추진 중``), so one
predicate here spans its auxiliaries and such nouns.
"""

from collections.abc import Sequence

from mokpyo.data.morphology import Morpheme
from mokpyo.inference.linking.predicate import Form, Predicate, Tense
from mokpyo.inference.linking.predicate_table import DATE_MODIFIERS, INTENDING, PLAN_NOUNS, UNDERTAKING_STEMS

_STEM_TAGS = ("VV", "VA", "VX", "VC", "XSV", "XSA")
_OPENING_INITIALS = "VXN"
_NOUN_TAGS = ("NNG", "XSN")
_CLOSING_TAGS = frozenset({"SP", "SF", "SE", "SSC"})
_LIGHT_VERBS = frozenset({"하", "되", "받", "시키", "당하", "이루어지", "이뤄지", "맺", "벌이", "펼치", "거두", "올리"})
_PASSIVE_VERBS = frozenset({"되", "받", "당하", "이루어지", "이뤄지", "지"})
_PAST = ("었",)
"""The analyser gives 았 and 였 in this form too, as it does 아 in 어."""
_QUOTING = ("다고", "라고", "다며", "라며", "냐고", "자고", "다면서", "라면서", "다는데")
_RESOLVED = frozenset({"결정", "합의", "협의", "확정", "결의", "약속", "뜻", "방침"})


def find_predicates(morphemes: Sequence[Morpheme]) -> list[Predicate]:
    """Predicates of one sentence in order; auxiliaries and plan nouns are part of theirs."""
    found: list[Predicate] = []
    at = 0
    while at < len(morphemes):
        if morphemes[at].tag[0] not in _OPENING_INITIALS or not _may_open(morphemes, at):
            at += 1
            continue
        reader = _Reader(morphemes, at)
        predicate = reader.predicate()
        if predicate is not None:
            found.append(predicate)
        at = max(reader.at, at + 1)
    return found


def _may_open(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether a predicate may begin here at all: spares most morphemes a closer look."""
    tag = morphemes[at].tag
    if tag in _NOUN_TAGS:
        return at + 1 == len(morphemes) or morphemes[at + 1].tag in _CLOSING_TAGS
    return _is_stem(tag) or (tag == "NNB" and morphemes[at].form == "중")


def _is_stem(tag: str) -> bool:
    return tag.startswith(_STEM_TAGS)


class _Reader:
    """Reads one predicate from ``morphemes[at:]``; ``at`` ends behind what was read."""

    def __init__(self, morphemes: Sequence[Morpheme], at: int) -> None:
        self.morphemes = morphemes
        self.at = at
        self.first = at
        self.tense = Tense.NONE
        self.form = Form.FINAL
        self.negated = False
        self.plan = False

    def predicate(self) -> Predicate | None:
        head = self.morphemes[self.at]
        if self._only_dates(head):
            self.at += 2
            return None
        if _is_stem(head.tag):
            return self._verbal()
        if head.tag == "NNB" and head.form == "중" and self._previous_is_noun():
            return self._ongoing()
        if head.tag in _NOUN_TAGS and self._bare_ends_here(head):
            self.at += 1
            stem = self._compound(self.first)
            return Predicate(head.start, head.end, stem, Tense.NONE, Form.BARE)
        return None

    def _only_dates(self, head: Morpheme) -> bool:
        """``지난 18일``, ``오는 9월``: verbs by form, words of a date by use."""
        follower = self.morphemes[self.at + 1] if self.at + 1 < len(self.morphemes) else None
        return follower is not None and (head.form, follower.form) in DATE_MODIFIERS and follower.tag == "ETM"

    # --- verbs, adjectives, copulas

    def _verbal(self) -> Predicate:
        head = self.morphemes[self.at]
        stem, start = self._stem(head)
        self.at += 1
        self._endings(head.tag)
        self._auxiliaries()
        last = self.morphemes[self.at - 1]
        return Predicate(
            start=start,
            end=max(last.end, head.end),
            stem=stem,
            tense=self.tense,
            form=self.form,
            copula=head.tag.startswith("VC"),
            adjective=head.tag.startswith(("VA", "XSA")),
            passive=head.form in _PASSIVE_VERBS,
            negated=self.negated,
            plan=self.plan,
        )

    def _stem(self, head: Morpheme) -> tuple[str, int]:
        """The verbal noun where the verb is a light one, else the verb's own form; and where it begins."""
        before = self.first - 1
        if head.tag.startswith(("XSV", "XSA", "VC")) and before >= 0:
            return self._compound(before), self.morphemes[before].start
        if head.form in _LIGHT_VERBS and before >= 0:
            while before >= 0 and self.morphemes[before].tag in ("JKO", "JX", "JKS", "MAG"):
                before -= 1
            if before >= 0 and self.morphemes[before].tag in _NOUN_TAGS:
                return self._compound(before), self.morphemes[before].start
        return head.form, head.start

    def _compound(self, last: int) -> str:
        """The noun at ``last`` with its suffix joined: 사업 + 화."""
        morpheme = self.morphemes[last]
        if morpheme.tag == "XSN" and last > 0:
            return self.morphemes[last - 1].form + morpheme.form
        return morpheme.form

    def _endings(self, stem_tag: str) -> None:
        self.tense, self.form = Tense.NONE, Form.FINAL
        while self.at < len(self.morphemes) and self.morphemes[self.at].tag in ("EP", "EF", "EC", "ETM", "ETN"):
            ending = self.morphemes[self.at]
            self.at += 1
            if ending.tag == "EP":
                self._pre_final(ending.form)
                continue
            self._final(ending, stem_tag)
            return

    def _pre_final(self, form: str) -> None:
        if form in _PAST:
            self.tense = Tense.PAST
        elif form == "겠":
            self.tense = Tense.FUTURE

    def _final(self, ending: Morpheme, stem_tag: str) -> None:
        action = not stem_tag.startswith(("VA", "XSA", "VC"))
        if ending.tag == "EF":
            self.form = Form.FINAL
        elif ending.tag == "ETN":
            self.form = Form.NOMINAL
        elif ending.tag == "ETM":
            self.form = Form.ADNOMINAL
            if ending.form in ("ᆯ", "을"):
                self.tense = Tense.FUTURE
            elif ending.form in ("ᆫ", "은", "던") and action:
                self.tense = Tense.PAST
        elif ending.form.endswith(_QUOTING):
            self.form = Form.QUOTED
        elif ending.form in ("어", "어서", "고서", "자마자"):
            self.form = Form.SEQUENTIAL
        else:
            self.form = Form.CONNECTIVE
        present = ending.tag == "EF" or ending.form.startswith(("ᆫ다", "는"))
        if self.tense is Tense.NONE and action and present:
            self.tense = Tense.PRESENT

    # --- what follows the endings and belongs to the predicate

    def _auxiliaries(self) -> None:
        while self.at < len(self.morphemes):
            before = self.at
            if self.form in (Form.CONNECTIVE, Form.SEQUENTIAL):
                self._auxiliary_verb()
            elif self.form is Form.ADNOMINAL:
                self._plan_noun()
            elif self.form is Form.NOMINAL:
                self._resolution()
            if self.at == before:
                return

    def _auxiliary_verb(self) -> None:
        ending = self.morphemes[self.at - 1].form
        verb = self.morphemes[self.at]
        if verb.tag == "JX" and self.at + 1 < len(self.morphemes):
            verb = self.morphemes[self.at + 1]
        arranged = ending in ("도록", "게") and self.tense is Tense.FUTURE  # 즐길 수 있도록 했다
        intended = verb.form == "하" and (ending in INTENDING or arranged)
        if not verb.tag.startswith("VX") and not intended:
            return
        self.at = self.morphemes.index(verb, self.at) + 1
        outer = self.tense
        self._endings(verb.tag)
        if intended:
            self.tense = Tense.FUTURE
        elif verb.form in ("있", "계시") and ending == "고":
            self.tense = Tense.PROGRESSIVE
        elif verb.form == "있":
            self.tense = Tense.PAST
        elif verb.form in ("않", "못하", "말"):
            self.negated = True
        if self.tense is Tense.NONE:
            self.tense = outer

    def _plan_noun(self) -> None:
        """``-ㄹ 계획이다``, ``-는 것이 목표다``, ``-ㄹ 수 있다``, ``-는 중이다``."""
        noun = self.morphemes[self.at]
        future = self.tense is Tense.FUTURE
        if noun.form == "수" and noun.tag == "NNB" and future:
            self._skip_to_stem(Tense.FUTURE)
            if self.morphemes[self.at - 2].form in _PAST:
                self.tense = Tense.PAST  # 마칠 수 있었다
        elif noun.form == "중" and noun.tag == "NNB":
            self._skip_to_stem(Tense.PROGRESSIVE)
        elif (noun.form == "바" and noun.tag == "NNB") or (noun.form == "상태" and self.tense is Tense.PAST):
            self._skip_to_stem(Tense.PAST)
        elif noun.form in PLAN_NOUNS and noun.tag in ("NNB", "NNG"):
            if noun.form == "것" and not future:
                self._thing()
            elif noun.form not in ("것", "전망") or self._next_is_copula(1):
                self._skip_to_stem(Tense.FUTURE)
                self.plan = True

    def _thing(self) -> None:
        """``-는 것이 목표다``: the plan noun stands behind 것이."""
        for ahead in (2, 3, 4):
            at = self.at + ahead
            if at < len(self.morphemes) and self.morphemes[at].form in PLAN_NOUNS - {"것"}:
                self.at = at
                self._skip_to_stem(Tense.FUTURE)
                return

    def _resolution(self) -> None:
        """``-기로 했다``, ``-기로 결정했다``, ``-기도 했다``."""
        if self.at + 1 >= len(self.morphemes) or self.morphemes[self.at].form not in ("로", "도", "까지"):
            return
        planned = self.morphemes[self.at].form == "로"
        verb = self.at + 1
        if self.morphemes[verb].form in _RESOLVED and verb + 1 < len(self.morphemes):
            verb += 1
        if self.morphemes[verb].form not in ("하", "되", "이", "을", "를"):
            return
        self.at = verb + 1
        self._endings(self.morphemes[verb].tag)
        if planned:
            self.tense = Tense.FUTURE

    def _skip_to_stem(self, tense: Tense) -> None:
        """Take the noun at ``at`` and a copula or 있다/하다 right behind it, then set ``tense``."""
        self.at += 1
        form = Form.ADNOMINAL
        probe = self.at
        while probe < len(self.morphemes) and self.morphemes[probe].tag in ("JKS", "JX", "JKB"):
            probe += 1
        if probe < len(self.morphemes) and _is_stem(self.morphemes[probe].tag) and probe - self.at <= 1:
            copula_or_being = self.morphemes[probe].tag.startswith("VC") or self.morphemes[probe].form in ("있", "없")
            if copula_or_being:
                self.at = probe + 1
                self._endings(self.morphemes[probe].tag)
                form = self.form
        elif probe > self.at:
            form = Form.CONNECTIVE  # 계획으로, 예정으로
        elif probe >= len(self.morphemes) or self.morphemes[probe].tag in ("SF", "SSC", "SP", "SE"):
            form = Form.FINAL  # a sentence cut at its noun: "확대할 예정."
        self.form, self.tense = form, tense

    def _next_is_copula(self, ahead: int) -> bool:
        at = self.at + ahead
        if at >= len(self.morphemes):
            return True
        follower = self.morphemes[at]
        return follower.tag.startswith("VC") or follower.tag in ("JKB", "JKQ", "SF", "SSC", "SP", "EC")

    # --- nouns that act as predicates

    def _ongoing(self) -> Predicate:
        head = self.morphemes[self.at]
        stem = self._compound(self.first - 1)
        self._skip_to_stem(Tense.PROGRESSIVE)
        last = self.morphemes[self.at - 1]
        start = self.morphemes[self.first - 1].start
        return Predicate(start, max(last.end, head.end), stem, Tense.PROGRESSIVE, self.form)

    def _previous_is_noun(self) -> bool:
        return self.first > 0 and self.morphemes[self.first - 1].form in UNDERTAKING_STEMS

    def _bare_ends_here(self, head: Morpheme) -> bool:
        stem = self._compound(self.at)
        if stem not in UNDERTAKING_STEMS and head.form not in UNDERTAKING_STEMS:
            return False
        if self.at + 1 >= len(self.morphemes):
            return True
        follower = self.morphemes[self.at + 1]
        return (follower.tag == "SP" and follower.form == ",") or follower.tag in ("SF", "SE", "SSC")
