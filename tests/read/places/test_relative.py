"""Places told relative to a named one become shapes."""

from __future__ import annotations

import pytest

from sayso.gazetteer import Gazetteer, distance_m, open_gazetteer
from sayso.model import Document, Place
from sayso.read.passages import split_passages
from sayso.read.places import find_places, relative_place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def _shapes(gazetteer: Gazetteer, text: str) -> list[Place]:
    document = Document("d", "", text)
    mentions = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    made = [relative_place(document, mentions, n, gazetteer) for n in range(len(mentions))]
    return [m for m in made if m is not None]


def test_a_distance_with_a_direction_moves_the_point(gazetteer: Gazetteer) -> None:
    (place,) = _shapes(gazetteer, "The bomb went off 30 kilometers north of Kirkuk, police in Iraq said.")
    kirkuk = next(e for e in gazetteer.lookup("Kirkuk") if e.kind == "settlement")
    assert (place.precision, place.country_code, place.geonames_id) == ("near", "IQ", None)
    assert kirkuk.point is not None
    assert distance_m(kirkuk.point, (place.lat or 0, place.lon or 0)) == pytest.approx(30_000, rel=0.01)
    assert (place.lat or 0) > kirkuk.point[0]
    assert 10_000 < (place.uncertainty_m or 0) < 30_000


def test_a_distance_alone_widens_the_circle(gazetteer: Gazetteer) -> None:
    (place,) = _shapes(gazetteer, "The convoy was hit 12 miles outside Mosul, Iraq.")
    assert (place.uncertainty_m or 0) > 19_000
    assert "direction is not" in place.reason


def test_a_long_way_is_no_place(gazetteer: Gazetteer) -> None:
    assert _shapes(gazetteer, "Atyrau lies 1,500 kilometers west of Astana, Kazakhstan.") == []


def test_between_two_towns(gazetteer: Gazetteer) -> None:
    (place,) = _shapes(gazetteer, "Gunmen stopped the bus between Kirkuk and Tikrit in Iraq.")
    assert place.precision == "near"
    assert place.country_code == "IQ"
    assert 40_000 < (place.uncertainty_m or 0) < 80_000


def test_between_two_sides_is_no_place(gazetteer: Gazetteer) -> None:
    assert _shapes(gazetteer, "Talks between Russia and Ukraine broke down.") == []


def test_a_part_of_a_country_is_not_its_centre(gazetteer: Gazetteer) -> None:
    (place,) = _shapes(gazetteer, "Two soldiers died in northern Nigeria on Monday.")
    nigeria = gazetteer.country("NG")
    assert nigeria is not None
    assert (place.precision, place.geonames_id) == ("region", None)
    assert (place.lat or 0) > (nigeria.lat or 0) + 1
    assert (place.uncertainty_m or 0) > 300_000


def test_names_that_begin_with_a_direction_are_no_parts(gazetteer: Gazetteer) -> None:
    assert _shapes(gazetteer, "He flew to South Korea and to North Macedonia.") == []


def test_a_border(gazetteer: Gazetteer) -> None:
    (place,) = _shapes(gazetteer, "They were caught on the border between Iran and Iraq.")
    assert place.precision == "region"
    assert 29 < (place.lat or 0) < 38
    assert gazetteer.border("FR", "JP") == ()
