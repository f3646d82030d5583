"""Rows by which reports are shared out again when two incidents that were one come apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from sayso.store import models as rows
from sayso.store.ask import rows_among
from sayso.store.judgements import BY

_CHUNK = 500  # parameters per query, below every engine's limit


@dataclass(frozen=True, slots=True)
class Earlier:
    """A report of an earlier reading of the same capture, and where it was.

    Attributes:
        row: its row id; ``document``: of its reading; ``incident``: the id in its link.
    """

    row: str
    document: str
    incident: str


def stood_since(incident: str, into: str) -> datetime | None:
    """When the last merge of ``incident`` into ``into`` began; None when there was none."""
    began: datetime | None = None
    known = rows.RedirectRow.objects.filter(incident=incident).order_by("since", "id")
    before = False
    for to, holds, since in known.values_list("into_id", "holds", "since"):
        if holds and to == into and not before:
            began = since
        before = holds and to == into
    return began


def linked_at(reports: Collection[str]) -> dict[str, datetime]:
    """Row id of a report to the time of the linker's last word, persons aside, that it belongs to an incident."""
    found: dict[str, datetime] = {}
    ordered = sorted(reports)
    for start in range(0, len(ordered), _CHUNK):
        links = rows.LinkRow.objects.filter(report__in=ordered[start : start + _CHUNK], decision="same")
        told = links.exclude(made_by__startswith=BY).order_by("since", "id").values_list("report_id", "since")
        found.update(told)
    return found


def earlier(capture: str, reading: str, before: datetime) -> tuple[Earlier, ...]:
    """The reports of the other readings of a capture with where they were linked before a time, newest reading first.

    Args:
        capture: row id of the capture. ``reading``: the one that is left out. ``before``: UTC, exclusive.
    """
    others = rows.ReportRow.objects.filter(reading__document__capture=capture).exclude(reading=reading)
    known = {r.pk: r for r in others.select_related("reading").order_by("-reading__since", "-reading__id", "number")}
    links = rows.LinkRow.objects.filter(Q(report__in=known, since__lt=before)).order_by("since", "id")
    latest = {link.report_id: link for link in links}
    same = {pk: link.incident_id for pk, link in latest.items() if link.decision == "same"}
    return tuple(Earlier(pk, r.reading.document_id, same[pk]) for pk, r in known.items() if pk in same)


def copies_of(documents: Iterable[str]) -> dict[str, frozenset[str]]:
    """Document id to the documents it was copied from and those that are copies of it."""
    some = set(documents)
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (("document_id", "original_id"), ("original_id", "document_id")):
        for pk, alike in rows_among(f"SELECT {one}, {other} FROM store_copyrow WHERE {one} IN", some):
            found[pk].add(alike)
    return {pk: frozenset(alike) for pk, alike in found.items()}


def moved_at(at: datetime, made_by: str) -> tuple[tuple[str, str], ...]:
    """(key of a report, incident) of every link of exactly this time and maker, in order of the keys."""
    found = rows.LinkRow.objects.filter(since=at, made_by=made_by, decision="same")
    return tuple(found.order_by("report__key").values_list("report__key", "incident_id"))
