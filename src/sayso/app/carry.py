"""Judgements about one reading carried over to another: what is read at the same words again keeps its judgement."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.link import judgements as core
from sayso.link.anchors import Anchor, Found, find_assertion, find_report, relocate, union, value_key
from sayso.model import Assertion, Judgement, Reading
from sayso.store import judgements as ledger
from sayso.store import subjects
from sayso.store.pack import assertion_id
from sayso.store.stored import Stored

AUTHOR = "re-reading"
"""Author of the rows that tell what became of a judgement."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a re-reading did.

    Attributes:
        reports: key of each old report to the one on the same words now, "" when there is none.
        judgements: (judgement id, what became of it in words, True when it was lost).
    """

    reports: dict[str, str] = field(default_factory=dict)
    judgements: tuple[tuple[str, str, bool], ...] = ()


def carry(held: Stored, made: Reading, at: datetime) -> Carried:
    """Write what becomes of every judgement about a capture's reading; call it with the Writer's turn held.

    Args:
        held: the capture with its latest reading so far.
        made: the reading that will take its place.
        at: the moment of the re-reading.
    """
    old = subjects.reports_of(held.document)
    said = subjects.assertions_of(r.row for r in old)
    before = subjects.document_text(held.document) or ""
    reports = _reports(made)
    paired = {
        r.key: _find_report(Anchor(r.key, tuple(a.span for _, a in said.get(r.row, ()))), reports, before, made)
        for r in old
    }
    told = {ledger_id for some in said.values() for ledger_id, _ in some}
    keys = {r.key for r in old}
    rows = ledger.about(told | keys)
    also = core.carried(rows)
    moved = []
    for subject, j in core.deciding(rows).items():
        if subject in told and j.kind in ("accept", "reject"):
            moved += _assertion(subject, j, _find_assertion(subject, said, made, before), also, at)
    for key, j in _about_reports(keys, rows).items():
        moved += _report(key, j, paired[key], at)
    return Carried({key: found.key for key, found in paired.items()}, tuple(moved))


def _about_reports(keys: set[str], rows: tuple[Judgement, ...]) -> dict[str, Judgement]:
    decided = {*(k.rpartition("/")[0] for k in keys)}
    links = ledger.of_documents(decided)
    standing = [j for j in core.standing((*rows, *links)) if not core.is_second(j)]
    return {key: j for j in standing for key in core.details(j).get("anchors", {}) if key in keys}


def _reports(made: Reading) -> tuple[Anchor, ...]:
    return union({f"{made.document.id}/{r.id}": [a.span for a in r.assertions] for r in made.reports})


def _find_report(anchor: Anchor, reports: tuple[Anchor, ...], before: str, made: Reading) -> Found:
    here = relocate(anchor, before, made.document.text)
    return find_report(here, reports) if here else Found("", 0.0, "its words are not in the text any more")


def _find_assertion(
    ledger_id: str, said: dict[str, tuple[tuple[str, Assertion], ...]], made: Reading, before: str
) -> Found:
    judged = next(a for some in said.values() for key, a in some if key == ledger_id)
    here = relocate(_anchor(ledger_id, judged), before, made.document.text)
    if here is None:
        return Found("", 0.0, "its words are not in the text any more")
    new = [
        _anchor(assertion_id(made.document.id, r.id, a), a) for r in made.reports for a in r.assertions
    ]  # fmt: skip
    return next((Found(ledger_id, 1.0, "") for a in new if a.key == ledger_id), None) or find_assertion(here, new)


def _anchor(key: str, said: Assertion) -> Anchor:
    return Anchor(key, (said.span,), said.field, value_key(said.value), said.polarity)


def _assertion(
    subject: str, j: Judgement, found: Found, also: dict[str, frozenset[str]], at: datetime
) -> list[tuple[str, str, bool]]:
    if found.key == subject or found.key in also.get(j.id, ()):
        return []  # the same value at the same words is the same assertion
    told = core.details(j)
    what = f"{j.kind}ed {told.get('field', '')} {told.get('shown', '')}"
    return [_row(j, found, subject, what, at)]


def _report(key: str, j: Judgement, found: Found, at: datetime) -> list[tuple[str, str, bool]]:
    if found.key == key:
        return []
    return [_row(j, found, key, "a decision about a report", at)]


def _row(j: Judgement, found: Found, subject: str, what: str, at: datetime) -> tuple[str, str, bool]:
    kind = "carried" if found.key else "lost"
    words = f"{what}: {found.why}"
    payload: dict[str, object] = {"of": j.id, "from": subject, "overlap": round(found.overlap, 4)}
    ledger.add(ledger.make(kind, found.key or subject, AUTHOR, at, words, payload))
    return j.id, words, kind == "lost"
