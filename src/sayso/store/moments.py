"""When what is known about an incident changed: every time at which one of the rows behind it begins to count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from django.db.models import Q

from sayso.store import models as rows
from sayso.store.stale import judged

_CHUNK = 500  # parameters per query, below every engine's limit


def connected(incidents: Collection[str]) -> dict[str, frozenset[str]]:
    """Each incident to all that were ever redirected to or from it, however indirectly, and itself."""
    near: dict[str, set[str]] = defaultdict(set)
    asked, seen = set(incidents), set(incidents)
    while asked:
        found: set[str] = set()
        for chunk in _chunks(asked):
            led = rows.RedirectRow.objects.filter(Q(incident__in=chunk) | Q(into__in=chunk))
            for one, other in led.values_list("incident_id", "into_id").distinct():
                near[one].add(other)
                near[other].add(one)
                found |= {one, other}
        asked = found - seen
        seen |= found
    return {pk: frozenset(_reached(pk, near)) for pk in incidents}


def _reached(pk: str, near: Mapping[str, set[str]]) -> set[str]:
    reached, asked = {pk}, [pk]
    while asked:
        for other in near.get(asked.pop(), ()):
            if other not in reached:
                reached.add(other)
                asked.append(other)
    return reached


def moments(incidents: Mapping[str, datetime]) -> dict[str, set[datetime]]:
    """Incident to the times, not before the one given with it, at which a row behind it begins to count."""
    told_in: dict[str, set[str]] = defaultdict(set)  # report to incidents
    for incident, report in _links(incidents):
        told_in[report].add(incident)
    found: dict[str, set[datetime]] = {pk: set() for pk in incidents}

    def note(some: Collection[str], at: datetime) -> None:
        for pk in some:
            if pk in found and at >= incidents[pk]:
                found[pk].add(at)

    addresses: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    columns = ("pk", "since", "reading__document_id", "reading__document__capture__address")
    for chunk in _chunks(told_in):
        for report, at in rows.LinkRow.objects.filter(report__in=chunk).values_list("report_id", "since"):
            note(told_in[report], at)
        for report, at, document, address in rows.ReportRow.objects.filter(pk__in=chunk).values_list(*columns):
            note(told_in[report], at)
            documents[document] |= told_in[report]
            addresses[address] |= told_in[report]
    for address, known, read in _captures(addresses):
        note(addresses[address], max(known, read))
    for chunk in _chunks(documents):
        for document, at in rows.CopyRow.objects.filter(document__in=chunk).values_list("document_id", "since"):
            note(documents[document], at)
    for chunk in _chunks(incidents):
        led = rows.RedirectRow.objects.filter(Q(incident__in=chunk) | Q(into__in=chunk))
        for one, other, at in led.values_list("incident_id", "into_id", "since"):
            note((one, other), at)
    for subject, at in _judgements(min(incidents.values())) if incidents else ():
        note(judged(subject), at)
    return found


def _links(incidents: Collection[str]) -> Iterator[tuple[str, str]]:
    for chunk in _chunks(incidents):
        yield from rows.LinkRow.objects.filter(incident__in=chunk).values_list("incident_id", "report_id")


def _captures(addresses: Collection[str]) -> Iterator[tuple[str, datetime, datetime]]:
    """(address, known_from, since) of every reading of every capture of these addresses."""
    columns = ("address", "known_from", "documentrow__readingrow__since")
    for chunk in _chunks(addresses):
        known = rows.CaptureRow.objects.filter(address__in=chunk, documentrow__readingrow__isnull=False)
        yield from known.values_list(*columns)


def _judgements(since: datetime) -> Iterator[tuple[str, datetime]]:
    yield from rows.JudgementRow.objects.filter(at__gte=since).values_list("subject", "at")


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
