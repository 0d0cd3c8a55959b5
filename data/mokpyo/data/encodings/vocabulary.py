"""Vocabulary files, and vocabularies built from a corpus."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mokpyo.data.encodings.encoding_file import MorphemeRules, Specials
from mokpyo.data.encodings.morpheme_pieces import number_shape, piece_name, vocabulary_key
from mokpyo.data.encodings.word_counts import DEFAULT_CAPACITY, WordCounts
from mokpyo.data.errors import ModelError
from mokpyo.data.morphology import Morpheme

VOCABULARY_FILE = "vocab.txt"
"""One entry a line, in the order of their ids: the layout of BERT's vocabularies."""


def index_vocabulary(vocabulary: Sequence[str], specials: Specials) -> dict[str, int]:
    """Entry to id. Raises :class:`ModelError` for a special that is missing and an entry that comes twice."""
    ids = {entry: at for at, entry in enumerate(vocabulary)}
    if missing := [name for name in specials.names() if name not in ids]:
        raise ModelError(f"the vocabulary lacks the special entries {', '.join(missing)}; build it again")
    if len(ids) != len(vocabulary):
        twice = next(entry for at, entry in enumerate(vocabulary) if ids[entry] != at)
        raise ModelError(f"the vocabulary has the entry {twice!r} twice, so ids do not fit; build it again")
    return ids


def write_vocabulary(folder: Path, vocabulary: Iterable[str]) -> None:
    """Write ``vocab.txt``."""
    (folder / VOCABULARY_FILE).write_text("".join(f"{entry}\n" for entry in vocabulary), encoding="utf-8")


def read_vocabulary(folder: Path) -> list[str]:
    """Entries of ``vocab.txt``. Raises :class:`ModelError` where it cannot be read."""
    path = folder / VOCABULARY_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} cannot be read ({error}); copy the whole model folder again") from error
    return text.removesuffix("\n").split("\n")


def count_forms(
    analysed: Iterable[Iterable[Morpheme]], rules: MorphemeRules, *, capacity: int = DEFAULT_CAPACITY
) -> WordCounts:
    """How often each morpheme occurs, by its vocabulary key; see :class:`WordCounts`."""
    forms = WordCounts(capacity)
    for morphemes in analysed:
        forms.add(vocabulary_key(morpheme.form, rules) for morpheme in morphemes)
    return forms


def build_morpheme_vocabulary(
    forms: Mapping[str, int], *, rules: MorphemeRules, specials: Specials, whole: int, pieces: int, minimum: int
) -> list[str]:
    """Specials, the ``whole`` commonest morphemes that occur ``minimum`` times, then the ``pieces`` commonest pieces.

    Shapes of the numbers left out count as wholes; pieces are counted over the other morphemes left out, and single
    characters of the wholes are always among them, so that a new word can be spelled.
    """
    listed = Counter({form: count for form, count in forms.items() if count >= minimum and _storable(form)})
    kept = [form for form, _ in _commonest(listed, whole)]
    left = Counter({form: count for form, count in forms.items() if _storable(form)})
    for form in kept:
        del left[form]
    shapes: Counter[str] = Counter()
    if rules.number_shapes:
        for form in [form for form in left if number_shape(form) != form]:
            shapes[number_shape(form)] += left.pop(form)
    frequent_shapes = [shape for shape, count in _commonest(shapes, len(shapes)) if count >= minimum]
    entries = [*specials.names(), *kept, *frequent_shapes]
    entries += [piece for piece, _ in _commonest(_count_pieces(kept, left, rules), pieces)]
    return list(dict.fromkeys(entries))


def _count_pieces(kept: Iterable[str], left: Mapping[str, int], rules: MorphemeRules) -> Counter[str]:
    counts: Counter[str] = Counter()
    for form in kept:
        counts.update(piece_name(form, at, at + 1) for at in range(len(form)))
    for form, count in left.items():
        for start in range(len(form)):
            for end in range(start + 1, min(len(form), start + rules.piece_characters) + 1):
                counts[piece_name(form, start, end)] += count
    return counts


def _commonest(counts: Mapping[str, int], limit: int) -> list[tuple[str, int]]:
    # Ties by the entry itself: a vocabulary must not depend on the order of the corpus.
    return heapq.nsmallest(limit, counts.items(), key=lambda item: (-item[1], item[0]))


def _storable(form: str) -> bool:
    # vocab.txt has one entry a line; str.split("\n") alone must read it back.
    return bool(form.strip()) and "\n" not in form and "\r" not in form
