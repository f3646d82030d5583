"""A few incidents with everything the ledger ever held about them, loaded once and answered from for many times.

The answers are those of a ``View``, which asks the database anew for every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from sayso.model import Reading
from sayso.store import models as rows
from sayso.store.entry import CopyLink, HeldAssertion, HeldReading, HeldReport
from sayso.store.view import View, age, held_reading, held_report, reading_rows

_CHUNK = 500  # parameters per query, below every engine's limit
_UNPACKED = 50  # complete readings remembered, some 100 KB each


class History:
    """Incidents that were ever redirected to one another belong into one History.

    Args:
        incidents: ids; ``connected`` of ``sayso.store.moments`` tells which belong together.
    """

    def __init__(self, incidents: Collection[str]) -> None:
        self.links = _links(incidents)
        self.told_in: dict[str, set[str]] = defaultdict(set)
        for report, links in self.links.items():
            for link in links:
                self.told_in[link["incident_id"]].add(report)
        self.reports = {row.pk: row for c in _chunks(self.links) for row in rows.ReportRow.objects.filter(pk__in=c)}
        self.redirects = _redirects(incidents)
        self.readings: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._load_readings()
        self.capture_of = {row["id"]: capture for capture, some in self.readings.items() for row in some}
        self.captures = self._captures()
        everything = View()
        self.assertions = everything.assertions(self.reports)
        self.ends = everything.statement_ends({r.reading_id for r in self.reports.values()})
        documents = {row["document_id"] for some in self.readings.values() for row in some}
        self.copies = everything.copies(documents)
        self.unpacked: dict[str, Reading] = {}

    def _load_readings(self) -> None:
        wanted = {r.reading_id for r in self.reports.values()}
        captures = {
            pk
            for c in _chunks(wanted)
            for pk in rows.CaptureRow.objects.filter(documentrow__readingrow__in=c).values_list("pk", flat=True)
        }
        for chunk in _chunks(captures):
            for row in reading_rows(rows.ReadingRow.objects.filter(document__capture__in=chunk)):
                self.readings[row["document__capture_id"]].append(row)

    def _captures(self) -> dict[str, list[tuple[datetime, str, datetime]]]:
        """Address to (``known_from``, capture id, time from which it counts) of its captures, oldest first."""
        addresses = {row["document__capture__address"] for some in self.readings.values() for row in some}
        found: dict[str, dict[str, tuple[datetime, datetime]]] = defaultdict(dict)
        columns = ("address", "pk", "known_from", "documentrow__readingrow__since")
        for chunk in _chunks(addresses):
            known = rows.CaptureRow.objects.filter(address__in=chunk, documentrow__readingrow__isnull=False)
            for address, pk, known_from, since in known.values_list(*columns):
                counts = max(known_from, since)
                first = min(counts, found[address][pk][1]) if pk in found[address] else counts
                found[address][pk] = known_from, first
        return {a: sorted((at, pk, counts) for pk, (at, counts) in some.items()) for a, some in found.items()}

    def view(self, as_of: datetime | None) -> View:
        """The View of a time that answers from what was loaded."""
        return _Remembering(self, as_of)


class _Remembering(View):
    """A View of the incidents of a History."""

    def __init__(self, history: History, as_of: datetime | None) -> None:
        super().__init__(as_of)
        self.history = history

    def _counts(self, at: datetime) -> bool:
        return self.as_of is None or at <= self.as_of

    def linked_reports(self, incidents: Collection[str] | None = None) -> dict[str, tuple[HeldReport, ...]]:
        """See ``View.linked_reports``; None is all that was loaded."""
        into = self._survivors()
        asked = None if incidents is None else {into.get(pk, pk) for pk in incidents}
        ever = self.history.links if asked is None else self._ever({*asked, *(i for i in into if into[i] in asked)})
        rows_of = {pk: self.history.reports[pk] for pk in ever}
        readings = self._current({self.history.capture_of[row.reading_id] for row in rows_of.values()})
        found: dict[str, list[HeldReport]] = defaultdict(list)
        for report, row in rows_of.items():
            link = next((lk for lk in reversed(self.history.links[report]) if self._counts(lk["since"])), None)
            if link is None or link["decision"] != "same":
                continue
            incident = into.get(link["incident_id"], link["incident_id"])
            if row.reading_id in readings and (asked is None or incident in asked):
                found[incident].append(held_report(row, readings[row.reading_id], incident, link["why"]))
        return {key: tuple(sorted(reports, key=age)) for key, reports in found.items()}

    def _ever(self, incidents: Collection[str]) -> set[str]:
        """Reports that were ever linked to one of these."""
        return set().union(*(self.history.told_in.get(pk, ()) for pk in incidents))

    def _survivors(self) -> dict[str, str]:
        steps: dict[str, str] = {}
        for incident, into, holds, since in self.history.redirects:
            if self._counts(since):
                steps.pop(incident, None)
                if holds:
                    steps[incident] = into
        found = {}
        for pk in steps:
            end = pk
            while end in steps:
                end = steps[end]
            found[pk] = end
        return found

    def _current(self, captures: Collection[str]) -> dict[str, HeldReading]:
        """Reading id to the reading, for the latest one of each of these captures at the time."""
        found = {}
        for capture in captures:
            some = self.history.readings[capture]
            known = [r for r in some if self._counts(r["since"]) and self._counts(r["document__capture__known_from"])]
            if known:
                row = known[-1]
                found[row["id"]] = held_reading(row, self._superseded(row["document__capture__address"], capture))
        return found

    def _superseded(self, address: str, capture: str) -> datetime | None:
        captures = [(at, pk) for at, pk, counts in self.history.captures.get(address, ()) if self._counts(counts)]
        place = [pk for _, pk in captures].index(capture)
        return captures[place + 1][0] if place + 1 < len(captures) else None

    def assertions(self, reports: Iterable[str], fields: Collection[str] = ()) -> dict[str, tuple[HeldAssertion, ...]]:
        """See ``View.assertions``."""
        held = {pk: self.history.assertions[pk] for pk in reports if pk in self.history.assertions}
        if not fields:
            return held
        return {pk: tuple(a for a in some if a.assertion.field in fields) for pk, some in held.items()}

    def statement_ends(self, readings: Iterable[str]) -> dict[tuple[str, str], tuple[str, str]]:
        """See ``View.statement_ends``; those of other readings of the History come along."""
        return self.history.ends

    def copies(self, documents: Iterable[str]) -> tuple[CopyLink, ...]:
        """See ``View.copies``."""
        wanted = set(documents)
        return tuple(c for c in self.history.copies if c.document in wanted and self._counts(c.since))

    def unpack(self, readings: Iterable[str]) -> dict[str, Reading]:
        """See ``View.unpack``; the last ones are remembered, since neighbouring times ask for the same ones."""
        wanted, kept = list(readings), self.history.unpacked
        found = {pk: kept.pop(pk) for pk in wanted if pk in kept}
        found.update(super().unpack(pk for pk in wanted if pk not in found))
        kept.update(found)
        for pk in list(kept)[: max(0, len(kept) - _UNPACKED)]:
            del kept[pk]
        return found


def _links(incidents: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Report row id to its links, oldest first, for every report that was ever linked to one of these."""
    reports = {
        pk
        for c in _chunks(incidents)
        for pk in rows.LinkRow.objects.filter(incident__in=c).values_list("report", flat=True)
    }
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    columns = ("report_id", "incident_id", "decision", "why", "since")
    for chunk in _chunks(reports):
        for link in rows.LinkRow.objects.filter(report__in=chunk).order_by("since", "id").values(*columns):
            found[link["report_id"]].append(link)
    return dict(found)


def _redirects(incidents: Collection[str]) -> list[tuple[str, str, bool, datetime]]:
    columns = ("incident_id", "into_id", "holds", "since")
    parts = [rows.RedirectRow.objects.filter(incident__in=c).order_by("since", "id") for c in _chunks(incidents)]
    return [row for part in parts for row in part.values_list(*columns)]


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
