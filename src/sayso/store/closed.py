"""From when a new row counts: the past that was closed stays as it was answered.

The ledger is *closed* up to the latest ``since`` it held when the last run ended, or to the last act of a person,
whichever is later. What is captured after that time counts from its capture, so an archive can be imported in any
order in one run (and again after a kill). What comes late, with a capture older than that, counts from the time it is
written: whoever asked as of a closed time gets the same answer for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Max

from sayso.store import models as rows

_TICK = timedelta(microseconds=1)


def closed() -> datetime | None:
    """The time up to which every answer is final (UTC, inclusive); None while no run has ended."""
    moments = list(_run_closed())
    acted = rows.JudgementRow.objects.aggregate(last=Max("at"))["last"]
    return max([*moments, *([acted] if acted else [])], default=None)


def since_of(known_from: datetime, until: datetime | None, now: datetime | None = None) -> datetime:
    """From when a capture counts: its ``known_from``, for a late arrival the time it is written.

    Args:
        known_from: time of capture, UTC.
        until: what is closed (:func:`closed`), asked once with the Writer's turn held.
        now: time of writing; the clock when None.
    """
    return known_from if until is None or known_from > until else time_of_act(now)


def time_of_act(now: datetime | None = None) -> datetime:
    """From when a re-reading or a person's act counts: now, but after everything that is closed.

    A ledger may hold captures whose clock ran ahead; an act cannot count before them without changing their answers.
    """
    at, until = now or datetime.now(UTC), closed()
    return at if until is None or at > until else until + _TICK


def held_until() -> datetime | None:
    """The latest ``since`` of any row in the ledger; None for an empty one. What the end of a run closes."""
    tables = (rows.ReadingRow, rows.LinkRow, rows.CopyRow, rows.RedirectRow)
    found = [table.objects.aggregate(last=Max("since"))["last"] for table in tables]
    return max((at for at in found if at), default=None)


def closing(detail: dict[str, Any]) -> dict[str, Any]:
    """The detail of a run's "end" with the time it closes; call it with the Writer's turn held."""
    until = max((at for at in (held_until(), closed()) if at), default=None)
    return {**detail, "closed": until.isoformat() if until else ""}


def _run_closed() -> Iterator[datetime]:
    # times only grow from one end to the next, so the last one that tells is enough
    ends = rows.RunRow.objects.filter(event="end").order_by("-id").values_list("detail", flat=True)
    for detail in ends.iterator(chunk_size=10):
        if told := json.loads(detail).get("closed"):
            yield datetime.fromisoformat(told)
            return
