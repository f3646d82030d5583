"""Circles of uncertainty as RFC 7946 wants them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.circle import circle
from sayso.gazetteer.geo import distance_m


def rings(geometry: dict) -> list[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    assert all(len(p) == 1 for p in polygons)
    return [p[0] for p in polygons]


def area(ring: list[list[float]]) -> float:
    """Twice the signed area; above 0 when counterclockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(500, 400_000))
def test_rings_are_closed_counterclockwise_and_on_the_map(lat: float, lon: float, radius: float) -> None:
    for ring in rings(circle(lat, lon, radius)):
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert area(ring) > 0
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_has_64_corners_at_the_radius() -> None:
    [ring] = rings(circle(47.11667, 51.88333, 8_000))
    assert len(ring) == 65
    assert [distance_m((47.11667, 51.88333), (y, x)) for x, y in ring] == pytest.approx([8_000] * 65, rel=0.001)


def test_is_cut_at_the_antimeridian() -> None:
    made = circle(-16.8, 179.95, 20_000)  # Taveuni, Fiji
    assert made["type"] == "MultiPolygon"
    assert sorted((min(x for x, _ in r) > 0) for r in rings(made)) == [False, True]
    assert all(max(x for x, _ in r) - min(x for x, _ in r) < 1 for r in rings(made))


def test_reaches_the_pole_it_holds() -> None:
    [ring] = rings(circle(89.9, 10, 50_000))
    assert max(y for _, y in ring) == 90
    assert {-180.0, 180.0} <= {x for x, _ in ring}
