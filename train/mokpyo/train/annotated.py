"""Articles whose targets are annotated, as documents or as standoff beside the texts."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mokpyo.data.document import Document
from mokpyo.data.errors import CorpusError, MokpyoError
from mokpyo.data.standoff import read_standoff
from mokpyo.data.texts import read_texts
from mokpyo.train.annotation_files import documents_of_set, is_export, read_export_documents


class AnnotatedSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Articles whose targets are annotated."""

    path: Path
    """Standoff JSONL where ``texts`` are given, else JSONL of whole documents, a folder that ``mokpyo annotate pull``
    made, or a JSON export of Label Studio."""
    texts: list[Path] = []
    """JSONL with ``id`` and ``text``, for standoff."""


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
        return read_standoff(corpus.path, read_texts(corpus.texts))
    if is_export(corpus.path):
        return read_export_documents(corpus.path)
    return _documents(documents_of_set(corpus.path) or corpus.path)


def _documents(path: Path) -> Iterable[Document]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"the articles {path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield Document.from_json(line)
            except MokpyoError as error:
                raise CorpusError(f"{path}, line {number}: {error}") from error
