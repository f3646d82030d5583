"""Names that mislead: surnames in capitals, qualifiers that are none, missions abroad."""

from __future__ import annotations

import pytest

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Document, Place
from sayso.read.passages import split_passages
from sayso.read.places import find_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def _places(gazetteer: Gazetteer, text: str) -> dict[str, Place]:
    document = Document("d", "", text)
    found = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    return {m.text: m.datum for m in found if isinstance(m.datum, Place)}


def test_a_surname_behind_a_given_name_in_capitals(gazetteer: Gazetteer) -> None:
    found = _places(
        gazetteer, "BOGOTA, COLOMBIA. JOSE RODRIGUEZ WAS ARRESTED IN MEDELLIN. POLICE SAID RODRIGUEZ HID WEAPONS."
    )
    assert "RODRIGUEZ" not in found
    assert found["MEDELLIN"].country_code == "CO"


def test_a_town_of_a_country_nobody_speaks_of_is_doubted_in_capitals(gazetteer: Gazetteer) -> None:
    found = _places(
        gazetteer, "LIMA, PERU. THE REBELS ATTACKED A BRIDGE. PONCE SAID THE ARMY OF PERU WOULD ANSWER THE REBELS."
    )
    assert "PONCE" not in found
    assert {"LIMA", "PERU"} <= set(found)


def test_a_preposition_of_place_upholds_a_town_in_capitals(gazetteer: Gazetteer) -> None:
    assert "PONCE" in _places(gazetteer, "LIMA, PERU. THE SHIP WAS HELD IN PONCE AFTER IT HAD LEFT PERU WITH WEAPONS.")


def test_two_countries_with_a_comma_are_two_countries(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "After the talks in Russia, U.S. officials said nothing about the raid.")
    assert found["Russia"].country_code == "RU"


def test_a_village_that_is_not_held_is_placed_in_its_state(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "The truck left the road two miles south of Holliday, Missouri, the patrol said.")
    assert found["Holliday"].admin1 == "Missouri"
    assert found["Holliday"].geonames_id is None
    assert "Missouri" in found["Holliday"].reason


def test_an_embassy_lies_abroad(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "Gunmen attacked the U.S. Embassy in Sanaa on Tuesday.")
    assert found["U.S. Embassy"].country_code == "YE"
    alone = _places(gazetteer, "The police said that the U.S. Embassy was closed on Tuesday.")
    assert (alone["U.S. Embassy"].country_code, alone["U.S. Embassy"].lat) == ("", None)


def test_a_plain_word_ends_a_name_in_capitals(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "BOGOTA, COLOMBIA. SHOPS WERE LOOTED IN CALI TODAY BY A GROUP THAT CAME ON FOOT.")
    assert found["CALI"].country_code == "CO"


def test_an_airport_told_by_its_town(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "BOGOTA, COLOMBIA. A BOMB WENT OFF AT THE MONTERIA AIRPORT. NO ONE WAS HURT.")
    assert found["MONTERIA AIRPORT"].country_code == "CO"


def test_the_article_of_a_name_in_capitals_is_no_postal_code(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "BOGOTA, COLOMBIA. TWO BRIDGES WERE BLOWN UP IN ARENILLAS, LA FRESNERA HAMLET, AT DAWN.")
    assert "LA" not in found


def test_a_postal_code_at_the_end_of_a_clause_in_capitals(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "A BOMB WENT OFF IN NEW ORLEANS, LA, ON SUNDAY. NO ONE WAS HURT IN NEW ORLEANS.")
    assert found["LA"].name == "Louisiana"


def test_a_body_with_the_name_of_a_town_is_no_place(gazetteer: Gazetteer) -> None:
    found = _places(
        gazetteer, "LIMA, PERU. TWO U.S. CITIZENS DIED. ACCORDING TO THE RED CROSS, MISS ROE WAS DRIVING HOME."
    )
    assert "RED CROSS" not in found


def test_a_site_lies_in_the_country_that_its_name_ends_with(gazetteer: Gazetteer) -> None:
    found = _places(
        gazetteer, "TEGUCIGALPA. POLICE ENTERED THE SAN CARLOS DE HONDURAS UNIVERSITY, SAID STUDENTS OF CHILE."
    )
    assert found["SAN CARLOS DE HONDURAS UNIVERSITY"].country_code == "HN"


def test_a_month_inside_a_name_behind_a_particle(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "SANTIAGO, CHILE. A BOMB WENT OFF AT A BANK IN VINA DEL MAR. NO ONE WAS HURT.")
    assert found["VINA DEL MAR"].country_code == "CL"
