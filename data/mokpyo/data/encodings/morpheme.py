"""Kiwi's morphemes as tokens, their part of speech as token type: what the bundled model reads."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from mokpyo.data.encodings.encoding_file import EncodingFile, EncodingKind, MorphemeRules, Specials, write_encoding_file
from mokpyo.data.encodings.morpheme_pieces import cut_pieces, number_shape, vocabulary_key
from mokpyo.data.encodings.morpheme_tags_table import OTHER_TAG, TAGS
from mokpyo.data.encodings.protocol import EncodedText
from mokpyo.data.encodings.vocabulary import index_vocabulary, write_vocabulary
from mokpyo.data.morphology import Morpheme, analyse, analyser_version
from mokpyo.data.offsets import Span

_SPECIAL_TYPE = 0
_TAG_INDEX = {tag: at for at, tag in enumerate(TAGS)}


class MorphemeEncoding:
    """Text encoding over ``vocabulary``, a list of entries that begins with the specials.

    Token types: 0 is of specials; ``1 + tag`` or, with word starts, ``1 + 2 * tag + starts a word``.
    """

    kind: str = EncodingKind.MORPHEME

    def __init__(self, vocabulary: Sequence[str], rules: MorphemeRules, specials: Specials) -> None:
        self.vocabulary = tuple(vocabulary)
        self.rules = rules
        self.specials = specials
        self._ids = index_vocabulary(self.vocabulary, specials)
        self.pad_id, self.unk_id, self.cls_id, self.sep_id, self.mask_id = (self._ids[n] for n in specials.names())
        self.vocabulary_size = len(self.vocabulary)
        self.type_vocabulary_size = 1 + len(TAGS) * (2 if rules.word_starts else 1)

    def encode(self, text: str, morphemes: Sequence[Morpheme] | None = None) -> EncodedText:
        """Encode one text; see :class:`~mokpyo.data.encodings.protocol.TextEncoding`.

        Morphemes that share characters (``했``: 하 + 었) share them here too; one without characters of its own
        takes the character before it, so that no offset is empty.
        """
        encoded = EncodedText([], [], [])
        word = None
        for morpheme in analyse(text) if morphemes is None else morphemes:
            floor = encoded.offsets[-1][0] if encoded.offsets else 0
            start, end = _sane_span(morpheme, floor, len(text))
            token_type = self._token_type(morpheme.tag, starts_word=morpheme.word != word)
            word = morpheme.word
            for entry, span in self._entries(morpheme.form, start, end):
                encoded.input_ids.append(entry)
                encoded.token_type_ids.append(token_type)
                encoded.offsets.append(span)
        return encoded

    def _token_type(self, tag: str, *, starts_word: bool) -> int:
        # Kiwi marks irregular stems (VV-I, VV-R); the stem's class is what matters here.
        index = _TAG_INDEX.get(tag.partition("-")[0], _TAG_INDEX[OTHER_TAG])
        return 1 + 2 * index + starts_word if self.rules.word_starts else 1 + index

    def _entries(self, form: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
        key = vocabulary_key(form, self.rules)
        whole = self._ids.get(key)
        if whole is None and self.rules.number_shapes and (shape := number_shape(key)) != key:
            whole = self._ids.get(shape)
        if whole is not None:
            yield whole, (start, end)
            return
        # Only where the surface is as long as the form does a piece know its own characters.
        aligned = len(key) == end - start
        for piece, first, last in cut_pieces(key, self._ids, self.rules):
            yield self._ids.get(piece, self.unk_id), (start + first, start + last) if aligned else (start, end)

    def form_ids(self, form: str) -> list[int]:
        """Ids of one morpheme by itself."""
        return [entry for entry, _ in self._entries(form, 0, len(form))]

    def save(self, folder: Path) -> None:
        """Write ``vocab.txt`` and ``encoding.json`` into ``folder``."""
        write_vocabulary(folder, self.vocabulary)
        write_encoding_file(
            folder,
            EncodingFile(
                kind=EncodingKind.MORPHEME,
                vocabulary_size=self.vocabulary_size,
                type_vocabulary_size=self.type_vocabulary_size,
                specials=self.specials,
                analyser=analyser_version(),
                rules=self.rules,
            ),
        )


def _sane_span(morpheme: Morpheme, floor: int, length: int) -> Span:
    start = max(morpheme.start, floor)
    end = max(morpheme.end, start)
    if start < end:
        return start, end
    start = max(min(start, length) - 1, floor)
    return (start, start + 1) if start < length else (length - 1, length)
