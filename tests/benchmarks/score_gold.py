"""Score the extractor against the gold sets, which hold offsets only: the texts are joined to them first.

    python tests/benchmarks/score_gold.py --texts TEXTS.jsonl annotations/gold/press-adjudicated.jsonl [--errors]

Entities are those that the extractor finds; the figures are those of ``score_targets.py``.
"""

import argparse
import json
from pathlib import Path

from mokpyo.data.standoff import read_standoff
from mokpyo.data.texts import read_texts
from mokpyo.inference import Extractor
from mokpyo.train.target_scores import count_targets, error_lines, target_figures


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="standoff files; an article of several counts in each")
    parser.add_argument("--texts", type=Path, action="append", required=True, help="JSONL of id and text; repeatable")
    parser.add_argument("--errors", action="store_true", help="list what is missed, spurious or wrong")
    options = parser.parse_args()
    texts = read_texts(options.texts)
    extractor = Extractor.from_pretrained()
    pairs = []
    for gold in (document for path in options.gold for document in read_standoff(path, texts)):
        found = extractor(gold.text, published=gold.published, id=gold.id)
        pairs.append((gold, found))
        if options.errors:
            print(*error_lines(gold, found), sep="\n")
    print(json.dumps({"documents": len(pairs)} | target_figures(count_targets(pairs)), indent=1))


if __name__ == "__main__":
    main()
