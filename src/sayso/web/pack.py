"""The evidence behind an incident as one file to take along."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse

from sayso.app.as_of import NotFound
from sayso.web.question import question
from sayso.web.views import missing


def evidence(request: HttpRequest, incident_id: str) -> HttpResponse | FileResponse:
    """The WACZ file of an incident as of the time asked for; made anew each time, and kept nowhere."""
    from sayso.app.evidence_pack import pack  # the cleaner and its libraries come with it; no other page needs them

    ask = question(request.GET.dict())
    with tempfile.TemporaryDirectory(prefix="sayso-pack-") as folder:
        try:
            _, made = pack(incident_id.replace("\0", ""), Path(folder) / "pack.wacz", ask.as_of, rule=ask.rule or None)
        except NotFound as error:
            return missing(request, ask, "incident", incident_id, error)
        file = (Path(folder) / "pack.wacz").open("rb")  # stays readable when the folder is gone
    answer = FileResponse(file, as_attachment=True, filename=f"{made.case.id}.wacz", content_type="application/wacz")
    answer.headers["Cache-Control"] = "no-store"
    return answer
