"""Ids of incidents that answer no more by themselves: merged into another, or without any report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Count

from sayso.export.options import Deleted, Redirect
from sayso.store import models as rows
from sayso.store.view import View

_CHUNK = 500  # parameters per query, below every engine's limit


def redirects(view: View) -> tuple[Redirect, ...]:
    """Every incident that is part of another one at the view's time, with when that began and when it was opened."""
    into = view.redirects()
    since: dict[str, datetime] = {}
    opened: dict[str, datetime] = {}
    for chunk in _chunks(sorted(into)):
        moved = rows.RedirectRow.objects.filter(incident__in=chunk)
        moved = moved if view.as_of is None else moved.filter(since__lte=view.as_of)
        since.update(moved.order_by("since", "id").values_list("incident_id", "since"))
        opened.update(rows.IncidentRow.objects.filter(pk__in=chunk).values_list("pk", "since"))
    return tuple(Redirect(old, new, since[old], opened.get(old)) for old, new in sorted(into.items()))


def deleted(view: View) -> tuple[Deleted, ...]:
    """Incidents that were opened up to the view's time and hold no report any more then.

    Only a report that was decided about twice can have left an incident, so only those are looked at.
    """
    links = rows.LinkRow.objects.all() if view.as_of is None else rows.LinkRow.objects.filter(since__lte=view.as_of)
    twice = links.values("report").annotate(n=Count("pk")).filter(n__gt=1).values_list("report", flat=True)
    left: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    last: dict[str, str] = {}
    for chunk in _chunks(sorted(twice)):
        decided = links.filter(report__in=chunk).order_by("since", "id")
        for report, incident, since, why in decided.values_list("report_id", "incident_id", "since", "why"):
            if report in last:
                left[last[report]].append((since, why))
            last[report] = incident
    into = view.redirects()
    asked = sorted(left.keys() - into.keys())
    held = {pk for chunk in _chunks(asked) for pk in view.linked_reports(chunk)}
    opened = {
        pk: since
        for chunk in _chunks(asked)
        for pk, since in rows.IncidentRow.objects.filter(pk__in=chunk).values_list("pk", "since")
    }
    return tuple(Deleted(pk, *max(left[pk]), opened.get(pk)) for pk in asked if pk not in held)


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
