"""The reading contract: one Reading as the public JSON ``sayso.reading/1``.

Field by field as in ``docs/reading-contract.md`` and ``reading.schema.json``; offsets are character offsets into
``document.text``.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from sayso.model import (
    Assertion,
    Datum,
    Document,
    Figure,
    Finding,
    Perpetrator,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    Voice,
    When,
)

SCHEMA = "sayso.reading/1"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the contract, as text."""
    return files("sayso.export").joinpath("reading.schema.json").read_text(encoding="utf-8")


def to_contract(reading: Reading) -> dict[str, Any]:
    """A Reading as plain JSON values.

    Args:
        reading: what was read.

    Returns:
        a dict that validates against ``reading.schema.json``.
    """
    text = reading.document.text
    return {
        "schema": SCHEMA,
        "reader": reading.reader,
        "document": _document(reading.document),
        "statements": [_statement(s, text) for s in reading.statements],
        "incidents": [_report(r) for r in reading.reports],
        "findings": [_finding(f) for f in reading.findings],
    }


def _document(doc: Document) -> dict[str, Any]:
    return {
        "id": doc.id,
        "title": doc.title,
        "outlet": doc.outlet,
        "outlet_basis": doc.outlet_basis,
        "dateline": doc.dateline,
        "byline": doc.byline,
        "published": doc.published.value.isoformat() if doc.published else None,
        "published_basis": doc.published.basis if doc.published else None,
        "published_confidence": doc.published.confidence if doc.published else None,
        "language": doc.language,
        "url": doc.url,
        "text": doc.text,
        "dropped": [{"text": d.text, "why": d.why} for d in doc.dropped],
    }


def _statement(s: Statement, text: str) -> dict[str, Any]:
    return {
        "id": s.id,
        "kind": s.kind,
        "parent": s.parent,
        "depth": s.depth,
        "mode": s.mode,
        "medium": s.medium,
        "attribution": [_voice(v) for v in s.attribution],
        "content": {"text": s.content.of(text), **_span(s.content)},
        "negated": s.negated,
        "certainty": s.certainty,
        "about": list(s.about),
        "score": round(s.score, 4),
        "made_by": s.made_by,
    }


def _voice(v: Voice) -> dict[str, Any]:
    return {
        "voice": v.voice,
        "name": v.name,
        "kind": v.kind,
        "cue": v.cue,
        "start": v.span.start if v.span else None,
        "end": v.span.end if v.span else None,
        "cue_start": v.cue_span.start if v.cue_span else None,
        "cue_end": v.cue_span.end if v.cue_span else None,
    }


def _report(r: Report) -> dict[str, Any]:
    return {
        "id": r.id,
        "type": r.type,
        "family": r.family,
        "status": r.status,
        "score": round(r.score, 4),
        "assertions": [_assertion(a) for a in r.assertions],
    }


def _assertion(a: Assertion) -> dict[str, Any]:
    return {
        "field": a.field,
        "value": datum(a.value),
        "text": a.text,
        **_span(a.span),
        "statement": a.statement,
        "qualifier": a.qualifier,
        "polarity": a.polarity,
        "certainty": a.certainty,
        "score": round(a.score, 4),
        "made_by": a.made_by,
    }


def datum(value: Datum) -> Any:
    """The public JSON form of one normalised value (a string for plain words, else a dict)."""
    match value:
        case When():
            return {
                "date": value.value,
                "end": value.end or None,
                "precision": value.precision,
                "candidates": list(value.candidates),
                "basis": value.basis,
                "edtf": value.edtf,
                "timex": value.timex,
                "zone": value.zone,
            }
        case Place():
            return _place(value)
        case Figure():
            return {
                "low": value.low,
                "high": value.high,
                "scope": value.scope,
                "qualifier": value.qualifier,
                "unit": value.unit,
            }
        case Perpetrator():
            return {"name": value.name, "status": value.status, "named": value.named, "kind": value.kind}
        case str():
            return value


def _place(p: Place) -> dict[str, Any]:
    return {
        "name": p.name,
        "country": p.country,
        "country_code": p.country_code,
        "admin1": p.admin1,
        "geonames_id": p.geonames_id,
        "lat": p.lat,
        "lon": p.lon,
        "precision": p.precision,
        "uncertainty_m": p.uncertainty_m,
        "reason": p.reason,
        "runners_up": [{"geonames_id": g, "name": n, "country_code": c, "score": s} for g, n, c, s in p.runners_up],
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "check": f.check,
        "severity": f.severity,
        "said": f.said,
        "computed": f.computed,
        "message": f.message,
        "text": f.text,
        **_span(f.span),
        "statement": f.statement,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
