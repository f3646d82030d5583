"""Which of a text's places is the scene of the incident."""

from __future__ import annotations

from sayso.app.read import read
from sayso.model import Place


def scenes(text: str) -> list[str]:
    reading = read(text, published="2016-05-08")
    return [a.value.name for a in reading.reports[0].assertions if isinstance(a.value, Place)]


def test_a_killing_abroad_in_a_country_that_the_text_names() -> None:
    text = (
        "TEGUCIGALPA, HONDURAS, 8 MAY 2016. THE HONDURAN PRESIDENT CONDEMNED THE MURDER OF TWO PRIESTS IN SAN SALVADOR "
        "ON FRIDAY. HE SAID THAT EL SALVADOR NEEDED PEACE."
    )
    assert scenes(text) == ["San Salvador"]


def test_a_country_beside_the_word_keeps_a_town_abroad_out() -> None:
    text = (
        "Bishops in Panama City, who met there, deplored the murder of two priests in Peru on Friday. "
        "Police said nothing."
    )
    assert scenes(text) == ["Peru"]


def test_a_country_that_only_tells_whose_soldiers_they_are_is_no_scene() -> None:
    text = "An attack on U.S. soldiers killed two of them on Friday, the army said. It told no more about the attack."
    assert scenes(text) == []


def test_the_seat_of_a_bishop_who_speaks_is_no_scene() -> None:
    text = "The bishop of Leeds condemned the murder of two nurses in York on Friday. Police arrested nobody in York."
    assert set(scenes(text)) == {"York"}


def test_a_street_lies_in_the_town_of_the_dateline_and_not_in_what_it_is_named_after() -> None:
    reading = read("CLEVELAND - Two men were shot on Verona Street on Friday, police said.", published="2016-05-08")
    found = {a.value.name: a.value.lat for a in reading.reports[0].assertions if isinstance(a.value, Place)}
    assert found["Verona Street"] == found["Cleveland"]


def test_a_street_of_which_no_town_is_told_has_no_point() -> None:
    reading = read("Two men were shot on Dallas Avenue on Friday, police said.", published="2016-05-08")
    points = [a.value.lat for a in reading.reports[0].assertions if isinstance(a.value, Place)]
    assert not any(points)


def test_all_towns_of_a_list_are_scenes() -> None:
    text = "Bombs went off in Bristol, Plymouth and Exeter on Friday. Police said that nobody was hurt."
    assert scenes(text) == ["Bristol", "Plymouth", "Exeter"]
