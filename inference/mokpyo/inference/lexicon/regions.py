"""Administrative regions of Korea, countries and parts of the world, from ``administrative_regions.tsv``."""

import functools
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple


class RegionKind(StrEnum):
    """What a region is to its neighbours in ``전남 나주시 영산동``."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    DISTRICT = "district"
    COUNTRY = "country"
    AREA = "area"


class Region(NamedTuple):
    """One form of a region's name."""

    kind: RegionKind
    is_government: bool
    """Whether the form names its government too: ``나주시`` and ``전라남도``, not ``나주`` and ``전남``."""


_GOVERNMENT_ENDINGS = ("시", "군", "구", "도")
_SHORTENED = (RegionKind.CITY, RegionKind.COUNTY)


def _rows() -> Iterator[tuple[str, RegionKind, list[str]]]:
    """First-tier region, kind and names of each line of the table."""
    lines = files("mokpyo.inference.lexicon").joinpath("administrative_regions.tsv").read_text(encoding="utf-8")
    for line in lines.splitlines():
        if not line.startswith("#"):
            first_tier, kind, names = line.split("\t")
            yield first_tier, RegionKind(kind), names.split()


@functools.cache
def region_names() -> dict[str, Region]:
    """Every form of every name. ``광주시`` is a province's and a city's; the first of the table stands."""
    table: dict[str, Region] = {}
    for _, kind, names in _rows():
        for name in names:
            governs = kind not in (RegionKind.COUNTRY, RegionKind.AREA) and name.endswith(_GOVERNMENT_ENDINGS)
            table.setdefault(name, Region(kind, governs))
            if kind in _SHORTENED and len(name) > 2:
                table.setdefault(name[:-1], Region(kind, is_government=False))
    return table


PROVINCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        short: tuple(name for name in names if name != short)
        for short, kind, names in _rows()
        if kind is RegionKind.PROVINCE
    }
)
"""The seventeen first-tier regions: everyday name, then the forms of their governments, old and new."""
