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
_MOST = 2000  # candidates for one report, newest first; more only come with "some time in 2011"

_COMMON = 500  # documents of one key; the same agency text in more outlets is found in its incident
_MOST_COPIES = 60  # documents to compare with; who copies one of sixty copies shares more keys with some of them
_MOST_TEXTS = 100  # of one incident; copies follow their original closely


def reports_near(place: ReportPlace, documents: Collection[str] = ()) -> list[tuple[str, str]]:
    """(incident id, facts) of every linked report that may tell of the same happening; ids are those of survivors.

    Args:
        place: days and country of the new report; a day more on both sides is taken, and reports without a country.
        documents: reports of these documents come in any case (near copies).
    """
    near = Q(day_from__lte=place.day_to + _DAY, day_to__gte=place.day_from - _DAY)
    if place.country_code:
        near &= Q(country_code__in=(place.country_code, ""))
    if documents:
        near |= Q(reading__document__in=list(documents))
    query = rows.ReportRow.objects.filter(near).order_by("-since", "id")[:_MOST]
    facts = dict(query.values_list("id", "facts"))
    links = rows.LinkRow.objects.filter(report__in=list(facts)).order_by("since", "id")
    latest = {link.report_id: link for link in links}
    same = {r: latest[r].incident_id for r in facts if r in latest and latest[r].decision == "same"}
    into = survivors(set(same.values()), None)
    return [(into[incident], facts[r]) for r, incident in same.items()]


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
