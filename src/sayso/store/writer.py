"""Adds to the ledger: one document with all its rows in one transaction, or nothing of it."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from sayso.model import Document, Reading, Report, Statement
from sayso.model.codec import canonical, content_hash, to_plain
from sayso.store import models as rows
from sayso.store.adding import add_rows
from sayso.store.ask import exists
from sayso.store.bodies import keep_body
from sayso.store.entry import CopyLink, Entry, Given, Link, Quarantined
from sayso.store.pack import assertion_id, capture_id, pack_document, pack_reading, reading_id
from sayso.store.redirects import opened_first
from sayso.store.stale import at_address, holding, mark

_LEDGER_LOCK = 0x5A150


class Writer:
    """Appends to the ledger. Whoever writes first looks with :meth:`turn` held, so that nothing slips in between."""

    def __init__(self) -> None:
        self._waiting: dict[type, list[Any]] | None = None
        self._bodies: set[str] = set()  # digests of the bodies among those that wait

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One transaction in which this process alone writes; everything in it is stored, or nothing."""
        with transaction.atomic():
            if connection.vendor == "postgresql":  # SQLite: the transaction itself is the lock
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LEDGER_LOCK])
            yield

    def knows(self, capture: str) -> bool:
        """True when a capture of this id (``pack.capture_id``) was stored."""
        return exists("store_capturerow", "id", capture)

    def has_document(self, document: str) -> bool:
        """True when a document of this id was stored."""
        return exists("store_documentrow", "id", document)

    def quarantined(self, item: Quarantined) -> bool:
        """True when the same bytes of the same address were put aside for the same reason before."""
        return rows.QuarantineRow.objects.filter(pk=_quarantine_id(item)).exists()

    def add(self, entry: Entry) -> None:
        """Store one read document with its statements, reports, findings, links and copies.

        Raises:
            django.db.IntegrityError: when the document is there already.
        """
        with transaction.atomic(savepoint=False):
            self._capture(entry)
            capture = capture_id(entry.capture, entry.given)
            self._document(entry.reading.document, capture)
            self._what_was_read(entry)
            mark({link.incident for link in entry.links} | at_address(entry.capture.address, capture), entry.since)

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Store many read documents, none of which is there: the same rows as :meth:`add` makes, table by table.

        For filling a ledger when nothing has to be looked up in between.

        Raises:
            django.db.IntegrityError: when one of the documents is there already.
        """
        some = list(entries)
        with transaction.atomic(savepoint=False):
            self._waiting = defaultdict(list)
            try:
                for entry in some:
                    self._capture(entry)
                    self._document(entry.reading.document, capture_id(entry.capture, entry.given))
                    self._what_was_read(entry)
                waiting = self._waiting
            finally:
                self._waiting, self._bodies = None, set()
            for made in waiting.values():
                add_rows(made)
            self._search(waiting[rows.DocumentRow])
            for entry in some:
                again = at_address(entry.capture.address, capture_id(entry.capture, entry.given))
                mark({link.incident for link in entry.links} | again, entry.since)

    def add_reading(self, entry: Entry) -> None:
        """Store another reading of a capture that is there already: a change of reader or cleaner, not news.

        Raises:
            django.db.IntegrityError: when this reader's reading is there already.
        """
        with transaction.atomic(savepoint=False):
            capture, document = capture_id(entry.capture, entry.given), entry.reading.document
            if not self.has_document(document.id):  # another cleaner made another text of the same bytes
                self._document(document, capture)
            self._what_was_read(entry)
            of_capture = rows.DocumentRow.objects.filter(capture=capture).values_list("pk", flat=True)
            mark(holding({document.id, *of_capture}), entry.since)

    def put_aside(self, item: Quarantined) -> bool:
        """Quarantine an input; False when it lies there already."""
        if self.quarantined(item):
            return False
        rows.QuarantineRow(
            id=_quarantine_id(item), address=item.address, digest=item.digest, reason=item.reason,
            message=item.message, at=item.at,
        ).save()  # fmt: skip
        return True

    def note_run(self, run: str, event: str, at: datetime, detail: dict[str, Any]) -> None:
        """Bookkeeping: a run began or ended."""
        rows.RunRow(run=run, event=event, at=at, detail=canonical(detail)).save()

    def _put(self, made: list[Any]) -> None:
        """Rows of one table into it, or to those that wait for more of their table."""
        if self._waiting is None:
            add_rows(made)
        elif made:
            self._waiting[type(made[0])] += made

    def _what_was_read(self, entry: Entry) -> None:
        reading = self._reading(entry)
        self._statements(entry.reading, reading)
        self._findings(entry.reading, reading)
        self._reports(entry, reading)
        self._links(entry, reading)
        self._copies(entry)

    def _capture(self, entry: Entry) -> None:
        capture = entry.capture
        if self._waiting is None:
            keep_body(capture.digest, capture.body)
        elif capture.digest not in self._bodies and not exists("store_bodyrow", "digest", capture.digest):
            self._bodies.add(capture.digest)
            body = zlib.compress(capture.body, 6)
            self._put([rows.BodyRow(digest=capture.digest, size=len(capture.body), data=body)])
        made = rows.CaptureRow(
            id=capture_id(capture, entry.given), body_id=capture.digest, address=capture.address,
            known_from=capture.known_from, media_type=capture.media_type[:100], charset=capture.charset[:40],
            given=canonical(to_plain(entry.given)), constructed=entry.constructed,
        )  # fmt: skip
        self._put([made])

    def _document(self, document: Document, capture: str) -> None:
        made = rows.DocumentRow(
            id=document.id, capture_id=capture, title=document.title, outlet=document.outlet, url=document.url,
            language=document.language[:16], published=document.published.value if document.published else None,
            text=document.text, cleaner=document.cleaner,
            record=pack_document(document),
        )  # fmt: skip
        self._put([made])
        if self._waiting is None:
            self._search([made])

    def _search(self, documents: list[rows.DocumentRow]) -> None:
        """Into the index by words, where that is a table of its own."""
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                words = [(row.pk, f"{row.title} {row.text}") for row in documents]
                cursor.executemany("INSERT INTO store_search (document, words) VALUES (%s, %s)", words)

    def _reading(self, entry: Entry) -> str:
        reading = entry.reading
        name = reading_id(reading)
        made = rows.ReadingRow(
            id=name, document_id=reading.document.id, reader=reading.reader, since=entry.since,
            record=pack_reading(reading),
        )  # fmt: skip
        self._put([made])
        return name

    def _statements(self, reading: Reading, name: str) -> None:
        made = [_statement_row(reading.document.id, name, n, s) for n, s in enumerate(reading.statements)]
        self._put(made)

    def _findings(self, reading: Reading, name: str) -> None:
        made = [
            rows.FindingRow(
                id=content_hash(name, "finding", n), reading_id=name, number=n, check_name=f.check[:40],
                severity=f.severity, record=canonical(to_plain(f)),
            )
            for n, f in enumerate(reading.findings)
        ]  # fmt: skip
        self._put(made)

    def _reports(self, entry: Entry, name: str) -> None:
        document = entry.reading.document.id
        reports = list(enumerate(entry.reading.reports))
        self._put([_report_row(entry, name, n, r) for n, r in reports])
        self._put([row for _, r in reports for row in _assertion_rows(document, name, r)])

    def _links(self, entry: Entry, name: str) -> None:
        for link in entry.links:
            self._link(link, report_row_id(name, link.report), entry.since)

    def link(self, link: Link, report: str, since: datetime) -> None:
        """Add a decision about the report of row id ``report``, opening the incident first when it is new."""
        with transaction.atomic(savepoint=False):
            self._link(link, report, since)
            ever = rows.LinkRow.objects.filter(report=report).values_list("incident_id", flat=True)
            mark(ever, since)

    def _link(self, link: Link, report: str, since: datetime) -> None:
        if link.opens:
            self._put([rows.IncidentRow(id=link.incident, opened_by_id=report, since=since)])
        made = rows.LinkRow(
            id=content_hash(report, link.incident, link.decision, since.isoformat(), link.made_by), report_id=report,
            incident_id=link.incident, decision=link.decision, score=link.score, why=link.why,
            made_by=link.made_by, since=since,
        )  # fmt: skip
        self._put([made])

    def redirect(
        self,
        incident: str,
        into: str,
        since: datetime,
        *,
        why: str,
        made_by: str,
        holds: bool = True,
        judgement: str = "",
    ) -> None:
        """Add that ``incident`` is part of ``into`` from ``since`` on, or (``holds`` False) that it no longer is.

        Args:
            incident, into: ledger ids; ``into`` is the one that was opened first (``redirects.opened_first``).
            since: UTC; the time of a person's act, or that of the report that made the linker merge.
            why: reasons in words.
            made_by: linker and version, or the author.
            judgement: id of the JudgementRow behind it, "" for the linker.

        Raises:
            ValueError: one of them is no incident, or ``into`` was opened later: redirects lead to the older one.
        """
        if opened_first((incident, into)) != (into, incident):
            raise ValueError(f"{incident} cannot become part of {into}: an incident becomes part of an older one")
        with transaction.atomic(savepoint=False):
            rows.RedirectRow(
                incident_id=incident, into_id=into, holds=holds, why=why, made_by=made_by, judgement=judgement,
                since=since,
            ).save()  # fmt: skip
            mark((incident, into), since)

    def _copies(self, entry: Entry) -> None:
        self._put([_copy_row(c) for c in entry.copies])
        document = entry.reading.document.id
        self._put([rows.CopyBandRow(document_id=document, band=band) for band in entry.bands])


def report_row_id(reading: str, report: str) -> str:
    """Row id of a report inside a reading."""
    return content_hash(reading, report)


def given_of(capture_row: rows.CaptureRow) -> Given:
    """What was given along with a stored capture."""
    return Given(**json.loads(capture_row.given))


def _quarantine_id(item: Quarantined) -> str:
    return content_hash(item.address, item.digest, item.reason)


def _statement_row(document: str, name: str, number: int, statement: Statement) -> rows.StatementRow:
    origin = statement.attribution[-1] if statement.attribution else None
    return rows.StatementRow(
        id=content_hash(name, statement.id), reading_id=name, number=number, key=f"{document}/{statement.id}",
        kind=statement.kind, parent=statement.parent or "", origin_name=origin.name if origin else "",
        origin_kind=origin.kind if origin else "unknown", record=canonical(to_plain(statement)),
    )  # fmt: skip


def _report_row(entry: Entry, name: str, number: int, report: Report) -> rows.ReportRow:
    place = entry.places[report.id]
    return rows.ReportRow(
        id=report_row_id(name, report.id), reading_id=name, number=number,
        key=f"{entry.reading.document.id}/{report.id}", type=report.type, family=report.family, status=report.status,
        day_from=place.day_from, day_to=place.day_to, country_code=place.country_code, since=entry.since,
        facts=place.facts,
    )  # fmt: skip


def _assertion_rows(document: str, name: str, report: Report) -> list[rows.AssertionRow]:
    row = report_row_id(name, report.id)
    ids = [assertion_id(document, report.id, a) for a in report.assertions]
    return [
        rows.AssertionRow(
            id=content_hash(row, key, n), ledger_id=key, report_id=row, number=n, field=a.field, start=a.span.start,
            end=a.span.end, statement=a.statement or "", record=canonical(to_plain(a)),
        )
        for n, (key, a) in enumerate(zip(ids, report.assertions, strict=True))
        if key not in ids[:n]  # the same value in the same words twice is one row
    ]  # fmt: skip


def _copy_row(copy: CopyLink) -> rows.CopyRow:
    return rows.CopyRow(
        id=content_hash(copy.document, copy.original, copy.kind), document_id=copy.document,
        original_id=copy.original, kind=copy.kind, similarity=copy.similarity, since=copy.since,
    )  # fmt: skip
