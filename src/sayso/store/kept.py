"""Where captures lie in the WARC files of the house."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max

from sayso.store import models as rows
from sayso.store.adding import add_rows

_CHUNK = 500  # parameters per query, below every engine's limit


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """One capture in a WARC file.

    Attributes:
        digest, address, at: of the capture: SHA-256 of its bytes, where they came from, ``known_from``.
        source: id of the source that found it, "" for none.
        file, offset, length: where the record lies: name in the folder, bytes.
        kind: ``response``, ``resource`` or ``revisit``; ``record``: WARC-Record-ID; ``uri``: WARC-Target-URI.
    """

    digest: str
    address: str
    at: datetime
    source: str
    file: str
    offset: int
    length: int
    kind: str
    record: str
    uri: str


def note_kept(held: Iterable[HeldRecord]) -> None:
    """Remember where captures lie; rows of captures that moved come after the old ones and count from then on."""
    made = [
        rows.KeptRow(
            digest=h.digest, address=h.address, at=h.at, source=h.source[:100], file=h.file, offset=h.offset,
            length=h.length, kind=h.kind, record=h.record, uri=h.uri,
        )
        for h in held
    ]  # fmt: skip
    add_rows(made)


def kept_of(digests: Collection[str]) -> list[HeldRecord]:
    """Every record of these digests, in order of their times; of a record that moved, the place written last."""
    ordered = sorted(digests)
    found: dict[tuple[str, datetime, str], HeldRecord] = {}
    for start in range(0, len(ordered), _CHUNK):
        for row in rows.KeptRow.objects.filter(digest__in=ordered[start : start + _CHUNK]).order_by("id"):
            found[row.record, row.at, row.address] = _held(row)
    return sorted(found.values(), key=lambda h: (h.at, h.record))


def kept_in(file: str) -> list[HeldRecord]:
    """Every record of a file, in order of its offset."""
    return [_held(row) for row in rows.KeptRow.objects.filter(file=file).order_by("offset")]


def files_of(digests: Collection[str]) -> frozenset[str]:
    """Names of the files that hold or once held a record of these digests."""
    ordered, found = sorted(digests), set()
    for start in range(0, len(ordered), _CHUNK):
        query = rows.KeptRow.objects.filter(digest__in=ordered[start : start + _CHUNK])
        found |= set(query.values_list("file", flat=True))
    return frozenset(found)


def whole_until(file: str) -> int:
    """Bytes of a file that are known to be whole; 0 when nothing is known of it."""
    last = rows.KeptRow.objects.filter(file=file).aggregate(last=Max(F("offset") + F("length")))["last"]
    return int(last or 0)


def _held(row: rows.KeptRow) -> HeldRecord:
    return HeldRecord(
        row.digest, row.address, row.at, row.source, row.file, row.offset, row.length, row.kind, row.record, row.uri
    )
