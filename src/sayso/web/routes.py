"""The pages and their addresses over any source of records."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from sayso.web.desk import DeskSource
from sayso.web.headers import sealed
from sayso.web.views import Desk, failed, not_found


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
