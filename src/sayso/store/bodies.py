"""Captured bytes: kept once per digest, gone with a tombstone, back when they are captured again."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction

from sayso.store import models as rows
from sayso.store.adding import add_rows
from sayso.store.ask import rows_among, rows_of


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Bytes that went: when (UTC), how many they were, by which rule."""

    digest: str
    size: int
    at: datetime
    why: str


def keep_body(digest: str, body: bytes) -> bool:
    """Store bytes under their digest; False when they are there already."""
    held = rows_of("SELECT length(data) FROM store_bodyrow WHERE digest = %s", [digest])
    if held and held[0][0]:
        return False
    packed = zlib.compress(body, 6)
    if held:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE store_bodyrow SET data = %s WHERE digest = %s", [packed, digest])
    else:
        add_rows([rows.BodyRow(digest=digest, size=len(body), data=packed)])
    return True


def body_of(digest: str) -> bytes | None:
    """The bytes of a digest; None when they were dropped, or never stored."""
    data = rows.BodyRow.objects.filter(pk=digest).values_list("data", flat=True).first()
    return zlib.decompress(data) if data else None


def dropped(digests: Collection[str]) -> frozenset[str]:
    """Those of some digests whose bytes are no longer kept."""
    asked = "SELECT digest FROM store_bodyrow WHERE length(data) = 0 AND digest IN"
    return frozenset(digest for (digest,) in rows_among(asked, digests))


def tombstones(digest: str) -> tuple[Tombstone, ...]:
    """Every time the bytes of a digest went, oldest first."""
    query = rows.DroppedRow.objects.filter(digest=digest).order_by("id")
    return tuple(Tombstone(t.digest, t.size, t.at, t.why) for t in query)


def drop(digests: Collection[str], why: str, at: datetime | None = None) -> int:
    """Let the bytes of digests go, each with a tombstone, all in one transaction; the number of bytes they were.

    Args:
        why: the rule, in words.
    """
    at, freed = at or datetime.now(UTC), 0
    with transaction.atomic(), connection.cursor() as cursor:
        held = "SELECT digest, size FROM store_bodyrow WHERE length(data) > 0 AND digest IN"
        for digest, size in rows_among(held, digests):
            add_rows([rows.DroppedRow(digest=digest, size=size, at=at, why=why)])
            cursor.execute("UPDATE store_bodyrow SET data = %s WHERE digest = %s", [b"", digest])
            freed += size
    return freed
