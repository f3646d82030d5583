"""The life of the claims of an incident, each standing with its sentence, voice and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sayso.app.gather import Gathered, said_at
from sayso.app.pages import assertion_rows, statement_trees
from sayso.app.said_views import LifeStep
from sayso.app.views import AssertionRow, StatementNode
from sayso.model import Reading
from sayso.weigh import Step, lifecycle


def life_of(g: Gathered, readings: Mapping[str, Reading]) -> tuple[LifeStep, ...]:
    """Every standing of a perpetrator, oldest first, and the first report that nobody claims it.

    Args:
        readings: reading id to the complete Reading: of the current reports, and of all that tell of a perpetrator.
    """
    rows = {row.id: row for row in assertion_rows(g, readings, "perpetrator")}
    reports = {s.id: s.report for s in g.said.get("perpetrator", ())}
    steps = [_step(s, rows, reports) for s in lifecycle(g.said.get("perpetrator", ())) if s.ids[0] in rows]
    told = {r.reading.document: said_at(r) for r in g.reports}
    trees = statement_trees(g, {r.reading.id: readings[r.reading.id] for r in g.current})
    nobody = [n for n in _flat(trees) if n.kind == "claim_of_responsibility" and n.negated]
    if nobody:
        first = min(nobody, key=lambda n: (told[n.document], n.key))
        steps.append(_unclaimed(first, told[first.document], len({n.document for n in nobody})))
    return tuple(sorted(steps, key=lambda s: (s.at.date(), s.status != "unknown")))


def _step(step: Step, rows: Mapping[str, AssertionRow], reports: Mapping[str, str]) -> LifeStep:
    row = rows[step.ids[0]]
    known = [rows[i].known_from for i in step.ids if i in rows]
    return LifeStep(
        name=step.name, status=step.status, at=step.at, known_from=min(known), quote=row.quote,
        chain=tuple(v.name for v in row.chain), document=row.document, outlet=row.outlet,
        reports=len({reports[i] for i in step.ids if i in reports}),
    )  # fmt: skip


def _unclaimed(node: StatementNode, at: datetime, reports: int) -> LifeStep:
    return LifeStep(
        name="", status="unknown", at=at, known_from=node.known_from, quote=node.quote,
        chain=tuple(v.name for v in node.chain), document=node.document, outlet=node.outlet, reports=reports,
    )  # fmt: skip


def _flat(nodes: Iterable[StatementNode]) -> Iterable[StatementNode]:
    for node in nodes:
        yield node
        yield from _flat(node.children)
