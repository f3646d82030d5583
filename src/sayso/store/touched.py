"""Which incidents something happened to in a stretch of time: every one behind which a row began to count in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, Q

from sayso.store import models as rows
from sayso.store.stale import judged

_CHUNK = 500  # parameters per query, below every engine's limit
Touched = dict[str, datetime]
"""Incident id to the latest time in the stretch."""


def touched(after: datetime, until: datetime | None) -> Touched:
    """Incidents whose answer may differ between two times.

    Args:
        after: UTC, exclusive.
        until: UTC, inclusive; None for no end.

    Returns:
        one id and one time for each of them: the memory is that of the ids, not of the ledger.
    """
    found: Touched = {}
    _note(found, _linked(Q(**_within("since", after, until)), "since"))
    _note(found, _linked(Q(**_within("report__since", after, until)), "report__since"))
    _note(found, _at_same_address(after, until))
    copies = rows.CopyRow.objects.filter(**_within("since", after, until)).values_list("document_id", "since")
    _note(found, _holding(copies.order_by("since").iterator(chunk_size=2000)))
    for one, other, at in rows.RedirectRow.objects.filter(**_within("since", after, until)).values_list(
        "incident_id", "into_id", "since"
    ):
        _note(found, ((one, at), (other, at)))
    for subject, at in rows.JudgementRow.objects.filter(**_within("at", after, until)).values_list("subject", "at"):
        _note(found, ((incident, at) for incident in judged(subject)))
    return found


def _within(column: str, after: datetime, until: datetime | None) -> dict[str, Any]:
    return {f"{column}__gt": after, **({f"{column}__lte": until} if until else {})}


def _note(found: Touched, pairs: Iterable[tuple[str, datetime]]) -> None:
    for incident, at in pairs:
        if incident not in found or found[incident] < at:
            found[incident] = at


def _linked(where: Q, column: str) -> Iterator[tuple[str, datetime]]:
    links = rows.LinkRow.objects.filter(where).values("incident_id").annotate(last=Max(column))
    yield from links.values_list("incident_id", "last").iterator(chunk_size=2000)


def _at_same_address(after: datetime, until: datetime | None) -> Iterator[tuple[str, datetime]]:
    """Incidents told in another capture of an address that was captured again: the new one supersedes, or is it."""
    read = rows.ReadingRow.objects.filter(**_within("since", after, until))
    known = read.values_list("document__capture__address").annotate(last=Max("since")).iterator(chunk_size=2000)
    for some in _chunks(known):
        last = dict(some)
        links = rows.LinkRow.objects.filter(report__reading__document__capture__address__in=list(last))
        pairs = links.values_list("incident_id", "report__reading__document__capture__address").distinct()
        yield from ((incident, last[address]) for incident, address in pairs)


def _holding(documents: Iterable[tuple[str, datetime]]) -> Iterator[tuple[str, datetime]]:
    for some in _chunks(documents):
        last = dict(some)
        links = rows.LinkRow.objects.filter(report__reading__document__in=list(last))
        pairs = links.values_list("incident_id", "report__reading__document_id").distinct()
        yield from ((incident, last[document]) for incident, document in pairs)


def _chunks(items: Iterable[Any]) -> Iterator[list[Any]]:
    some: list[Any] = []
    for item in items:
        some.append(item)
        if len(some) == _CHUNK:
            yield some
            some = []
    if some:
        yield some


def opened_at(incidents: Collection[str]) -> dict[str, datetime]:
    """When each of these incidents was opened; ids that are none are left out."""
    found: dict[str, datetime] = {}
    for some in chunks(sorted(incidents), _CHUNK):
        found.update(rows.IncidentRow.objects.filter(pk__in=some).values_list("pk", "since"))
    return found


def chunks(ids: Collection[str], size: int) -> Iterator[list[str]]:
    """The ids in lists of at most ``size``, in their order."""
    ordered = list(ids)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
