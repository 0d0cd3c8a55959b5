"""Files of annotation rounds in Label Studio: the folder of a pull, and exports as the server gives them."""

from pathlib import Path

from mokpyo.data.document import Document
from mokpyo.data.label_studio import Export, holds_export, read_export
from mokpyo.data.label_studio.annotation_set import DOCUMENTS, MANIFEST
from mokpyo.inference.span_normaliser import GrammarNormaliser


def documents_of_set(folder: Path) -> Path | None:
    """The file that a pulled folder is trained on; ``None`` for a folder that no pull has made."""
    return folder / DOCUMENTS if (folder / MANIFEST).is_file() else None


def is_export(path: Path) -> bool:
    """Whether the file is a JSON export of Label Studio."""
    return path.suffix == ".json" and path.is_file() and holds_export(path)


def open_export(path: Path) -> Export:
    """The export with its problems. Raises :class:`~mokpyo.data.errors.CorpusError`."""
    return read_export(path, GrammarNormaliser())


def read_export_documents(path: Path) -> list[Document]:
    """One document for each annotated task of an export. Raises :class:`~mokpyo.data.errors.CorpusError`."""
    return open_export(path).documents()
