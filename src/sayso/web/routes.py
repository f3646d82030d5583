"""The pages and their addresses over any source of records."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sayso.web import incidents_api, ledger_api, metrics, pack, review, sources, websub, why
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
        path("api/incidents/<str:incident_id>", sealed(incidents_api.incident), name="api-incident"),
        path("api/incidents", sealed(incidents_api.incidents), name="api-incidents"),
        path("api/changes", sealed(ledger_api.changes), name="api-changes"),
    ]


def source_urls() -> list[URLPattern]:
    """URL patterns of the watched sources and of evidence to take along, over the ledger of this installation."""
    return [
        path("sources", sealed(require_safe(sources.sources)), name="sources"),
        path("sources/add", sealed(require_safe(sources.add)), name="source-add"),
        path("sources/find", sealed(require_POST(sources.find)), name="source-find"),
        path("sources/save", sealed(require_POST(sources.save)), name="source-save"),
        path("sources/opml", sealed(require_safe(sources.opml_out)), name="source-opml-out"),
        path("sources/take-in", sealed(require_POST(sources.opml_in)), name="source-opml-in"),
        path("source/<str:source_id>", sealed(require_safe(sources.source)), name="source"),
        path("source/<str:source_id>/change", sealed(require_POST(sources.change)), name="source-change"),
        path("source/<str:source_id>/pause", sealed(require_POST(sources.pause)), name="source-pause"),
        path("source/<str:source_id>/resume", sealed(require_POST(sources.resume)), name="source-resume"),
        path("source/<str:source_id>/back", sealed(require_POST(sources.back)), name="source-back"),
        path("source/<str:source_id>/remove", sealed(require_POST(sources.remove)), name="source-remove"),
        path("incidents/<str:incident_id>/evidence.wacz", sealed(require_safe(pack.evidence)), name="evidence"),
    ]


def service_urls() -> list[URLPattern]:
    """URL patterns for machines that watch the service."""
    return [
        path("metrics", sealed(require_safe(metrics.metrics)), name="metrics"),
        path("health", sealed(require_safe(metrics.health)), name="health"),
        path("websub/<str:source_id>/<str:token>", csrf_exempt(sealed(websub.websub)), name="websub"),
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


def handler404(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Any address that is no page."""
    return sealed(not_found)(request, exception)


def handler500(request: HttpRequest) -> HttpResponseBase:
    """Any page that failed."""
    return sealed(failed)(request)
