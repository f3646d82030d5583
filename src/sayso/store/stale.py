"""Which incidents' lines a new row of the ledger calls for making again, and from when on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sayso.store import models as rows
from sayso.store.adding import add_rows
from sayso.store.ask import rows_among, rows_of

_DIGEST = 64  # length of a content hash in hex


def mark(incidents: Iterable[str], since: datetime) -> None:
    """The lines of these incidents must be made again from ``since`` (UTC) on."""
    add_rows([rows.StaleRow(incident=pk, since=since) for pk in sorted(set(incidents))])


def holding(documents: Collection[str]) -> set[str]:
    """Every incident that a report of these documents was ever linked to."""
    sql = (
        "SELECT DISTINCT l.incident_id FROM store_readingrow d JOIN store_reportrow r ON r.reading_id = d.id"
        " JOIN store_linkrow l ON l.report_id = r.id WHERE d.document_id IN"
    )
    return {pk for (pk,) in rows_among(sql, documents)}


def at_address(address: str, capture: str) -> set[str]:
    """Every incident told in another capture of this address: a new one supersedes them, or is superseded."""
    sql = (
        "SELECT d.id FROM store_capturerow c JOIN store_documentrow d ON d.capture_id = c.id"
        " WHERE c.address = %s AND c.id <> %s"
    )
    return holding([pk for (pk,) in rows_of(sql, (address, capture))])


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
