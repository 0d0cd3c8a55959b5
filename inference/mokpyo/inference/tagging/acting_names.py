"""Unknown names that act like bodies: ``누리클라우드는 ... 1조원을 투자해`` can only be one."""

from bisect import bisect_left
from collections.abc import Iterator

from mokpyo.data.document import Label
from mokpyo.inference.lexicon.regions import region_names
from mokpyo.inference.lexicon.titles_table import TITLES
from mokpyo.inference.linking.predicate_table import UNDERTAKING_STEMS
from mokpyo.inference.linking.predicates import find_predicates
from mokpyo.inference.reading.layout import ArticleView, Sentence
from mokpyo.inference.tagging.names import Name
from mokpyo.inference.tagging.names_table import SURNAMES, TITLE_ENDINGS
from mokpyo.inference.tagging.noun_runs import NounRun, NounRuns, all_noun_runs

_SHORTEST = 3
_PERSON = 3
"""Syllables of most full names of persons, which begin with a surname."""

_TOPIC = ("은", "는")


def find_acting_names(view: ArticleView, runs: NounRuns | None = None) -> Iterator[Name]:
    """The topic that opens a sentence, a proper noun, if the sentence tells of an undertaking with a number.

    ``runs`` are those of the view, where they have been read.
    """
    for sentence, own in zip(view.sentences, all_noun_runs(view) if runs is None else runs, strict=True):
        run = next(iter(own), None)
        if run is None or view.text[sentence.start : run.start].strip() or not _may_be_a_name(run):
            continue
        if _is_topic(sentence, run) and _undertakes(sentence, run.end):
            yield Name(run.start, run.end, Label.ORG, decided=False)


def _may_be_a_name(run: NounRun) -> bool:
    known = run.surface in region_names() or run.surface in TITLES or run.surface.endswith(TITLE_ENDINGS)
    person = len(run.surface) == _PERSON and run.surface[0] in SURNAMES
    return run.is_proper and len(run.surface) >= _SHORTEST and not (known or person or run.surface[-1].isdigit())


def _is_topic(sentence: Sentence, run: NounRun) -> bool:
    at = bisect_left(sentence.morphemes, run.end, key=lambda morpheme: morpheme.start)
    if at >= len(sentence.morphemes):
        return False
    josa = sentence.morphemes[at]
    return josa.tag == "JX" and josa.form in _TOPIC and josa.start == run.end


def _undertakes(sentence: Sentence, start: int) -> bool:
    numbered = any(morpheme.tag == "SN" and morpheme.start > start for morpheme in sentence.morphemes)
    return numbered and any(
        predicate.stem in UNDERTAKING_STEMS and predicate.start > start and not predicate.passive
        for predicate in find_predicates(sentence.morphemes)
    )
