"""What each kind of judgement holds, and the rows that go with it: links and redirects of the same moment."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sayso.app.prepare  # noqa: F401
from sayso.app import judge_subjects as find
from sayso.app.given_values import given_value
from sayso.app.parted import share_out
from sayso.app.private import shown_assertion
from sayso.app.words import datum_words
from sayso.link import Facts, incident_id
from sayso.link.anchors import value_key
from sayso.link.judgements import details, is_second, pair, standing
from sayso.model import Assertion, Datum, Judgement, SaysoError, Span
from sayso.model.codec import from_plain, to_plain
from sayso.store import judgements, redirects, subjects
from sayso.store.candidates import incident_exists
from sayso.store.entry import Link
from sayso.store.subjects import Standing
from sayso.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement before it is signed.

    Attributes:
        kind, subject: as in ``Judgement``.
        essence: what is decided; two drafts of one author with the same essence are one judgement.
        payload: essence and what is only remembered: anchors, words, rows to undo.
    """

    kind: str
    subject: str
    essence: dict[str, Any] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)


def merge(one: str, other: str) -> Draft:
    """Two incidents are one happening.

    Raises:
        SaysoError: one of them is not known, or both are the same id.
    """
    first, second = find.incident_named(one), find.incident_named(other)
    if first == second:
        raise SaysoError(f"{first} cannot be merged with itself", "name two incidents")
    a, b = find.incident(first), find.incident(second)
    if a == b:  # they are one already: the person confirms it
        return Draft("merge", pair(first, second))
    older, younger = redirects.opened_first((a, b))
    return Draft("merge", pair(a, b), payload={"redirect": [younger, older]})


def apart(one: str, other: str) -> Draft:
    """Two incidents are two happenings, whatever the linker thinks.

    Raises:
        SaysoError: one of them is not known, or they are one through a third.
    """
    first, second = find.incident_named(one), find.incident_named(other)
    if first == second:
        raise SaysoError(f"{first} is one incident", "to take reports out of it: sayso judge split")
    a, b = find.incident(first), find.incident(second)
    if a != b:
        return Draft("reject", pair(a, b))
    steps = redirects.standing(None)
    step = next(([x, y] for x, y in ((first, second), (second, first)) if steps.get(x) == y), None)
    if step is None:
        raise SaysoError(
            f"{first} and {second} are one through {a}", "split the reports off, or judge the merge itself"
        )
    return Draft("reject", pair(first, second), payload={"parted": step})


def split(words: str, keys: tuple[str, ...]) -> Draft:
    """Some reports of an incident tell of another happening: they become an incident of their own.

    Raises:
        SaysoError: unknown ids, no report, a report of another incident, or all reports of it.
    """
    incident = find.incident(words)
    reports = sorted((find.report(k) for k in keys), key=lambda r: (r.reading.known_from, r.key))
    if not reports:
        raise SaysoError("no report is named", "say which reports tell of something else")
    told = sorted({r.key for r in reports})
    if moved := _moved_already("split", incident, {"reports": told}):
        return moved
    for r in reports:
        if r.incident != incident:
            raise SaysoError(f"report {r.key[:12]} does not belong to {incident}", "name reports of this incident")
    if {r.key for r in reports} >= set(find.reports_in(incident)):
        raise SaysoError(f"that is every report of {incident}", "leave at least one, or nothing is split")
    return Draft("split", incident, {"reports": told}, {"incident": incident, **_moved(tuple(reports), "")})


def not_this_incident(words: str, to: str = "") -> Draft:
    """A report does not tell of the incident it is in: it goes to another one, or opens one of its own.

    Raises:
        SaysoError: unknown ids, or it is the only report of its incident and no other is named.
    """
    report, target = find.report(words), find.incident(to) if to else ""
    if not report.incident:
        raise SaysoError("that report belongs to no incident", "nothing is to be taken back")
    if moved := _moved_already("not_this_incident", report.key, {"to": target} if target else {}, report.incident):
        return moved
    if target == report.incident:
        raise SaysoError(f"that report is in {target} already", "name another incident, or none for one of its own")
    if not target and set(find.reports_in(report.incident)) <= {report.key}:
        hint = "reject it to say that it tells of no incident, or name the incident it belongs to"
        raise SaysoError(f"that is the only report of {report.incident}", hint)
    essence = {"to": target} if target else {}
    return Draft("not_this_incident", report.key, essence, {"incident": report.incident, **_moved((report,), target)})


def _moved_already(kind: str, subject: str, essence: dict[str, Any], now: str = "") -> Draft | None:
    """The draft of what somebody decided already, so that saying it again moves nothing."""
    for j in reversed(standing(judgements.about((subject,)))):
        told = details(j)
        same = j.kind == kind and not is_second(j) and all(told.get(key) == value for key, value in essence.items())
        if same and (not now or redirects.survivors((told["to"],), None)[told["to"]] == now):
            kept = {key: told[key] for key in ("incident", "to", "anchors")}
            return Draft(kind, subject, essence, {**kept, "opened": False, "confirms": j.id})
    return None


