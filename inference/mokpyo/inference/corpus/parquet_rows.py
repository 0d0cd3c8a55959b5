"""Rows of Parquet files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mokpyo.inference.corpus.records import Row

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE = 256


def parquet_columns(path: Path) -> list[str]:
    """Names of the columns. Raises OSError or ValueError (pyarrow's) for a file that is not Parquet."""
    from pyarrow import parquet

    return [str(name) for name in parquet.read_schema(path).names]


def read_parquet(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """A row for each row of the table, with those of ``columns`` that it has; only a few are in memory at a time."""
    from pyarrow import parquet

    size = path.stat().st_size
    with parquet.ParquetFile(path, pre_buffer=False) as file:
        total = max(1, file.metadata.num_rows)
        there = [name for name in dict.fromkeys(columns) if name in file.schema_arrow.names]
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=there, use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                yield _row(batch, row, number, size * number // total)


def _row(batch: "pyarrow.RecordBatch", row: int, number: int, consumed: int) -> Row:
    try:
        values = {name: batch.column(name)[row].as_py() for name in batch.schema.names}
    except UnicodeDecodeError as error:
        return Row(number, None, f"a string of the row is not UTF-8: {error}", consumed)
    except (ValueError, OverflowError) as error:  # a time stamp beyond the years that Python has
        return Row(number, None, f"a value of the row cannot be read: {error}", consumed)
    return Row(number, values, None, consumed)
