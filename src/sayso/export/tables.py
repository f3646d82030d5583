"""The columns of the native long tables with their types.

Types: ``str``, ``int``, ``float``, ``bool``, ``date`` (YYYY-MM-DD), ``ts`` (RFC 3339 UTC), ``json`` (text in CSV and
Parquet), ``datum`` (a normalised value: JSON in CSV and JSON lines, a struct in Parquet) and ``list`` (of words: a JSON
list in CSV). The first columns of each table are those of the published layout in their order; what Sayso tells beyond
it stands after them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """Name and type of one column."""

    name: str
    type: str


def _columns(spec: str) -> tuple[Column, ...]:
    """Columns from "name type, name, name, name type": a name without a type is a ``str``."""
    return tuple(Column(*(*part.split(), "str")[:2]) for part in spec.split(","))


TABLES: dict[str, tuple[Column, ...]] = {
    "incidents": _columns("""
        incident_id, title, type, subtype, date_start date, date_end date, date_precision, place_name, country_iso3,
        admin1, admin2, lat float, lon float, uncertainty_m float, place_precision, geonameid int, killed_low int,
        killed_best int, killed_high int, injured_low int, injured_best int, injured_high int,
        killed_includes_perpetrator bool, perpetrator, perpetrator_status, weapons list, targets list, n_reports int,
        n_origins int, disputed bool, flags list, review_status, first_known_at ts, last_changed_at ts, rule json,
        as_of ts, family, status, country_code, date_candidates list, when_precision, killed_state, injured_state,
        constructed bool
    """),
    "values": _columns("""
        value_id, incident_id, field, value_raw, value_norm datum, qualifier, scope, polarity, certainty, statement_id,
        report_id, sentence_no int, char_start int, char_end int, quote, origin_id, said_at ts, known_from ts,
        known_until ts, superseded_by, made_by, score float, counts bool, review
    """),
    "statements": _columns("""
        statement_id, incident_id, kind, speaker_id, speaker_text, about_speaker_id, content_text, parent_statement_id,
        depth int, mode, attribution_strength, report_id, sentence_no int, char_start int, char_end int, said_at ts,
        known_from ts, known_until ts, made_by, score float, speaker_kind, medium, negated bool, certainty, document_id
    """),
    "chains": _columns("statement_id, hop int, speaker_id, speaker_kind, origin bool, speaker_text, cue"),
    "reports": _columns("""
        report_id, url, canonical_url, outlet, title, language, published_at date, fetched_at ts, content_sha256,
        clean_text_sha256, archive_ref, copy_of_report_id, copy_kind, revision int, extraction_tool, incident_id,
        document_id, type, status, copy_of_document_id, why_linked, constructed bool, reader
    """),
    "links": _columns("""
        incident_id, report_id, decision, score float, reasons json, made_by, decided_at ts, superseded_by, link_id
    """),
    "changes": _columns("""
        change_id, at ts, incident_id, field, old json, new json, cause, report_id, user, note, kind,
        document_id
    """),
    "speakers": _columns("speaker_id, name, aliases list, kind, country_iso3, wikidata_id, stats json"),
    "flags": _columns("""
        flag_id, incident_id, report_id, check, said json, computed json, sentence_no int, severity, status, message
    """),
}  # fmt: skip
"""Table name to its columns, in order."""

COLUMNS: dict[str, tuple[str, ...]] = {table: tuple(c.name for c in columns) for table, columns in TABLES.items()}
"""Table name to the names of its columns, in order."""
