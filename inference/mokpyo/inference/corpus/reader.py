"""All records of a corpus in order, each as a record or as a failure."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from mokpyo.data.document import lone_surrogate
from mokpyo.data.errors import ArticleError, CorpusError
from mokpyo.inference.corpus.delimited_rows import delimited_columns, read_delimited
from mokpyo.inference.corpus.fields import FieldNames, hashed_id, read_article, read_id
from mokpyo.inference.corpus.identity import IdRegister, Place
from mokpyo.inference.corpus.json_lines import read_json_lines
from mokpyo.inference.corpus.parquet_rows import parquet_columns, read_parquet
from mokpyo.inference.corpus.records import Failure, Record, Row
from mokpyo.inference.corpus.settings import CorpusSettings
from mokpyo.inference.corpus.sources import Source, SourceKind
from mokpyo.inference.reading.files import article_from_bytes
from mokpyo.inference.reading.formats import format_of

_DELIMITERS = {SourceKind.COMMAS: ",", SourceKind.TABS: "\t"}
_SHORTEST_CELL_LIMIT = 131_072
# pyarrow's errors are ValueErrors and OSErrors; csv's of a broken header and codecs' are ValueErrors too.
_DAMAGE = (OSError, ValueError, NotImplementedError, EOFError, zlib.error)


class ReadRecord(NamedTuple):
    """A record or failure, and how many bytes of the corpus have been read with it."""

    outcome: Record | Failure
    consumed: int


def check_columns(sources: Sequence[Source], settings: CorpusSettings) -> None:
    """Raise :class:`CorpusError` for a table without a field that the settings name; damage is left to the run."""
    for source in sources:
        try:
            columns = _columns(source, settings)
        except _DAMAGE:
            continue
        for name in settings.fields.named():
            if columns is not None and name not in columns:
                raise CorpusError(
                    f"{source.name} has no column {name!r}; it has {', '.join(columns) or 'none'}; "
                    "name the right one with --text-field, --id-field, --title-field or --published-field"
                )


def read_records(sources: Sequence[Source], settings: CorpusSettings) -> Iterator[ReadRecord]:
    """Every record of every source, once and in order. Ids are unique among what is not a failure."""
    done = 0
    with IdRegister() as ids:
        for index, source in enumerate(sources):
            size = _size(source)
            for row in _rows_until_damage(source, settings):
                outcome = _outcome(row, index, sources, settings, ids)
                yield ReadRecord(outcome, done + min(row.consumed, size))
            done += size


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:  # gone since the run began: reading it will say so
        return 0


def _columns(source: Source, settings: CorpusSettings) -> list[str] | None:
    if source.table is not None:
        return source.table.columns()
    if source.kind is SourceKind.PARQUET:
        return parquet_columns(source.path)
    if source.kind in _DELIMITERS and _size(source):
        return delimited_columns(source.path, _DELIMITERS[source.kind], settings.encoding)
    return None


def _rows_until_damage(source: Source, settings: CorpusSettings) -> Iterator[Row]:
    """Rows; where the file is damaged, what follows is one failure that says so."""
    line: int | None = None
    try:
        for row in _rows(source, settings):
            line = row.line
            yield row
    except _DAMAGE as error:
        where = "from its start" if line is None else f"after line {line}"
        yield Row(line, None, f"the file cannot be read {where}: {error}", _size(source))


def _rows(source: Source, settings: CorpusSettings) -> Iterator[Row]:
    match source.kind:
        case SourceKind.JSON_LINES:
            return read_json_lines(source.path, settings.encoding)
        case SourceKind.PARQUET:
            return read_parquet(source.path, settings.fields.wanted())
        case SourceKind.COMMAS | SourceKind.TABS:
            longest = max(settings.max_characters, _SHORTEST_CELL_LIMIT)
            return read_delimited(source.path, _DELIMITERS[source.kind], longest, settings.encoding)
        case SourceKind.PAGE:
            return _page(source)
        case SourceKind.ROWS:
            values = source.table.rows() if source.table is not None else iter([])
            return (Row(number, dict(row), None, 0) for number, row in enumerate(values, 1))
        case SourceKind.UNKNOWN:
            return iter([Row(None, None, "the file's suffix does not tell what it holds; it was not read", 0)])


def _page(source: Source) -> Iterator[Row]:
    try:
        page = article_from_bytes(
            source.path.read_bytes(),
            default_id=source.page_id,
            origin=source.name,
            input_format=format_of(source.path),
        )
    except ArticleError as error:
        yield Row(None, None, str(error), 0)
    else:
        yield Row(None, {"text": page.text, "title": page.title, "published": page.published, "id": page.id}, None, 0)


def _outcome(
    row: Row, index: int, sources: Sequence[Source], settings: CorpusSettings, ids: IdRegister
) -> Record | Failure:
    source = sources[index]
    if row.values is None:
        return Failure(source.name, row.line, None, row.problem or "")
    fields = FieldNames() if source.kind is SourceKind.PAGE else settings.fields
    id_: str | None = None
    try:
        id_ = read_id(row.values, fields)
        article = read_article(row.values, fields, settings.max_characters)
        # Constructed anew, not replaced: the constructor checks the id's characters.
        article = msgspec.structs.replace(article, id=id_ or "")
    except ArticleError as error:
        known = id_ if id_ is not None and lone_surrogate(id_) is None else None
        return Failure(source.name, row.line, known, str(error))
    place = Place(index, row.line)
    if id_ is None:
        id_ = ids.make_unique(hashed_id(article), place)
    elif (first := ids.add(id_, place)) is not None:
        where = sources[first.source].name + ("" if first.line is None else f", line {first.line}")
        return Failure(source.name, row.line, id_, f"the id has come before, in {where}")
    return Record(msgspec.structs.replace(article, id=id_), source.name, row.line)
