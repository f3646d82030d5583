"""Incidents over HTTP, as of any time: the list page by page, and one of them whole.

``GET /api/incidents[?q=WORDS&type=TYPE&family=FAMILY&status=STATUS&country=CODE&disputed=1&background=1&near=LAT,LON&
within=KM&as_of=TIME&rule=RULE&limit=N&offset=N]`` answers ``{"incidents": [...], "more": true}``; ``GET
/api/incidents/ID[?as_of=TIME&rule=RULE]`` one object (``docs/as-of.md``).
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from sayso.app.as_of import incident_page, list_incidents
from sayso.app.incident_json import incident_json
from sayso.app.line_json import line_json
from sayso.model import SaysoError
from sayso.web.ledger_api import refused
from sayso.web.question import question

MOST = 1_000
"""Incidents in one answer at most."""
_USUAL = 100
_WITHIN_KM = "25"


def incidents(request: HttpRequest) -> HttpResponse:
    """Incidents that match, the one that changed last first; ``more`` tells whether there are more."""
    params = {key: value.replace("\0", "") for key, value in request.GET.dict().items()}
    try:
        ask = question(params)
        limit = _number(params.get("limit", "") or str(_USUAL), "limit", 1, MOST)
        found = list_incidents(
            ask.as_of, query=ask.query, type=ask.type, family=ask.family, status=params.get("status", ""),
            country=params.get("country", ""), include_background=ask.background, disputed=ask.disputed,
            near=_circle(params.get("near", ""), params.get("within", "") or _WITHIN_KM), rule=ask.rule or None,
            limit=limit + 1, offset=_number(params.get("offset", "") or "0", "offset", 0, 10**9),
        )  # fmt: skip
        return JsonResponse({"incidents": [line_json(one) for one in found[:limit]], "more": len(found) > limit})
    except SaysoError as error:
        return refused(error)


def incident(request: HttpRequest, incident_id: str) -> HttpResponse:
    """One incident with its fields, reports and origins; the survivor when the one asked for was merged."""
    try:
        ask = question(request.GET.dict())
        return JsonResponse(incident_json(incident_page(incident_id.replace("\0", ""), ask.as_of, rule=ask.rule)))
    except SaysoError as error:
        return refused(error)


def _number(text: str, what: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= most):
        raise SaysoError(f"“{text[:20]}” is not a number for {what}", f"give a number from {least} to {most}")
    return int(text)


def _circle(near: str, within_km: str) -> tuple[float, float, float] | None:
    if not near.strip():
        return None
    try:
        lat, lon = (float(part) for part in near.split(","))
        return lat, lon, 1000 * float(within_km)
    except ValueError:
        raise SaysoError(f"“{near[:40]}” is not a point", "give near=47.1,51.9 and within=25 (kilometres)") from None
