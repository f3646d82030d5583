"""Where hubs confirm a subscription and tell of news (WebSub)."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from sayso.app.websub import agrees, hear

_LONGEST = 1_000


def websub(request: HttpRequest, source_id: str, token: str) -> HttpResponse:
    """GET: a hub asks whether a subscription is wanted. POST: it says that there is news.

    A message without the right signature is taken and ignored, as the Recommendation asks; 410 ends the subscription of
    a source that is watched no more.
    """
    if request.method == "GET":
        told = {key: str(request.GET.get(f"hub.{key}", ""))[:_LONGEST] for key in ("mode", "topic", "challenge")}
        if told["mode"] == "denied" or not agrees(source_id, token, told["mode"], told["topic"]):
            return HttpResponse(status=404)
        return HttpResponse(told["challenge"], content_type="text/plain")
    if request.method != "POST":
        return HttpResponse(status=405)
    try:
        heard = hear(source_id, token, request.body, request.headers.get("X-Hub-Signature", ""))
    except RequestDataTooBig:
        return HttpResponse(status=413)
    return HttpResponse(status=410 if heard == "unknown" else 202)
