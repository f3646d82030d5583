"""Addresses of the desk over the ledger of this installation."""

from __future__ import annotations

from sayso.web.ledger import LedgerSource
from sayso.web.routes import desk_urls, handler404, handler500, review_urls, service_urls, source_urls, why_urls

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [*desk_urls(LedgerSource()), *review_urls(), *why_urls(), *source_urls(), *service_urls()]
