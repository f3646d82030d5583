"""The cells that are looked at hold every place that can be within the radius."""

import math

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.store.grid import cell_of, distance_m, ranges

LAT, LON = st.floats(-90, 90), st.floats(-180, 180)


@settings(max_examples=400, deadline=None)
@given(LAT, LON, st.floats(0, 5_000_000), st.floats(0, 1_000_000), st.floats(0, 2 * math.pi), st.floats(0, 1))
@example(10.0, 179.9, 50_000.0, 1_000.0, math.pi / 2, 1.0)  # across the antimeridian
@example(89.9, 0.0, 50_000.0, 1_000.0, 0.0, 1.0)  # across the pole
def test_no_place_within_the_radius_is_missed(
    lat: float, lon: float, radius: float, loose: float, bearing: float, share: float
) -> None:
    far = (radius + loose) * share / 6_371_008.8
    lat1 = math.radians(lat)
    there = math.asin(
        max(-1.0, min(1.0, math.sin(lat1) * math.cos(far) + math.cos(lat1) * math.sin(far) * math.cos(bearing)))
    )
    east = math.atan2(
        math.sin(bearing) * math.sin(far) * math.cos(lat1), math.cos(far) - math.sin(lat1) * math.sin(there)
    )
    other = math.degrees(there), (math.degrees(east) + lon + 540) % 360 - 180
    if distance_m(lat, lon, *other) - loose <= radius:
        cell = cell_of(*other, loose)
        assert any(first <= cell <= last for first, last in ranges(lat, lon, radius))


def test_a_small_circle_looks_at_few_cells() -> None:
    fine = [(first, last) for first, last in ranges(48.0, 2.0, 25_000) if first < 3_000_000]  # below the coarsest level
    assert sum(last - first + 1 for first, last in fine) < 60


def test_distances_are_those_of_the_globe() -> None:
    assert round(distance_m(52.52, 13.405, 48.8566, 2.3522) / 1000) == 877  # Berlin to Paris
