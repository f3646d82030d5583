"""Distance between two places."""

from __future__ import annotations

import math

from sayso.model import Place

_EARTH_M = 6_371_008.8


def distance_m(a: Place, b: Place) -> float | None:
    """Great-circle distance in metres (haversine, mean earth radius); None when a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(half)))
