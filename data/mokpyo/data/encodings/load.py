"""One way from a model folder to its text encoding."""

from pathlib import Path

import msgspec
from tokenizers import Tokenizer

from mokpyo.data.encodings.encoding_file import EncodingFile, EncodingKind, MorphemeRules, Specials, read_encoding_file
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.protocol import ENCODING_FILE, TextEncoding
from mokpyo.data.encodings.vocabulary import VOCABULARY_FILE, read_vocabulary
from mokpyo.data.encodings.wordpiece import TOKENIZER_FILE, WordPieceEncoding, wordpiece_from_vocabulary
from mokpyo.data.errors import ModelError
from mokpyo.data.morphology import analyser_version

_TOKENIZER_CONFIG = "tokenizer_config.json"


class _TokenizerConfig(msgspec.Struct, frozen=True):
    """The key of ``tokenizer_config.json`` that a bare ``vocab.txt`` does not tell."""

    do_lower_case: bool = False


def load_encoding(folder: Path, *, model_vocabulary_size: int | None = None) -> TextEncoding:
    """The encoding of the model in ``folder``; ``model_vocabulary_size`` is ``vocab_size`` of its ``config.json``.

    A folder without ``encoding.json`` is another tool's BERT: its ``tokenizer.json`` or ``vocab.txt`` is read.
    Raises :class:`ModelError` where a file is missing or damaged, the analyser is another than at training, or the
    vocabulary does not fit the weights.
    """
    if (folder / ENCODING_FILE).is_file():
        contents = read_encoding_file(folder)
        encoding = _load(folder, contents)
        if encoding.vocabulary_size != contents.vocabulary_size:
            raise ModelError(
                f"the vocabulary in {folder} has {encoding.vocabulary_size} entries, its {ENCODING_FILE} says "
                f"{contents.vocabulary_size}; copy both from the same model"
            )
    else:
        encoding = _load_wordpiece(folder, Specials())
    # A checkpoint may pad its embedding table, so that more rows than entries are sound, fewer never.
    if model_vocabulary_size is not None and encoding.vocabulary_size > model_vocabulary_size:
        raise ModelError(
            f"the vocabulary in {folder} has {encoding.vocabulary_size} entries, its model only "
            f"{model_vocabulary_size}; copy the weights and the vocabulary from the same model"
        )
    return encoding


def load_morpheme_encoding(folder: Path) -> MorphemeEncoding:
    """As :func:`load_encoding`, for what needs morphemes. Raises :class:`ModelError` for any other kind."""
    encoding = load_encoding(folder)
    if not isinstance(encoding, MorphemeEncoding):
        raise ModelError(f"{folder} has a {encoding.kind} encoding, and a morpheme encoding is needed here")
    return encoding


def _load(folder: Path, contents: EncodingFile) -> TextEncoding:
    if contents.kind is EncodingKind.WORDPIECE:
        return _load_wordpiece(folder, contents.specials)
    if contents.analyser != (installed := analyser_version()):
        raise ModelError(
            f"the model in {folder} was trained on morphemes of {contents.analyser}, installed is {installed}; "
            "install those versions, or train the model again with these"
        )
    rules = contents.rules or MorphemeRules()
    encoding = MorphemeEncoding(vocabulary=read_vocabulary(folder), rules=rules, specials=contents.specials)
    if encoding.type_vocabulary_size != contents.type_vocabulary_size:
        raise ModelError(
            f"the model in {folder} knows {contents.type_vocabulary_size} token types, this mokpyo gives "
            f"{encoding.type_vocabulary_size}; install the mokpyo that trained it, or train it again"
        )
    return encoding


def _load_wordpiece(folder: Path, specials: Specials) -> WordPieceEncoding:
    path = folder / TOKENIZER_FILE
    if not path.is_file():
        lower_case = _lower_cases(folder / _TOKENIZER_CONFIG)
        return wordpiece_from_vocabulary(folder / VOCABULARY_FILE, lower_case=lower_case, specials=specials)
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # tokenizers raises a bare Exception for a malformed file
        raise ModelError(f"{path} is not a tokenizer: {error}; copy the whole model folder again") from error
    return WordPieceEncoding(tokenizer, specials)


def _lower_cases(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        return msgspec.json.decode(path.read_bytes(), type=_TokenizerConfig).do_lower_case
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} cannot be read: {error}; copy the whole model folder again") from error
