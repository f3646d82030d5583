"""Which judgements bear on an incident, a report or an assertion."""

from __future__ import annotations

from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.app import judge_subjects as find
from sayso.link import judgements as core
from sayso.model import Judgement, SaysoError
from sayso.store import judgements as ledger
from sayso.store import redirects
from sayso.store.view import View


def judgements_of(subject: str, as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row that bears on the subject, oldest first; see :func:`sayso.app.judge.history`."""
    if "+" in subject:
        return ledger.about((subject,), as_of)
    if "/" in subject:
        return ledger.about((find.report(subject).key,), as_of)
    try:
        name = find.incident(subject)
    except SaysoError as error:
        if "-" in subject:
            raise
        try:
            return ledger.about((find.assertion(subject),), as_of)
        except SaysoError:
            raise error from None
    return of_incident(name, as_of)


def of_incident(incident: str, as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row about an incident: what it was merged with, its reports, and what they say."""
    view = View(as_of)
    names = set(redirects.members((incident,), as_of))
    reports = view.linked_reports((incident,)).get(incident, ())
    said = {a.ledger_id for some in view.assertions(r.id for r in reports).values() for a in some}
    rows = {j.id: j for j in ledger.about(names | said | {r.key for r in reports}, as_of)}
    links = ledger.deciding_links(as_of)
    behind = {j.id for j in links if j.kind in core.ACTS and names & core.incidents_named(j)}
    rows.update({j.id: j for j in links if j.id in behind or (j.kind == "withdraw" and j.subject in behind)})
    return tuple(core.in_order(rows.values()))
