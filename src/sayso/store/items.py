"""The working queue of watched sources: items to be fetched, and captured versions that wait to be read.

Not a part of the ledger: what counts as known is what was read (``sayso.store.writer``). Every function here is meant
to be called inside a transaction of the Writer (``Writer().turn()``), so that an item and the look that found it, a
version and its bytes, a reading and the mark that it was read are stored together or not at all.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from sayso.model import Capture
from sayso.model.codec import canonical, content_hash, from_plain, to_plain
from sayso.model.source import Seen
from sayso.store import models as rows
from sayso.store.adding import add_rows
from sayso.store.bodies import body_of, keep_body
from sayso.store.entry import Given
from sayso.store.pack import capture_id

_CHUNK = 500  # parameters per query, below every engine's limit


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One item of a source.

    Attributes:
        id: row id.
        seen: what the source said of it last; with the body it brought along only while that is needed.
        state: ``waiting``, ``captured``, ``read`` or ``refused``; ``reason`` is a word for the last.
        next_at: when it is to be fetched (again), None when it is not.
        tries: fetches that failed in a row. ``checks``: looks at the item since its bytes changed.
        etag, modified: validators of its own address. ``digest``: SHA-256 of the bytes last captured, "" before.
    """

    id: int
    source: str
    seen: Seen
    found_at: datetime
    next_at: datetime | None
    state: str
    tries: int = 0
    checks: int = 0
    reason: str = ""
    etag: str = ""
    modified: str = ""
    digest: str = ""

    @property
    def address(self) -> str:
        """Where it is."""
        return self.seen.address


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """One captured version of an item.

    Attributes:
        id: row id. ``item``: row id of the item, ``source``: its source.
        capture, given: what reading takes.
        state: ``captured``, ``read`` or ``refused``; ``reason`` is a word for the last.
    """

    id: int
    item: int
    source: str
    capture: Capture
    given: Given
    state: str
    reason: str = ""

    @property
    def begun(self) -> int:
        """How often its reading was begun and not ended."""
        number = self.reason.removeprefix(_BEGUN)
        return int(number) if self.state == "captured" and number.isdecimal() else 0


def item_name(source: str, key: str) -> str:
    """Name of an item: its source and key."""
    return content_hash(source, key)


def known_items(source: str, keys: Iterable[str]) -> dict[str, HeldItem]:
    """Key to item of those that were seen before, without their bodies."""
    names = sorted({item_name(source, key) for key in keys})
    found: dict[str, HeldItem] = {}
    for start in range(0, len(names), _CHUNK):
        query = rows.ItemRow.objects.filter(name__in=names[start : start + _CHUNK]).defer("body")
        found.update((item.seen.key, item) for item in (_item(row, with_body=False) for row in query))
    return found


def add_items(source: str, seen: Iterable[Seen], found_at: datetime) -> int:
    """Put new items into the queue; how many. None of them may be known yet."""
    made = [_item_row(source, one, found_at) for one in seen]
    for some in (made[start : start + _CHUNK] for start in range(0, len(made), _CHUNK)):
        add_rows(some)
    return len(made)


def _item_row(source: str, seen: Seen, found_at: datetime) -> rows.ItemRow:
    return rows.ItemRow(
        name=item_name(source, seen.key), source=source, found_at=found_at, next_at=found_at, state="waiting",
        reason="", etag="", modified="", digest="", **_said(seen),
    )  # fmt: skip


def renew_item(item: HeldItem, seen: Seen, at: datetime) -> None:
    """The source shows another version of a known item: it is to be captured again."""
    rows.ItemRow.objects.filter(pk=item.id).update(next_at=at, tries=0, checks=0, **_said(seen))


def _said(seen: Seen) -> dict[str, Any]:
    body = None if seen.body is None else zlib.compress(seen.body, 6)
    return {"address": seen.address, "record": canonical(to_plain(replace(seen, body=None))), "body": body}


