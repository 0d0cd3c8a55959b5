"""What a quantity reading says beyond value and unit: its kind, its dimension, and how sure the grammar is."""

from dataclasses import dataclass
from enum import StrEnum

from mokpyo.data.document import Quantity


class QuantityKind(StrEnum):
    """What a number with its counter is used for."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    SHARE = "share"
    """Percentages, percentage points, fractions, halves."""
    MULTIPLE = "multiple"
    """How many times as much: ``2배``."""
    ORDINAL = "ordinal"
    """A place in a row: ``제3차``, ``16회째``, ``1위``."""
    PHASE = "phase"
    """A stage of something: ``2단계``, ``1차``."""
    NAME = "name"
    """The number is part of a name: ``1호기``, ``3기 신도시``."""
    AGE = "age"
    SCORE = "score"
    """Results of games and tests: ``3골``, ``4-1``, ``2연승``."""
    DURATION = "duration"
    """Days and longer. A DATE by the annotation guide, so never an entity of this reader."""
    TIME = "time"
    """Hours and shorter, and clock times: no entity at all."""
    ROUTE = "route"
    """Line, road and exit numbers, articles of law: no entity at all."""

    SITE = "site"
    """A numbered place, part of its name: ``5구역``, ``12단지``. A REGION, if anything."""

    @property
    def is_entity(self) -> bool:
        """Whether the annotation guide calls such a span QUANTITY."""
        return self not in _NOT_QUANTITY

    @property
    def is_amount(self) -> bool:
        """Whether it says how much there is of something, as a target does, rather than which one it is."""
        return self in _AMOUNTS


_NOT_QUANTITY = frozenset({QuantityKind.DURATION, QuantityKind.TIME, QuantityKind.ROUTE, QuantityKind.SITE})
_AMOUNTS = frozenset(
    {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.SHARE, QuantityKind.MULTIPLE}
)


class Dimension(StrEnum):
    """What a unit measures; units of one dimension (and one currency) convert into each other."""

    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    POWER = "power"
    ENERGY = "energy"
    SPEED = "speed"
    DATA = "data"
    DATA_RATE = "data_rate"
    FREQUENCY = "frequency"
    TEMPERATURE = "temperature"
    CONCENTRATION = "concentration"
    CAPACITY = "capacity"
    """Shipping and shipbuilding: TEU, DWT, CGT."""
    MONEY = "money"
    RATIO = "ratio"
    PEOPLE = "people"
    HOUSEHOLDS = "households"
    PLACES = "places"
    BODIES = "bodies"
    """Companies, schools, states, teams."""
    OCCURRENCES = "occurrences"
    THINGS = "things"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class QuantityReading:
    """A number in its place, as the grammar reads it.

    ``certain`` says that the number has a counter or unit of the table in a place where it can only be a counter;
    such a reading may stand without a tagger's word for it.
    """

    quantity: Quantity
    kind: QuantityKind
    certain: bool
    dimension: Dimension | None
