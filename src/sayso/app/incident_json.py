"""A whole incident as plain JSON values: public, documented in ``docs/as-of.md`` and versioned."""

from __future__ import annotations

from typing import Any

from sayso.app.explain_json import life_json, moment, value_json
from sayso.app.line_json import line_json
from sayso.app.views import FieldRow, IncidentPage, ReportLine

SCHEMA = "sayso.incident/1"


def incident_json(page: IncidentPage) -> dict[str, Any]:
    """The page as a dict of JSON values; times are ISO 8601 in UTC.

    The assertions of a field are not repeated here: :func:`sayso.app.explain_json.explanation_json` has them.
    """
    return {
        "schema": SCHEMA,
        "as_of": moment(page.as_of),
        "rule": page.rule,
        **line_json(page.line),
        "fields": {row.field: _field(row) for row in page.fields},
        "life": [life_json(step) for step in page.life],
        "behind": {
            "reports": [_report(report) for report in page.reports],
            "origins": [{"id": o.id, "name": o.name, "kind": o.kind, "reports": o.reports} for o in page.origins],
        },
    }


def _field(row: FieldRow) -> dict[str, Any]:
    return {
        **value_json(row.value, row.datum_text),
        "disagreements": [{"reason": d.reason, "explanation": d.explanation} for d in row.disagreements],
    }


def _report(report: ReportLine) -> dict[str, Any]:
    return {
        "report": report.key, "document": report.document, "title": report.title, "outlet": report.outlet,
        "url": report.url or None, "published": report.published.isoformat() if report.published else None,
        "known_from": moment(report.known_from), "counts_from": moment(report.since), "copy_of": report.copy_of or None,
        "copy_kind": report.copy_kind or None, "why": report.why,
    }  # fmt: skip
