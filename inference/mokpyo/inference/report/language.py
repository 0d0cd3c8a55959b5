"""The interface's words in Korean and English, from the one table ``interface.tsv``."""

import csv
import functools
from collections.abc import Mapping
from enum import StrEnum
from importlib import resources
from types import MappingProxyType

TABLE = "interface.tsv"


class Language(StrEnum):
    """Languages of a report's interface; what comes from an article stays as it is written."""

    KOREAN = "ko"
    ENGLISH = "en"


@functools.cache
def interface_texts(language: Language) -> Mapping[str, str]:
    """Key to text; a text may have ``{places}`` for :meth:`str.format`."""
    table = resources.files("mokpyo.inference.report").joinpath(TABLE).read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType({row["key"]: row[language.value] for row in rows})