def due_items(now: datetime, limit: int, per_source: int, among: Collection[str] | None = None) -> tuple[HeldItem, ...]:
    """Items to be fetched now, the longest due first, at most so many of one source: a flood starves nobody.

    Args:
        among: ids of the sources whose items count; None for all.
    """
    turn = Window(RowNumber(), partition_by=F("source"), order_by=(F("next_at"), F("id")))
    due = rows.ItemRow.objects.filter(next_at__lte=now)
    if among is not None:
        due = due.filter(source__in=sorted(among))
    first = due.annotate(turn=turn).filter(turn__lte=per_source).order_by("turn", "next_at", "id")
    ids = list(first.values_list("pk", flat=True)[:limit])
    held = {row.pk: _item(row) for row in rows.ItemRow.objects.filter(pk__in=ids)}
    return tuple(held[pk] for pk in ids)


def keep_version(item: HeldItem, capture: Capture, given: Given) -> bool:
    """Store captured bytes as a version of an item, to be read; False when this very version was captured before."""
    if not _once(item, capture.digest, capture, given, "captured"):
        return False
    keep_body(capture.digest, capture.body)
    rows.ItemRow.objects.filter(pk=item.id).update(state="captured", reason="")
    return True


def keep_file(item: HeldItem, digest: str) -> bool:
    """An item is a file with any number of documents: it waits to be read as a whole; False when it was before.

    Args:
        digest: of the file's path and version; there are no bytes under it.
    """
    made = _once(item, digest, Capture(item.address, b"", item.found_at, digest=digest), Given(), "file")
    rows.ItemRow.objects.filter(pk=item.id).update(state="captured" if made else "read", next_at=None, reason="")
    return made


def _once(item: HeldItem, digest: str, capture: Capture, given: Given, state: str) -> bool:
    if rows.VersionRow.objects.filter(item=item.id, digest=digest).exists():
        return False
    made = rows.VersionRow(
        item_id=item.id, digest=digest, capture=capture_id(capture, given), address=capture.address,
        known_from=capture.known_from, media_type=capture.media_type[:100], charset=capture.charset[:40],
        given=canonical(to_plain(given)), state=state, reason="",
    )  # fmt: skip
    add_rows([made])
    return True


def note_fetched(
    item: HeldItem, *, digest: str, etag: str, modified: str, next_at: datetime | None, changed: bool
) -> None:
    """An item was fetched: validators and digest for the next time, and when that is (None: never).

    What the source showed as another version in the meantime stays due.
    """
    row: dict[str, Any] = {"digest": digest, "etag": etag, "modified": modified, "tries": 0}
    if item.state != "refused":  # what was in the way of an earlier try is no longer
        row["reason"] = ""
    if _shown(item) == _said(item.seen)["record"]:
        row |= {"next_at": next_at, "checks": 0 if changed else item.checks + 1, "body": None}
    rows.ItemRow.objects.filter(pk=item.id).update(**row)


def note_failed(item: HeldItem, reason: str, next_at: datetime | None, *, counts: bool = True) -> None:
    """An item could not be fetched; without another try it is refused unless a version of it was captured before.

    Args:
        counts: False when the try does not count against the item.
    """
    if _shown(item) != _said(item.seen)["record"]:
        return
    row: dict[str, Any] = {"tries": item.tries + counts, "reason": reason[:40], "next_at": next_at}
    if next_at is None:
        row["body"] = None
        if item.state == "waiting":
            row["state"] = "refused"
    rows.ItemRow.objects.filter(pk=item.id).update(**row)


def _shown(item: HeldItem) -> str | None:
    """What the source says of the item now."""
    return rows.ItemRow.objects.filter(pk=item.id).values_list("record", flat=True).first()


def versions_to_read(limit: int) -> tuple[HeldVersion, ...]:
    """Captured versions that wait to be read, the oldest first, bytes and all.

    One whose reading was begun twice and never ended comes alone, as it may be what ends the process.
    """
    waiting = rows.VersionRow.objects.filter(state="captured").select_related("item").defer("item__body")
    found: list[HeldVersion] = []
    for row in waiting.order_by("id")[:limit]:
        version = _version(row)
        if version.begun >= SUSPECT:
            return (version,) if not found else tuple(found)
        found.append(version)
    return tuple(found)


SUSPECT = 2
"""So many readings of a version were begun and not ended: it is read alone from then on."""


