"""Articles whose targets are annotated, as documents or as standoff beside the texts."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, MokpyoError
from mokpyo.data.standoff import read_standoff
from mokpyo.data.standoff_records import read_records
from mokpyo.data.texts import read_texts
from mokpyo.train.annotation_files import documents_of_set, is_export, read_export_documents


class AnnotatedSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Articles whose targets are annotated."""

    path: Path
    """Standoff JSONL where ``texts`` are given, else JSONL of whole documents, a folder of ``.json`` ones or
    what ``mokpyo annotate pull`` made, or a JSON export of Label Studio."""
    texts: list[Path] = []
    """For standoff: JSONL with ``id`` and ``text``, or raw text, one text a line."""


def read_annotated(settings: Iterable[AnnotatedSettings]) -> list[Document]:
    """All documents, in order. Raises :class:`CorpusError` for a bad file or an article that is twice there."""
    documents = [document for corpus in settings for document in _read(corpus)]
    seen: set[str] = set()
    for document in documents:
        if document.text in seen:
            raise CorpusError(f"article {document.id!r} is there twice; keep one annotation of each text")
        seen.add(document.text)
    if not documents:
        raise CorpusError("articles: the files hold no document")
    return documents


def _read(corpus: AnnotatedSettings) -> Iterable[Document]:
    if corpus.texts:
        wanted = {record.id for record in read_records(corpus.path)}
        return read_standoff(corpus.path, read_texts(corpus.texts, wanted))
    if is_export(corpus.path):
        return read_export_documents(corpus.path)
    made = documents_of_set(corpus.path)
    if made is None and corpus.path.is_dir():
        return (_document(_bytes(path), str(path)) for path in annotation_files(corpus))
    return _documents(made or corpus.path)


def annotation_files(corpus: AnnotatedSettings) -> list[Path]:
    """The files that hold the annotations and their texts."""
    made = documents_of_set(corpus.path)
    if made is None and corpus.path.is_dir():
        return sorted(corpus.path.glob("*.json"))
    return [made or corpus.path, *corpus.texts]


def _documents(path: Path) -> Iterable[Document]:
    for number, line in enumerate(_bytes(path).split(b"\n"), 1):
        if line.strip():
            yield _document(line, f"{path}, line {number}")


def _document(data: bytes, place: str) -> Document:
    try:
        return Document.from_json(data)
    except MokpyoError as error:
        raise CorpusError(f"{place}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(f"the articles {path} cannot be read: {error.strerror}") from error
