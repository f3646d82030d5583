"""Incidents that became part of another one: who is the survivor, as of a time.

A redirect always leads to an incident that was opened earlier, so redirects never lead in a circle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Q

from sayso.store import models as rows
from sayso.store.ask import rows_among

_CHUNK = 500  # parameters per query, below every engine's limit


def opened_first(incidents: Iterable[str]) -> tuple[str, ...]:
    """The incidents of these ids that exist, the one opened first before the others (``since``, then id)."""
    found = rows.IncidentRow.objects.filter(pk__in=list(incidents)).order_by("since", "id")
    return tuple(found.values_list("pk", flat=True))


def standing(as_of: datetime | None, incidents: Collection[str] | None = None) -> dict[str, str]:
    """Incident id to the id it leads to, one step, for the redirects that hold at the time.

    Args:
        as_of: UTC, inclusive; None for everything the ledger holds.
        incidents: only redirects of these; None for all.
    """
    if as_of is None and incidents is not None:
        sql = "SELECT since, id, incident_id, into_id, holds FROM store_redirectrow WHERE incident_id IN"
        told = {pk: (into, holds) for _, _, pk, into, holds in sorted(rows_among(sql, incidents))}
        return {pk: into for pk, (into, holds) in told.items() if holds}
    known = rows.RedirectRow.objects.filter(Q() if as_of is None else Q(since__lte=as_of))
    latest: dict[str, tuple[str, bool]] = {}
    for part in [known] if incidents is None else [known.filter(incident__in=c) for c in _chunks(incidents)]:
        for pk, into, holds in part.order_by("since", "id").values_list("incident_id", "into_id", "holds"):
            latest[pk] = into, holds
    return {pk: into for pk, (into, holds) in latest.items() if holds}


def by_linker(incident: str, into: str) -> bool:
    """True when the linker's last word, persons aside, is that ``incident`` is part of ``into``."""
    found = rows.RedirectRow.objects.filter(incident=incident, into=into, judgement="").order_by("since", "id").last()
    return found is not None and found.holds


def parted_at(incident: str, into: str, at: datetime) -> bool:
    """True when a row of exactly this time says that ``incident`` is no longer part of ``into``."""
    return rows.RedirectRow.objects.filter(incident=incident, into=into, since=at, holds=False).exists()


def resolved(as_of: datetime | None) -> dict[str, str]:
    """Every incident that is part of another one at the time, with the id of the survivor."""
    steps = standing(as_of)
    return {pk: _end(pk, steps) for pk in steps}


def survivors(incidents: Collection[str], as_of: datetime | None) -> dict[str, str]:
    """Each of these ids to the id of the incident it is part of at the time; itself when it stands on its own."""
    steps: dict[str, str] = {}
    asked: set[str] = set(incidents)
    while asked:
        ever = rows_among("SELECT DISTINCT incident_id FROM store_redirectrow WHERE incident_id IN", asked)
        found = standing(as_of, [pk for (pk,) in ever]) if ever else {}
        steps.update(found)
        asked = set(found.values()) - steps.keys()
    return {pk: _end(pk, steps) for pk in incidents}


def members(incidents: Collection[str], as_of: datetime | None) -> dict[str, str]:
    """Every id whose survivor is one of these, with that survivor; the survivors themselves too."""
    found = {pk: pk for pk in incidents}
    asked: set[str] = set(incidents)
    while asked:
        ever = {
            pk for (pk,) in rows_among("SELECT DISTINCT incident_id FROM store_redirectrow WHERE into_id IN", asked)
        }
        led = standing(as_of, ever - found.keys()) if ever else {}
        asked = {pk for pk, into in led.items() if into in found}
        found.update({pk: found[led[pk]] for pk in asked})
    return found


def _end(pk: str, steps: dict[str, str]) -> str:
    while pk in steps:
        pk = steps[pk]
    return pk


def _chunks(ids: Iterable[str]) -> list[list[str]]:
    ordered = sorted(ids)
    return [ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK)]
