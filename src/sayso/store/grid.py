"""A grid of the world that finds places near a point with an ordinary index, the same on every engine.

A place goes into the cell that holds its point, on the finest of four levels whose reach is not below its
uncertainty. A search looks, level by level, at the cells that its radius and the level's reach can touch. Cells of one
row are numbered one after the other, so a row of cells is one range of numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

_EARTH_M = 6_371_008.8  # mean earth radius
_METRES_PER_DEGREE = math.pi * _EARTH_M / 180
_ROUNDING_M = 10.0  # what rounding can move a place on the far side of the globe
_LEVEL = 1_000_000  # more than the 720 * 360 cells of the finest level


@dataclass(frozen=True, slots=True)
class _Level:
    number: int
    degrees: float
    reach_m: float

    @property
    def width(self) -> int:
        return math.ceil(360 / self.degrees)

    def row(self, lat: float) -> int:
        return int(min(179.999, max(0.0, lat + 90)) / self.degrees)

    def column(self, lon: float) -> int:
        return int(((lon + 180) % 360) / self.degrees)

    def cell(self, row: int, column: int) -> int:
        return self.number * _LEVEL + row * self.width + column


_LEVELS = (_Level(0, 0.5, 25_000), _Level(1, 2, 100_000), _Level(2, 8, 400_000), _Level(3, 45, math.inf))


def cell_of(lat: float, lon: float, uncertainty_m: float) -> int:
    """Number of the cell of a place: WGS84 degrees and metres."""
    level = next(lv for lv in _LEVELS if uncertainty_m <= lv.reach_m)
    return level.cell(level.row(lat), level.column(lon))


def ranges(lat: float, lon: float, radius_m: float) -> list[tuple[int, int]]:
    """(first, last) numbers of cells that hold every place possibly within ``radius_m`` metres of a point."""
    return [pair for level in _LEVELS for pair in _of_level(level, lat, lon, radius_m + level.reach_m)]


def _of_level(level: _Level, lat: float, lon: float, reach_m: float) -> Iterator[tuple[int, int]]:
    tall = (reach_m + _ROUNDING_M) / _METRES_PER_DEGREE
    if tall >= 180:
        yield level.number * _LEVEL, (level.number + 1) * _LEVEL - 1
        return
    wide = _half_width(lat, tall)
    for row in range(level.row(lat - tall), level.row(lat + tall) + 1):
        if wide >= 180 - level.degrees:
            yield level.cell(row, 0), level.cell(row, level.width - 1)
            continue
        west, east = level.column(lon - wide), level.column(lon + wide)
        if west <= east:
            yield level.cell(row, west), level.cell(row, east)
        else:  # across the antimeridian
            yield level.cell(row, west), level.cell(row, level.width - 1)
            yield level.cell(row, 0), level.cell(row, east)


def _half_width(lat: float, tall: float) -> float:
    """Degrees of longitude on both sides that a circle of ``tall`` degrees around a latitude spans (180 at a pole)."""
    if abs(lat) + tall >= 90:
        return 180.0
    return math.degrees(math.asin(min(1.0, math.sin(math.radians(tall)) / math.cos(math.radians(lat)))))


def distance_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in metres (haversine, mean earth radius)."""
    lat1, lat2 = math.radians(lat), math.radians(other_lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(half)))
