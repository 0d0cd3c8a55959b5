"""Agreement of two annotators on the same articles, from their standoff files alone.

    python tests/benchmarks/agreement.py annotations/gold/press-a.jsonl annotations/gold/press-b.jsonl

Records are matched by their quantity's span. Rates, kappas and counts of fields are of matched records; kappa is
Cohen's. Precision and recall take the first file as what is found and the second as what is right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mokpyo.data.errors import CorpusError
from mokpyo.data.standoff_records import StandoffArticle, StandoffCenter, StandoffTarget, read_records


@dataclass(frozen=True)
class Mention:
    """A target with the centre that it names."""

    target: StandoffTarget
    center: StandoffCenter | None

    @property
    def names(self) -> set[str]:
        return {self.center.name, *self.center.aliases} if self.center else set()

    @property
    def by(self) -> str | None:
        day = self.target.deadline and self.target.deadline.by
        return day.isoformat() if day else None


Pair = tuple[Mention, Mention]
Same = Callable[[Mention, Mention], bool]


def _same_last_word(left: Mention, right: Mention) -> bool:
    words = [one.target.object.split()[-1:] if one.target.object else [] for one in (left, right)]
    return words[0] == words[1]


SAME: dict[str, Same] = {
    "centre, same name": lambda a, b: (a.center and a.center.name) == (b.center and b.center.name),
    "centre, shares a form": lambda a, b: bool(a.names & b.names) or not (a.names or b.names),
    "status": lambda a, b: a.target.status is b.target.status,
    "deadline, last day": lambda a, b: a.by == b.by,
    "object": lambda a, b: a.target.object == b.target.object,
    "object, last word": _same_last_word,
    "value and high": lambda a, b: (
        (a.target.quantity.value, a.target.quantity.high) == (b.target.quantity.value, b.target.quantity.high)
    ),
    "unit": lambda a, b: a.target.quantity.unit == b.target.quantity.unit,
    "bound": lambda a, b: a.target.quantity.bound is b.target.quantity.bound,
    "repeats or not": lambda a, b: (a.target.repeat_of is None) == (b.target.repeat_of is None),
    "region": lambda a, b: a.target.region == b.target.region,
}


def mentions(article: StandoffArticle) -> dict[tuple[int, int], Mention]:
    """Targets of an article by the span of their quantity."""
    centers = {center.id: center for center in article.centers}
    return {
        (one.quantity.start, one.quantity.end): Mention(one, centers[one.center] if one.center else None)
        for one in article.targets
    }


def same_articles(first: Path, second: Path) -> list[tuple[StandoffArticle, StandoffArticle]]:
    """Both annotations of each article; raises :class:`CorpusError` unless both files have the same texts."""
    left, right = ({(one.id, one.sha256): one for one in read_records(path)} for path in (first, second))
    if alone := left.keys() ^ right.keys():
        raise CorpusError(f"{first} and {second} do not annotate the same texts: {sorted(one for one, _ in alone)}")
    return [(left[key], right[key]) for key in left]


def kappa(labels: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa; 1.0 where chance alone would agree always."""
    total = len(labels)
    left, right = (Counter(label[side] for label in labels) for side in (0, 1))
    chance = sum(left[label] * right[label] for label in left) / total**2
    return (sum(a == b for a, b in labels) / total - chance) / (1 - chance) if chance < 1 else 1.0


def figures(articles: Sequence[tuple[StandoffArticle, StandoffArticle]]) -> dict[str, object]:
    """All figures, rounded."""
    both: list[Pair] = []
    counts = [0, 0]
    for left, right in ((mentions(one), mentions(other)) for one, other in articles):
        counts = [counts[0] + len(left), counts[1] + len(right)]
        both += [(left[span], right[span]) for span in left.keys() & right.keys()]
    result: dict[str, object] = {
        "articles": len(articles),
        "targets": counts,
        "same span": len(both),
        "target F1": round(2 * len(both) / max(1, sum(counts)), 3),
        "precision": round(len(both) / max(1, counts[0]), 3),
        "recall": round(len(both) / max(1, counts[1]), 3),
    }
    return result | (field_figures(both) if both else {})


def field_figures(both: Sequence[Pair]) -> dict[str, object]:
    """Counts and rates of matched records, which must not be none."""
    result: dict[str, object] = {}
    for name, same in SAME.items():
        right = sum(same(a, b) for a, b in both)
        result[name] = [right, round(right / len(both), 3)]
    dated = [(a, b) for a, b in both if a.by or b.by]
    result["deadline, where either has one"] = [sum(a.by == b.by for a, b in dated), len(dated)]
    result["status kappa"] = round(kappa([(a.target.status, b.target.status) for a, b in both]), 3)
    pairs = Counter(f"{a.target.status}/{b.target.status}" for a, b in both)
    return result | {"status pairs": dict(pairs.most_common())}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args()
    print(json.dumps(figures(same_articles(options.first, options.second)), indent=1))


if __name__ == "__main__":
    main()
