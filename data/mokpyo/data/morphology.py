"""Korean morphemes with their offsets: the one place that talks to the Kiwi analyser."""

import functools
import importlib.metadata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiwipiepy import Kiwi


class Morpheme(NamedTuple):
    """One morpheme; ``start``/``end`` are code points into the analysed text.

    Contracted morphemes share characters (``했`` is 하 + 었), so spans may overlap, and ``end`` may equal ``start``.
    """

    start: int
    end: int
    form: str
    """Dictionary form, which may differ from the surface."""
    tag: str
    """Sejong part of speech as Kiwi gives it (``NNG``, ``JX``, ``VV-I``, ``SN`` ...)."""
    word: int
    """Index of the eojeol (space-delimited word) inside its text."""
    sentence: int
    """Index of the sentence inside its text."""


def analyser_version() -> str:
    """Kiwi's package and model versions, as an encoding that depends on them records it."""
    package = importlib.metadata.version("kiwipiepy")
    model = importlib.metadata.version("kiwipiepy_model")
    return f"kiwipiepy {package}, kiwipiepy_model {model}"


@functools.cache
def _kiwi() -> Kiwi:
    # One analyser a process: loading takes about a second, analysing is thread-safe.
    return Kiwi(num_workers=1)


def analyse(text: str) -> list[Morpheme]:
    """Morphemes of ``text`` in order; any Unicode string without lone surrogates is accepted."""
    return next(iter(analyse_all([text])))


def analyse_all(texts: Iterable[str]) -> Iterator[list[Morpheme]]:
    """Morphemes of each text, lazily and in order."""
    # Kiwi reads C strings: a NUL would end the text early. Replacing it keeps every offset.
    for tokens in _kiwi().tokenize(text.replace("\0", " ") for text in texts):
        yield [
            Morpheme(
                start=token.start,
                end=token.end,
                form=token.form,
                tag=str(token.tag),
                word=token.word_position,
                sentence=token.sent_position,
            )
            for token in tokens
        ]
