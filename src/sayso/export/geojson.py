"""Incidents as one GeoJSON file (RFC 7946), for maps and GIS tools.

A point only where the place is a settlement or finer; what is known by region or country only has no geometry, so that
nobody finds a pin in the middle of a country. WGS84, longitude first, five decimals.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.export.cells import plain
from sayso.model import SaysoError

Row = Mapping[str, Any]

_PINNED = frozenset(("site", "settlement", "near"))
_PROPERTIES = {
    "type": "type", "family": "family", "status": "status", "title": "title", "date_start": "date_start",
    "date_end": "date_end", "date_precision": "date_precision", "place": "place_name", "country_iso3": "country_iso3",
    "admin1": "admin1", "place_precision": "place_precision", "uncertainty_m": "uncertainty_m",
    "geonameid": "geonameid",
    "killed_low": "killed_low", "killed_best": "killed_best", "killed_high": "killed_high",
    "killed_state": "killed_state",
    "injured_low": "injured_low", "injured_best": "injured_best", "injured_high": "injured_high",
    "injured_state": "injured_state", "perpetrator": "perpetrator", "perpetrator_status": "perpetrator_status",
    "n_reports": "n_reports", "n_origins": "n_origins", "disputed": "disputed", "flags": "flags",
    "review_status": "review_status", "constructed": "constructed", "first_known_at": "first_known_at",
    "last_changed_at": "last_changed_at", "as_of": "as_of",
}  # fmt: skip
"""Property of a feature to the column of the table ``incidents`` it is taken from."""


def write_geojson(folder: Path, tables: Mapping[str, Iterable[Row]]) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.geojson.

    Args:
        folder: made when missing; a file of the same name is replaced.
        tables: ``incidents``, ``values``, ``chains`` and ``reports``; read one after the other.

    Returns:
        (path, number of features).

    Raises:
        SaysoError: the folder cannot be written.
    """
    incidents = list(tables["incidents"])
    evidence = _evidence(tables)
    features = [_feature(row, evidence.get(str(row["incident_id"]), [])) for row in incidents]
    file = folder / "incidents.geojson"
    made = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(made + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SaysoError(f"cannot write to {folder}: {error.strerror}", "choose another folder") from error
    return [(file, len(features))]


def _feature(row: Row, evidence: list[dict[str, Any]]) -> dict[str, Any]:
    properties = {name: plain(row.get(column)) for name, column in _PROPERTIES.items()}
    return {
        "type": "Feature",
        "id": row["incident_id"],
        "geometry": _point(row),
        "properties": {**properties, "evidence": evidence},
    }


def _point(row: Row) -> dict[str, Any] | None:
    lat, lon = row.get("lat"), row.get("lon")
    if lat is None or lon is None or row.get("place_precision") not in _PINNED:
        return None
    return {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]}


def _evidence(tables: Mapping[str, Iterable[Row]]) -> dict[str, list[dict[str, Any]]]:
    """By incident: each value with who said it, through whom, in which sentence of which report."""
    chains: dict[Any, list[str]] = defaultdict(list)
    for hop in tables["chains"]:
        chains[hop["statement_id"]].append(hop["speaker_text"])
    reports = {r["report_id"]: r for r in tables["reports"]}
    out: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for value in tables["values"]:
        report = reports.get(value["report_id"], {})
        chain = chains.get(value["statement_id"], []) if value["statement_id"] else []
        chain = [name for name in chain or [report.get("outlet") or ""] if name]
        out[value["incident_id"]].append(
            {
                "field": value["field"],
                "value": value["value_norm"],
                "words": value["value_raw"],
                "polarity": value["polarity"],
                "speaker": chain[-1] if chain else None,
                "chain": chain,
                "sentence": value["quote"],
                "report_url": report.get("url"),
                "published_at": plain(report.get("published_at")),
            }
        )
    return out
