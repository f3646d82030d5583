"""A change in one line of words and as JSON values (``sayso.change/1``, see ``docs/changes.md``)."""

from __future__ import annotations

from typing import Any

from sayso.app.change_parts import Change, Through

SCHEMA = "sayso.change/1"
_CAUSES = {
    "new_report": "new report", "late_report": "a report that came late", "edited_report": "edited article",
    "judgement": "decided by a person", "merge": "incidents merged", "split": "reports moved",
    "link": "linked otherwise", "reader": "change of reader, no news",
}  # fmt: skip


def change_words(c: Change) -> str:
    """What changed, from what to what, in a few words."""
    match c.kind:
        case "new_incident":
            return f"new incident: {c.after}"
        case "split":
            return f"split off: {c.after}" if c.after else f"split: {c.before}"
        case "merged":
            return f"merged into {c.after}" if c.before else f"merged: {c.after}"
        case "gone":
            return "no report tells of it any more"
        case "value" | "edited":
            said = f"{c.before or 'nothing'} → {c.after or 'nothing'}"
            return f"{c.field}: {said}" if c.kind == "value" else f"the article changed {c.field}: {said}"
        case "perpetrator":
            earlier = f" (was {c.before})" if c.before else ""
            return f"perpetrator: {c.after}{earlier}"
        case "disagreement":
            return f"new disagreement: {c.after}"
        case "settled":
            return f"settled: {c.before}"
        case "judged":
            return f"withdrawn: {c.before}" if c.before else c.after
    return f"{c.before} → {c.after}"


def cause_words(c: Change) -> str:
    """Why it changed, in a few words."""
    told = _CAUSES[c.cause]
    if c.kind == "edited":
        return f"{told}, {c.reason}" if c.reason == "without a notice" else f"{told}, notice: “{c.reason}”"
    return f"{told}: {c.by}, {c.reason}" if c.by and c.kind != "judged" else told


def change_json(c: Change) -> dict[str, Any]:
    """The Change as a dict of JSON values; times are ISO 8601 in UTC."""
    return {
        "schema": SCHEMA,
        "id": c.id,
        "at": c.at.isoformat(),
        "incident": c.incident,
        "title": c.title,
        "kind": c.kind,
        "field": c.field or None,
        "before": c.before or None,
        "after": c.after or None,
        "words": change_words(c),
        "cause": c.cause,
        "news": c.news,
        "by": c.by or None,
        "reason": c.reason or None,
        "document": c.document or None,
        "through": [_through(t) for t in c.through],
    }


def _through(t: Through) -> dict[str, Any]:
    return {
        "chain": list(t.chain), "outlet": t.outlet, "document": t.document, "sentence": t.sentence,
        "known_from": t.known_from.isoformat(),
    }  # fmt: skip