def note_begun(versions: Iterable[HeldVersion]) -> None:
    """The reading of these versions begins; in a transaction of its own, so that it is known after a kill."""
    for version in versions:
        rows.VersionRow.objects.filter(pk=version.id).update(reason=f"{_BEGUN}{version.begun + 1}")


_BEGUN = "begun "


def read_again(reason: str) -> int:
    """Versions that were refused for this reason wait to be read again; how many."""
    return rows.VersionRow.objects.filter(state="refused", reason=reason).update(state="captured", reason="")


def files_to_read(limit: int) -> tuple[HeldVersion, ...]:
    """Files that wait to be read, the oldest first; the capture has the path as its address and no bytes."""
    query = rows.VersionRow.objects.filter(state="file").select_related("item")
    return tuple(_version(row) for row in query.defer("item__body").order_by("id")[:limit])


DOCUMENTS_OF_FILE = 20
"""Documents of one file that can be found again from its item; an archive holds a hundred thousand."""


def note_documents(version: HeldVersion, some: Iterable[tuple[Capture, Given]], before: int) -> int:
    """What was read from a file, so that its item leads to its documents; how many are noted of it now.

    Args:
        some: what stands in the ledger.
        before: how many were noted before.
    """
    for capture, given in list(some)[: max(0, DOCUMENTS_OF_FILE - before)]:
        if not rows.VersionRow.objects.filter(item=version.item, digest=capture.digest).exists():
            row = rows.VersionRow(
                item_id=version.item, digest=capture.digest, capture=capture_id(capture, given),
                address=capture.address, known_from=capture.known_from, media_type=capture.media_type[:100],
                charset=capture.charset[:40], given=canonical(to_plain(given)), state="read", reason="",
            )  # fmt: skip
            row.save()
        before += 1
    return before


def note_read(version: HeldVersion) -> None:
    """A version was read; call it in the transaction that stores the reading."""
    _note(version, "read", "")


def note_refused(version: HeldVersion, reason: str) -> None:
    """A version cannot be read; call it in the transaction that puts it into quarantine."""
    _note(version, "refused", reason[:40])


def _note(version: HeldVersion, state: str, reason: str) -> None:
    rows.VersionRow.objects.filter(pk=version.id).update(state=state, reason=reason)
    open_ones = rows.VersionRow.objects.filter(item=version.item, state__in=("captured", "file"))
    if not open_ones.exists():
        rows.ItemRow.objects.filter(pk=version.item).update(state=state, reason=reason)


def last_items(source: str, limit: int = 50) -> tuple[HeldItem, ...]:
    """The items of a source that were found last, newest first, without their bodies."""
    query = rows.ItemRow.objects.filter(source=source).defer("body").order_by("-found_at", "id")[:limit]
    return tuple(_item(row, with_body=False) for row in query)


def versions_of(item: int) -> tuple[tuple[datetime, str, str, str], ...]:
    """(known_from, digest, capture id, state) of every captured version of an item, oldest first."""
    query = rows.VersionRow.objects.filter(item=item).order_by("id")
    return tuple(query.values_list("known_from", "digest", "capture", "state"))


def queue_length() -> Counter[str]:
    """State to number of items."""
    counted = rows.ItemRow.objects.values_list("state").annotate(n=Count("id")).order_by("state")
    return Counter(dict(counted))


def _item(row: rows.ItemRow, with_body: bool = True) -> HeldItem:
    seen = from_plain(Seen, json.loads(row.record))
    if with_body and row.body is not None:
        seen = replace(seen, body=zlib.decompress(row.body))
    return HeldItem(
        row.pk, row.source, seen, row.found_at, row.next_at, row.state, row.tries, row.checks, row.reason, row.etag,
        row.modified, row.digest,
    )  # fmt: skip


def _version(row: rows.VersionRow) -> HeldVersion:
    body = (body_of(row.digest) or b"") if row.state != "file" else b""
    capture = Capture(row.address, body, row.known_from, row.media_type, row.charset, row.digest)
    given = Given(**json.loads(row.given))
    return HeldVersion(row.pk, row.item_id, row.item.source, capture, given, row.state, row.reason)
