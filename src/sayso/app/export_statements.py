"""Statements of readings as the exports take them, those about no incident too."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time

from sayso.app.pages import sentence_around
from sayso.app.private import shown_chain
from sayso.export.case import CaseStatement
from sayso.model import Attribution, Reading, Span, Statement, Voice
from sayso.model.codec import from_plain
from sayso.store import models as rows
from sayso.store.entry import HeldReading
from sayso.store.pack import grow
from sayso.store.view import View

_CHUNK = 500  # parameters per query, below every engine's limit
_BATCH = 100  # captures whose readings are unpacked at once


def spoken(readings: Sequence[str]) -> dict[str, Reading]:
    """Reading id to what an export needs of it: text, sentences, statements, findings and the names of its reports.

    Mentions, assertions (they have rows of their own) and the way back to the captured bytes are left out: they are
    most of the work of unpacking.
    """
    made: dict[str, Reading] = {}
    for start in range(0, len(readings), _CHUNK):
        kept = rows.ReadingRow.objects.filter(pk__in=readings[start : start + _CHUNK])
        for pk, record, text in kept.values_list("pk", "record", "document__text"):
            plain = grow(record)
            plain.pop("mentions", None)
            plain["reports"] = [{**report, "assertions": []} for report in plain.get("reports", ())]
            plain["document"] = {"id": "", "capture": "", "text": text}
            made[pk] = from_plain(Reading, plain)
    return made


def statement_of(
    s: Statement, reading: Reading, held: HeldReading, report: str = "", incidents: tuple[str, ...] = ()
) -> CaseStatement:
    """A statement of a reading as the exports take it; private persons by role."""
    text = reading.document.text
    return CaseStatement(
        key=f"{held.document}/{s.id}", kind=s.kind, content=s.content.of(text), span=s.content,
        sentence=sentence_around(reading, s.content).of(text), sentence_no=sentence_no(reading, s.content),
        chain=chain_of(s, held.outlet), parent=f"{held.document}/{s.parent}" if s.parent else "", depth=s.depth,
        mode=s.mode, medium=s.medium, negated=s.negated, certainty=s.certainty, document=held.document, report=report,
        outlet=held.outlet, said_at=_said_at(held), known_from=held.known_from, known_until=held.superseded_at,
        made_by=f"reader:{held.reader}", score=s.score, incidents=incidents,
    )  # fmt: skip


def chain_of(statement: Statement | None, outlet: str) -> Attribution:
    """Voices from the outlet to the origin, private persons by role; only the outlet without a statement."""
    if statement and statement.attribution:
        return shown_chain(statement.attribution)
    name = outlet or "unnamed outlet"
    return (Voice(name, name, "outlet"),)


def sentence_no(reading: Reading, span: Span) -> int | None:
    """Number of the sentence a span begins in, None when no sentence holds it."""
    return next((p.number for p in reading.passages if p.span.overlaps(span)), None)


def incidents_of(view: View, readings: Sequence[str], into: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(reading id, report name) to the incident the report belongs to at the view's time.

    Args:
        into: incident id to the one it became part of (``View.redirects``).
    """
    found: dict[tuple[str, str], str] = {}
    for start in range(0, len(readings), _CHUNK):
        reports = rows.ReportRow.objects.filter(reading__in=readings[start : start + _CHUNK])
        names = {pk: (reading, key.rpartition("/")[2]) for pk, reading, key in reports.values_list(
            "pk", "reading_id", "key")}  # fmt: skip
        decided = rows.LinkRow.objects.filter(report__in=reports)
        decided = decided if view.as_of is None else decided.filter(since__lte=view.as_of)
        latest = {report: (incident, decision) for report, incident, decision in decided.order_by(
            "since", "id").values_list("report_id", "incident_id", "decision")}  # fmt: skip
        for report, (incident, decision) in latest.items():
            if decision == "same":
                found[names[report]] = into.get(incident, incident)
    return found


def about(
    s: Statement, reading: Reading, held: HeldReading, incidents: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    """Report name to incident; what a document with one report says about nothing in particular, it says about that."""
    names = s.about or ((reading.reports[0].id,) if len(reading.reports) == 1 else ())
    return {n: incidents[held.id, n] for n in names if (held.id, n) in incidents}


def loose_statements(view: View) -> Iterator[CaseStatement]:
    """Statements that are about no incident of the ledger, by id of the capture and then in order of the text."""
    into = view.redirects()
    for documents in _pages(view):
        held = sorted(view.readings_of(documents), key=lambda r: r.capture)
        incidents = incidents_of(view, [r.id for r in held], into)
        some = _with_loose([r.id for r in held], incidents)
        readings = spoken(sorted(some))
        for one in (r for r in held if r.id in some):
            reading = readings[one.id]
            for s in reading.statements:
                if not about(s, reading, one, incidents):
                    yield statement_of(s, reading, one)


def _with_loose(readings: Sequence[str], incidents: Mapping[tuple[str, str], str]) -> set[str]:
    """Readings that may hold a statement about no incident: unpacking a reading is the work, so the others are left."""
    linked, found = Counter(reading for reading, _ in incidents), set[str]()
    for start in range(0, len(readings), _CHUNK):
        chunk = readings[start : start + _CHUNK]
        reports = Counter(rows.ReportRow.objects.filter(reading__in=chunk).values_list("reading_id", flat=True))
        kept = rows.StatementRow.objects.filter(reading__in=chunk)
        for reading, record in kept.values_list("reading_id", "record"):
            names = json.loads(record).get("about", ()) if reading not in found else ()
            told_of = any((reading, name) in incidents for name in names)
            if not told_of and (names or not linked[reading] or reports[reading] != 1):
                found.add(reading)
    return found


def _pages(view: View) -> Iterator[list[str]]:
    """Ids of documents, all those of a capture on one page."""
    last, known = "", rows.CaptureRow.objects.all()
    if view.as_of is not None:
        known = known.filter(known_from__lte=view.as_of)
    while page := list(known.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_BATCH]):
        yield list(rows.DocumentRow.objects.filter(capture__in=page).values_list("pk", flat=True))
        last = page[-1]


def _said_at(held: HeldReading) -> datetime:
    """The end of the publication day, but not after the capture; UTC."""
    if held.published is None:
        return held.known_from
    return min(datetime.combine(held.published, time(23, 59, 59), UTC), held.known_from)
