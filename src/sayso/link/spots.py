"""Distances between the places of two reports."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.link.clues import FINE
from sayso.model import Place

_EARTH_KM = 6_371.0088
_MOST = 4  # candidates for where a report says it happened, best first
SLACK_KM = 3.0  # two names for one spot are rarely farther apart


def nearest_km(one: Sequence[Place], other: Sequence[Place]) -> float:
    """Least distance between the small places of two reports in km; NaN when one has none with a point."""
    apart = [distance_km(a, b) for a, b in _pairs(one, other)]
    return min(apart) if apart else math.nan


def out_of_reach(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """True when both have small places, and each pair is farther apart than both uncertainties and a slack."""
    gaps = [distance_km(a, b) - _reach(a) - _reach(b) - SLACK_KM for a, b in _pairs(one, other)]
    return bool(gaps) and min(gaps) > 0


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in km (haversine, mean earth radius) of two places that have a point."""
    lat1, lat2 = math.radians(a.lat or 0.0), math.radians(b.lat or 0.0)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians((b.lon or 0.0) - (a.lon or 0.0)) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _pairs(one: Sequence[Place], other: Sequence[Place]) -> list[tuple[Place, Place]]:
    return [(a, b) for a in _fine(one) for b in _fine(other)]


def _fine(places: Sequence[Place]) -> list[Place]:
    return [p for p in places[:_MOST] if p.precision in FINE and p.lat is not None and p.lon is not None]


def _reach(place: Place) -> float:
    return (place.uncertainty_m or 5_000.0) / 1000
