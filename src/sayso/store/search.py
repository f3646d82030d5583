"""Documents by their words: FTS5 on SQLite, ``tsvector`` on PostgreSQL, the same matches on both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import connection

from sayso.store import models as rows
from sayso.store.entry import HeldReading
from sayso.store.view import View

_WORD = re.compile(r"[^\W_]+")


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query, lower case; every one must begin a word of the document."""
    return tuple(dict.fromkeys(_WORD.findall(query.casefold())))


def find_documents(view: View, words: tuple[str, ...], limit: int) -> list[tuple[HeldReading, str]]:
    """(reading, text) of documents as of the view's time that hold every word, newest first.

    Args:
        view: the ledger as of a time.
        words: from :func:`query_words`.
        limit: how many at most.
    """
    if not words or limit <= 0:
        return []
    found = _sqlite(words) if connection.vendor == "sqlite" else _postgres(words)
    kept: list[HeldReading] = []
    for some in _newest(view, found, 2 * limit):
        held = sorted(view.readings_of(some), key=lambda r: (r.known_from, r.id), reverse=True)
        kept += [r for r in held if not r.superseded]
        if len(kept) >= limit:
            break
    kept = kept[:limit]
    texts = dict(rows.DocumentRow.objects.filter(pk__in=[r.document for r in kept]).values_list("pk", "text"))
    return [(r, texts[r.document]) for r in kept]


def _newest(view: View, documents: list[str], size: int) -> Iterator[list[str]]:
    """The documents that are known at the view's time, newest first, in batches."""
    known = view.known_from(documents)
    ordered = sorted(known, key=lambda d: (known[d], d), reverse=True)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def _sqlite(words: tuple[str, ...]) -> list[str]:
    match = " AND ".join(f'"{w}" *' for w in words)
    return _ids("SELECT document FROM store_search WHERE store_search MATCH %s", match)


def _postgres(words: tuple[str, ...]) -> list[str]:
    match = " & ".join(f"'{w}':*" for w in words)
    column = "to_tsvector('simple', left(title || ' ' || text, 500000))"
    return _ids(f"SELECT id FROM store_documentrow WHERE {column} @@ to_tsquery('simple', %s)", match)


def _ids(sql: str, match: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [match])
        return [row[0] for row in cursor.fetchall()]
