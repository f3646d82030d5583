"""The place of an incident when the text tells it by another place."""

import pytest

from sayso.app.read import read
from sayso.gazetteer import distance_m
from sayso.model import Place


def places(text: str) -> list[tuple[str, Place]]:
    reading = read(text, published="2016-05-08")
    return [(a.text, a.value) for r in reading for a in r.assertions if a.field == "place"]  # type: ignore[misc]


def test_a_distance_and_a_way_make_a_circle_there() -> None:
    ((words, place),) = places("A bomb killed two people 30 km north of Aleppo on Friday.")
    assert words == place.name == "30 km north of Aleppo"
    assert place.precision == "near"
    assert place.lat == pytest.approx(36.47, abs=0.02)
    assert place.uncertainty_m is not None
    assert 10_000 < place.uncertainty_m < 30_000


def test_a_distance_without_a_way_reaches_as_far_as_it_says() -> None:
    ((_, place),) = places("A bomb killed two people on Friday about 80 kilometres from Kandahar.")
    assert place.uncertainty_m is not None
    assert place.uncertainty_m >= 80_000


@pytest.mark.parametrize("words", ["northern Mali", "the north of Mali"])
def test_a_part_of_a_country_is_that_half_of_its_extent(words: str) -> None:
    ((_, place),) = places(f"Gunmen killed four people in {words} on Friday.")
    assert (place.name, place.precision, place.country_code) == ("northern Mali", "region", "ML")
    assert place.lat is not None
    assert place.lat > 17.5


def test_the_words_begin_with_the_distance_whatever_stands_before() -> None:
    ((words, _),) = places("On 5 May 2016 a bomb killed two people 5 km (15 miles) north of Aleppo.")
    assert words == "5 km (15 miles) north of Aleppo"


def test_a_named_town_stands_before_a_distance() -> None:
    ((words, place),) = places("A bomb killed two people in Kandahar on Friday, 80 km from Kabul.")
    assert (words, place.precision) == ("Kandahar", "settlement")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("between Kirkuk and Tikrit", "between Kirkuk and Tikrīt"),
        ("on the Mosul-Erbil highway", "between Mosul and Erbil"),
        ("on the Mali-Niger border", "border of Mali and Niger"),
        ("near the Syrian border with Turkey", "border of Syria and Turkey"),
    ],
)
def test_what_lies_between_two_places_is_one_place(where: str, name: str) -> None:
    ((words, place),) = places(f"Gunmen killed four people {where} on Friday.")
    assert place.name == name
    assert words in where
    assert place.precision in ("near", "region")
    assert (place.uncertainty_m or 0) > 30_000


def test_a_town_is_finer_than_the_border_it_lies_at() -> None:
    ((words, place),) = places(
        "Gunmen killed four people in Diffa, near the border between Niger and Nigeria, on Friday."
    )
    assert (words, place.precision) == ("Diffa", "settlement")


def test_a_region_is_the_scene_where_only_a_way_leads_from_a_town_to_it() -> None:
    ((words, place),) = places("A bomb went off in Diyala province, north of the capital Baghdad, on Friday.")
    assert (words, place.precision) == ("Diyala", "admin1")


def test_a_kind_before_the_name_leaves_near_what_it_is() -> None:
    ((_, place),) = places("A bomb killed two people east of the capital Conakry on Friday.")
    assert place.precision == "near"


def test_the_way_from_the_capital_is_not_the_capital() -> None:
    ((words, _),) = places("A bomb killed two in Diyala province in Iraq, north of the capital, on Friday.")
    assert words == "Diyala"


@pytest.mark.parametrize(
    ("where", "least", "most"),
    [
        ("60 nm south-west of Aden", 100_000, 125_000),
        ("25NM south of Aden", 40_000, 52_000),
        ("60 nautical miles south of Aden", 100_000, 125_000),
    ],
)
def test_miles_at_sea_are_longer(where: str, least: float, most: float) -> None:
    ((words, place),) = places(f"A missile hit a tanker {where} on Friday.")
    assert words == where
    assert place.lat is not None
    assert place.lon is not None
    assert least < distance_m((12.79, 45.02), (place.lat, place.lon)) < most


def test_off_a_town_is_anywhere_within_the_distance() -> None:
    ((_, place),) = places("A missile hit a tanker 25 nautical miles off Aden on Friday.")
    assert (place.uncertainty_m or 0) > 46_000


def test_a_part_of_a_country_by_a_plain_direction() -> None:
    ((words, place),) = places("Rebels killed nine villagers in south-west Cameroon on Friday.")
    assert (words, place.name) == ("Cameroon", "southwestern Cameroon")
