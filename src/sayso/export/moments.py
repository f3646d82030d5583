"""When an incident was opened and when anything of it changed last."""

from __future__ import annotations

from datetime import datetime

from sayso.export.case import Case


def opened_at(case: Case) -> datetime:
    """When the incident was opened in the ledger; later reports cannot move it."""
    return case.opened or min((link.decided_at for link in case.links), default=case.first_known)


def changed_at(case: Case) -> datetime:
    """When anything of the incident changed last: a report, an edit, a link, a judgement or its withdrawal."""
    times = [case.last_changed, *(link.decided_at for link in case.links), *(j.at for j in case.judgements)]
    times += [r.superseded_at for r in case.reports if r.superseded_at]
    return max(*times, case.changed or case.last_changed)
