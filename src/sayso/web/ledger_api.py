"""Explanations and changes over HTTP, as of any time: the same JSON as on the command line.

``GET /api/incidents/ID/explain/FIELD[?as_of=TIME&rule=RULE]`` answers one object (``docs/explain.md``), ``GET
/api/changes?since=TIME[&until=TIME&incident=ID&rule=RULE&limit=N]`` ``{"since": ..., "changes": [...], "more": true}``
(``docs/changes.md``).
"""

from __future__ import annotations

from itertools import islice

from django.http import HttpRequest, HttpResponse, JsonResponse

from sayso.app.as_of import NotFound
from sayso.app.change_words import change_json
from sayso.app.changes import changes as changes_since
from sayso.app.explain import explain as explain_field
from sayso.app.explain_json import explanation_json
from sayso.model import SaysoError
from sayso.web.question import beginning, question, read_time

MOST = 1000
"""Changes in one answer at most."""
_USUAL = 200


def explain(request: HttpRequest, incident_id: str, field: str) -> HttpResponse:
    """Why a field of an incident shows what it shows."""
    try:
        ask = question(request.GET.dict())
        found = explain_field(incident_id.replace("\0", ""), field, ask.as_of, rule=ask.rule)
        return JsonResponse(explanation_json(found))
    except SaysoError as error:
        return refused(error)


def changes(request: HttpRequest) -> HttpResponse:
    """What changed since a time, at most ``limit`` of it; ``more`` tells whether there is more."""
    params = {key: value.replace("\0", "") for key, value in request.GET.dict().items()}
    try:
        ask, limit = question(params), _limit(params.get("limit", ""))
        since = beginning(params.get("since", ""))
        until = read_time(params.get("until", "")) or ask.as_of
        found = changes_since(since, until, incident=params.get("incident", ""), rule=ask.rule)
        some = [change_json(c) for c in islice(found, limit + 1)]
        return JsonResponse({"since": since.isoformat(), "changes": some[:limit], "more": len(some) > limit})
    except SaysoError as error:
        return refused(error)


def refused(error: SaysoError) -> HttpResponse:
    """One clear line with the next step: 404 for what is not known, 400 for what cannot be understood."""
    told = {"error": error.message, "hint": error.hint}
    return JsonResponse(told, status=404 if isinstance(error, NotFound) else 400)


def _limit(text: str) -> int:
    if not text:
        return _USUAL
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= MOST and len(text) <= 6):
        raise SaysoError(f"“{text[:20]}” is not a limit", f"give a number from 1 to {MOST}")
    return int(text)
