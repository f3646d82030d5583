"""The country of an incident of which no town is told, and towns that the gazetteer does not hold."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Assertion, Place


def scenes(text: str) -> list[tuple[str, str]]:
    """Name and country of each place of the first incident, with the words that it stands on checked."""
    found: list[tuple[str, str]] = []
    for a in places(text):
        assert isinstance(a.value, Place)
        found.append((a.value.name, a.value.country))
    return found


def places(text: str) -> list[Assertion]:
    reading = read(text, published="2016-05-08")
    return [a for a in reading.reports[0].assertions if a.field == "place"]


def test_a_group_that_fights_in_one_country_tells_the_country() -> None:
    text = (
        "SHINING PATH GUERRILLAS KILLED FOUR PEASANTS WITH MACHETES AT DAWN ON SATURDAY. THE ATTACK LASTED AN "
        "HOUR. THE SHINING PATH GUERRILLAS HAD THREATENED THE PEASANTS."
    )
    assert scenes(text) == [("Peru", "Peru")]


def test_the_country_stands_on_the_words_that_tell_it() -> None:
    text = (
        "SHINING PATH GUERRILLAS KILLED FOUR PEASANTS WITH MACHETES AT DAWN ON SATURDAY. THE ATTACK LASTED AN "
        "HOUR. THE SHINING PATH GUERRILLAS HAD THREATENED THE PEASANTS."
    )
    assert [a.text for a in places(text)] == ["SHINING PATH"]


def test_the_army_of_another_country_than_the_dateline_tells_the_country() -> None:
    text = (
        "SAN JOSE (COSTA RICA), 8 MAY 16 (EFE) -- GUNMEN OF THE GUATEMALAN ARMY MURDERED SIX STUDENTS LAST NIGHT, "
        "EXILES SAID. THEY SAID THE GUATEMALAN ARMY HAD PLANNED THE ATTACK."
    )
    assert scenes(text) == [("Guatemala", "Guatemala")]


def test_the_dateline_tells_more_than_the_army_of_its_country() -> None:
    text = (
        "SAN JOSE (COSTA RICA), 8 MAY 16 (EFE) -- COSTA RICAN POLICE SHOT DEAD TWO ROBBERS LAST NIGHT, A SPOKESMAN "
        "SAID TODAY. THE POLICE SHOT AT THEIR CAR."
    )
    assert [name for name, _ in scenes(text)] == ["San José"]


def test_the_capital_is_that_of_the_country_of_the_text() -> None:
    text = (
        "AREQUIPA (PERU), 8 MAY 16 (EFE) -- A BOMB EXPLODED AT A BANK IN THE CAPITAL LAST NIGHT AND KILLED TWO "
        "GUARDS. POLICE BLAMED NO ONE FOR THE BOMB."
    )
    assert scenes(text) == [("Lima", "Peru")]


def test_a_capital_that_is_named_is_not_told_twice() -> None:
    text = (
        "AREQUIPA (PERU), 8 MAY 16 (EFE) -- A BOMB EXPLODED AT A BANK IN THE CAPITAL OF CHILE LAST NIGHT AND "
        "KILLED TWO GUARDS. POLICE BLAMED NO ONE FOR THE BOMB."
    )
    assert ("Lima", "Peru") not in scenes(text)


@pytest.mark.parametrize(
    "told",
    [
        "A BOMB EXPLODED UNDER A TRUCK OF THE U.S. CONVOY LAST NIGHT AND HURT TWO DRIVERS IN THE U.S. CONVOY",
        "A BOMB EXPLODED UNDER A TRUCK LAST NIGHT AND HURT TWO DRIVERS WHO HAD ARRIVED IN BRAZIL ON FRIDAY",
        "A BOMB EXPLODED UNDER A TRUCK LAST NIGHT AND HURT TWO DRIVERS WHO HAD COME FROM BRAZIL",
    ],
)
def test_a_country_as_adjective_or_on_the_way_is_no_scene(told: str) -> None:
    text = f"{told}. POLICE BLAMED NO ONE FOR THE BOMB, WHICH WAS SMALL."
    assert scenes(text) == []


@pytest.mark.usefixtures("encoder_on")
def test_a_village_that_is_not_held_lies_in_the_country_of_the_text() -> None:
    text = (
        "LIMA (PERU), 8 MAY 16 (EFE) -- GUERRILLAS KILLED THE MAYOR OF THE SMALL TOWN OF HUARIMAYO AND TWO "
        "PEASANTS IN HUARIMAYO LAST NIGHT, POLICE SAID. THE GUERRILLAS FLED AFTER THE ATTACK."
    )
    assert set(scenes(text)) == {("HUARIMAYO", "Peru")}


@pytest.mark.usefixtures("encoder_on")
def test_a_quarter_that_is_not_held_does_not_stand_for_its_town_in_mixed_case() -> None:
    text = "Gunmen shot dead two guards in Huarimayo in Lima on Saturday, police said. The gunmen fled Lima by car."
    assert {name for name, _ in scenes(text)} == {"Lima"}


def test_a_namesake_in_a_country_nobody_speaks_of_is_the_village_at_home() -> None:
    text = (
        "SAN SALVADOR (EL SALVADOR), 8 MAY 16 (EFE) -- GUERRILLAS ATTACKED THE ARMY POST IN SAN RAMON WITH MORTARS "
        "LAST NIGHT AND KILLED TWO SOLDIERS. THE ATTACK LASTED AN HOUR."
    )
    assert scenes(text) == [("SAN RAMON", "El Salvador")]


def test_a_capital_abroad_to_which_a_preposition_leads_is_the_scene() -> None:
    text = (
        "TEGUCIGALPA (HONDURAS), 8 MAY 16 (EFE) -- NINE PEOPLE DIED IN SAN SALVADOR WHEN A BOMB EXPLODED LAST "
        "NIGHT, THE RADIO SAID. THE BOMB EXPLODED AT A HOTEL."
    )
    assert scenes(text) == [("San Salvador", "El Salvador")]


def test_news_filed_from_abroad_is_not_placed_in_the_town_of_its_dateline() -> None:
    text = (
        "BERLIN (dpa) - The government of Colombia said on Sunday that a bomb had killed five policemen. Colombia has "
        "asked for help. Colombia is at war with several armed groups."
    )
    assert scenes(text) == [("Colombia", "Colombia")]


def test_what_is_told_of_the_country_of_the_dateline_too_stays_there() -> None:
    text = (
        "BOGOTA (AP) - A bomb killed five policemen on Sunday. Peru and the people of Peru were shocked, and Peru sent "
        "help to Colombia."
    )
    assert scenes(text)[0][1] == "Colombia"


def test_a_seat_of_government_outweighs_a_suburb_of_its_name() -> None:
    text = "LA PAZ (AP) - A Spanish teacher was shot dead in La Paz on Saturday."
    assert ("La Paz", "Bolivia") in scenes(text)


def test_the_university_of_a_speaker_is_no_scene() -> None:
    text = (
        "QUITO (ECUADOR), 8 MAY 16 (EFE) -- LAWYERS DEPLORED THE MURDER OF TWO NURSES IN PERU ON FRIDAY. "
        "THE DEAN OF CUENCA UNIVERSITY SPOKE OF THE MURDERS IN ANGER."
    )
    assert {country for _, country in scenes(text)} == {"Peru"}


def test_where_the_dead_came_from_is_no_scene() -> None:
    text = "Two engineers from Lyon were shot dead in Cairo on Friday."
    assert scenes(text) == [("Cairo", "Egypt")]


def test_where_somebody_came_from_is_kept_when_no_other_place_is_told() -> None:
    text = "Gunmen shot dead two men from Lyon on Friday, police said."
    assert [name for name, _ in scenes(text)] == ["Lyon"]


def test_where_a_court_sits_is_no_scene() -> None:
    text = "A court in Geneva sentenced a former officer on Friday for the massacre of 12 villagers in Goma in 2003."
    reading = read(text, published="2016-05-08")
    names = [a.value.name for r in reading.reports for a in r.assertions if isinstance(a.value, Place)]
    assert names == ["Goma"]


def test_a_shooting_at_a_court_is_there() -> None:
    assert scenes("A guard was shot dead outside a court in Geneva on Friday.") == [("Geneva", "Switzerland")]
