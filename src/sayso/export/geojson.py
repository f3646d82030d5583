"""Incidents for maps and GIS tools: GeoJSON (RFC 7946), as a collection or one feature a line (RFC 8142).

A point only where the place is a settlement or finer; what is known by region or country only has no geometry, so that
nobody finds a pin in the middle of a country. WGS84, longitude first, five decimals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.export import phrases
from sayso.export.addresses import web_address
from sayso.export.case import Case, CaseAssertion, CaseReport
from sayso.export.cells import plain
from sayso.export.circle import circle
from sayso.export.files import staged
from sayso.export.native import day_precision
from sayso.export.options import Options
from sayso.export.voices import chain_line, shown
from sayso.model import Perpetrator

FILE = "incidents.geojson"
SEQUENCE = "incidents.geojsons"
_CIRCLED = frozenset({"site", "settlement", "near", "admin2", "admin1"})
"""Precisions whose uncertainty is a circle that tells something."""
Feature = dict[str, Any]


def write_geojson(
    cases: Iterable[Case], folder: Path, options: Options, circles: bool = False, flat: bool = False
) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.geojson, a FeatureCollection with one feature a line.

    Args:
        cases: read once, none is kept.
        folder: made when missing; a file of the same name is replaced.
        options: ``links`` gives each feature the address of its page.
        circles: the circle of uncertainty instead of the point.
        flat: every property a plain value, for tools that drop lists and records: parts are joined by "; ".

    Returns:
        (path, number of features).

    Raises:
        SaysoError: the folder cannot be written.
    """
    count = 0
    with staged(folder) as stage:
        out = stage.text(FILE)
        out.write('{"type":"FeatureCollection","features":[\n')
        for case in cases:
            out.write((",\n" if count else "") + _json(feature(case, options, circles, flat)))
            count += 1
        out.write("\n]}\n")
    return [(folder / FILE, count)]


def write_geojson_seq(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.geojsons: one feature a line, each after a record separator (RFC 8142).

    Args:
        cases, folder, options: as of ``write_geojson``.

    Returns:
        (path, number of features).

    Raises:
        SaysoError: the folder cannot be written.
    """
    count = 0
    with staged(folder) as stage:
        out = stage.text(SEQUENCE)
        for case in cases:
            out.write(f"\x1e{_json(feature(case, options))}\n")
            count += 1
    return [(folder / SEQUENCE, count)]


def _json(made: Feature) -> str:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def feature_values(case: Case, options: Options) -> Feature:
    """The properties of an incident before they become JSON, with ``evidence`` and ``geometry`` (a point or None)."""
    reports = {r.key: r for r in case.reports}
    evidence = [_said(a, reports.get(a.report)) for a in _evidence(case)]
    return {**_properties(case, options), "evidence": evidence, "geometry": _point(case)}


def feature(case: Case, options: Options, circles: bool = False, flat: bool = False) -> Feature:
    """One incident as a feature."""
    values = feature_values(case, options)
    evidence, geometry = values.pop("evidence"), values.pop("geometry")
    if circles:
        geometry = _circle(case)
        values |= {"geometry_role": "uncertainty"} if geometry else {}
    if flat:
        values = {k: "; ".join(v) if isinstance(v, tuple) else v for k, v in values.items()}
        evidence = "; ".join(_evidence_words(a) for a in _evidence(case))
    properties = {name: plain(value) for name, value in {**values, "evidence": evidence}.items()}
    return {"type": "Feature", "id": case.id, "geometry": geometry, "properties": properties}


def _point(case: Case) -> dict[str, Any] | None:
    place = case.place
    if not case.is_pinned or place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}


def _circle(case: Case) -> dict[str, Any] | None:
    place = case.place
    if place is None or place.lat is None or place.lon is None or not place.uncertainty_m:
        return None
    return circle(place.lat, place.lon, place.uncertainty_m) if place.precision in _CIRCLED else None


def _properties(case: Case, options: Options) -> Feature:
    """The properties in the order of the published layout, then what Sayso tells beyond it."""
    place, who, mode = case.place, case.datum("perpetrator"), case.datum("mode")
    return {
        "type": case.type,
        "subtype": mode if isinstance(mode, str) else None,
        "title": case.title,
        "date_start": case.day_from,
        "date_end": case.day_to,
        "date_precision": day_precision(case.day_from, case.day_to),
        "place": place.name if place else None,
        "country_iso3": case.country_iso3 or None,
        "admin1": (place.admin1 or None) if place else None,
        "place_precision": place.precision if place else None,
        "uncertainty_m": place.uncertainty_m if place else None,
        **_toll(case, "killed"),
        **_toll(case, "injured"),
        "perpetrator": who.name if isinstance(who, Perpetrator) else None,
        "perpetrator_status": who.status if isinstance(who, Perpetrator) else "unknown",
        "n_reports": case.n_reports,
        "n_origins": case.n_origins,
        "disputed": case.disputed,
        "flags": tuple(dict.fromkeys(f.finding.check for f in case.findings)),
        "review_status": case.review_status,
        "first_known_at": case.first_known,
        "last_changed_at": case.last_changed,
        "as_of": case.as_of,
        "url": f"{options.links.rstrip('/')}/incident/{case.id}" if options.links else None,
        "family": case.family,
        "status": case.status,
        "geonameid": place.geonames_id if place else None,
        "killed_state": case.state("killed"),
        "injured_state": case.state("injured"),
        "constructed": case.constructed,
    }


def _toll(case: Case, field: str) -> Feature:
    return {
        f"{field}_low": case.number(field, "lowest"),
        f"{field}_best": case.number(field, case.rule),
        f"{field}_high": case.number(field, "highest"),
    }


def _evidence(case: Case) -> Iterator[CaseAssertion]:
    """What the values rest on: what reports say and still hold, and what a person gave."""
    return (a for a in (*case.assertions, *case.given) if a.counts)


def _said(a: CaseAssertion, report: CaseReport | None) -> Feature:
    """A value with who said it, through whom, in which sentence of which report."""
    chain = [shown(v) for v in a.chain]
    return {
        "field": a.field,
        "value": phrases.plain_value(a.assertion.value),
        "speaker": chain[-1] if chain else a.speaker or None,
        "chain": chain,
        "sentence": a.sentence,
        "report_url": (web_address(report) or None) if report else None,
        "published_at": plain(report.published) if report else None,
        "words": a.assertion.text,
        "polarity": a.assertion.polarity,
    }


def _evidence_words(a: CaseAssertion) -> str:
    return f"{phrases.said(a)} ({chain_line([shown(v) for v in a.chain]) or a.speaker})"
