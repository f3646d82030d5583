"""The ledger as of a time to the native long tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.app.as_of import as_rule, incident_line, utc
from sayso.app.gather import Gathered, gather, said_at
from sayso.app.pages import sentence_around
from sayso.app.private import shown_chain
from sayso.export.formats import format_of
from sayso.export.tables import Row
from sayso.link.facts import day_range
from sayso.link.incident_id import iso3
from sayso.link.names import plain_name
from sayso.model import Datum, Figure, Passage, Perpetrator, Reading, Rule, Span, Statement
from sayso.model.codec import to_plain
from sayso.store.entry import HeldReading, HeldReport
from sayso.store.view import View
from sayso.weigh import weigh

_BATCH = 100  # readings unpacked at once


def export(
    folder: Path, form: str = "csv", as_of: datetime | None = None, rule: str | None = None
) -> list[tuple[Path, int]]:
    """Write incidents, values, statements, chains and reports as of a time.

    Args:
        folder: made when missing.
        form: a name of ``sayso.export.formats.FORMATS``.
        as_of: time (UTC); None is everything the ledger holds.
        rule: rule for the incidents' values; the default rule when None.

    Returns:
        (path, number of rows) of each file.

    Raises:
        SaysoError: unknown form or rule, or the folder cannot be written.
    """
    write = format_of(form)
    at, chosen = utc(as_of), as_rule(rule)
    view = View(at)
    gathered = dict(sorted(gather(view).items()))
    readings = view.readings()
    tables = {
        "incidents": (_incident(g, chosen, at) for g in gathered.values()),
        "values": _values(view, gathered),
        "statements": _statements(view, readings, gathered),
        "chains": _chains(view, readings),
        "reports": _reports(gathered),
    }
    return write(folder, tables)


def _incident(g: Gathered, rule: Rule, at: datetime | None) -> Row:
    line = incident_line(g, rule)
    place, days = line.place, day_range(line.happened) if line.happened and line.happened.value else None
    by = weigh("perpetrator", g.said.get("perpetrator", ()), rule).datum
    return {
        "incident_id": g.id,
        "title": line.title,
        "type": line.type,
        "family": line.family,
        "status": line.status,
        "date_start": days[0] if days else None,
        "date_end": days[1] if days else None,
        "date_precision": line.happened.precision if days and line.happened else "unknown",
        "date_candidates": line.happened.candidates if line.happened else (),
        **_place(place),
        **_toll(g, "killed", rule),
        **_toll(g, "injured", rule),
        "perpetrator": by.name if isinstance(by, Perpetrator) else None,
        "perpetrator_status": by.status if isinstance(by, Perpetrator) else "unknown",
        "weapons": _words(g, "weapon"),
        "targets": _words(g, "target"),
        "n_reports": line.n_reports,
        "n_origins": line.n_origins,
        "disputed": line.disputed,
        "flags": (),
        "review_status": "machine",
        "constructed": line.constructed,
        "first_known_at": g.reports[0].reading.known_from,
        "last_changed_at": line.last_changed,
        "rule": {"all": rule},
        "as_of": at,
    }


def _place(place: Any) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "place_name": place.name,
        "country_iso3": iso3(place.country_code),
        "country_code": place.country_code or None,
        "admin1": place.admin1 or None,
        # the middle of a country is no place where anything happened
        "lat": None if place.precision == "country" else place.lat,
        "lon": None if place.precision == "country" else place.lon,
        "uncertainty_m": place.uncertainty_m,
        "place_precision": place.precision,
        "geonameid": place.geonames_id,
    }


def _toll(g: Gathered, field: str, rule: Rule) -> dict[str, Any]:
    said = g.said.get(field, ())
    rules: dict[str, Rule] = {"low": "lowest", "best": rule, "high": "highest"}
    values = {name: weigh(field, said, by) for name, by in rules.items()}
    made: dict[str, Any] = {f"{field}_{name}": _number(v.datum, name) for name, v in values.items()}
    return {**made, f"{field}_state": values["best"].state}


def _number(datum: Datum | None, name: str) -> int | None:
    if not isinstance(datum, Figure):
        return None
    return datum.high if name == "high" else datum.low


def _words(g: Gathered, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(s.assertion.value) for s in g.said.get(field, ()) if s.holds))


def _values(view: View, gathered: Mapping[str, Gathered]) -> Iterator[Row]:
    for g in gathered.values():
        reports = {r.id: r for r in g.reports}
        readings = view.unpack(sorted({r.reading.id for r in g.reports}))
        for held in g.every:
            report = reports[held.report]
            yield _value_row(g, report, readings[report.reading.id], held.ledger_id, held.assertion)


def _value_row(g: Gathered, report: HeldReport, reading: Reading, ledger_id: str, assertion: Any) -> Row:
    document, scope = report.reading.document, getattr(assertion.value, "scope", "")
    return {
        "value_id": ledger_id,
        "incident_id": g.id,
        "field": assertion.field,
        "value_raw": assertion.text,
        "value_norm": to_plain(assertion.value, Datum),
        "qualifier": assertion.qualifier,
        "scope": scope,
        "polarity": assertion.polarity,
        "certainty": assertion.certainty,
        "statement_id": f"{document}/{assertion.statement}" if assertion.statement else None,
        "report_id": report.key,
        "sentence_no": _sentence(reading, assertion.span),
        "char_start": assertion.span.start,
        "char_end": assertion.span.end,
        "quote": sentence_around(reading, assertion.span).of(reading.document.text),
        "origin_id": f"{g.id}/{g.voice_of[ledger_id]}" if g.voice_of[ledger_id] else None,
        "said_at": said_at(report),
        "known_from": report.reading.known_from,
        "known_until": report.reading.superseded_at,
        "made_by": f"reader:{report.reading.reader}",
        "score": assertion.score,
    }


def _sentence(reading: Reading, span: Span) -> int | None:
    hits: Iterator[Passage] = (p for p in reading.passages if p.span.overlaps(span))
    return next((p.number for p in hits), None)


def _unpacked(view: View, readings: tuple[HeldReading, ...]) -> Iterator[tuple[HeldReading, Reading]]:
    for start in range(0, len(readings), _BATCH):
        batch = readings[start : start + _BATCH]
        made = view.unpack([r.id for r in batch])
        yield from ((held, made[held.id]) for held in batch)


def _statements(view: View, readings: tuple[HeldReading, ...], gathered: Mapping[str, Gathered]) -> Iterator[Row]:
    incidents = {r.key: g.id for g in gathered.values() for r in g.reports}
    for held, reading in _unpacked(view, readings):
        for s in reading.statements:
            about = [incidents.get(f"{held.document}/{i}") for i in s.about] or [None]
            yield from (_statement_row(held, reading, s, incident) for incident in dict.fromkeys(about))


def _statement_row(held: HeldReading, reading: Reading, s: Statement, incident: str | None) -> Row:
    origin = s.attribution[-1] if s.attribution else None
    return {
        "statement_id": f"{held.document}/{s.id}",
        "incident_id": incident,
        "kind": s.kind,
        "speaker_id": _speaker(origin.name) if origin else None,
        "speaker_text": origin.name if origin else None,
        "speaker_kind": origin.kind if origin else "unknown",
        "content_text": s.content.of(reading.document.text),
        "parent_statement_id": f"{held.document}/{s.parent}" if s.parent else None,
        "depth": s.depth,
        "mode": s.mode,
        "medium": s.medium,
        "negated": s.negated,
        "certainty": s.certainty,
        "document_id": held.document,
        "sentence_no": _sentence(reading, s.content),
        "char_start": s.content.start,
        "char_end": s.content.end,
        "said_at": _published(held),
        "known_from": held.known_from,
        "known_until": held.superseded_at,
        "made_by": f"reader:{held.reader}",
        "score": s.score,
    }


def _chains(view: View, readings: tuple[HeldReading, ...]) -> Iterator[Row]:
    for held, reading in _unpacked(view, readings):
        for s in reading.statements:
            last = len(s.attribution) - 1
            for hop, voice in enumerate(shown_chain(s.attribution)):
                yield {
                    "statement_id": f"{held.document}/{s.id}",
                    "hop": hop,
                    "speaker_id": _speaker(voice.name),
                    "speaker_text": voice.name,
                    "speaker_kind": voice.kind,
                    "cue": voice.cue,
                    "origin": hop == last,
                }


def _speaker(name: str) -> str:
    return plain_name(name).replace(" ", "-")


def _published(held: HeldReading) -> Any:
    return held.published or held.known_from.astimezone(UTC)


def _reports(gathered: Mapping[str, Gathered]) -> Iterator[Row]:
    for g in gathered.values():
        for r in g.reports:
            copy = g.copies.get(r.reading.document)
            yield {
                "report_id": r.key,
                "incident_id": g.id,
                "document_id": r.reading.document,
                "status": r.status,
                "url": r.reading.url or r.reading.address,
                "outlet": r.reading.outlet,
                "title": r.reading.title,
                "language": r.reading.language,
                "published_at": r.reading.published,
                "fetched_at": r.reading.known_from,
                "content_sha256": r.reading.digest,
                "copy_of_document_id": copy.original if copy else None,
                "copy_kind": copy.kind if copy else "none",
                "why_linked": r.why,
                "constructed": r.reading.constructed,
                "extraction_tool": r.reading.cleaner,
                "reader": r.reading.reader,
            }
