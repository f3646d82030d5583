"""What persons decided about incidents, for whoever gathers or links: rows of the ledger through the pure core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sayso.app.prepare  # noqa: F401
from sayso.link import judgements as core
from sayso.model import Judged
from sayso.store import judgements as ledger
from sayso.store import redirects
from sayso.store.entry import HeldAssertion, HeldReport
from sayso.store.view import View


def judged(
    view: View, linked: Mapping[str, Iterable[HeldReport]], assertions: Mapping[str, tuple[HeldAssertion, ...]]
) -> dict[str, Judged]:
    """Incident id to what was decided about it as of the view's time; incidents nobody judged are missing.

    Args:
        linked: incident id to its reports.
        assertions: row id of a report to its assertions.
    """
    said = {key: {a.ledger_id for r in reports for a in assertions.get(r.id, ())} for key, reports in linked.items()}
    keys = {r.key for reports in linked.values() for r in reports}
    names = redirects.members(linked, view.as_of)
    asked = set().union(*said.values(), keys, names)
    rows = ledger.about(asked, view.as_of)
    rows += tuple(j for j in ledger.about_pairs(view.as_of) if j.id not in {r.id for r in rows})
    if not rows:
        return {}
    merged: dict[str, set[str]] = {}
    for name, survivor in names.items():
        merged.setdefault(survivor, set()).add(name)
    made = {key: core.judged(rows, said[key], merged.get(key, {key})) for key in linked}
    return {key: found for key, found in made.items() if found.standing}


def ties() -> core.Ties:
    """The constraints of all decisions about links that stand now."""
    rows = ledger.deciding_links()
    return core.ties(rows, redirects.resolved(None)) if rows else core.Ties()
