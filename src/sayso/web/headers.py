"""Headers that keep a page to itself: nothing from elsewhere, nothing inline, never inside a foreign frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from sayso.model import SaysoError
from sayso.web.views import refused

View = Callable[..., HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}


def sealed(view: View) -> View:
    """The view with the headers above; a ``SaysoError`` in it becomes the 400 page.

    Referrer-Policy matters most: a click on a report's address must not tell the outlet what is being looked at. Within
    the desk a form must tell where it comes from ("no-referrer" makes that ``Origin: null``), or a decision could be
    posted from a foreign page.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response: HttpResponseBase
        try:
            response = view(request, *args, **kwargs)
        except SaysoError as error:
            response = refused(request, error)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return inner
