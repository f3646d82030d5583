"""Judgements over HTTP, by the same rules as on the command line: list them, and write one.

``GET /api/judgements[?incident=ID]`` answers ``{"judgements": [...]}``, the newest first. ``POST`` takes one JSON
object with ``kind``, ``subject``, ``author``, ``reason`` and what the kind needs (``other``, ``reports``, ``field``,
``value``, ``evidence``, ``second``), or ``kind: "withdraw"`` with the id of the judgement as ``subject``.

A request must say that it is JSON: a browser asks first before a foreign page may send that, and this desk never
agrees.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from sayso.app.judge import all_deeds, as_row, deed_of, history, judge, withdraw
from sayso.model import Judgement, SaysoError

_LARGEST = 64 * 1024  # bytes of a request; a judgement is far smaller
_TEXTS = ("kind", "subject", "author", "reason", "other", "field", "value")


def judgements(request: HttpRequest) -> HttpResponse:
    """The list, or one more of them; errors are ``{"error": ..., "hint": ...}`` with status 400."""
    try:
        if request.method == "POST":
            return JsonResponse(as_row(deed_of(_write(request))), status=201)
        if request.method != "GET":
            return JsonResponse({"error": "use GET or POST", "hint": ""}, status=405, headers={"Allow": "GET, POST"})
        incident = request.GET.get("incident", "").replace("\0", "")
        told = history(incident) if incident else all_deeds()
        return JsonResponse({"judgements": [as_row(d) for d in told]})
    except SaysoError as error:
        return JsonResponse({"error": error.message, "hint": error.hint}, status=400)


def _write(request: HttpRequest) -> Judgement:
    told = _body(request)
    if told["kind"] == "withdraw":
        return withdraw(told["subject"], author=told["author"], reason=told["reason"])
    evidence = told.get("evidence")
    return judge(
        told["kind"], told["subject"], author=told["author"], reason=told["reason"], other=told["other"],
        reports=_reports(told.get("reports", ())), field=told["field"], value=told["value"],
        evidence=_evidence(evidence) if evidence else None, second=told.get("second") is True,
    )  # fmt: skip


def _body(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise SaysoError("the request is no JSON", "send one object with Content-Type: application/json")
    if len(request.body) > _LARGEST:
        raise SaysoError("the request is too large", f"send at most {_LARGEST // 1024} KiB")
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        raise SaysoError("the request is no JSON", 'send one object, for example {"kind": "accept"}') from None
    if not isinstance(told, dict):
        raise SaysoError("the request is no object", 'send one object, for example {"kind": "accept"}')
    wrong = next((key for key in _TEXTS if not isinstance(told.get(key, ""), str)), None)
    if wrong:
        raise SaysoError(f"{wrong} is no text", "send it as a string")
    return {**told, **{key: str(told.get(key, "")).replace("\0", "") for key in _TEXTS}}


def _reports(keys: Any) -> tuple[str, ...]:
    if not isinstance(keys, list | tuple) or not all(isinstance(k, str) for k in keys):
        raise SaysoError("reports is no list of keys", 'send ["<document id>/i1", ...]')
    return tuple(k.replace("\0", "") for k in keys)


def _evidence(told: Any) -> tuple[str, int, int]:
    try:
        return str(told["document"]).replace("\0", ""), int(told["start"]), int(told["end"])
    except (KeyError, TypeError, ValueError):
        hint = 'send {"document": id, "start": number, "end": number}'
        raise SaysoError("evidence is no span of a document", hint) from None
