"""The desk over hand-built records."""

from __future__ import annotations

from desk_sample import SampleSource

from sayso.web.routes import desk_urls, handler404, handler500

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = desk_urls(SampleSource())
