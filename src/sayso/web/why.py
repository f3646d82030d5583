"""Two pages over the ledger: why a field shows what it shows, and what changed since a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice

from django.http import HttpRequest, HttpResponse

from sayso.app.as_of import NotFound
from sayso.app.change_parts import Change
from sayso.app.change_words import cause_words, change_words
from sayso.app.changes import changes as changes_since
from sayso.app.explain import explain as explain_field
from sayso.model import Behind
from sayso.web.question import beginning, question, read_time
from sayso.web.show import words
from sayso.web.views import missing, page

MOST = 300
"""Changes on one page; the hint says how to see fewer of a longer stretch."""


def explain(request: HttpRequest, incident_id: str, field: str) -> HttpResponse:
    """Why a field shows what it shows: a page, or the part alone when the incident page opens it in place."""
    ask = question(request.GET.dict())
    try:
        found = explain_field(incident_id.replace("\0", ""), field, ask.as_of, rule=ask.rule)
    except NotFound as error:
        return missing(request, ask, "incident", incident_id, error)
    alone = request.headers.get("HX-Request") == "true"
    name = "part/explain" if alone else "explain"
    return page(request, name, ask, {
        "e": found, "label": words.field_name(found.field), "alone": alone, "behind": _steps(found.behind),
    })  # fmt: skip


def _steps(behind: Behind) -> list[tuple[str, str, str]]:
    """From whom, to whom, and the evidence of each step."""
    names = {n.id: n.name or n.id[:8] for n in (*behind.reports, *behind.origins)}
    return [
        (
            names.get(e.source, e.source[:8]),
            names.get(e.target, e.target[:8]),
            f"copy: {e.evidence}" if e.kind == "copy_of" else e.evidence,
        )
        for e in behind.edges
    ]


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words; ``first`` when its moment and cause are not those of the change above it."""

    change: Change
    words: str
    cause: str
    first: bool


def changes(request: HttpRequest) -> HttpResponse:
    """What changed since a time; without one, in the last day."""
    params = {key: value.replace("\0", "") for key, value in request.GET.dict().items()}
    ask = question(params)
    given = params.get("since", "")
    end = read_time(params.get("until", "")) or ask.as_of
    since = beginning(given) if given else _day_before((end or datetime.now(UTC)).replace(microsecond=0))
    found = changes_since(since, end, incident=params.get("incident", ""), rule=ask.rule)
    some = list(islice(found, MOST + 1))
    context: dict[str, object] = {
        "since": since,
        "since_input": since.strftime("%Y-%m-%dT%H:%M"),
        "until_input": end.strftime("%Y-%m-%dT%H:%M") if end else "",
        "incident": params.get("incident", ""),
        "groups": _groups(some[:MOST]),
        "number": len(some[:MOST]),
        "more": len(some) > MOST,
    }
    return page(request, "changes", ask, context)


def _day_before(at: datetime) -> datetime:
    return max(at, datetime.min.replace(tzinfo=UTC) + timedelta(days=1)) - timedelta(days=1)


def _groups(some: Iterable[Change]) -> list[tuple[Change, list[Told]]]:
    made = []
    for _, group in groupby(some, key=lambda c: c.incident):
        told: list[Told] = []
        for change in group:
            cause = cause_words(change)
            first = not told or (told[-1].change.at, told[-1].cause) != (change.at, cause)
            told.append(Told(change, change_words(change), cause, first))
        made.append((told[-1].change, told))
    return made
