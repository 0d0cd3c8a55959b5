"""Score centres and targets against annotated documents, with their entities and with the bundled model's.

    python tests/benchmarks/score_targets.py GOLD.jsonl [--predicted] [--model M] [--errors]

The figures are those of ``mokpyo evaluate --targets``.
"""

import argparse
import json
from pathlib import Path

from mokpyo.data.document import Document
from mokpyo.train.target_scores import count_targets, error_lines, link_annotated, target_figures


def read_gold(path: Path) -> list[Document]:
    """Documents of a JSONL file."""
    return [Document.from_json(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predicted", action="store_true", help="find the entities with the bundled model")
    parser.add_argument("--errors", action="store_true", help="list what is missed, spurious or wrong")
    parser.add_argument("--model", help="model folder for --predicted; the bundled one if not given")
    options = parser.parse_args()
    if options.predicted:
        from mokpyo.inference import Extractor

        extractor = Extractor.from_pretrained(options.model)
    pairs = []
    for gold in read_gold(options.gold):
        if options.predicted:
            found = extractor(gold.text, published=gold.published, title=gold.title, id=gold.id)
        else:
            found = link_annotated(gold)
        pairs.append((gold, found))
        if options.errors:
            print(*error_lines(gold, found), sep="\n")
    print(json.dumps(target_figures(count_targets(pairs)), indent=1))


if __name__ == "__main__":
    main()
