"""One incident of a list as JSON, the same on the command line and over HTTP."""

from __future__ import annotations

from typing import Any

from sayso.app.views import IncidentLine
from sayso.app.words import state_words, when_words


def line_json(line: IncidentLine) -> dict[str, Any]:
    """The line as a JSON object; values in words, so that unknown is never 0; distance only when a circle was asked."""
    place = line.place
    made: dict[str, Any] = {
        "id": line.id,
        "title": line.title,
        "type": line.type,
        "family": line.family,
        "status": line.status,
        "happened": when_words(line.happened) if line.happened else None,
        "place": {
            "name": place.name, "country_code": place.country_code, "lat": place.lat, "lon": place.lon,
            "precision": place.precision, "uncertainty_m": place.uncertainty_m,
        } if place else None,
        "killed": state_words(line.killed),
        "injured": state_words(line.injured),
        "reports": line.n_reports,
        "origins": line.n_origins,
        "disputed": line.disputed,
        "constructed": line.constructed,
        "last_changed": line.last_changed.isoformat(),
    }  # fmt: skip
    if line.distance_m is not None:
        made |= {"distance_km": line.distance_m / 1000, "within": line.within}
    return made
