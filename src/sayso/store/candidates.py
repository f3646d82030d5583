"""What the ledger already holds near a new document: reports of about the same days, documents with shared bands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Count, Q

from sayso.model import Document
from sayso.store import models as rows
from sayso.store.entry import ReportPlace
from sayso.store.pack import unpack_document
from sayso.store.redirects import members, survivors

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)  # "some time in 2011"; bounds how far an index of last days is walked
_CHUNK = 500  # parameters per query, below every engine's limit
_MOST = 400  # candidates for one report, newest first; only what has no day has more (see docs/scale.md)

_COMMON = 500  # documents of one key; the same agency text in more outlets is found in its incident
_MOST_COPIES = 60  # documents to compare with; who copies one of sixty copies shares more keys with some of them
_MOST_TEXTS = 100  # of one incident; copies follow their original closely


def reports_near(place: ReportPlace, documents: Collection[str] = ()) -> list[tuple[str, str]]:
    """(incident id, facts) of every linked report that may tell of the same happening; see :func:`linked_near`."""
    near = linked_near(place, documents)
    facts = facts_in([report for report, _ in near])
    return [(incident, facts[report]) for report, incident in near]


def linked_near(place: ReportPlace, documents: Collection[str] = ()) -> list[tuple[str, str]]:
    """(report row id, incident id) of every linked report that may tell of the same happening.

    Incident ids are those of survivors.

    Args:
        place: days and country of the new report; a day more on both sides is taken, and reports without a country.
        documents: reports of these documents come in any case (near copies).
    """
    near = Q(
        report__day_to__range=(place.day_from - _DAY, place.day_to + _DAY + _LONGEST),
        report__day_from__lte=place.day_to + _DAY,
    )
    if place.country_code:
        near &= Q(report__country_code__in=(place.country_code, ""))
    newest = ("-report__since", "report", "-since", "-id")
    columns = ("report", "incident", "decision")
    found = list(rows.LinkRow.objects.filter(near).order_by(*newest).values_list(*columns)[:_MOST])
    if documents:
        copies = rows.LinkRow.objects.filter(report__reading__document__in=list(documents))
        found = [*copies.order_by(*newest).values_list(*columns), *found]
    latest: dict[str, str] = {}
    for report, incident, decision in found:
        latest.setdefault(report, incident if decision == "same" else "")
    into = survivors({incident for incident in latest.values() if incident}, None)
    return [(report, into[incident]) for report, incident in latest.items() if incident]


def facts_in(reports: Collection[str]) -> dict[str, str]:
    """Report row id to what the linker compares (opaque JSON)."""
    found: dict[str, str] = {}
    ordered = list(reports)
    for start in range(0, len(ordered), _CHUNK):
        some = rows.ReportRow.objects.filter(pk__in=ordered[start : start + _CHUNK])
        found.update(some.values_list("pk", "facts"))
    return found


def texts_sharing(bands: Collection[int]) -> dict[str, str]:
    """Document id to text of the documents that share most near-copy keys.

    Keys that very many documents hold are standing sentences and tell nothing; see ``_COMMON`` and ``_MOST_COPIES``.
    """
    if not bands:
        return {}
    held = rows.CopyBandRow.objects.filter(band__in=list(bands)).order_by()
    counts = dict(held.values_list("band").annotate(n=Count("id")))
    telling = held.filter(band__in=[band for band, n in counts.items() if n <= _COMMON])
    some = telling.values_list("document").annotate(n=Count("id")).order_by("-n", "document")[:_MOST_COPIES]
    shared = [document for document, _ in some]
    return dict(rows.DocumentRow.objects.filter(pk__in=shared).order_by("id").values_list("id", "text"))


def texts_in(incidents: Collection[str]) -> dict[str, str]:
    """Document id to text of the newest documents with a report in these incidents or what became part of them."""
    if not incidents:
        return {}
    linked = rows.LinkRow.objects.filter(incident__in=list(members(incidents, None)), decision="same")
    documents = linked.order_by("-since", "id").values_list("report__reading__document", flat=True)
    wanted = list(dict.fromkeys(documents))[:_MOST_TEXTS]
    return dict(rows.DocumentRow.objects.filter(pk__in=wanted).order_by("id").values_list("id", "text"))


def known_documents(documents: Collection[str]) -> dict[str, tuple[Document, datetime]]:
    """Document id to the Document and ``known_from`` of its capture, for deciding which of two copies came first."""
    found = rows.DocumentRow.objects.filter(pk__in=list(documents)).select_related("capture")
    return {row.pk: (unpack_document(row.text, row.record), row.capture.known_from) for row in found}


def incident_exists(incident: str) -> bool:
    """True when an incident of this id was opened."""
    return rows.IncidentRow.objects.filter(pk=incident).exists()
