"""The desk over hand-built records."""

from __future__ import annotations

from sayso.web.routes import desk_urls, handler404, handler500
from desk_sample import SampleSource

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = desk_urls(SampleSource())
