"""Is this report about a happening we know? A decision from day, place, kind, figures and words, with its reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.link.facts import Facts, cosine
from sayso.model import Place

LINKER = "link/1"
_SLACK_M = 3_000.0  # two names for one spot are rarely farther apart
_SAME = 0.62  # day, place and kind, or two of them and much the same words
_REGION, _COUNTRY = 0.12, 0.04
_FRESH = 7  # days within which an undated report is likely about what was just reported
_EARTH_M = 6_371_008.8
_FINE = ("site", "settlement", "near", "admin2")
# Kinds that first reports mix up: what is known on the first day is a bang, a fire, shots.
_ALIKE = (
    frozenset({"bombing", "explosion", "sabotage", "arson", "fire"}),
    frozenset({"armed_attack", "assassination", "armed_clash", "hostage_taking", "stabbing", "use_of_force"}),
    frozenset({"kidnapping", "hostage_taking", "hijacking"}),
    frozenset({"air_strike", "drone_strike", "missile_attack", "shelling", "explosion"}),
    frozenset({"vehicle_ramming", "crash", "armed_attack"}),
    frozenset({"protest", "riot", "use_of_force"}),
    frozenset({"arrest", "raid", "armed_clash"}),
)
_NOT_YET = frozenset({"threatened", "foiled"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are.

    Attributes:
        score: 0 to 1; 0 when something speaks against it.
        reasons: what speaks for it, or the one thing that speaks against it, in words.
    """

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a report goes: the incident of the most alike report, or a new one (``incident`` is None)."""

    incident: str | None
    score: float
    why: str


def decide(
    report: Facts,
    known: Iterable[tuple[str, Facts]],
    copies: frozenset[str] = frozenset(),
    *,
    again: bool = False,
    apart: frozenset[str] = frozenset(),
) -> Decision:
    """The incident a report belongs to.

    Args:
        report: the new report.
        known: (incident id, Facts of one of its reports) of every candidate.
        copies: ids of documents that are near copies of the report's document.
        again: True when the document was linked before and is read again; its earlier reports are candidates then.
        apart: incidents that a person keeps this report out of.
    """
    best: tuple[float, str, Likeness] | None = None
    for incident, other in known:
        if incident in apart or (other.document == report.document and not again):
            continue  # what a person or one reading tells apart is not joined here
        alike = likeness(report, other, copy=other.document in copies)
        # the id breaks ties, so that the order in which candidates come does not matter
        if best is None or (alike.score, incident) > best[:2]:
            best = (alike.score, incident, alike)
    if best is None or best[0] < _SAME:
        return Decision(None, best[0] if best else 0.0, "first report")
    return Decision(best[1], best[0], "; ".join(best[2].reasons))


def likeness(one: Facts, other: Facts, *, copy: bool = False) -> Likeness:
    """How likely two reports tell of one happening.

    Day, place and kind can each contradict, which ends it; otherwise what agrees adds up, and the words of the
    two documents fill in for what is not told.
    """
    parts = (_days(one, other), _places(one, other), _kinds(one, other))
    against = next((why for score, why in parts if score < 0), "")
    if against:
        return Likeness(0.0, (against,))
    words = cosine(one.terms, other.terms)
    score = sum(s for s, _ in parts) + 0.3 * words + _details(one, other)
    reasons = [why for _, why in parts if why] + ([f"words {words:.0%} alike"] if words >= 0.3 else [])
    if copy:
        score, reasons = score + 0.4, [*reasons, "near copy"]
    return Likeness(min(1.0, score), tuple(reasons))


def _days(one: Facts, other: Facts) -> tuple[float, str]:
    start = max(one.day_from, other.day_from)
    end = min(one.day_to, other.day_to)
    gap = (date.fromisoformat(start) - date.fromisoformat(end)).days
    if gap > 1 or (gap > 0 and not (one.dated and other.dated)):
        return -1.0, f"{gap} days apart"
    if not (one.dated and other.dated):
        told = abs((date.fromisoformat(one.day_to) - date.fromisoformat(other.day_to)).days)
        return (0.1, "time agrees") if told <= _FRESH else (0.0, "")
    narrow = all(f.day_from == f.day_to for f in (one, other))
    if gap == 1:
        return 0.12, "one day apart"  # nights, time zones and "on Monday" printed on Tuesday
    return (0.28, f"same day {start}") if narrow else (0.18, "time agrees")


def _places(one: Facts, other: Facts) -> tuple[float, str]:
    if not one.places or not other.places:
        return 0.0, ""
    pairs = [_place_pair(a, b) for a in one.places[:4] for b in other.places[:4]]
    return max(pairs, key=lambda p: p[0])


def _place_pair(a: Place, b: Place) -> tuple[float, str]:
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return -1.0, f"{a.country or a.name} is not {b.country or b.name}"
    fine = a.precision in _FINE and b.precision in _FINE
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        coarse = _COUNTRY if a.precision == "country" else _REGION
        return (0.32, f"same place {a.name}") if fine else (coarse, f"both in {a.name}")
    if a.geonames_id is None and b.geonames_id is None:
        return (0.32, f"same place {a.name}") if a.name.casefold() == b.name.casefold() else (0.0, "")
    apart = distance_m(a, b)
    if fine and apart is not None:
        reach = (a.uncertainty_m or 5_000) + (b.uncertainty_m or 5_000) + _SLACK_M
        if apart <= reach:
            return 0.28, f"{a.name} and {b.name} are {apart / 1000:.0f} km apart"
        return -1.0, f"{a.name} and {b.name} are {apart / 1000:.0f} km apart"
    if a.admin1 and b.admin1:
        return (_REGION, f"both in {a.admin1}") if a.admin1 == b.admin1 else (-1.0, f"{a.admin1} is not {b.admin1}")
    return (_COUNTRY, f"both in {a.country}") if a.country_code and a.country_code == b.country_code else (0.0, "")


def distance_m(a: Place, b: Place) -> float | None:
    """Great-circle distance in metres (haversine, mean earth radius); None when a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def _kinds(one: Facts, other: Facts) -> tuple[float, str]:
    if (one.status in _NOT_YET) != (other.status in _NOT_YET):
        return -1.0, f"{one.status} is not {other.status}"
    if one.type == other.type:
        return 0.2, f"both {one.type.replace('_', ' ')}"
    if any(one.type in kinds and other.type in kinds for kinds in _ALIKE):
        return 0.14, f"{one.type} and {other.type} are told of one happening".replace("_", " ")
    if one.family == other.family:
        return 0.08, f"both {one.family}".replace("_", " ")
    return -1.0, f"{one.type} is not {other.type}".replace("_", " ")


def _details(one: Facts, other: Facts) -> float:
    """Extra for the same figure or the same named perpetrator; differing figures say nothing (tolls change)."""
    figures = set(one.figures) & set(other.figures)
    names = set(one.perpetrators) & set(other.perpetrators)
    return (0.06 if figures else 0.0) + (0.06 if names else 0.0)
