"""A circle on the Earth as a GeoJSON geometry."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Any

from sayso.gazetteer.geo import EARTH_RADIUS_M

_CORNERS = 64
Ring = list[list[float]]


def circle(lat: float, lon: float, radius_m: float) -> dict[str, Any]:
    """The circle of a radius around a point, as a polygon of 64 corners.

    Counterclockwise (RFC 7946, section 3.1.6); cut in two where it crosses the antimeridian (section 3.1.9); carried to
    the pole where it holds one.

    Args:
        lat, lon: WGS84 degrees.
        radius_m: metres, above 0.
    """
    angle = radius_m / EARTH_RADIUS_M
    ring = [_corner(lat, lon, angle, -2 * pi * n / _CORNERS) for n in range(_CORNERS)]
    over = 90.0 if radians(90 - lat) < angle else -90.0 if radians(90 + lat) < angle else None
    if over is not None:
        return _polygon([_over_pole(ring, over)])
    parts = [part for shift in (-360.0, 0.0, 360.0) if (part := _clip(ring, shift))]
    return _polygon(parts)


def _corner(lat: float, lon: float, angle: float, bearing: float) -> list[float]:
    """The point at an angular distance in a direction (radians); its longitude runs on past 180 degrees."""
    here = radians(lat)
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(bearing))
    turn = atan2(sin(bearing) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return [lon + degrees(turn), degrees(there)]


def _over_pole(ring: Ring, pole: float) -> Ring:
    """A ring around a pole as the band between it and the pole."""
    edge = sorted([(x + 180) % 360 - 180, y] for x, y in ring)
    # the band's edge meets both sides of the map at one latitude
    (x0, y0), (x1, y1) = edge[0], edge[-1]
    side = y0 + (y1 - y0) * (x0 + 180) / (x0 + 360 - x1) if x0 + 360 != x1 else y0
    band = [[-180.0, side], *edge, [180.0, side]]
    around = [*band, [180.0, pole], [-180.0, pole]]
    return around if pole > 0 else around[::-1]


def _clip(ring: Ring, shift: float) -> Ring:
    """What of the ring, moved by ``shift`` degrees, lies between -180 and 180 (Sutherland and Hodgman, 1974)."""
    part = [[x + shift, y] for x, y in ring]
    for limit, sign in ((-180.0, 1), (180.0, -1)):
        kept: Ring = []
        for (x0, y0), (x1, y1) in zip(part[-1:] + part[:-1], part, strict=True):
            inside0, inside1 = sign * (x0 - limit) >= 0, sign * (x1 - limit) >= 0
            if inside0 != inside1:
                kept.append([limit, y0 + (y1 - y0) * (limit - x0) / (x1 - x0)])
            if inside1:
                kept.append([x1, y1])
        part = kept
        if not part:
            break
    return part


def _polygon(rings: list[Ring]) -> dict[str, Any]:
    closed = [[[[round(x, 5), round(y, 5)] for x, y in (*ring, ring[0])]] for ring in rings]
    if len(closed) == 1:
        return {"type": "Polygon", "coordinates": closed[0]}
    return {"type": "MultiPolygon", "coordinates": closed}
