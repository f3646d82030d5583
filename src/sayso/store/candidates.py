"""What the ledger already holds near a new document: reports of about the same days, documents with shared bands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from sayso.model import Document
from sayso.store import models as rows
from sayso.store.ask import exists, marks, rows_among, rows_of
from sayso.store.entry import ReportPlace
from sayso.store.pack import unpack_document
from sayso.store.redirects import members, survivors

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)  # "some time in 2011"; bounds how far an index of last days is walked
_LINKED = (
    "SELECT l.report_id, l.incident_id, l.decision, r.country_code"
    " FROM store_reportrow r JOIN store_linkrow l ON l.report_id = r.id"
)
_NEWEST = "ORDER BY r.since DESC, l.report_id, l.since DESC, l.id DESC"
_MOST = 400  # candidates for one report, newest first; only what has no day has more (see docs/scale.md)

_COMMON = 500  # documents of one key; the same agency text in more outlets is found in its incident
_MOST_COPIES = 24  # texts to compare with, most keys in common first; who copies one of many copies shares most
_MOST_NAMING = 60  # documents with the same rare words
_MOST_TEXTS = 100  # of one incident; copies follow their original closely


@dataclass(frozen=True, slots=True)
class Near:
    """Linked reports that may tell of the same happening.

    Attributes:
        rows: (report row id, incident id), newest first; ids are those of survivors.
        half_known: incidents of which a report without a country is among them: their reports of other countries are
            not, and must be asked for (:func:`rest_of`) before that one report speaks for them all.
    """

    rows: tuple[tuple[str, str], ...]
    half_known: frozenset[str] = frozenset()


def linked_near(place: ReportPlace, documents: Collection[str] = ()) -> Near:
    """Every linked report that may tell of the same happening.

    Args:
        place: days and country of the new report; a day more on both sides is taken, and reports without a country.
        documents: reports of these documents come in any case (near copies).
    """
    day = connection.ops.adapt_datefield_value
    values: list[object] = [
        day(place.day_from - _DAY), day(place.day_to + _DAY + _LONGEST), day(place.day_to + _DAY),
    ]  # fmt: skip
    where = "r.day_to BETWEEN %s AND %s AND r.day_from <= %s"
    if place.country_code:
        where += " AND r.country_code IN (%s, '')"
        values.append(place.country_code)
    found = rows_of(f"{_LINKED} WHERE {where} {_NEWEST} LIMIT {_MOST}", values)
    if documents:
        among = f"JOIN store_readingrow d ON d.id = r.reading_id WHERE d.document_id IN ({marks(documents)})"
        found = [*rows_of(f"{_LINKED} {among} {_NEWEST}", sorted(documents)), *found]
    latest = _latest(found)
    into = survivors({incident for incident in latest.values() if incident}, None)
    rows = tuple((report, into[incident]) for report, incident in latest.items() if incident)
    if not place.country_code:
        return Near(rows)
    open_ended = {latest[report] for report, _, _, country in found if not country and latest[report]}
    return Near(rows, frozenset(into[incident] for incident in open_ended))


def rest_of(incidents: Collection[str], country: str) -> tuple[tuple[str, str], ...]:
    """(report row id, incident id) of the newest reports of these incidents that name another country.

    Args:
        incidents: ids of survivors; reports of what became part of them come too.
        country: reports of this one, and those of none, are left out.
    """
    if not incidents:
        return ()
    some = sorted(members(incidents, None))
    within = f"SELECT report_id FROM store_linkrow WHERE incident_id IN ({marks(some)}) AND decision = 'same'"
    where = f"WHERE r.country_code NOT IN (%s, '') AND r.id IN ({within})"
    latest = _latest(rows_of(f"{_LINKED} {where} {_NEWEST} LIMIT {_MOST}", [country, *some]))
    into = survivors({incident for incident in latest.values() if incident}, None)
    return tuple((report, into[incident]) for report, incident in latest.items() if incident)


def _latest(found: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    """Report to its incident ("" for none) by the decision that comes first, which is the latest."""
    latest: dict[str, str] = {}
    for report, incident, decision, _ in found:
        latest.setdefault(report, incident if decision == "same" else "")
    return latest


def facts_in(reports: Collection[str]) -> dict[str, str]:
    """Report row id to what the linker compares (opaque JSON)."""
    return dict(rows_among("SELECT id, facts FROM store_reportrow WHERE id IN", reports))


def texts_sharing(bands: Collection[int]) -> dict[str, str]:
    """Document id to text of the documents that share most near-copy keys.

    Keys that very many documents hold are standing sentences and tell nothing; see ``_COMMON`` and ``_MOST_COPIES``.
    """
    if not bands:
        return {}
    telling = _telling(bands)
    if not telling:
        return {}
    held = f"FROM store_copybandrow WHERE band IN ({marks(telling)})"
    most = f"GROUP BY document_id ORDER BY COUNT(*) DESC, document_id LIMIT {_MOST_COPIES}"
    return _texts([pk for (pk,) in rows_of(f"SELECT document_id {held} {most}", telling)])


def documents_sharing(keys: Collection[int], least: int = 2) -> list[str]:
    """Ids of the documents that share at least so many keys of rare words, those with most in common first.

    Keys that very many documents hold tell nothing, as with copies.
    """
    if len(keys) < least:
        return []
    telling = _telling(keys)
    if len(telling) < least:
        return []
    held = f"FROM store_copybandrow WHERE band IN ({marks(telling)})"
    shared = f"GROUP BY document_id HAVING COUNT(*) >= {least} ORDER BY COUNT(*) DESC, document_id LIMIT {_MOST_NAMING}"
    return [pk for (pk,) in rows_of(f"SELECT document_id {held} {shared}", telling)]


def _telling(keys: Collection[int]) -> list[int]:
    """The keys that some documents hold, and not very many: no more of their rows are counted than decide that."""
    one = f"SELECT {{}}, COUNT(*) FROM (SELECT 1 FROM store_copybandrow WHERE band = {{}} LIMIT {_COMMON + 1}) held"
    counts = rows_of(" UNION ALL ".join(one.format(int(key), int(key)) for key in keys))
    return sorted(key for key, number in counts if 0 < number <= _COMMON)


def texts_in(incidents: Collection[str]) -> dict[str, str]:
    """Document id to text of the newest documents with a report in these incidents or what became part of them."""
    if not incidents:
        return {}
    some = sorted(members(incidents, None))
    told = (
        "SELECT d.document_id FROM store_linkrow l JOIN store_reportrow r ON r.id = l.report_id"
        " JOIN store_readingrow d ON d.id = r.reading_id"
        f" WHERE l.incident_id IN ({marks(some)}) AND l.decision = 'same' ORDER BY l.since DESC, l.id"
    )
    return _texts(list(dict.fromkeys(pk for (pk,) in rows_of(told, some)))[:_MOST_TEXTS])


def _texts(documents: Collection[str]) -> dict[str, str]:
    return dict(sorted(rows_among("SELECT id, text FROM store_documentrow WHERE id IN", documents)))


def known_documents(documents: Collection[str]) -> dict[str, tuple[Document, datetime]]:
    """Document id to the Document and ``known_from`` of its capture, for deciding which of two copies came first."""
    if not documents:
        return {}
    found = rows.DocumentRow.objects.filter(pk__in=list(documents)).select_related("capture")
    return {row.pk: (unpack_document(row.text, row.record), row.capture.known_from) for row in found}


def incident_exists(incident: str) -> bool:
    """True when an incident of this id was opened."""
    return exists("store_incidentrow", "id", incident)
