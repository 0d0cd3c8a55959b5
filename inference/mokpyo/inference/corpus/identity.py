"""Ids that are told apart over a whole corpus, in memory that does not grow with it."""

import hashlib
import sqlite3
from typing import NamedTuple, Self

_CACHE_KIBIBYTES = 16_384


class Place(NamedTuple):
    """Where an id was first seen."""

    source: int
    line: int | None


class IdRegister:
    """Every id seen so far. Kept in a temporary SQLite database, which goes to disk once it outgrows its cache."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute(
            "CREATE TABLE ids (key BLOB PRIMARY KEY, source INTEGER, line INTEGER, repeats INTEGER) WITHOUT ROWID"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, id_: str, place: Place) -> Place | None:
        """Where ``id_`` was first seen, ``None`` if it is new; it is then known from here on."""
        row = self._database.execute("SELECT source, line FROM ids WHERE key = ?", (_key(id_),)).fetchone()
        if row is not None:
            return Place(*row)
        self._database.execute("INSERT INTO ids VALUES (?, ?, ?, 0)", (_key(id_), *place))
        return None

    def make_unique(self, id_: str, place: Place) -> str:
        """``id_`` for its first record, then ``id_-2``, ``id_-3`` and so on."""
        candidate = id_
        while self.add(candidate, place) is not None:
            query = "UPDATE ids SET repeats = repeats + 1 WHERE key = ? RETURNING repeats"
            candidate = f"{id_}-{self._database.execute(query, (_key(id_),)).fetchone()[0] + 1}"
        return candidate


def _key(id_: str) -> bytes:
    return hashlib.blake2b(id_.encode(), digest_size=16).digest()
