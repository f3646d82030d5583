"""An Explanation as plain JSON values: public, documented in ``docs/explain.md`` and versioned."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sayso.app.explain import ExplainedRow, ExplainedValue, Explanation
from sayso.app.said_views import LifeStep
from sayso.app.words import datum_words
from sayso.model import Behind, Datum, Judgement, OtherValue, Value
from sayso.model.codec import to_plain

SCHEMA = "sayso.explanation/1"


def explanation_json(e: Explanation) -> dict[str, Any]:
    """The Explanation as a dict of JSON values; times are ISO 8601 in UTC."""
    return {
        "schema": SCHEMA,
        "incident": e.incident,
        "title": e.title,
        "field": e.field,
        "as_of": moment(e.as_of),
        "rule": e.rule,
        "value": value_json(e.value, e.shown),
        "why": e.why,
        "given": _given(e.given) if e.given else None,
        "values": [_value(v) for v in e.values],
        "behind": _behind(e.behind),
        "disagreements": [
            {"reason": d.reason, "explanation": d.explanation, "sides": [list(side) for side in d.sides]}
            for d in e.disagreements
        ],
        "sums": [{"kind": s.kind, "words": s.words} for s in e.sums],
        "judgements": [judgement_json(j) for j in e.judgements],
        "life": [life_json(s) for s in e.life],
    }


def moment(at: datetime | None) -> str | None:
    """A time as ISO 8601, None for none."""
    return at.isoformat() if at else None


def value_json(value: Value, words: str) -> dict[str, Any]:
    """A Value with its words; ``datum`` is null for every kind of unknown."""
    return {
        "state": value.state,
        "words": words,
        "datum": None if value.datum is None else to_plain(value.datum, Datum),
        "rule": value.rule,
        "reports": value.n_reports,
        "origins": value.n_origins,
        "disputed": value.disputed,
        "reviewed": value.reviewed,
        "judgement": value.judgement or None,
    }


def judgement_json(j: Judgement) -> dict[str, Any]:
    """A Judgement with author, time and reason."""
    return {"id": j.id, "kind": j.kind, "author": j.author, "at": moment(j.at), "reason": j.reason}


def life_json(s: LifeStep) -> dict[str, Any]:
    """One standing of a perpetrator."""
    return {
        "status": s.status, "name": s.name or None, "said_at": moment(s.at), "known_from": moment(s.known_from),
        "chain": list(s.chain), "sentence": s.quote, "document": s.document, "outlet": s.outlet, "reports": s.reports,
    }  # fmt: skip


def _given(given: OtherValue) -> dict[str, Any]:
    return {"words": datum_words(given.datum), **judgement_json(given.judgement), "evidence": given.words or None}


def _value(v: ExplainedValue) -> dict[str, Any]:
    return {
        "words": v.text, "polarity": v.polarity, "shown": v.shown, "reports": v.n_reports, "origins": v.n_origins,
        "assertions": [_row(r) for r in v.rows],
    }  # fmt: skip


def _row(r: ExplainedRow) -> dict[str, Any]:
    row = r.row
    return {
        "id": row.id,
        "text": row.words,
        "sentence": row.quote,
        "chain": [{"name": v.name, "kind": v.kind, "cue": v.cue} for v in row.chain],
        "origin": row.origin or None,
        "document": row.document,
        "start": row.span.start,
        "end": row.span.end,
        "outlet": row.outlet,
        "certainty": row.certainty,
        "said_at": moment(r.said_at),
        "known_from": moment(row.known_from),
        "counts_from": moment(r.since),
        "counts": r.counts,
        "shown": r.shown,
        "repeat": row.repeat,
        "review": r.review or None,
        "why_not": r.why_not or None,
    }


def _behind(behind: Behind) -> dict[str, Any]:
    return {
        "reports": [{"document": n.id, "outlet": n.name, "origin": n.origin or None} for n in behind.reports],
        "origins": [{"id": n.id, "name": n.name, "kind": n.voice} for n in behind.origins],
        "steps": [
            {"from": e.source, "to": e.target, "kind": e.kind, "evidence": e.evidence, "similarity": e.similarity}
            for e in behind.edges
        ],
    }
