"""The pages and their addresses over any source of records."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sayso.web import incidents_api, ledger_api, metrics, review, why
from sayso.web.api import judgements
from sayso.web.desk import DeskSource
from sayso.web.headers import sealed
from sayso.web.views import Desk, failed, not_found


def review_urls() -> list[URLPattern]:
    """URL patterns of the review queue and the judgements, over the ledger of this installation."""
    return [
        path("review", sealed(review.queue), name="review"),
        path("review/name", sealed(require_POST(review.name)), name="review-name"),
        path("review/decide", sealed(require_POST(review.decide)), name="review-decide"),
        path("review/undo", sealed(require_POST(review.undo)), name="review-undo"),
        path("review/agreement", sealed(review.agreed), name="agreement"),
        path("review/uphold", sealed(require_POST(review.uphold)), name="uphold"),
        path("judge", sealed(require_POST(review.act)), name="judge"),
        path("api/judgements", csrf_exempt(sealed(judgements)), name="api-judgements"),
    ]


def why_urls() -> list[URLPattern]:
    """URL patterns of explanations and changes, over the ledger of this installation."""
    return [
        path("incident/<str:incident_id>/explain/<str:field>", sealed(why.explain), name="explain"),
        path("changes", sealed(why.changes), name="changes"),
        path("api/incidents/<str:incident_id>/explain/<str:field>", sealed(ledger_api.explain), name="api-explain"),
        path("api/incidents", sealed(incidents_api.incidents), name="api-incidents"),
        path("api/changes", sealed(ledger_api.changes), name="api-changes"),
    ]


def service_urls() -> list[URLPattern]:
    """URL patterns for machines that watch the service."""
    return [
        path("metrics", sealed(require_safe(metrics.metrics)), name="metrics"),
        path("health", sealed(require_safe(metrics.health)), name="health"),
    ]


def desk_urls(source: DeskSource) -> list[URLPattern]:
    """URL patterns of the desk; a test hands in hand-built records here."""
    desk = Desk(source)
    return [
        path("", sealed(desk.situation), name="situation"),
        path("incident/<str:incident_id>", sealed(desk.incident), name="incident"),
        path("article/<str:document_id>", sealed(desk.article), name="article"),
        path("search", sealed(desk.search), name="search"),
    ]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Any address that is no page."""
    return sealed(not_found)(request, exception)


def handler500(request: HttpRequest) -> HttpResponse:
    """Any page that failed."""
    return sealed(failed)(request)
