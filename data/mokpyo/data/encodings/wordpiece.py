"""BERT's WordPiece tokens, from the tokenizer files that a BERT model folder holds."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from mokpyo.data.encodings.encoding_file import EncodingFile, EncodingKind, Specials, write_encoding_file
from mokpyo.data.encodings.protocol import EncodedText
from mokpyo.data.errors import ModelError
from mokpyo.data.morphology import Morpheme

TOKENIZER_FILE = "tokenizer.json"


class WordPieceEncoding:
    """Text encoding over a `tokenizers` tokenizer whose vocabulary holds ``specials``."""

    kind: str = EncodingKind.WORDPIECE

    def __init__(self, tokenizer: Tokenizer, specials: Specials) -> None:
        self.tokenizer = tokenizer
        self.specials = specials
        # Cutting and padding are the tagger's business: a tokenizer that cuts silently would lose text.
        tokenizer.no_truncation()
        tokenizer.no_padding()
        ids = {name: tokenizer.token_to_id(name) for name in specials.names()}
        if missing := [name for name, at in ids.items() if at is None]:
            raise ModelError(
                f"the tokenizer lacks the special entries {', '.join(missing)}: its files are of another model family "
                "or damaged; mokpyo reads BERT's WordPiece with those five"
            )
        self.pad_id, self.unk_id, self.cls_id, self.sep_id, self.mask_id = (at for at in ids.values() if at is not None)
        self.vocabulary_size = tokenizer.get_vocab_size(with_added_tokens=True)
        self.type_vocabulary_size = 1

    def encode(self, text: str, morphemes: Sequence[Morpheme] | None = None) -> EncodedText:  # noqa: ARG002
        """Encode one text; see :class:`~mokpyo.data.encodings.protocol.TextEncoding`. Needs no morphemes."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        # A normaliser may drop characters (controls), never reorder them; an empty piece would hold no text.
        kept = [(at, span) for at, span in zip(encoding.ids, encoding.offsets, strict=True) if span[0] < span[1]]
        return EncodedText([at for at, _ in kept], [0] * len(kept), [span for _, span in kept])

    def save(self, folder: Path) -> None:
        """Write ``tokenizer.json`` and ``encoding.json`` into ``folder``."""
        self.tokenizer.save(str(folder / TOKENIZER_FILE))
        write_encoding_file(
            folder,
            EncodingFile(
                kind=EncodingKind.WORDPIECE,
                vocabulary_size=self.vocabulary_size,
                type_vocabulary_size=self.type_vocabulary_size,
                specials=self.specials,
            ),
        )


def wordpiece_from_vocabulary(
    vocabulary: Path | Mapping[str, int], *, lower_case: bool, specials: Specials
) -> WordPieceEncoding:
    """Encoding of a BERT ``vocab.txt``, or of entries with their ids; ``lower_case`` also strips accents.

    BERT's uncased models do both. Raises :class:`ModelError` where the file cannot be read.
    """
    if isinstance(vocabulary, Path) and not vocabulary.is_file():
        raise ModelError(f"{vocabulary} is not there: a WordPiece encoding needs tokenizer.json or vocab.txt")
    tokenizer = BertWordPieceTokenizer(
        str(vocabulary) if isinstance(vocabulary, Path) else dict(vocabulary),
        unk_token=specials.unk,
        sep_token=specials.sep,
        cls_token=specials.cls,
        pad_token=specials.pad,
        mask_token=specials.mask,
        lowercase=lower_case,
        strip_accents=lower_case,
    )
    return WordPieceEncoding(Tokenizer.from_str(tokenizer.to_str()), specials)
