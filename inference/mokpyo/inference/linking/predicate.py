"""What a predicate says: its stem, its tense, and how it stands in its sentence."""

from dataclasses import dataclass
from enum import StrEnum

from mokpyo.inference.linking.predicate_table import POSTPOSITIONAL_STEMS


class Tense(StrEnum):
    """When the predicate happens, seen from the article."""

    PAST = "past"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    NONE = "none"


class Form(StrEnum):
    """How the predicate stands in its sentence."""

    FINAL = "final"
    CONNECTIVE = "connective"
    SEQUENTIAL = "sequential"
    """``-아/어``: done before what follows."""
    ADNOMINAL = "adnominal"
    QUOTED = "quoted"
    """``-다고``, ``-라며``: a whole clause inside a reporting one."""
    NOMINAL = "nominal"
    BARE = "bare"
    """A verbal noun alone, before a comma or at the end of a headline."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate; ``[start, end)`` are code points from its stem to its last ending."""

    start: int
    end: int
    stem: str
    tense: Tense
    form: Form
    copula: bool = False
    passive: bool = False
    negated: bool = False
    adjective: bool = False
    plan: bool = False
    """Whether a plan noun closes it: ``구축할 계획``, ``한다는 목표``."""

    @property
    def is_postposition(self) -> bool:
        """Whether it serves as a case mark (``통해``, ``위해``) and makes no clause."""
        return self.stem in POSTPOSITIONAL_STEMS and self.form in (Form.SEQUENTIAL, Form.ADNOMINAL, Form.CONNECTIVE)
