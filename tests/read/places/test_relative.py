"""Places told relative to a named one become shapes."""

from __future__ import annotations

import pytest

from sayso.gazetteer import Gazetteer, distance_m, open_gazetteer
from sayso.model import Document, Place
from sayso.read.passages import split_passages
from sayso.read.places import find_places, pairs_of, relative_place


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


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers died on the border between Tunisia and Libya.",
        "Two soldiers died on the Tunisia-Libya border.",
        "Two soldiers died on the Tunisian-Libyan border.",
        "Two soldiers died near the Tunisian border with Libya.",
        "Two soldiers died near Tunisia's border with Libya.",
        "Two soldiers died near the border with Libya, officials in Tunisia said.",
    ],
)
def test_a_border_is_told_in_many_ways(gazetteer: Gazetteer, text: str) -> None:
    document = Document("d", "", text)
    mentions = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    (pair,) = pairs_of(document, mentions, gazetteer)
    assert {"Tunisia", "Libya"} <= set(pair.place.name.split())
    assert (pair.place.precision, pair.place.geonames_id) == ("region", None)
    assert (pair.place.uncertainty_m or 0) > 150_000
    assert "order" in pair.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off on the Mosul-Erbil highway.",
        "A bomb went off on the road between Mosul and Erbil.",
        "A bomb went off on the road from Mosul to Erbil.",
        "A clash broke out on the border between Mosul and Erbil provinces.",
    ],
)
def test_a_road_between_two_towns(gazetteer: Gazetteer, text: str) -> None:
    document = Document("d", "", text)
    mentions = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    (pair,) = pairs_of(document, mentions, gazetteer)
    assert (pair.place.precision, pair.place.country_code) == ("near", "IQ")
    assert 30_000 < (pair.place.uncertainty_m or 0) < 60_000


@pytest.mark.parametrize(
    "text", ["He flew from Mosul to Erbil.", "Mosul and Erbil were hit.", "Chad and Libya agreed."]
)
def test_two_places_that_tell_no_third(gazetteer: Gazetteer, text: str) -> None:
    document = Document("d", "", text)
    mentions = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    assert list(pairs_of(document, mentions, gazetteer)) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A rocket hit Bagram Airfield.", "Bagram Airfield", "AF"),
        ("A soldier died at Bagram.", "Bagram", "AF"),
        ("Two people were killed at the Golden Temple.", "Golden Temple", "IN"),
        ("Shelling hit the Azovstal plant.", "Azovstal", "UA"),
    ],
)
def test_well_known_sites(gazetteer: Gazetteer, text: str, name: str, country: str) -> None:
    document = Document("d", "", text)
    (found,) = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    assert isinstance(found.datum, Place)
    assert (found.datum.name, found.datum.country_code, found.datum.precision) == (name, country, "site")
