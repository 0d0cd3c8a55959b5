"""What a tagger's logits are worth: scores under the project's labels, whole and on the headline's sentences."""

from collections.abc import Sequence

from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.train.confusion import tabulate_confusion
from mokpyo.train.decoding import read_spans
from mokpyo.train.examples import Example, project_spans
from mokpyo.train.prediction import Logits
from mokpyo.train.scores import Entities, count_confusion, score_entities


def read_entities(
    logits: Sequence[Logits], examples: Sequence[Example], scheme: TagScheme
) -> tuple[list[Entities], list[Entities]]:
    """Gold and predicted entities of each sentence under the project's labels."""
    gold: list[Entities] = []
    predicted: list[Entities] = []
    for example, rows in zip(examples, logits, strict=True):
        gold.append(project_spans(example.sentence.spans))
        predicted.append(project_spans(read_spans(rows, example.offsets, scheme)))
    return gold, predicted


def micro_f1(logits: Sequence[Logits], examples: Sequence[Example], scheme: TagScheme) -> float:
    """Micro F1 of strict entities."""
    return score_entities(_texts(examples), *read_entities(logits, examples, scheme)).micro.f1


def measure(
    name: str, logits: Sequence[Logits], examples: Sequence[Example], scheme: TagScheme, headline: str
) -> dict[str, object]:
    """Scores, kinds of error and, where ``headline`` stands in an id, the same sentences' scores by themselves."""
    gold, predicted = read_entities(logits, examples, scheme)
    metrics: dict[str, object] = {
        name: score_entities(_texts(examples), gold, predicted),
        f"{name}_confusion": count_confusion(gold, predicted),
        f"{name}_confusion_tables": tabulate_confusion(gold, predicted),
    }
    chosen = [at for at, example in enumerate(examples) if headline and headline in example.sentence.id]
    if chosen:
        metrics[f"{name}_headline"] = score_entities(
            _texts([examples[at] for at in chosen]), [gold[at] for at in chosen], [predicted[at] for at in chosen]
        )
    return metrics


def _texts(examples: Sequence[Example]) -> list[str]:
    return [example.sentence.text for example in examples]
