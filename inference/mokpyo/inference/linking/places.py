"""Where: the region of a centre, and the place that a target's clause names."""

from mokpyo.inference.linking.aliases import region_of_name
from mokpyo.inference.linking.context import QuantityContext

_LOCATIVE = ("에", "에서", "내", "소재", "일대", "일원", "지역", "관내", "등")
_GOVERNMENTS = ("특별자치시", "특별자치도", "광역시", "특별시", "시", "군", "구")


def region_of_center(name: str) -> str | None:
    """The place that a centre's name says it belongs to: ``나주`` of ``전라남도 나주시``, ``전북`` of ``전북센터``."""
    last = (name.split() or [""])[-1]
    for ending in _GOVERNMENTS:
        if last.endswith(ending) and len(last) > len(ending) + 1:
            return last.removesuffix(ending)
    if last.endswith("도") and region_of_name(last) is not None:
        return last
    return region_of_name(name)


def region_of_target(quantity: QuantityContext, text: str) -> str | None:
    """The place in the quantity's clause, before it, that carries a locative josa; the nearest one."""
    for region in reversed(quantity.place.regions):
        if region.end > quantity.start or region.start < quantity.clause[0]:
            continue
        if text[region.end : region.end + 3].strip().startswith(_LOCATIVE):
            return region.text
    return None
