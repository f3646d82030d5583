"""Places and the encoder's names of people: the encoder's side is stated here, the gazetteer is real."""

from __future__ import annotations

import pytest

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Document, Span
from sayso.read.encoder.named import Named
from sayso.read.passages import split_passages
from sayso.read.places import find_places
from sayso.read.places.learned import without_people


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def kept(gazetteer: Gazetteer, text: str, person: str, score: float = 0.95) -> list[str]:
    document = Document("d", "", text, language="en")
    places = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    start = text.rindex(person)
    left = without_people(text, places, [Named(Span(start, start + len(person)), "person", score)])
    return [m.text for m in left]


def test_a_name_of_a_person_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The talks in Amman went on. Later Jordan walked out of them."
    assert kept(gazetteer, text, "Jordan") == ["Amman"]
    assert kept(gazetteer, text, "Jordan", score=0.5) == ["Amman", "Jordan"]


def test_a_town_with_its_region_behind_it_is_no_person(gazetteer: Gazetteer) -> None:
    assert kept(gazetteer, "He lived in Troy, Mich., for years.", "Troy") == ["Troy", "Mich."]


@pytest.mark.parametrize("whom", ["police Lt. Ray Holt", "residents", "woman"])
def test_a_town_with_its_police_or_people_is_no_person(gazetteer: Gazetteer, whom: str) -> None:
    text = f"It happened in Troy, Michigan. A day on, said Troy {whom}, all was quiet."
    assert kept(gazetteer, text, "Troy") == ["Troy", "Michigan", "Troy"]
    assert kept(gazetteer, text.replace(whom, "himself"), "Troy") == ["Troy", "Michigan"]


def test_a_surname_before_a_region_stays_a_person(gazetteer: Gazetteer) -> None:
    text = "The race was won by Ray Lansing, Michigan officials said."
    assert "Lansing" not in kept(gazetteer, text, "Ray Lansing")


def test_a_surname_told_elsewhere_with_its_given_name_is_no_town(gazetteer: Gazetteer) -> None:
    text = "Spain's Lugo wins the stage. It was the first such day for Pedro Lugo."
    assert kept(gazetteer, text, "Pedro Lugo") == ["Spain"]


def test_a_town_that_somebody_is_named_after_stays_one_where_words_lead_to_it(gazetteer: Gazetteer) -> None:
    text = "Shops in Lansing closed for the funeral of Ray Lansing."
    assert kept(gazetteer, text, "Ray Lansing") == ["Lansing"]