def _moved(reports: tuple[Standing, ...], target: str) -> dict[str, Any]:
    anchors = {r.key: _report_anchor(r) for r in reports}
    if target:
        return {"to": target, "opened": False, "anchors": anchors}
    facts = from_plain(Facts, json.loads(reports[0].facts))
    return {"to": incident_id(facts, incident_exists), "opened": True, "anchors": anchors}


def other_value(words: str, name: str, text: str, evidence: tuple[str, int, int] | None = None) -> Draft:
    """A person gives a field of an incident another value.

    Args:
        evidence: document id (or its start) and the span of the words it stands on.

    Raises:
        SaysoError: unknown incident, or no value of that field; the evidence is no span of the document.
    """
    incident, datum = find.incident(words), given_value(name, text)
    essence = {"field": name, "value": to_plain(datum, Datum)}
    quoted = {"evidence": _evidence(*evidence)} if evidence else {}
    return Draft("other_value", incident, essence, {"shown": datum_words(datum), **quoted})


def _evidence(document: str, start: int, end: int) -> dict[str, Any]:
    name = find.document(document)
    text = subjects.document_text(name) or ""
    if not 0 <= start < end <= len(text):
        raise SaysoError(f"[{start}, {end}) is no span of the document", f"it has {len(text)} characters")
    return {"document": name, "start": start, "end": end, "words": text[start:end]}


def accept(words: str, kind: str = "accept") -> Draft:
    """An assertion is right, or (``reject``) is wrong; the same for a report in its incident.

    A rejected report tells of no incident at all.

    Raises:
        SaysoError: nothing of that id is known.
    """
    if "/" in words:
        return _about_report(find.report(words), kind)
    ledger_id = find.assertion(words)
    held = subjects.assertion(ledger_id)
    if held is None:
        raise SaysoError(f"no assertion {words!r} is known", "sayso judge list --incident ID shows the ids")
    report, said = held
    return Draft(kind, ledger_id, payload=_assertion_payload(report, said))


def _about_report(report: Standing, kind: str) -> Draft:
    if not report.incident and kind == "accept":
        raise SaysoError("that report belongs to no incident", "withdraw what took it out first")
    told = {"incident": report.incident or "", "anchors": {report.key: _report_anchor(report)}}
    return Draft(kind, report.key, payload=told)


def _assertion_payload(report: str, said: Assertion) -> dict[str, Any]:
    shown = shown_assertion(said)
    anchor = {
        "spans": [[said.span.start, said.span.end]], "field": said.field, "value": value_key(said.value),
        "polarity": said.polarity,
    }  # fmt: skip
    return {"report": report, "field": said.field, "shown": datum_words(shown.value), "anchor": anchor}


def _report_anchor(report: Standing) -> list[list[int]]:
    spans: set[Span] = {a.span for some in subjects.assertions_of((report.row,)).values() for _, a in some}
    return [[s.start, s.end] for s in sorted(spans)]


def act(j: Judgement) -> None:
    """Write the rows that go with a judgement; call it with the Writer's turn held."""
    told, writer = details(j), Writer()
    if j.kind == "merge" and "redirect" in told:
        younger, older = told["redirect"]
        writer.redirect(younger, older, j.at, why=j.reason, made_by=j.author, judgement=j.id)
    elif j.kind == "reject" and "parted" in told:
        younger, older = told["parted"]
        writer.redirect(younger, older, j.at, why=j.reason, made_by=j.author, holds=False, judgement=j.id)
        share_out(younger, older, j)
    elif j.kind in ("split", "not_this_incident") and "confirms" not in told:
        keys = tuple(told["anchors"])
        for n, key in enumerate(sorted(keys, key=_known_from)):
            link(j, key, told["to"], opens=told["opened"] and n == 0)
    elif j.kind == "reject" and "/" in j.subject and told["incident"]:
        link(j, j.subject, told["incident"], decision="not_same")


def _known_from(key: str) -> tuple[datetime, str]:
    held = subjects.report(key)
    assert held is not None  # the draft was made from it in the same turn
    return held.reading.known_from, key


def link(j: Judgement, key: str, incident: str, *, opens: bool = False, decision: str = "same") -> None:
    """Write one decision about where a report belongs; nothing when the newest reading has no such report."""
    held = subjects.report(key)
    if held is None:
        return
    name = key.rpartition("/")[2]
    Writer().link(Link(name, incident, opens, decision, 1.0, j.reason, f"{judgements.BY}{j.id}"), held.row, j.at)
