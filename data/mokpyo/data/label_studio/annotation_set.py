"""The folder that a pull makes: documents, the export that they come from, and what was found wrong with it."""

from pathlib import Path
from typing import Self

import msgspec

from mokpyo.data.errors import CorpusError

DOCUMENTS = "documents.jsonl"
"""One document for each annotated task: what is trained on."""
ANNOTATORS = "annotators"
"""Folder of one JSONL file for each annotator, ``1.jsonl`` and so on as the manifest names them."""
EXPORT = "export.json"
"""Label Studio's full export with predictions: nothing is lost, whatever could not be read."""
PROBLEMS = "problems.jsonl"
AGREEMENT = "agreement.json"
AGREEMENT_PAGE = "agreement.html"
DATASET = "dataset"
"""The documents as ``datasets`` saves them, one split for each annotator."""
MANIFEST = "annotation_set.json"
"""Written last: a folder with it is whole."""


class AnnotatorFile(msgspec.Struct, frozen=True, kw_only=True):
    """One annotator's documents."""

    annotator: str
    file: str
    documents: int


class PairSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Two annotators on the tasks that both have annotated; ``None`` where a figure is not defined."""

    left: str
    right: str
    tasks: int
    entity_f1: float | None
    target_f1: float | None
    status_kappa: float | None
    center_kappa: float | None


class AnnotationSet(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest."""

    name: str
    """Title of the project."""
    pulled: str
    """Day of the pull, ISO 8601, UTC."""
    tasks: int
    annotated: int
    """Tasks with an annotation; each has a line in ``documents.jsonl``."""
    several: int
    """Tasks with annotations of several people."""
    annotators: list[AnnotatorFile]
    repaired: int
    refused: int
    documents_sha256: str
    agreement: list[PairSummary]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The manifest of a pulled folder. Raises :class:`CorpusError` where it is missing or is none."""
        try:
            return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=cls)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise CorpusError(f"{folder / MANIFEST} is no manifest of a pulled set: {error}; pull again") from error
