"""Distances and directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer import bearing_deg, compass, distance_m

ATYRAU, ASTANA = (47.1048, 51.88427), (51.1801, 71.44598)
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_a_known_distance() -> None:
    assert distance_m(ATYRAU, ASTANA) == pytest.approx(1_490_000, rel=0.01)


def test_a_quarter_of_the_earth() -> None:
    assert distance_m((0, 0), (0, 90)) == pytest.approx(10_007_557, rel=0.001)


@given(points, points)
def test_distance_is_the_same_both_ways(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a), abs=1e-3)
    assert 0 <= distance_m(a, b) <= 20_015_200


@given(points, points)
def test_a_bearing_is_never_360(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert 0 <= bearing_deg(a, b) < 360


def test_a_hair_west_of_north_is_north() -> None:
    assert bearing_deg((0, 0), (1, -1e-17)) == 0


def test_bearings_of_the_four_winds() -> None:
    found = [bearing_deg((0, 0), to) for to in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    assert found == pytest.approx([0, 90, 180, 270])


def test_compass_words() -> None:
    assert compass(bearing_deg(ASTANA, ATYRAU)) == "west"
    assert [compass(d) for d in (-1, 44, 359, 337.6)] == ["north", "northeast", "north", "north"]
    assert compass(22.5, 16) == "north-northeast"
    assert compass(50, 4) == "east"


def test_a_compass_of_five_points_is_refused() -> None:
    with pytest.raises(ValueError, match="4, 8 or 16"):
        compass(10, 5)
