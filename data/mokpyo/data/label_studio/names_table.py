"""Names in the labelling config, and what they stand for. A test holds the config to this table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from mokpyo.data.document import Bound, Label, Status

TEXT = "text"
"""Name of the tag that shows the article, and its key in a task's data."""
LABELS = "label"
"""Name of the control that gives a span its entity label."""


class Field(StrEnum):
    """Controls that describe one region, by the name that their results carry."""

    STATUS = "status"
    """Of a quantity: makes it a target."""
    BOUND = "bound"
    OBJECT = "object"
    VALUE = "value"
    HIGH = "high"
    UNIT = "unit"
    PLACE = "place"
    """Of a quantity: the target's region."""
    OWNER = "owner"
    """Of a quantity: its centre's name, where the text has no mention to draw an arrow to."""
    CENTER = "center"
    """Of an organisation: the fullest name of the centre that it names; ``-`` says that it names none."""
    CENTER_REGION = "center_region"
    FROM = "from"
    """Of a date: its first day, ``YYYY-MM-DD``."""
    BY = "by"
    """Of a date: its last day."""


class Arrow(StrEnum):
    """Relations, all drawn from a target's quantity; the values are what the page shows and an export holds."""

    OWNER = "주체"
    DEADLINE = "기한"
    REPEAT = "되풀이"


CHOICES = (Field.STATUS, Field.BOUND)
"""Fields that are chosen; all others are typed."""

NO_CENTER = "-"

FIELDS_OF: Mapping[Label, tuple[Field, ...]] = MappingProxyType(
    {
        Label.ORG: (Field.CENTER, Field.CENTER_REGION),
        Label.REGION: (),
        Label.QUANTITY: (
            Field.STATUS,
            Field.OBJECT,
            Field.PLACE,
            Field.VALUE,
            Field.HIGH,
            Field.UNIT,
            Field.BOUND,
            Field.OWNER,
        ),
        Label.DATE: (Field.FROM, Field.BY),
    }
)
"""Which fields a region of a label may have."""

ENDS_OF: Mapping[Arrow, tuple[Label, Label]] = MappingProxyType(
    {
        Arrow.OWNER: (Label.QUANTITY, Label.ORG),
        Arrow.DEADLINE: (Label.QUANTITY, Label.DATE),
        Arrow.REPEAT: (Label.QUANTITY, Label.QUANTITY),
    }
)
"""Labels at an arrow's tail and head."""

LABEL_NAMES: Mapping[Label, str] = MappingProxyType(
    {Label.ORG: "기관", Label.REGION: "지역", Label.QUANTITY: "수량", Label.DATE: "날짜"}
)
STATUS_NAMES: Mapping[Status, str] = MappingProxyType(
    {Status.PLANNED: "계획", Status.IN_PROGRESS: "진행", Status.ACHIEVED: "달성"}
)
BOUND_NAMES: Mapping[Bound, str] = MappingProxyType(
    {Bound.EXACT: "그대로", Bound.ABOUT: "약·여", Bound.AT_LEAST: "이상", Bound.AT_MOST: "이하·최대"}
)
"""Korean names on the page; exports hold the aliases, which are the enums' own values."""
