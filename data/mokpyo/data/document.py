"""The spine: an article, and everything that is read from it. Every block takes or gives these.

All offsets are Unicode code points into the unchanged input, half-open; ``text[start:end]`` is the surface.
"""

import datetime
import math
from enum import StrEnum
from typing import TYPE_CHECKING, Self

import msgspec

from mokpyo.data.errors import ArticleError, DocumentError
from mokpyo.data.offsets import Span, check_span, check_surface

if TYPE_CHECKING:
    from collections.abc import Callable

_notebook_page: "Callable[[Document], str] | None" = None


def show_documents_with(page: "Callable[[Document], str]") -> None:
    """Let notebooks show documents by ``page``: this room draws nothing itself and imports no room that does."""
    global _notebook_page  # noqa: PLW0603 - one hook a process, set on import of the drawing room
    _notebook_page = page


class Label(StrEnum):
    """The four entity labels of the project, in the order of the annotation guide."""

    ORG = "ORG"
    REGION = "REGION"
    QUANTITY = "QUANTITY"
    DATE = "DATE"


class Bound(StrEnum):
    """How a quantity's number is meant: 약/여 is about, 이상 at least, 이하/최대 at most."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Status(StrEnum):
    """How far a target has come by the article's own words."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    ACHIEVED = "achieved"


def lone_surrogate(text: str) -> int | None:
    """Offset of the first code point that is half of a surrogate pair, which no encoding can write; else ``None``."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What comes in. ``published`` is the day that relative dates are counted from."""

    text: str
    id: str = ""
    title: str | None = None
    published: datetime.date | None = None

    def __post_init__(self) -> None:
        for name, value in (("text", self.text), ("title", self.title or ""), ("id", self.id)):
            at = lone_surrogate(value)
            if at is not None:
                raise ArticleError(
                    f"the article's {name} holds a lone surrogate (U+{ord(value[at]):04X}) at character {at}, "
                    "which is not Unicode text; decode the source again, with errors='replace' if need be"
                )


class Entity(msgspec.Struct, frozen=True):
    """One tagged span; ``score`` is the tagger's probability, 1.0 for a person's annotation."""

    start: int
    end: int
    label: Label
    text: str
    score: float = 1.0

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


class Center(msgspec.Struct, frozen=True):
    """One real-world organisation that owns targets; ``name`` is its fullest form in the article."""

    id: str
    name: str
    aliases: list[str]
    region: str | None
    mentions: list[Span]


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit. ``value`` is in base units (``100억원``: 10000000000); ``high`` ends a range."""

    start: int
    end: int
    text: str
    value: int | float
    high: int | float | None
    unit: str
    bound: Bound

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


class Deadline(msgspec.Struct, frozen=True):
    """The date span of a target; ``from_`` and ``by`` are its first and last day, ``None`` when unresolved."""

    start: int
    end: int
    text: str
    from_: datetime.date | None = msgspec.field(default=None, name="from")
    by: datetime.date | None = None

    @property
    def span(self) -> Span:
        """``(start, end)``."""
        return (self.start, self.end)


class Target(msgspec.Struct, frozen=True):
    """A quantity that measures what a centre undertakes. ``link`` names the rule that chose the centre."""

    id: str
    center: str | None
    quantity: Quantity
    object: str | None
    deadline: Deadline | None
    region: str | None
    status: Status
    repeat_of: str | None = None
    link: str = ""
    score: float = 1.0
    evidence: Span | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article with everything read from it; construction checks every span against ``text``.

    Raises :class:`~mokpyo.data.errors.OffsetError` for a span that does not hold what it says.
    """

    id: str
    title: str | None = None
    published: datetime.date | None = None
    text: str
    entities: list[Entity] = []
    centers: list[Center] = []
    targets: list[Target] = []

    def __post_init__(self) -> None:
        at = lone_surrogate(self.text)
        if at is not None:
            raise DocumentError(
                f"the text of {self.id!r} holds a lone surrogate at character {at}: JSON cannot carry it"
            )
        for entity in self.entities:
            check_surface(self.text, entity.start, entity.end, entity.text, f"entity {entity.label}")
        for center in self.centers:
            for start, end in center.mentions:
                check_span(self.text, start, end, f"a mention of center {center.id!r}")
        self._check_targets()

    def _check_targets(self) -> None:
        center_ids = {center.id for center in self.centers}
        target_ids = {target.id for target in self.targets}
        for target in self.targets:
            quantity, deadline = target.quantity, target.deadline
            if any(isinstance(n, float) and not math.isfinite(n) for n in (quantity.value, quantity.high)):
                raise DocumentError(f"the quantity of {target.id!r} is not finite: {quantity.value}, {quantity.high}")
            check_surface(self.text, quantity.start, quantity.end, quantity.text, f"the quantity of {target.id!r}")
            if deadline is not None:
                check_surface(self.text, deadline.start, deadline.end, deadline.text, f"the deadline of {target.id!r}")
            if target.evidence is not None:
                check_span(self.text, *target.evidence, f"the evidence of {target.id!r}")
            if target.center is not None and target.center not in center_ids:
                raise DocumentError(f"target {target.id!r} names center {target.center!r}, which the document lacks")
            if target.repeat_of is not None and target.repeat_of not in target_ids:
                raise DocumentError(f"target {target.id!r} repeats {target.repeat_of!r}, which the document lacks")

    def _repr_html_(self) -> str | None:
        """The document's page for a notebook, where a room that can draw one has been imported."""
        return None if _notebook_page is None else _notebook_page(self)

    def to_json(self) -> str:
        """The document as one line of JSON, keys in the order of the contract."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read what :meth:`to_json` wrote. Raises :class:`DocumentError` naming the wrong field."""
        try:
            return msgspec.json.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise DocumentError(f"not a document of this contract: {error}") from error
