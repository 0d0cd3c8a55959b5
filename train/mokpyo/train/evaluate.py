"""``mokpyo evaluate``: a model's scores on labelled sentences, as the product tags them."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from mokpyo.data.corpora import LabelledText
from mokpyo.data.document import Article
from mokpyo.data.errors import CorpusError, LabelError
from mokpyo.inference.reading.view import view_articles
from mokpyo.inference.tagging.tagger import Tagger
from mokpyo.train.config import CorpusSettings
from mokpyo.train.confusion import BORDERS, Confusion, tabulate_confusion
from mokpyo.train.corpora import read_labelled
from mokpyo.train.examples import project_spans
from mokpyo.train.pretraining.atomic_files import whole_file, write_json
from mokpyo.train.scores import Entities, EntityScores, count_confusion, score_entities

_BATCH = 64
"""Sentences tagged at once."""
_LISTED_ERRORS = 200
_CONTEXT = 12


class EvaluationReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was measured; ``errors`` are readable lines, no more than 200 of them."""

    model: str
    data: str
    scores: EntityScores
    confusion: dict[str, int]
    """How often each kind of error was made."""
    tables: Confusion
    errors: list[str]


def evaluate_model(model: str | None, data: Path, report: Path | None = None) -> EvaluationReport:
    """Tag the sentences of a corpus, JSONL or documents, as the product does, borders put right, and score them.

    Prints tables; writes ``report`` as JSON, and the table of labels as a picture beside it, where it is given. Labels
    of KLUE's scheme count under the project's four.
    Raises :class:`CorpusError` for an empty corpus.
    """
    sentences = list(read_labelled(CorpusSettings(path=data)))
    if not sentences:
        raise CorpusError(f"the corpus {data} holds no sentence")
    gold = _gold(sentences, data)
    found = _tag(Tagger.from_pretrained(model), sentences)
    result = EvaluationReport(
        model=model or "bundled",
        data=str(data),
        scores=score_entities([sentence.text for sentence in sentences], gold, found),
        confusion=count_confusion(gold, found),
        tables=tabulate_confusion(gold, found),
        errors=_error_lines(sentences, gold, found)[:_LISTED_ERRORS],
    )
    Console().print(_table(result), _label_table(result.tables), _border_table(result.tables))
    if report is not None:
        _write_report(result, report)
    return result


def _gold(sentences: Sequence[LabelledText], data: Path) -> list[Entities]:
    try:
        return [project_spans(sentence.spans) for sentence in sentences]
    except LabelError as error:
        raise CorpusError(f"{data}: {error}; relabel the corpus first, or leave such spans out") from error


def _write_report(result: EvaluationReport, report: Path) -> None:
    from mokpyo.train.plots import CONFUSION_FILE, plot_confusion

    with whole_file(report.with_suffix(f".{CONFUSION_FILE}")) as draft:
        plot_confusion(result.tables, draft)
    write_json(report, result)


def _tag(tagger: Tagger, sentences: Sequence[LabelledText]) -> list[Entities]:
    """Entities of each sentence, offsets into the sentence as it came."""
    found: list[Entities] = []
    viewed = view_articles(Article(text=sentence.text) for sentence in sentences)
    while batch := list(itertools.islice(viewed, _BATCH)):
        for (_, form), entities in zip(batch, tagger.tag([view for view, _ in batch]), strict=True):
            spans = [(*form.to_original(entity.start, entity.end), entity.label.value) for entity in entities]
            found.append(spans)
    return found


def _error_lines(sentences: list[LabelledText], gold: list[Entities], found: list[Entities]) -> list[str]:
    lines = []
    for sentence, true, tagged in zip(sentences, gold, found, strict=True):
        lines += [_error_line("missed", sentence, entity) for entity in sorted(set(true) - set(tagged))]
        lines += [_error_line("wrong", sentence, entity) for entity in sorted(set(tagged) - set(true))]
    return lines


def _error_line(kind: str, sentence: LabelledText, entity: tuple[int, int, str]) -> str:
    start, end, label = entity
    before, after = sentence.text[max(0, start - _CONTEXT) : start], sentence.text[end : end + _CONTEXT]
    return f"{kind} {label}: {before}[{sentence.text[start:end]}]{after}"


def _table(result: EvaluationReport) -> Table:
    scores = result.scores
    low, high = scores.interval
    table = Table(
        title=f"{result.model} on {scores.sentences} sentences",
        caption=f"{scores.mode}; micro F1 95 % interval {low:.3f} to {high:.3f}\n{scores.character_mode}",
    )
    for column in ("label", "precision", "recall", "F1", "entities"):
        table.add_column(column, justify="left" if column == "label" else "right")
    for name, row in [*scores.labels.items(), ("micro", scores.micro)]:
        table.add_row(name, f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}", str(row.support))
    table.add_row("macro", "", "", f"{scores.macro_f1:.3f}", "")
    table.add_row("characters", "", "", f"{scores.character_f1:.3f}", "")
    return table


def _label_table(tables: Confusion) -> Table:
    table = _count_table("labels: gold by predicted, paired where they overlap", list(tables.labels))
    for name, row in tables.labels.items():
        table.add_row(name, *(str(count) for count in row.values()))
    return table


def _border_table(tables: Confusion) -> Table:
    table = _count_table("borders that differ, of pairs with one label", BORDERS)
    for name, row in tables.borders.items():
        table.add_row(name, *(str(row[border]) for border in BORDERS))
    return table


def _count_table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title)
    table.add_column("label")
    for column in columns:
        table.add_column(column, justify="right")
    return table
