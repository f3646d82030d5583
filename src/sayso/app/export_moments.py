"""When an incident changed last, also by what is seen no more: a report that left, a judgement taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from sayso.app.gather import Gathered
from sayso.store import judgements as ledger
from sayso.store import models as rows
from sayso.store.moments import connected
from sayso.store.view import View

_CHUNK = 500  # parameters per query, below every engine's limit


@dataclass(slots=True)
class Moments:
    """Times (UTC) at which something about an incident changed.

    Attributes:
        changed: a link of a report that is or was in it, a copy found, a merge, a judgement or its withdrawal.
        moved: merges with others and their undoing only.
        opened: when its id was given.
    """

    changed: list[datetime] = field(default_factory=list)
    moved: list[datetime] = field(default_factory=list)
    opened: datetime | None = None


def moments_of(view: View, gathered: Mapping[str, Gathered]) -> dict[str, Moments]:
    """The Moments of each incident up to the view's time; a handful of queries for all of them."""
    found = {key: Moments() for key in gathered}
    names: dict[str, set[str]] = defaultdict(set)  # any id that was ever merged with it, to the incidents
    for key, together in connected(gathered).items():
        for name in together:
            names[name].add(key)
    for chunk in _chunks(gathered):
        for key, at in rows.IncidentRow.objects.filter(pk__in=chunk).values_list("pk", "since"):
            found[key].opened = at
    _note_redirects(view, names, found)
    _note_links(view, names, found)
    _note_copies(view, gathered, found)
    _note_judgements(view, gathered, names, found)
    return found


def _note_redirects(view: View, names: Mapping[str, set[str]], found: dict[str, Moments]) -> None:
    for chunk in _chunks(names):
        known = _until(rows.RedirectRow.objects.filter(Q(incident__in=chunk) | Q(into__in=chunk)), view)
        for one, other, at in known.values_list("incident_id", "into_id", "since"):
            for key in names[one] | names[other] if one in names and other in names else ():
                found[key].changed.append(at)
                found[key].moved.append(at)


def _note_links(view: View, names: Mapping[str, set[str]], found: dict[str, Moments]) -> None:
    """Every decision about a report that was ever in the incident: also the one that took it out."""
    told_in: dict[str, set[str]] = defaultdict(set)
    for chunk in _chunks(names):
        known = _until(rows.LinkRow.objects.filter(incident__in=chunk), view)
        for name, report in known.values_list("incident_id", "report_id"):
            told_in[report] |= names[name]
    for chunk in _chunks(told_in):
        known = _until(rows.LinkRow.objects.filter(report__in=chunk), view)
        for report, at in known.values_list("report_id", "since"):
            for key in told_in[report]:
                found[key].changed.append(at)


def _note_copies(view: View, gathered: Mapping[str, Gathered], found: dict[str, Moments]) -> None:
    documents: dict[str, set[str]] = defaultdict(set)
    for key, g in gathered.items():
        for report in g.reports:
            documents[report.reading.document].add(key)
    for chunk in _chunks(documents):
        known = _until(rows.CopyRow.objects.filter(document__in=chunk), view)
        for document, at in known.values_list("document_id", "since"):
            for key in documents[document]:
                found[key].changed.append(at)


def _note_judgements(
    view: View, gathered: Mapping[str, Gathered], names: Mapping[str, set[str]], found: dict[str, Moments]
) -> None:
    about: dict[str, set[str]] = defaultdict(set, {name: set(keys) for name, keys in names.items()})
    for key, g in gathered.items():
        for subject in (*(a.ledger_id for a in g.every), *(r.key for r in g.reports)):
            about[subject].add(key)
    made = ledger.about(about.keys(), view.as_of)
    if made:
        pairs = [j for j in ledger.about_pairs(view.as_of) if set(j.subject.split("+")) & names.keys()]
        made = tuple({j.id: j for j in (*made, *pairs)}.values())
    # a withdrawal is about the judgement it takes back, which is older
    for j in sorted(made, key=lambda j: (j.at, j.id)):
        bears_on = {key for part in (j.subject, *j.subject.split("+")) for key in about.get(part, ())}
        about[j.id] |= bears_on
        for key in bears_on:
            found[key].changed.append(j.at)


def _until(known: QuerySet[Any], view: View) -> QuerySet[Any]:
    return known if view.as_of is None else known.filter(since__lte=view.as_of)


def _chunks(items: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(items)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def latest(times: Iterable[datetime]) -> datetime | None:
    """The last of some times, None of none."""
    return max(times, default=None)
