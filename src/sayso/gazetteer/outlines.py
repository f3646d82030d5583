"""Which country a point lies in, from the outlines of Natural Earth (1:50 million, borders right to a few kilometres).

The outlines come as shared arcs (TopoJSON). Built into the gazetteer they are edges, sorted into bands of one degree of
latitude, so that a point needs only the edges of its own band: an even-odd count of crossings to its west.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from math import floor
from typing import Any

_WITHOUT_NUMBER = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Siachen Glacier": "IN"}
"""Areas that the outlines show apart and that have no number of their own in ISO 3166-1."""

_NEAR_DATE_LINE = 130.0
"""Outlines that cross the date line reach no farther beyond it than to this longitude."""

Box = tuple[float, float, float, float]
"""South, west, north, east in degrees; west is greater than east where the box crosses the date line."""


def edges(numbers: dict[int, str]) -> Iterator[tuple[int, str, bytes]]:
    """Latitude band, country code and the edges of that country in the band as packed numbers, see :func:`inside`.

    Args:
        numbers: ISO 3166-1 numeric codes to alpha-2 codes.
    """
    bands: dict[tuple[int, str], array[float]] = defaultdict(lambda: array("f"))
    for code, ring in rings(numbers):
        ring = _unwrapped(ring)
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if y1 == y2:
                continue
            for band in range(floor(min(y1, y2)), floor(max(y1, y2)) + 1):
                bands[band, code].extend((x1, y1, x2, y2))
    for (band, code), packed in sorted(bands.items()):
        yield band, code, packed.tobytes()


def _unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that crosses the date line, with longitudes that run on beyond 180; one around a pole is closed there."""
    made = [ring[0]]
    for x, y in ring[1:] + ring[:1]:
        step = x - made[-1][0]
        made.append((x - 360 * round(step / 360), y))
    last_x, y = made.pop()
    if abs(last_x - ring[0][0]) > 180:
        pole = -90.0 if y < 0 else 90.0
        made += [(last_x, y), (last_x, pole), (ring[0][0], pole)]
    return made


def rings(numbers: dict[int, str]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Country code and closed rings of (longitude, latitude), holes included."""
    world = json.loads((files("sayso.gazetteer") / "data" / "outlines-50m.json").read_text(encoding="utf-8"))
    arcs = [_arc(arc, world["transform"]) for arc in world["arcs"]]
    for shape in world["objects"]["countries"]["geometries"]:
        number = str(shape.get("id", ""))
        code = (
            numbers.get(int(number), "") if number.isdigit() else _WITHOUT_NUMBER.get(shape["properties"]["name"], "")
        )
        if code:
            many = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            for polygon in many:
                for ring in polygon:
                    yield code, _ring(ring, arcs)


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    made = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        made.append((x * kx + dx, y * ky + dy))
    return made


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    made: list[tuple[float, float]] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        made += arc[:-1]
    return made


def span(packed: bytes) -> tuple[float, float]:
    """The least and the greatest longitude of packed edges."""
    numbers = array("f")
    numbers.frombytes(packed)
    lons = numbers[0::2]
    return min(lons), max(lons)


def points(packed: bytes) -> Iterator[tuple[float, float]]:
    """Both ends of packed edges as latitude and longitude."""
    numbers = array("f")
    numbers.frombytes(packed)
    yield from zip(numbers[1::2], numbers[0::2], strict=True)


def inside(packed: bytes, lat: float, lon: float) -> bool:
    """True when the point lies inside the country whose edges in the point's band are given."""
    numbers = array("f")
    numbers.frombytes(packed)
    crossed = [
        (x2 - x1) * (lat - y1) / (y2 - y1) + x1
        for x1, y1, x2, y2 in zip(numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
        if (y1 > lat) != (y2 > lat)
    ]
    turns = (lon, lon + 360, lon - 360) if abs(lon) > _NEAR_DATE_LINE else (lon,)
    return any(sum(x > at for x in crossed) % 2 for at in turns)


def boxes(numbers: dict[int, str]) -> dict[str, Box]:
    """The extent of each country, overseas parts included."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for code, ring in rings(numbers):
        points[code] += ring
    return {code: box([(y, x) for x, y in found]) for code, found in points.items()}


def box(points: list[tuple[float, float]]) -> Box:
    """The smallest box that holds points of (latitude, longitude), across the date line when that is shorter."""
    lats = [p[0] for p in points]
    lons = sorted({p[1] for p in points})
    gaps = [(b - a, b, a) for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    _, west, east = max(gaps)
    return min(lats), west - 360 if west > 180 else west, max(lats), east


def box_holds(where: Box, lat: float, lon: float) -> bool:
    """True when a point lies in a box."""
    south, west, north, east = where
    across = west <= lon <= east if west <= east else lon >= west or lon <= east
    return south <= lat <= north and across
