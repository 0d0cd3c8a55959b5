"""The packed corpus of a config: found whole, gone on with, or made, vocabulary first."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.encodings.word_counts import DEFAULT_CAPACITY
from mokpyo.data.encodings.wordpiece import WordPieceEncoding
from mokpyo.data.errors import ConfigError, ModelError
from mokpyo.train.pretraining.atomic_files import write_json
from mokpyo.train.pretraining.new_encoding import WORD_COUNTS_FILE, build_encoding
from mokpyo.train.pretraining.packed_corpus import (
    ENCODING_FOLDER,
    PackedIndex,
    Recipe,
    Source,
    check_shards,
    differing,
    fingerprints,
    read_index,
)
from mokpyo.train.pretraining.packing import Encoding, pack
from mokpyo.train.pretraining.paragraphs import read_paragraphs, require_text
from mokpyo.train.pretraining.settings import MaskingUnit, NewVocabularySettings, PretrainConfig
from mokpyo.train.token_classifier import pretrained_folder


def check_config(config: PretrainConfig) -> None:
    """Raise :class:`ConfigError` for keys that contradict each other."""
    named = {"encoding": config.encoding, "vocabulary": config.vocabulary, "model.pretrained": config.model.pretrained}
    given = [name for name, value in named.items() if value is not None]
    if len(given) != 1:
        raise ConfigError(
            f"name exactly one of {', '.join(named)}, which tells how text becomes tokens; "
            f"given: {', '.join(given) or 'none'}"
        )
    vocabulary = config.vocabulary
    if vocabulary is not None and vocabulary.capacity < vocabulary.size:
        raise ConfigError(
            f"vocabulary.capacity: {vocabulary.capacity} different words are too few to choose vocabulary.size, "
            f"{vocabulary.size}, from; raise it, the default is {DEFAULT_CAPACITY:,}"
        )
    model = config.model
    if model.pretrained is None and model.hidden_size % model.heads:
        raise ConfigError(f"model.hidden_size: {model.hidden_size} is not a multiple of model.heads, {model.heads}")


def prepare_corpus(config: PretrainConfig, checkpoint: Callable[[], None]) -> tuple[PackedIndex, Encoding]:
    """The whole packed corpus and its encoding; ``checkpoint`` may raise to stop, and another call goes on.

    Raises :class:`ConfigError` where ``config.packed`` was made by another recipe, :class:`CorpusError` where the
    corpus is missing, empty or damaged.
    """
    folder = config.packed
    index = read_index(folder)
    if index is None or not index.complete:
        require_text(config.data)
    folder.mkdir(parents=True, exist_ok=True)
    encoding = _prepare_encoding(config, checkpoint)
    if config.masking.unit is MaskingUnit.MORPHEME and not isinstance(encoding, MorphemeEncoding):
        raise ConfigError("masking.unit: morpheme needs a morpheme encoding; WordPiece has the unit eojeol alone")
    recipe = _recipe(config, folder / ENCODING_FOLDER)
    if index is not None:
        _require_same(recipe, index, folder)
        check_shards(folder, index)
    if index is None or not index.complete:
        index = pack(read_paragraphs(config.data), encoding, recipe, folder, checkpoint=checkpoint)
    return index, encoding


def _recipe(config: PretrainConfig, encoding_folder: Path) -> Recipe:
    return Recipe(
        # A whole packed corpus is used where its raw text is not: 0 stands for a file that is elsewhere.
        sources=[Source(name=path.name, bytes=_size(path)) for path in config.data.raw],
        text_field=config.data.text_field,
        share=config.data.share,
        seed=config.data.seed,
        window_tokens=config.model.window_tokens,
        unit=config.masking.unit,
        encoding=fingerprints(encoding_folder),
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _require_same(recipe: Recipe, index: PackedIndex, folder: Path) -> None:
    known = {source.name: source.bytes for source in index.recipe.sources}
    sources = [
        source if source.bytes or not index.complete else Source(name=source.name, bytes=known.get(source.name, 0))
        for source in recipe.sources
    ]
    wanted = msgspec.to_builtins(msgspec.structs.replace(recipe, sources=sources))
    places = differing(wanted, msgspec.to_builtins(index.recipe))
    if places:
        raise ConfigError(
            f"packed: {folder} was packed from another config or corpus, with other {', '.join(places)}; "
            "name another folder, or remove it"
        )


def _prepare_encoding(config: PretrainConfig, checkpoint: Callable[[], None]) -> Encoding:
    """The encoding in the packed folder, which is put there first where it is not."""
    folder = config.packed / ENCODING_FOLDER
    named = _named_encoding(config)
    if not folder.is_dir():
        encoding = named
        (config.packed / WORD_COUNTS_FILE).unlink(missing_ok=True)
        if encoding is None:
            settings = config.vocabulary or NewVocabularySettings()
            encoding, report = build_encoding(config.data, settings, checkpoint)
            write_json(config.packed / WORD_COUNTS_FILE, report)
        _save_whole(encoding, folder)
    elif named is not None:
        _require_same_encoding(named, folder)
    return _packable(load_encoding(folder))


def _named_encoding(config: PretrainConfig) -> TextEncoding | None:
    if config.encoding is not None:
        return load_encoding(config.encoding)
    if config.model.pretrained is not None:
        return load_encoding(pretrained_folder(config.model.pretrained))
    return None


def _packable(encoding: TextEncoding) -> Encoding:
    if not isinstance(encoding, MorphemeEncoding | WordPieceEncoding):
        raise ModelError(f"an encoding of kind {encoding.kind} cannot be packed")
    return encoding


def _save_whole(encoding: TextEncoding, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".encoding-") as draft:
        saved = Path(draft) / folder.name
        saved.mkdir()
        encoding.save(saved)
        saved.replace(folder)


def _require_same_encoding(named: TextEncoding, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".encoding-") as draft:
        named.save(Path(draft))
        if fingerprints(Path(draft)) != fingerprints(folder):
            raise ConfigError(
                f"packed: {folder.parent} was packed with another text encoding than the config names; "
                "name another folder, or remove it"
            )
