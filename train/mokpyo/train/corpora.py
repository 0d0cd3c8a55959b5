"""Labelled sentences from wherever a config finds them: JSONL, documents, folders of both, data sets of the Hub."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from mokpyo.data.corpora import LabelledText, Part, part_of, read_corpus
from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, DocumentError, OffsetError
from mokpyo.train.annotation_files import documents_of_set, is_export, read_export_documents
from mokpyo.train.config import CorpusSettings
from mokpyo.train.document_sentences import cut_documents
from mokpyo.train.run_folder import fingerprint

_SUFFIXES = (".json", ".jsonl")


class _Peek(msgspec.Struct):
    """What tells a document's line from a sentence's."""

    entities: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


def read_labelled(corpus: CorpusSettings) -> Iterator[LabelledText]:
    """The sentences of one corpus in its chosen part.

    ``path`` is JSONL of sentences (:func:`~mokpyo.data.corpora.read_corpus`) or of documents, a ``.json`` document, a
    folder of such files, a folder that ``mokpyo annotate pull`` made, a JSON export of Label Studio, or, where
    ``split`` is given, a data set that ``datasets`` loads. Documents are cut into sentences.

    Raises :class:`CorpusError` for what cannot be read.
    """
    for sentence in _read(corpus):
        if corpus.part is Part.ALL or corpus.part is part_of(sentence.text):
            yield sentence


def fingerprint_corpora(corpora: Iterable[CorpusSettings]) -> dict[str, str]:
    """SHA-256 of each corpus by its name: of the file, of a folder's files, of a data set's sentences."""
    return {corpus.source: _fingerprint(corpus) for corpus in corpora}


def _read(corpus: CorpusSettings) -> Iterator[LabelledText]:
    if corpus.split is not None:
        from mokpyo.train.hub_corpora import read_hub_corpus

        return read_hub_corpus(str(corpus.path), corpus.configuration, corpus.split)
    if corpus.path.is_dir():
        return (sentence for path in _files(corpus.path) for sentence in _read_file(path))
    return _read_file(corpus.path)


def _files(folder: Path) -> list[Path]:
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file() and _is_corpus(path, folder)
    )
    if not files:
        raise CorpusError(
            f"the folder {folder} holds no .json or .jsonl file; for a data set of `datasets` name its `split` too"
        )
    return files


def _is_corpus(path: Path, folder: Path) -> bool:
    """False for what a pull has laid beside the documents of its set."""
    above = [parent for parent in path.parents if parent == folder or folder in parent.parents]
    documents = [file for parent in above if (file := documents_of_set(parent)) is not None]
    return not documents or path in documents


def _read_file(path: Path) -> Iterator[LabelledText]:
    if is_export(path):
        return cut_documents(read_export_documents(path))
    if path.suffix == ".json":
        return cut_documents([_document(_bytes(path), str(path))])
    if _holds_documents(path):
        return cut_documents(_document_lines(path))
    return read_corpus(path)


def _holds_documents(path: Path) -> bool:
    """Whether the first line is a document; a file that cannot be read is left to the reader, which says why."""
    try:
        with path.open("rb") as lines:
            first = next((line for line in lines if line.strip()), b"{}")
        return msgspec.json.decode(first, type=_Peek).entities is not msgspec.UNSET
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _document_lines(path: Path) -> Iterator[Document]:
    for number, line in enumerate(_bytes(path).splitlines(), start=1):
        if line.strip():
            yield _document(line, f"{path}, line {number}")


def _document(data: bytes, place: str) -> Document:
    try:
        return Document.from_json(data)
    except (DocumentError, OffsetError) as error:
        raise CorpusError(f"{place}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(f"the corpus {path} cannot be read: {error.strerror}; check the path") from error


def _fingerprint(corpus: CorpusSettings) -> str:
    if corpus.split is None and not corpus.path.is_dir():
        return fingerprint(corpus.path)
    digest = hashlib.sha256()
    if corpus.split is None:
        for path in _files(corpus.path):
            digest.update(f"{path.relative_to(corpus.path)} {fingerprint(path)}\n".encode())
    else:
        for sentence in _read(corpus):
            digest.update(msgspec.json.encode(sentence) + b"\n")
    return digest.hexdigest()
