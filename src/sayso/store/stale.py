"""Which incidents' lines a new row of the ledger calls for making again, and from when on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sayso.store import models as rows
from sayso.store.adding import add_rows

_CHUNK = 500  # parameters per query, below every engine's limit
_DIGEST = 64  # length of a content hash in hex


def mark(incidents: Iterable[str], since: datetime) -> None:
    """The lines of these incidents must be made again from ``since`` (UTC) on."""
    add_rows([rows.StaleRow(incident=pk, since=since) for pk in sorted(set(incidents))])


def holding(documents: Collection[str]) -> set[str]:
    """Every incident that a report of these documents was ever linked to."""
    found: set[str] = set()
    ordered = sorted(documents)
    for start in range(0, len(ordered), _CHUNK):
        links = rows.LinkRow.objects.filter(report__reading__document__in=ordered[start : start + _CHUNK])
        found.update(links.values_list("incident_id", flat=True).distinct())
    return found


def at_address(address: str, capture: str) -> set[str]:
    """Every incident told in another capture of this address: a new one supersedes them, or is superseded."""
    others = rows.DocumentRow.objects.filter(capture__address=address).exclude(capture=capture)
    documents = set(others.values_list("pk", flat=True))
    return holding(documents) if documents else set()


def judged(subject: str) -> set[str]:
    """Every incident that a judgement about ``subject`` bears on.

    Args:
        subject: id of an incident, a pair "A+B" of them, key of a report, ledger id of an assertion, or id of a
            judgement (of a withdrawal).
    """
    if "/" in subject:
        links = rows.LinkRow.objects.filter(report__key=subject)
        return set(links.values_list("incident_id", flat=True))
    if len(subject) != _DIGEST:
        return set(subject.split("+"))
    above = rows.JudgementRow.objects.filter(pk=subject).values_list("subject", flat=True).first()
    if above is not None:
        return judged(above)
    reports = rows.AssertionRow.objects.filter(ledger_id=subject).values("report")
    return set(rows.LinkRow.objects.filter(report__in=reports).values_list("incident_id", flat=True))
