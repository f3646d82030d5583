"""Which captured bytes a rule lets go: old, found by a source with a rule, and behind no incident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from django.db.models import Q

from sayso.store import models as rows
from sayso.store.ask import rows_of
from sayso.store.bodies import dropped

_CHUNK = 400  # digests looked at in one go, below every engine's limit of parameters


def expired(keep_days: Mapping[str, int], now: datetime) -> Iterator[tuple[str, list[str]]]:
    """(source, digests whose bytes may go) for each source with a rule, a few hundred at a time.

    Bytes may go when every capture of them is older than the rule of the source that found it, none of them came in
    any other way, nobody waits to read them, and no report that was read from them - or from a copy of them - was ever
    linked to an incident.

    Args:
        keep_days: source id to the days that bytes are kept; sources without a rule are not in it.
        now: UTC.
    """
    for source in sorted(keep_days):
        old = rows.KeptRow.objects.filter(source=source, at__lt=_cut(now, keep_days[source]))
        ordered = old.order_by("digest").values_list("digest", flat=True).distinct()
        last = ""
        while some := list(ordered.filter(digest__gt=last)[:_CHUNK]):
            last = some[-1]
            if good := sorted(set(some) - _held_back(some, keep_days, now) - dropped(some)):
                yield source, good


def _cut(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _held_back(some: list[str], keep_days: Mapping[str, int], now: datetime) -> set[str]:
    back = set(_young(some, keep_days, now))
    back |= set(rows.VersionRow.objects.filter(digest__in=some, state="captured").values_list("digest", flat=True))
    body = "report__reading__document__capture__body"
    linked = rows.LinkRow.objects.filter(**{f"{body}__in": some}, decision="same")
    back |= set(linked.values_list(f"{body}_id", flat=True))
    told = Q(document__readingrow__reportrow__linkrow__decision="same")
    copied = rows.CopyRow.objects.filter(told, original__capture__body__in=some)
    return back | set(copied.values_list("original__capture__body_id", flat=True))


def _young(some: list[str], keep_days: Mapping[str, int], now: datetime) -> Iterator[str]:
    """Those with a capture that is not old enough, or that no source with a rule found."""
    known: set[tuple[str, str, datetime]] = set()
    for digest, source, address, at in rows.KeptRow.objects.filter(digest__in=some).values_list(
        "digest", "source", "address", "at"
    ):
        known.add((digest, address, at))
        if source not in keep_days or at >= _cut(now, keep_days[source]):
            yield digest
    captures = rows.CaptureRow.objects.filter(body__in=some)
    for digest, address, at in captures.values_list("body_id", "address", "known_from"):
        if (digest, address, at) not in known:
            yield digest


def sizes(digests: Iterable[str]) -> int:
    """How many bytes these digests are, unpacked."""
    return sum(rows.BodyRow.objects.filter(pk__in=list(digests)).values_list("size", flat=True))


def files_with_dropped() -> list[str]:
    """Names of WARC files that hold or once held bytes which are no longer kept."""
    asked = (
        "SELECT DISTINCT k.file FROM store_keptrow k JOIN store_droppedrow d ON d.digest = k.digest"
        " JOIN store_bodyrow b ON b.digest = d.digest WHERE length(b.data) = 0 ORDER BY k.file"
    )
    return [str(file) for (file,) in rows_of(asked)]
