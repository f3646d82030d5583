"""Plain SQL for the few questions that are asked for every report that is linked.

Django takes longer to make such a statement (about 0.3 ms) than either database to answer it (about 0.03 ms).
Identifiers and text only: a time comes back from SQLite as text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection

_CHUNK = 500  # parameters per query, below every engine's limit


def rows_of(sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """What a statement with ``%s`` for each value answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def rows_among(sql: str, ids: Collection[Any]) -> list[tuple[Any, ...]]:
    """The same for a statement with ``IN (...)``, asked for some ids at a time.

    Args:
        sql: ends in what comes before the parenthesis: "... WHERE id IN".
        ids: any number; none asks nothing.
    """
    ordered = sorted(ids)
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        found += rows_of(f"{sql} ({marks(some)})", some)
    return found


def marks(values: Collection[Any]) -> str:
    """A mark for each value."""
    return ", ".join(["%s"] * len(values))


def exists(table: str, column: str, value: str) -> bool:
    """True when a row of the table has this value in the column."""
    return bool(rows_of(f"SELECT 1 FROM {table} WHERE {column} = %s LIMIT 1", [value]))
