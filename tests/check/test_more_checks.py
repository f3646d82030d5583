"""Sums told around the total, names with their year of birth, places by copula, clocks by the text's own zone."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.app.read import read
from sayso.model import Finding

DAY = date(2014, 5, 20)
LEAD = "Officials spoke to reporters about the latest news on Monday.\n\n"


def findings(text: str, kind: str, lead: str = LEAD) -> list[Finding]:
    """Findings of one check in a whole reading."""
    return [f for f in read(lead + text, published=DAY).findings if f.check == kind]


@pytest.mark.parametrize(
    ("text", "said", "computed"),
    [
        ("Twelve others -- nine men and six women -- were taken to a clinic.", "12", "15"),
        ("Nine people, including ten children, were killed in the fire.", "9", "10"),
        ("Seven people were shot, eight of them fatally.", "7", "8"),
        ("The fire killed 12 people: five men, four women and two children.", "12", "11"),
    ],
)
def test_parts_told_beside_their_total(text: str, said: str, computed: str) -> None:
    assert [(f.said, f.computed) for f in findings(text, "sums")] == [(said, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "Fifteen others -- nine men and six women -- were taken to a clinic.",
        "About nine people, including ten children, were killed in the fire.",
        "The fire killed six people: three of his brothers, a son, a cousin and a close family friend.",
        "The fire killed 12 people: five men, four women and others.",
        "Seven people were shot, five of them fatally.",
    ],
)
def test_parts_that_fit_or_are_not_all(text: str) -> None:
    assert findings(text, "sums") == []


def test_the_age_of_a_name_against_the_year_of_birth_in_another_sentence() -> None:
    (found,) = findings("Farid Tolmas, 28, was arrested. Tolmas was born in Kabul in 1961.", "age_birth")
    assert "52 or 53" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Farid Tolmas, 52, was arrested. Tolmas was born in Kabul in 1961.",
        "Farid Tolmas, 28, and Omid Tolmas were arrested. Tolmas was born in Kabul in 1961.",
        "Farid Tolmas, 28, left the army in 1989. Tolmas was born in Kabul in 1961.",
    ],
)
def test_two_of_a_name_or_another_year_are_silent(text: str) -> None:
    assert findings(text, "age_birth") == []


def test_a_distance_told_by_is() -> None:
    (found,) = findings("Mosul is located about 900 kilometers north of Baghdad.", "distance")
    assert found.said == "900 kilometers"


def test_a_street_has_no_distance_of_its_own() -> None:
    assert findings("The house stands on Mosul Street, 900 kilometers north of Baghdad.", "distance") == []


def test_clocks_against_the_zone_of_the_places_of_the_text() -> None:
    lead = "Police in Bogota and Medellin spoke to reporters.\n\n"
    (found,) = findings("The blast came at 18:00 (01:00 GMT).", "local_time", lead)
    assert "America/Bogota" in found.message
    assert findings("The blast came at 18:00 (23:00 GMT).", "local_time", lead) == []


def test_a_dateline_in_the_wrong_country() -> None:
    (found,) = findings("Hanoi, Norway (AP) - Officials met on Tuesday.", "place_country")
    assert found.said == "Norway"


def test_a_longer_name_than_was_read_is_no_wrong_country() -> None:
    assert findings("He was held at Guantánamo Bay, Cuba, for years.", "place_country") == []
