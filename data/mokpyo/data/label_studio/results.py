"""Results of an annotation or prediction, as Label Studio's JSON has them."""

import datetime
from typing import Any

import msgspec

from mokpyo.data.document import Bound
from mokpyo.data.offsets import Span


class TargetNote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a machine knows of a target and no person edits."""

    id: str
    link: str = ""
    score: float = 1.0
    evidence: Span | None = None


class QuantityNote(msgspec.Struct, frozen=True, kw_only=True):
    """The reading that the fields were filled with, so that a moved border is known to have outdated it."""

    span: Span
    value: int | float
    high: int | float | None
    unit: str
    bound: Bound


class DateNote(msgspec.Struct, frozen=True, kw_only=True):
    """The reading that the fields of a date were filled with."""

    span: Span
    from_: datetime.date | None = msgspec.field(name="from")
    by: datetime.date | None


class CenterNote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The centre that a region mentions, or, on a quantity, an owner that the text does not mention."""

    id: str
    name: str
    aliases: list[str]
    region: str | None = None
    surfaces: list[str] = []
    """Surfaces of its mentions, in text order: aliases follow them where they are changed."""
    fields: bool = False
    """Whether this mention is the one whose fields show the name and the region."""


class Note(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a region carries through the editor unseen, under ``meta.mokpyo``."""

    entity: bool = True
    """False for a region that only holds a target's quantity, a deadline or a mention that is no entity."""
    target: TargetNote | None = None
    quantity: QuantityNote | None = None
    date: DateNote | None = None
    center: CenterNote | None = None


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """Label Studio's own ``meta`` of a region."""

    mokpyo: Note | None = None


class RegionResult(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One control's answer for one span; results with one ``id`` are one region."""

    id: str
    from_name: str
    to_name: str
    type: str
    value: dict[str, Any]
    origin: str = "manual"
    """``prediction``, ``prediction-changed`` or ``manual``."""
    score: float | None = None
    meta: Meta | None = None


class RelationResult(msgspec.Struct, frozen=True, kw_only=True):
    """An arrow between two regions; the server asks for every field."""

    from_id: str
    to_id: str
    type: str
    direction: str = "right"
    labels: list[str] = []
