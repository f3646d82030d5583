"""The ledger as of one time. Only rows whose ``since`` (or ``known_from``) is not later take part."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr

from sayso.model import Assertion, Reading
from sayso.model.codec import from_plain
from sayso.store import models as rows
from sayso.store import redirects
from sayso.store.entry import CopyLink, HeldAssertion, HeldReading, HeldReport
from sayso.store.pack import unpack_document, unpack_reading

_CHUNK = 500  # parameters per query, below every engine's limit
_REMEMBERED = 20_000  # decoded assertions, about 1.5 KB each: a growing incident is gathered with every report


class View:
    """Reads the ledger as of ``as_of`` (UTC, inclusive); None is everything the ledger holds.

    What a View answers depends on ``as_of`` and on rows that were captured until then, so the same question gets
    the same answer for ever; only an import of older captures can add to the past.
    """

    def __init__(self, as_of: datetime | None = None) -> None:
        self.as_of = as_of

    def linked_reports(self, incidents: Collection[str] | None = None) -> dict[str, tuple[HeldReport, ...]]:
        """Incident id to its reports, oldest ``known_from`` first; only reports of the latest reading of a capture.

        What became part of another incident is answered with the id of the survivor.

        Args:
            incidents: only these, or the ones they became part of; None for all.
        """
        into = self._members(incidents)
        links = self._links(None if incidents is None else into.keys())
        some = incidents is not None
        report_rows = [row for row in self._report_rows(list(links) if some else None) if row.pk in links]
        readings = {r.id: r for r in self._readings(self._captures({r.reading_id for r in report_rows}, some))}
        found: dict[str, list[HeldReport]] = defaultdict(list)
        for row in report_rows:
            if row.reading_id in readings:
                link = links[row.pk]
                incident = into.get(link["incident_id"], link["incident_id"])
                found[incident].append(held_report(row, readings[row.reading_id], incident, link["why"]))
        return {key: tuple(sorted(reports, key=age)) for key, reports in found.items()}

    def redirects(self) -> dict[str, str]:
        """Every incident that is part of another one at the time, with the id of the survivor."""
        return redirects.resolved(self.as_of)

    def survivor(self, incident: str) -> str:
        """The id of the incident that this one is part of at the time; itself when it stands on its own."""
        return redirects.survivors((incident,), self.as_of)[incident]

    def _members(self, incidents: Collection[str] | None) -> dict[str, str]:
        """Incident id to survivor: of all that are redirected, or of all that make up these."""
        if incidents is None:
            return self.redirects()
        return redirects.members(set(redirects.survivors(incidents, self.as_of).values()), self.as_of)

    def _captures(self, readings: set[str], some: bool) -> list[str] | None:
        if not some:
            return None
        chunks = _chunks(sorted(readings))
        parts = [
            rows.CaptureRow.objects.filter(documentrow__readingrow__in=c).values_list("pk", flat=True) for c in chunks
        ]
        return sorted({pk for part in parts for pk in part})

    def _links(self, incidents: Collection[str] | None) -> dict[str, dict[str, Any]]:
        """Report row id to the decision that counts."""
        found = rows.LinkRow.objects.filter(self._by("since"))
        parts = [found]
        if incidents is not None:
            chunks = _chunks(sorted(incidents))
            ever = [rows.LinkRow.objects.filter(incident__in=c).values("report") for c in chunks]
            parts = [found.filter(report__in=reports) for reports in ever]
        latest: dict[str, dict[str, Any]] = {}
        for part in parts:
            for link in part.order_by("since", "id").values("report_id", "incident_id", "decision", "why", "score"):
                latest[link["report_id"]] = link
        return {
            report: link
            for report, link in latest.items()
            if link["decision"] == "same" and (incidents is None or link["incident_id"] in incidents)
        }

    def _report_rows(self, ids: list[str] | None) -> Iterator[rows.ReportRow]:
        if ids is None:
            yield from rows.ReportRow.objects.filter(self._by("since"))
        for chunk in _chunks(ids or []):
            yield from rows.ReportRow.objects.filter(pk__in=chunk)

    def readings(self) -> tuple[HeldReading, ...]:
        """The latest reading of every capture, oldest ``known_from`` first."""
        return tuple(sorted(self._readings(None), key=lambda r: (r.known_from, r.id)))

    def reading_of(self, document: str) -> HeldReading | None:
        """The latest reading of the capture behind a document; None when it is not known at the time."""
        captures = rows.CaptureRow.objects.filter(documentrow=document).values_list("pk", flat=True)
        found = self._readings(list(captures))
        return found[0] if found else None

    def readings_of(self, documents: Iterable[str]) -> tuple[HeldReading, ...]:
        """The latest readings of the captures behind these documents."""
        chunks = _chunks(sorted(set(documents)))
        parts = [rows.CaptureRow.objects.filter(documentrow__in=c).values_list("pk", flat=True) for c in chunks]
        return tuple(self._readings([pk for part in parts for pk in part]))

    def known_from(self, documents: Iterable[str]) -> dict[str, datetime]:
        """Document id to ``known_from`` of its capture, for those that are known at the time."""
        found: dict[str, datetime] = {}
        for chunk in _chunks(sorted(documents)):
            known = rows.DocumentRow.objects.filter(self._by("capture__known_from"), pk__in=chunk)
            found.update(known.values_list("pk", "capture__known_from"))
        return found

    def _readings(self, captures: list[str] | None) -> list[HeldReading]:
        known = rows.ReadingRow.objects.filter(self._by("since") & self._by("document__capture__known_from"))
        parts = [known] if captures is None else [known.filter(document__capture__in=c) for c in _chunks(captures)]
        found = (row for part in parts for row in reading_rows(part))
        latest = {row["document__capture_id"]: row for row in found}
        addresses = None if captures is None else {row["document__capture__address"] for row in latest.values()}
        later = self._next_captures(addresses)
        return [held_reading(row, later.get(row["document__capture_id"])) for row in latest.values()]

    def _next_captures(self, addresses: Collection[str] | None) -> dict[str, datetime]:
        """Capture id to ``known_from`` of the next capture of the same address, for those that have one."""
        query = rows.CaptureRow.objects.filter(self._by("known_from")).order_by("known_from", "id")
        if self.as_of is not None:
            # a late arrival supersedes nothing before it counts; asked for each capture, since SQLite would begin a
            # join with every reading up to the time
            read = rows.ReadingRow.objects.filter(document__capture=OuterRef("pk"), since__lte=self.as_of)
            query = query.filter(Exists(read))
        parts = [query] if addresses is None else [query.filter(address__in=c) for c in _chunks(sorted(addresses))]
        last: dict[str, str] = {}
        found: dict[str, datetime] = {}
        for part in parts:
            for address, pk, known_from in part.values_list("address", "pk", "known_from"):
                if address in last:
                    found[last[address]] = known_from
                last[address] = pk
        return found

    def assertions(self, reports: Iterable[str], fields: Collection[str] = ()) -> dict[str, tuple[HeldAssertion, ...]]:
        """Report row id to its assertions in order of the text.

        Args:
            reports: row ids of reports.
            fields: only these fields; empty for all.
        """
        found: dict[str, list[HeldAssertion]] = defaultdict(list)
        for chunk in _chunks(list(reports)):
            query = rows.AssertionRow.objects.filter(report__in=chunk).order_by("number")
            if fields:
                query = query.filter(field__in=fields)
            for row in query:
                found[row.report_id].append(HeldAssertion(row.ledger_id, row.report_id, _assertion(row.record)))
        return {key: tuple(value) for key, value in found.items()}

    def statement_ends(self, readings: Iterable[str]) -> dict[tuple[str, str], tuple[str, str]]:
        """(reading id, statement id) to name and kind of the far end of its attribution."""
        ends: dict[tuple[str, str], tuple[str, str]] = {}
        for chunk in _chunks(list(readings)):
            query = rows.StatementRow.objects.filter(reading__in=chunk)
            for reading, key, name, kind in query.values_list("reading_id", "key", "origin_name", "origin_kind"):
                ends[reading, key.rpartition("/")[2]] = (name, kind)
        return ends

    def unpack(self, readings: Iterable[str]) -> dict[str, Reading]:
        """Reading id to the complete Reading."""
        made: dict[str, Reading] = {}
        for chunk in _chunks(list(readings)):
            for row in rows.ReadingRow.objects.filter(pk__in=chunk).select_related("document"):
                document = unpack_document(row.document.text, row.document.record)
                made[row.pk] = unpack_reading(document, row.record)
        return made

    def copies(self, documents: Iterable[str]) -> tuple[CopyLink, ...]:
        """Copy links that leave these documents, most similar first."""
        found = [
            CopyLink(row.document_id, row.original_id, row.kind, row.similarity, row.since)
            for chunk in _chunks(list(documents))
            for row in rows.CopyRow.objects.filter(self._by("since"), document__in=chunk)
        ]
        return tuple(sorted(found, key=lambda c: (-c.similarity, c.document, c.original)))

    def incidents_in(self, reading: str) -> tuple[tuple[str, str], ...]:
        """(report id such as "i1", incident id) of every linked report of a reading."""
        reports = rows.ReportRow.objects.filter(reading=reading).order_by("number")
        links = rows.LinkRow.objects.filter(self._by("since"), report__in=reports).order_by("since", "id")
        latest = {link.report_id: link for link in links}
        same = {report: link.incident_id for report, link in latest.items() if link.decision == "same"}
        into = redirects.survivors(set(same.values()), self.as_of)
        return tuple((r.key.rpartition("/")[2], into[same[r.pk]]) for r in reports if r.pk in same)

    def _by(self, column: str) -> Q:
        return Q() if self.as_of is None else Q(**{f"{column}__lte": self.as_of})


_READING_COLUMNS = (
    "id", "document_id", "document__capture_id", "document__capture__address", "document__capture__known_from",
    "since", "reader", "document__title", "document__outlet", "document__url", "document__published",
    "document__language", "document__cleaner", "document__capture__constructed", "document__capture__body_id",
)  # fmt: skip
_NAMES = {
    "document_id": "document", "document__capture_id": "capture", "document__capture__body_id": "digest",
    **{c: c.rpartition("__")[2] for c in _READING_COLUMNS if "__" in c and not c.endswith("_id")},
}  # fmt: skip
"""Column to the attribute of HeldReading it fills."""
_HEADLINE = Substr("document__text", 1, Length("document__title"))
"""The beginning of the text, as long as the title: the headline when it is equal to it."""


@lru_cache(_REMEMBERED)
def _assertion(record: str) -> Assertion:
    return from_plain(Assertion, json.loads(record))


def reading_rows(query: QuerySet[rows.ReadingRow]) -> Iterator[dict[str, Any]]:
    """The columns of readings that :func:`held_reading` takes, oldest ``since`` first."""
    yield from query.order_by("since", "id").values(*_READING_COLUMNS, head=_HEADLINE)


def held_reading(row: dict[str, Any], superseded_at: datetime | None) -> HeldReading:
    """A reading from its columns, and ``known_from`` of the capture that supersedes it."""
    named = {_NAMES.get(c, c): row[c] for c in _READING_COLUMNS}
    headline_end = len(row["document__title"]) if row["head"] == row["document__title"] else 0
    return HeldReading(**named, headline_end=headline_end, superseded_at=superseded_at)


def held_report(row: rows.ReportRow, reading: HeldReading, incident: str, why: str) -> HeldReport:
    """A report from its row, its reading and the decision that counts."""
    return HeldReport(
        id=row.pk, key=row.key, number=row.number, type=row.type, family=row.family, status=row.status,
        facts=row.facts, reading=reading, incident=incident, why=why,
    )  # fmt: skip


def age(report: HeldReport) -> tuple[datetime, str, int]:
    """What reports of an incident are sorted by: oldest ``known_from`` first."""
    return report.reading.known_from, report.reading.document, report.number


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
