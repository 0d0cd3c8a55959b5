"""Which quantities are targets: features of a quantity in its clause, weighed in one table."""

import math
from collections.abc import Callable, Mapping

from mokpyo.inference.linking import background_features, form_features, undertaking_features
from mokpyo.inference.linking.context import QuantityContext
from mokpyo.inference.linking.object_table import STRIPPED_ACTIONS
from mokpyo.inference.linking.predicate_table import UNDERTAKING_STEMS
from mokpyo.inference.linking.surroundings import governing_stem
from mokpyo.inference.reading.layout import LineKind


def target_features(quantity: QuantityContext, text: str) -> dict[str, float]:
    """Names of the features that hold, each with how much it holds (0 to 1)."""
    return {name: 1.0 for name, feature in FEATURES.items() if feature(quantity, text)}


def probability(score: float) -> float:
    """The logistic function, rounded to four places as documents carry it."""
    return round(1.0 / (1.0 + math.exp(-score)), 4)


def can_be_target(quantity: QuantityContext) -> bool:
    """Ordinals, phases, names, ages, scores and page furniture never measure an undertaking."""
    if quantity.place.kind is LineKind.FURNITURE:
        return False
    return quantity.reading.kind.is_amount or _is_building_count(quantity)


def _is_building_count(quantity: QuantityContext) -> bool:
    """``생산동 8동을 짓는다`` counts buildings, though ``3동`` alone may name one."""
    if quantity.reading.quantity.unit != "동" or governing_stem(quantity) not in UNDERTAKING_STEMS:
        return False
    following = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)[:1]
    return any(m.tag in ("JKO", "JKS", "JX") or m.form in STRIPPED_ACTIONS for m in following)


FEATURES: Mapping[str, Callable[[QuantityContext, str], bool]] = {
    "action": undertaking_features.action,
    "undertaking": undertaking_features.undertaking,
    "undertaking_noun": undertaking_features.undertaking_noun,
    "planned": undertaking_features.planned,
    "done_or_doing": undertaking_features.done_or_doing,
    "has_subject": undertaking_features.has_subject,
    "money": undertaking_features.money,
    "headline": undertaking_features.headline,
    "bound": undertaking_features.bound,
    "becomes": undertaking_features.becomes,
    "statistic": background_features.statistic,
    "increment": background_features.increment,
    "baseline": background_features.baseline,
    "threshold": form_features.threshold,
    "attendance": background_features.attendance,
    "uncounted_noun": form_features.uncounted_noun,
    "background_noun": background_features.background_noun,
    "per_one": form_features.per_one,
    "definition": background_features.definition,
    "no_predicate": undertaking_features.no_predicate,
    "caption": form_features.caption,
    "quoted_name": form_features.quoted_name,
    "conditional": form_features.conditional,
    "people_act": background_features.people_act,
    "sanction": background_features.sanction,
    "participants": background_features.participants,
    "nationwide": background_features.nationwide,
    "one_of": form_features.one_of,
    "comparison": background_features.comparison,
    "year_count": form_features.year_count,
    "measured_topic": undertaking_features.measured_topic,
    "arrow": form_features.arrow,
    "received": background_features.received,
    "unknown_unit": form_features.unknown_unit,
    "floor_of_building": form_features.floor_of_building,
    "ability": background_features.ability,
    "only": background_features.only,
    "definition_frame": background_features.definition_frame,
    "denomination": form_features.denomination,
    "share": form_features.share,
    "share_of_whole": form_features.share_of_whole,
    "former_level": background_features.former_level,
    "forecast": background_features.forecast,
    "major": form_features.major,
    "cohort": form_features.cohort,
    "past_result": background_features.past_result,
    "weather_or_game": background_features.weather_or_game,
}
"""Every feature by its name in :data:`TARGET_WEIGHTS`."""
